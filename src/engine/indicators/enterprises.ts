import type { Context } from '../context.ts';
import { ENTERPRISES } from '../world/enterprises.ts';
import { FUNDERS_OF_CONTRACTS } from '../world/structures.ts';
import { I } from '../world/status.ts';
import { flowOf, inStatus, people, ratioOf, stockOf } from './make.ts';

/** Real places that nobody holds. */
function vacant({ world: { enterprises: e } }: Context): number {
  let sum = 0;
  for (let k = 0; k < ENTERPRISES; k++) sum += Math.max(0, Math.round(1000 * (e.places[k] - e.filled[k])));
  return sum / 1000;
}

/** Euros of subsidy received by social enterprises this month. */
function subsidies({ world: { enterprises: e } }: Context): number {
  let sum = 0;
  for (let k = 0; k < ENTERPRISES * FUNDERS_OF_CONTRACTS; k++) sum += e.received[k];
  return sum / 100;
}

/** Euros of debt that lenders lost this month as enterprises closed. */
function losses({ world: { enterprises: e } }: Context): number {
  let sum = 0;
  for (let k = 0; k < ENTERPRISES; k++) sum += e.lost[k];
  return sum / 100;
}

/** The social economy of insertion. */
export const enterpriseIndicators = [
  stockOf(
    {
      id: 'insertion-jobs',
      reading: 'people',
      better: 'neutral',
      digits: 0,
      unit: 'persons',
      label: { fr: 'En emploi d’insertion', en: 'In an insertion job' },
      definition: { fr: 'Personnes du revenu minimum employées dans l’économie sociale.', en: 'People of the minimum income employed in the social economy.' },
    },
    inStatus(I),
  ),
  flowOf(
    {
      id: 'insertion-entries',
      reading: 'people',
      better: 'neutral',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Entrées en emploi d’insertion', en: 'Entries into insertion jobs' },
      definition: { fr: 'Personnes embauchées dans l’économie sociale, par an.', en: 'People taken on in the social economy, a year.' },
    },
    people('insertionHired'),
  ),
  flowOf(
    {
      id: 'insertion-entries-hard',
      reading: 'people',
      better: 'neutral',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Dont personnes les plus en difficulté', en: 'Of whom, people with the hardest cases' },
      definition: {
        fr: 'Embauches dans l’économie sociale de personnes dont la situation est lue comme difficile.',
        en: 'People taken on in the social economy whose case is read as hard.',
      },
    },
    people('insertionHiredHard'),
  ),
  ratioOf(
    {
      id: 'insertion-hard-share',
      reading: 'service',
      better: 'up',
      digits: 1,
      unit: '%',
      label: { fr: 'Part des plus en difficulté parmi les embauches', en: 'Share of hard cases among those taken on' },
      definition: {
        fr: 'Embauches de personnes les plus en difficulté sur toutes les embauches d’insertion.',
        en: 'Hard cases taken on out of all entries into insertion jobs.',
      },
      denominator: { fr: 'entrées en emploi d’insertion', en: 'entries into insertion jobs' },
    },
    'insertion-entries-hard',
    'insertion-entries',
    100,
  ),
  flowOf(
    {
      id: 'insertion-to-durable',
      reading: 'people',
      better: 'up',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'De l’emploi d’insertion à l’emploi durable', en: 'From an insertion job to durable work' },
      definition: {
        fr: 'Personnes qui passent d’un emploi d’insertion à un emploi de six mois ou plus, par an.',
        en: 'People who go from an insertion job to a job of six months or more, a year.',
      },
    },
    people('insertionDurable'),
  ),
  flowOf(
    {
      id: 'insertion-to-short',
      reading: 'people',
      better: 'neutral',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'De l’emploi d’insertion à l’emploi court', en: 'From an insertion job to a short job' },
      definition: { fr: 'Fins de parcours suivies aussitôt d’un emploi court, par an.', en: 'Ends of stays followed at once by a short job, a year.' },
    },
    people('insertionShort'),
  ),
  flowOf(
    {
      id: 'insertion-ends',
      reading: 'people',
      better: 'neutral',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Contrats d’insertion arrivés à terme', en: 'Insertion contracts come to an end' },
      definition: { fr: 'Contrats non renouvelés ou arrivés à la limite, par an.', en: 'Contracts not renewed or at their limit, a year.' },
    },
    people('insertionEnds'),
  ),
  flowOf(
    {
      id: 'insertion-returns',
      reading: 'people',
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Retours au revenu minimum après un emploi d’insertion', en: 'Returns to the minimum income after an insertion job' },
      definition: {
        fr: 'Personnes payées de nouveau dès la fin d’un emploi d’insertion, par an.',
        en: 'People paid again as soon as an insertion job ends, a year.',
      },
    },
    people('insertionReturns'),
  ),
  flowOf(
    {
      id: 'insertion-candidates',
      reading: 'service',
      better: 'neutral',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Candidatures à l’emploi d’insertion', en: 'Candidates for insertion jobs' },
      definition: { fr: 'Personnes proposées par leur référent, par an.', en: 'People proposed by their lead, a year.' },
    },
    people('insertionProposed'),
  ),
  flowOf(
    {
      id: 'insertion-unplaced',
      reading: 'service',
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Candidatures sans suite', en: 'Candidates not taken on' },
      definition: { fr: 'Personnes proposées et non embauchées, par an.', en: 'People proposed and not taken on, a year.' },
    },
    people('insertionUnplaced'),
  ),
  stockOf(
    {
      id: 'insertion-vacancies',
      reading: 'service',
      better: 'down',
      digits: 0,
      unit: 'places',
      label: { fr: 'Places d’insertion vacantes', en: 'Insertion places left empty' },
      definition: { fr: 'Places conventionnées que personne n’occupe.', en: 'Places under agreement that nobody holds.' },
    },
    vacant,
  ),
  flowOf(
    {
      id: 'insertion-subsidies',
      reading: 'funder',
      better: 'neutral',
      digits: 0,
      unit: 'EUR/year',
      label: { fr: 'Aides au poste d’insertion', en: 'Subsidies of insertion jobs' },
      definition: { fr: 'Aides au poste versées, tous financeurs, par an.', en: 'Subsidies of places paid, all funders, a year.' },
    },
    subsidies,
  ),
  flowOf(
    {
      id: 'insertion-losses',
      reading: 'service',
      better: 'down',
      digits: 0,
      unit: 'EUR/year',
      label: { fr: 'Dettes des entreprises d’insertion fermées', en: 'Debts of social enterprises that closed' },
      definition: {
        fr: 'Dettes perdues par les prêteurs quand des entreprises d’insertion ferment, par an ; aucun financeur ne les paie.',
        en: 'Debts lost to lenders when social enterprises close, a year; no funder pays them.',
      },
    },
    losses,
  ),
];

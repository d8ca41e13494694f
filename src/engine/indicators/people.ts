import { stock } from '../observe.ts';
import { E, P, S, U, V, X } from '../world/status.ts';
import { header } from '../world/world.ts';
import { flowOf, inStatus, meanTrait, people, ratioOf, stockOf } from './make.ts';

const reading = 'people' as const;

/** What becomes of people. */
export const peopleIndicators = [
  flowOf(
    {
      id: 'durable-jobs',
      main: true,
      reading,
      better: 'up',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Entrées en emploi durable', en: 'Entries into durable work' },
      definition: {
        fr: 'Personnes du revenu minimum, anciennes ou en attente, qui prennent un emploi de six mois ou plus, par an.',
        en: 'People on, after or before the minimum income who take a job of six months or more, a year.',
      },
    },
    people('durable'),
  ),
  flowOf(
    {
      id: 'durable-jobs-kept',
      main: true,
      reading,
      better: 'up',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Emplois durables tenus un an', en: 'Durable jobs held for a year' },
      definition: {
        fr: 'Emplois de six mois ou plus qui atteignent douze mois, par an. Une entrée suivie d’une rupture n’y est pas.',
        en: 'Jobs of six months or more that reach twelve months, a year. An entry followed by an end is not in it.',
      },
    },
    people('durableKept'),
  ),
  flowOf(
    {
      id: 'durable-jobs-hard',
      main: true,
      reading,
      better: 'up',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Emploi durable : les plus en difficulté', en: 'Durable work: the hardest cases' },
      definition: {
        fr: 'Entrées en emploi durable des personnes dont la situation, ce mois-là, est difficile en vérité, quoi qu’en lise un service.',
        en: 'Entries into durable work of people whose case is truly hard that month, whatever a service reads of it.',
      },
    },
    people('durableHard'),
  ),
  flowOf(
    {
      id: 'durable-jobs-unusual',
      reading,
      better: 'up',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Emploi durable : demandes peu communes', en: 'Durable work: unusual needs' },
      definition: {
        fr: 'Entrées en emploi durable des personnes dont la manière est aux confins des deux axes de pratique (une sur onze).',
        en: 'Entries into durable work of people whose manner is at the corners of the two axes of practice (one in eleven).',
      },
    },
    people('durableUnusual'),
  ),
  flowOf(
    {
      id: 'exits',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Sorties du revenu minimum', en: 'Exits from the minimum income' },
      definition: { fr: 'Toutes les sorties, emploi ou non, par an.', en: 'All exits, to work or not, a year.' },
    },
    people('exits'),
  ),
  flowOf(
    {
      id: 'exits-to-work',
      reading,
      better: 'up',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Sorties vers l’emploi', en: 'Exits to work' },
      definition: { fr: 'Sorties vers un emploi, court ou durable, par an.', en: 'Exits to a job, short or durable, a year.' },
    },
    people('exitsToWork'),
  ),
  ratioOf(
    {
      id: 'exits-to-work-share',
      main: true,
      reading,
      better: 'up',
      digits: 1,
      unit: '%',
      label: { fr: 'Part des sorties vers l’emploi', en: 'Share of exits to work' },
      definition: {
        fr: 'Sorties vers l’emploi sur toutes les sorties : quitter le registre n’est pas travailler.',
        en: 'Exits to work out of all exits: off the register is not in work.',
      },
      denominator: { fr: 'sorties du revenu minimum', en: 'exits from the minimum income' },
    },
    'exits-to-work',
    'exits',
    100,
  ),
  stockOf(
    {
      id: 'on-benefit',
      main: true,
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'persons',
      label: { fr: 'Personnes dont le droit est ouvert', en: 'People with the right open' },
      definition: { fr: 'Adultes au revenu minimum, versement suspendu compris.', en: 'Adults on the minimum income, suspended payments included.' },
    },
    ({ world, scratch }) => scratch.stock[stock.rightOpen] * world.head[header.scale],
  ),
  stockOf(
    {
      id: 'take-up',
      reading,
      better: 'up',
      digits: 1,
      unit: '%',
      label: { fr: 'Recours', en: 'Take-up' },
      definition: { fr: 'Part des personnes qui y ont droit dont le droit est ouvert.', en: 'Share of people entitled whose right is open.' },
      denominator: { fr: 'personnes qui y ont droit', en: 'people entitled' },
    },
    ({ scratch }) => (scratch.stock[stock.entitled] === 0 ? 0 : (100 * scratch.stock[stock.rightOpen]) / scratch.stock[stock.entitled]),
  ),
  stockOf(
    {
      id: 'without-income',
      main: true,
      reading,
      better: 'down',
      digits: 0,
      unit: 'persons',
      label: { fr: 'Sans revenu minimum ni emploi', en: 'With neither minimum income nor work' },
      definition: {
        fr: 'Personnes qui ont droit sans demander, en attente de réponse, suspendues ou perdues de vue.',
        en: 'People entitled and not claiming, awaiting an answer, suspended or lost from view.',
      },
    },
    inStatus(E, P, U, V),
  ),
  flowOf(
    {
      id: 'sanctions',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Sanctions', en: 'Sanctions' },
      definition: { fr: 'Suspensions pour manquement, par an.', en: 'Suspensions for failure to comply, a year.' },
    },
    people('sanctions'),
  ),
  stockOf(
    {
      id: 'sanctioned',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'persons',
      label: { fr: 'Personnes sanctionnées', en: 'People under sanction' },
      definition: { fr: 'Personnes sous sanction, en moyenne mensuelle.', en: 'People under sanction, monthly mean.' },
    },
    inStatus(X),
  ),
  stockOf(
    {
      id: 'needs',
      main: true,
      reading,
      better: 'down',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Besoins non couverts', en: 'Needs' },
      definition: {
        fr: 'Gravité moyenne des sept besoins des personnes dont le droit est ouvert.',
        en: 'Mean severity of the seven needs of people with the right open.',
      },
    },
    meanTrait('needs'),
  ),
  stockOf(
    {
      id: 'distress',
      reading,
      better: 'down',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Détresse', en: 'Distress' },
      definition: { fr: 'Détresse moyenne des personnes dont le droit est ouvert.', en: 'Mean distress of people with the right open.' },
    },
    meanTrait('distress'),
  ),
  stockOf(
    {
      id: 'short-jobs',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'persons',
      label: { fr: 'En emploi court', en: 'In a short job' },
      definition: { fr: 'Anciens bénéficiaires en emploi de moins de six mois.', en: 'Former beneficiaries in a job of less than six months.' },
    },
    inStatus(S),
  ),
];

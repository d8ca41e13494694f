import { type Context, tally } from '../context.ts';
import { CLOSES, PROGRAMMES, RUNS } from '../world/programmes.ts';
import { SUPPORT, USES } from '../world/structures.ts';
import { flowOf, ratioOf, stockOf } from './make.ts';

const reading = 'territory' as const;

/** Flows of the board are counts of structures and of decisions: real ones, at any population. */
const board =
  (flow: 'boardSeats' | 'dissenters' | 'silentExits' | 'participations' | 'decisions' | 'decisionMonths') =>
  ({ scratch }: Context): number =>
    scratch.tally[tally[flow]];

/** A programme fails when what it adds is less than what its minutes take, at the mean time of support a person gets. */
function failing({ world, rules }: Context): { count: number; months: number } {
  const { structures: s, programmes: g, counts } = world;
  let minutes = 0;
  let people = 0;
  for (let j = 0; j < counts.structures; j++) {
    minutes += s.minutes[j * USES + SUPPORT];
    people += s.caseload[j];
  }
  const least = minutes > 0 ? (rules.deliberation.minutes[0] * people) / minutes : 0;
  let count = 0;
  let months = 0;
  for (let q = 0; q < PROGRAMMES; q++) {
    if ((g.state[q] !== RUNS && g.state[q] !== CLOSES) || g.quality[q] >= least) continue;
    count++;
    months += g.age[q];
  }
  return { count, months };
}

/** How the partnership decides on its programmes, and what becomes of those that fail. */
export const deliberationIndicators = [
  flowOf(
    {
      id: 'board-seats',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'structures/year',
      label: { fr: 'Structures consultées', en: 'Structures on the board' },
      definition: {
        fr: 'Structures appelées à se prononcer sur les programmes communs, par an.',
        en: 'Structures asked for their view of common programmes, a year.',
      },
    },
    board('boardSeats'),
  ),
  flowOf(
    {
      id: 'dissenters',
      reading,
      better: 'neutral',
      digits: 1,
      unit: 'structures/year',
      label: { fr: 'Structures qui contredisent', en: 'Structures that speak against' },
      definition: { fr: 'Structures qui parlent contre un programme au moins, par an.', en: 'Structures that speak against one programme at least, a year.' },
    },
    board('dissenters'),
  ),
  flowOf(
    {
      id: 'participations',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'participations/year',
      label: { fr: 'Participations attendues', en: 'Participations expected' },
      definition: {
        fr: 'Programmes communs en cours, comptés une fois par structure, par an.',
        en: 'Common programmes that run, counted once for each structure, a year.',
      },
    },
    board('participations'),
  ),
  flowOf(
    {
      id: 'silent-exits',
      reading,
      better: 'down',
      digits: 1,
      unit: 'participations/year',
      label: { fr: 'Programmes refusés sans le dire', en: 'Programmes refused without a word' },
      definition: {
        fr: 'Participations auxquelles une structure renonce en silence : elle n’y envoie plus personne ; par an.',
        en: 'Participations that a structure quietly gives up: it sends nobody there any more; a year.',
      },
    },
    board('silentExits'),
  ),
  ratioOf(
    {
      id: 'voiced-dissent',
      reading,
      better: 'neutral',
      digits: 1,
      unit: '%',
      label: { fr: 'Désaccord exprimé', en: 'Voiced dissent' },
      definition: {
        fr: 'Part des structures qui parlent contre un programme au moins dans l’année.',
        en: 'Share of structures that speak against one programme at least in the year.',
      },
      denominator: { fr: 'structures consultées', en: 'structures on the board' },
    },
    'dissenters',
    'board-seats',
    100,
  ),
  ratioOf(
    {
      id: 'silent-exit-rate',
      reading,
      better: 'down',
      digits: 1,
      unit: '%',
      label: { fr: 'Retraits silencieux', en: 'Silent exits' },
      definition: {
        fr: 'Part des participations auxquelles les structures renoncent en silence.',
        en: 'Share of participations that structures quietly give up.',
      },
      denominator: { fr: 'participations attendues', en: 'participations expected' },
    },
    'silent-exits',
    'participations',
    100,
  ),
  stockOf(
    {
      id: 'failing-programmes',
      reading,
      better: 'down',
      digits: 2,
      unit: 'programmes',
      window: 'horizon',
      label: { fr: 'Programmes qui échouent', en: 'Failing programmes' },
      definition: {
        fr: 'Programmes communs en cours qui apportent moins que le temps qu’ils prennent, en moyenne sur la période.',
        en: 'Common programmes running that add less than the time they take, on average over the run.',
      },
      denominator: { fr: 'huit programmes au plus', en: 'eight programmes at most' },
    },
    (context) => failing(context).count,
  ),
  stockOf(
    {
      id: 'failing-age',
      reading,
      better: 'down',
      digits: 1,
      unit: 'months',
      label: { fr: 'Âge des programmes qui échouent', en: 'Age of failing programmes' },
      definition: {
        fr: 'Mois écoulés depuis leur ouverture, en moyenne sur les programmes en cours qui échouent ; 0 s’il n’y en a pas.',
        en: 'Months since they opened, on average over failing programmes that run; 0 when there is none.',
      },
      denominator: { fr: 'programmes qui échouent', en: 'failing programmes' },
    },
    (context) => {
      const { count, months } = failing(context);
      return count > 0 ? months / count : 0;
    },
  ),
  flowOf(
    {
      id: 'decisions',
      reading,
      better: 'neutral',
      digits: 1,
      unit: 'decisions/year',
      label: { fr: 'Décisions du partenariat', en: 'Decisions of the partnership' },
      definition: { fr: 'Programmes communs ouverts ou fermés, par an.', en: 'Common programmes opened or closed, a year.' },
    },
    board('decisions'),
  ),
  flowOf(
    {
      id: 'decision-months',
      reading,
      better: 'down',
      digits: 1,
      unit: 'months/year',
      label: { fr: 'Mois d’attente des décisions', en: 'Months that decisions wait' },
      definition: {
        fr: 'Mois que prennent les décisions du partenariat, ajoutés, par an.',
        en: 'Months that decisions of the partnership take, added up, a year.',
      },
    },
    board('decisionMonths'),
  ),
  ratioOf(
    {
      id: 'time-to-decide',
      reading,
      better: 'down',
      digits: 1,
      unit: 'months',
      label: { fr: 'Délai de décision', en: 'Time to decide' },
      definition: {
        fr: 'Mois entre la réunion et l’ouverture ou la fermeture d’un programme.',
        en: 'Months between the meeting and the opening or closing of a programme.',
      },
      denominator: { fr: 'décisions du partenariat', en: 'decisions of the partnership' },
    },
    'decision-months',
    'decisions',
    1,
  ),
];

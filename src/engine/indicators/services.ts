import { type Context, tally } from '../context.ts';
import { stock } from '../observe.ts';
import { A } from '../world/status.ts';
import { SUPPORT, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { flowOf, people, ratioOf, stockOf } from './make.ts';

const reading = 'service' as const;

const workers = ({ world }: Context): number => {
  let sum = 0;
  for (let j = 0; j < world.counts.structures; j++) sum += world.structures.workers[j];
  return sum;
};

const minutes = ({ world }: Context, use: number): number => {
  let sum = 0;
  for (let j = 0; j < world.counts.structures; j++) sum += world.structures.minutes[j * USES + use];
  return sum;
};

const paidMinutes = (context: Context): number => {
  let sum = 0;
  for (let u = 0; u < USES; u++) sum += minutes(context, u);
  return sum;
};

const declared = ({ world }: Context): number => {
  let sum = 0;
  for (let j = 0; j < world.counts.structures; j++) sum += Math.round(world.structures.declared[j] * 1000);
  return sum / 1000;
};

/** What services live, and what their dashboards say. */
export const serviceIndicators = [
  stockOf(
    {
      id: 'staff',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'posts',
      label: { fr: 'Agents en poste', en: 'Staff in post' },
      definition: { fr: 'Agents d’accompagnement, équivalents temps plein.', en: 'Support workers, full-time equivalents.' },
    },
    workers,
  ),
  stockOf(
    {
      id: 'caseload',
      reading,
      better: 'down',
      digits: 1,
      unit: 'persons/worker',
      label: { fr: 'Dossiers par agent', en: 'Files per worker' },
      definition: { fr: 'Personnes accompagnées par agent en poste.', en: 'People accompanied per worker in post.' },
      denominator: { fr: 'agents en poste', en: 'workers in post' },
    },
    (context) => (context.scratch.stock[A] * context.world.head[header.scale]) / Math.max(1, workers(context)),
  ),
  stockOf(
    {
      id: 'support-share',
      main: true,
      reading,
      better: 'up',
      digits: 1,
      unit: '%',
      label: { fr: 'Temps d’accompagnement', en: 'Time spent on support' },
      definition: { fr: 'Part des heures payées qui vont à l’accompagnement.', en: 'Share of paid hours that go to support.' },
      denominator: { fr: 'heures payées', en: 'paid hours' },
    },
    (context) => (100 * minutes(context, SUPPORT)) / Math.max(1, paidMinutes(context)),
  ),
  stockOf(
    {
      id: 'support-hours',
      reading,
      better: 'up',
      digits: 2,
      unit: 'hours/person/month',
      label: { fr: 'Heures par personne accompagnée', en: 'Hours per person accompanied' },
      definition: { fr: 'Heures d’accompagnement par personne et par mois.', en: 'Hours of support per person and month.' },
      denominator: { fr: 'personnes accompagnées', en: 'people accompanied' },
    },
    (context) => minutes(context, SUPPORT) / 60 / Math.max(1, context.scratch.stock[A] * context.world.head[header.scale]),
  ),
  stockOf(
    {
      id: 'parked',
      reading,
      better: 'down',
      digits: 1,
      unit: '%',
      label: { fr: 'Dossiers en sommeil', en: 'Files parked' },
      definition: {
        fr: 'Part des personnes accompagnées qui ne reçoivent que le minimum d’heures.',
        en: 'Share of people accompanied who get no more than floor hours.',
      },
      denominator: { fr: 'personnes accompagnées', en: 'people accompanied' },
    },
    ({ scratch }) => (100 * scratch.stock[stock.parked]) / Math.max(1, scratch.stock[A]),
  ),
  flowOf(
    {
      id: 'departures',
      reading,
      better: 'down',
      digits: 0,
      unit: 'workers/year',
      label: { fr: 'Départs d’agents', en: 'Staff departures' },
      definition: { fr: 'Agents qui quittent leur poste, par an.', en: 'Workers who leave their post, a year.' },
    },
    ({ scratch }) => scratch.tally[tally.departures],
  ),
  flowOf(
    {
      id: 'declared',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'results/year',
      label: { fr: 'Sorties positives déclarées', en: 'Positive exits declared' },
      definition: {
        fr: 'Somme de ce que chaque service déclare, par an : une même sortie peut compter plusieurs fois.',
        en: 'Sum of what each service declares, a year: one exit may count several times.',
      },
    },
    declared,
  ),
  flowOf(
    {
      id: 'true-exits',
      reading,
      better: 'up',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Emplois durables de personnes accompagnées', en: 'Durable jobs of people accompanied' },
      definition: {
        fr: 'Lecture commune : personnes accompagnées qui prennent un emploi durable, par an, chacune comptée une fois.',
        en: 'Joint reading: people accompanied who take a durable job, a year, each counted once.',
      },
    },
    people('servedExits'),
  ),
  ratioOf(
    {
      id: 'mirror',
      main: true,
      reading,
      better: 'down',
      digits: 2,
      unit: 'ratio',
      label: { fr: 'Déclaré pour un emploi durable', en: 'Declared per durable job' },
      definition: {
        fr: 'Le miroir de l’évaluateur : sorties positives déclarées par les services pour un emploi durable réel.',
        en: 'The evaluator’s mirror: positive exits declared by services for one real durable job.',
      },
      denominator: { fr: 'emplois durables de personnes accompagnées', en: 'durable jobs of people accompanied' },
    },
    'declared',
    'true-exits',
    1,
  ),
  flowOf(
    {
      id: 'untrue',
      reading,
      better: 'down',
      digits: 0,
      unit: 'results/year',
      label: { fr: 'Résultats déclarés à tort', en: 'Untrue results declared' },
      definition: {
        fr: 'Sorties sans emploi ou emplois trop courts déclarés comme positifs, par an.',
        en: 'Exits without work or jobs too short declared as positive, a year.',
      },
    },
    people('untrue'),
  ),
  flowOf(
    {
      id: 'withheld',
      reading,
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Dossiers transmis en partie', en: 'Files passed on in part' },
      definition: {
        fr: 'Personnes passées à un autre service avec une partie du dossier gardée, par an.',
        en: 'People passed on with part of the file kept back, a year.',
      },
    },
    people('withheld'),
  ),
  flowOf(
    {
      id: 'repeated-diagnoses',
      reading,
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Diagnostics refaits', en: 'Diagnoses repeated' },
      definition: { fr: 'Personnes dont on découvre que le dossier était incomplet, par an.', en: 'People whose file proves to have been incomplete, a year.' },
    },
    people('discovered'),
  ),
  flowOf(
    {
      id: 'given-back',
      reading,
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Dossiers rendus à l’orientation', en: 'Files given back to orientation' },
      definition: {
        fr: 'Personnes réorientées parce que leur besoin principal n’avait pas été dit, par an.',
        en: 'People oriented again because their main need had not been told, a year.',
      },
    },
    people('givenBack'),
  ),
];

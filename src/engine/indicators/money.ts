import type { Context } from '../context.ts';
import { BENEFITS, ENGINEERING, FUNDERS, INSERTION, INVESTMENT, LINES, REPAIR } from '../world/funders.ts';
import { SOLUTIONS } from '../world/people.ts';
import { header } from '../world/world.ts';
import { flowOf, people, ratioOf, stockOf } from './make.ts';

const reading = 'funder' as const;
const CENTS = 100;

const line =
  (l: number) =>
  ({ world }: Context): number => {
    let sum = 0;
    for (let k = 0; k < FUNDERS; k++) sum += world.funders.spent[k * LINES + l];
    return sum / CENTS;
  };

const all = ({ world }: Context): number => {
  let sum = 0;
  for (let k = 0; k < FUNDERS * LINES; k++) sum += world.funders.spent[k];
  return sum / CENTS;
};

const debt = ({ world }: Context): number => {
  let sum = 0;
  for (let k = 0; k < FUNDERS; k++) sum += world.funders.debt[k];
  return sum / CENTS;
};

const places = ({ world }: Context): number => {
  let sum = 0;
  for (let k = 0; k < world.counts.zones * SOLUTIONS; k++) sum += Math.round(world.zones.places[k] * 1000);
  return sum / 1000;
};

/** Who pays what. */
export const moneyIndicators = [
  flowOf(
    {
      id: 'spending',
      main: true,
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'EUR/year',
      label: { fr: 'Dépense publique totale', en: 'Total public spending' },
      definition: {
        fr: 'Prestations, réparation, insertion, investissement et ingénierie, tous financeurs, par an.',
        en: 'Benefits, repair, insertion, investment and engineering, all funders, a year.',
      },
    },
    all,
  ),
  flowOf(
    {
      id: 'benefits',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'EUR/year',
      label: { fr: 'Revenu minimum versé', en: 'Minimum income paid' },
      definition: { fr: 'Revenu minimum versé aux ayants droit, par an.', en: 'Minimum income paid to right-holders, a year.' },
    },
    line(BENEFITS),
  ),
  flowOf(
    {
      id: 'benefits-refunded',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'EUR/year',
      label: { fr: 'Revenu minimum remboursé', en: 'Minimum income refunded' },
      definition: {
        fr: 'Part du revenu minimum rendue à qui en a la charge : compensation de l’État en France, remboursement fédéral en Belgique, par an.',
        en: 'Part of the minimum income given back to whoever bears it: compensation by the State in France, federal refund in Belgium, a year.',
      },
    },
    ({ world }) => world.head[header.refunded] / CENTS,
  ),
  flowOf(
    {
      id: 'repair',
      reading,
      better: 'down',
      digits: 0,
      unit: 'EUR/year',
      label: { fr: 'Réparation', en: 'Repair' },
      definition: {
        fr: 'Hébergement d’urgence, soins, protection de l’enfance, dettes : ce que coûtent les besoins graves, par an.',
        en: 'Emergency housing, care, child protection, debts: what severe needs cost, a year.',
      },
    },
    line(REPAIR),
  ),
  flowOf(
    {
      id: 'insertion',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'EUR/year',
      label: { fr: 'Insertion', en: 'Insertion' },
      definition: { fr: 'Contrats et prix payés aux structures, par an.', en: 'Contracts and prices paid to structures, a year.' },
    },
    line(INSERTION),
  ),
  flowOf(
    {
      id: 'investment',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'EUR/year',
      label: { fr: 'Investissement social', en: 'Social investment' },
      definition: {
        fr: 'Solutions construites : logement, soins, mobilité, garde, formation, par an.',
        en: 'Solutions built: housing, care, mobility, childcare, training, a year.',
      },
    },
    line(INVESTMENT),
  ),
  flowOf(
    {
      id: 'engineering',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'EUR/year',
      label: { fr: 'Ingénierie et gestion', en: 'Engineering and administration' },
      definition: {
        fr: 'Instruction, orientation, observatoire, ingénierie, évaluation, par an.',
        en: 'Processing, orientation, observatory, engineering, evaluation, a year.',
      },
    },
    line(ENGINEERING),
  ),
  ratioOf(
    {
      id: 'cost-per-durable-job',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'EUR',
      label: { fr: 'Dépense par emploi durable', en: 'Spending per durable job' },
      definition: {
        fr: 'Dépense publique totale pour une entrée en emploi durable. Seul, ce chiffre récompense l’écrémage : à lire avec le sort de tous.',
        en: 'Total public spending for one entry into durable work. Alone, this figure rewards creaming: to be read with the fate of everyone.',
      },
      denominator: { fr: 'entrées en emploi durable', en: 'entries into durable work' },
    },
    'spending',
    'durable-jobs',
    1,
  ),
  stockOf(
    {
      id: 'debt',
      main: true,
      reading,
      better: 'down',
      digits: 0,
      unit: 'EUR',
      label: { fr: 'Déficits cumulés', en: 'Accumulated deficits' },
      definition: { fr: 'Ce que les financeurs ont dû emprunter.', en: 'What funders had to borrow.' },
    },
    debt,
  ),
  stockOf(
    {
      id: 'places',
      reading,
      better: 'up',
      digits: 0,
      unit: 'places',
      label: { fr: 'Solutions disponibles', en: 'Solutions that exist' },
      definition: { fr: 'Logements, soins, transports, gardes et formations ouverts.', en: 'Homes, care, transport, childcare and training open.' },
    },
    places,
  ),
  flowOf(
    {
      id: 'solutions-given',
      reading,
      better: 'up',
      digits: 0,
      unit: 'solutions/year',
      label: { fr: 'Solutions obtenues', en: 'Solutions obtained' },
      definition: { fr: 'Personnes qui obtiennent une solution, par an.', en: 'People who obtain a solution, a year.' },
    },
    people('solutionsGiven'),
  ),
];

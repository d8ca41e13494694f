import type { Context } from '../context.ts';
import { fromGrains } from '../core/money.ts';
import { stock } from '../observe.ts';
import { A } from '../world/status.ts';
import { AXES, PRACTICE } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { stockOf } from './make.ts';

const reading = 'service' as const;

/** Root mean square distance between two structures taken at random, from 0 to 100: √(2 × variance), each structure for one. */
const diversity =
  (column: 'practice' | 'form') =>
  ({ world }: Context): number => {
    const { structures: s, counts } = world;
    let sum = 0;
    for (let q = 0; q < PRACTICE; q++) {
      let first = 0;
      let second = 0;
      for (let j = 0; j < counts.structures; j++) {
        first += s[column][j * PRACTICE + q];
        second += s[column][j * PRACTICE + q] * s[column][j * PRACTICE + q];
      }
      const mean = first / counts.structures;
      sum += Math.max(0, second / counts.structures - mean * mean);
    }
    return 100 * Math.sqrt((2 * sum * AXES) / PRACTICE);
  };

/** Mean distance between what is declared and what is done, from 0 to 100. */
const decoupling = ({ world }: Context): number => {
  const { structures: s, counts } = world;
  let sum = 0;
  for (let q = 0; q < counts.structures * PRACTICE; q += AXES) {
    const d0 = s.form[q] - s.practice[q];
    const d1 = s.form[q + 1] - s.practice[q + 1];
    sum += Math.sqrt(d0 * d0 + d1 * d1);
  }
  return (100 * sum * AXES) / PRACTICE / Math.max(1, counts.structures);
};

const contractsLeft = ({ world }: Context): number => {
  let sum = 0;
  for (let j = 0; j < world.counts.structures; j++) sum += world.structures.contractsLeft[j];
  return sum;
};

/** A sum over structures paid by the person. */
const amongOperators =
  (column: 'caseload' | 'workers' | 'cash') =>
  ({ world }: Context): number => {
    const { structures: s, counts } = world;
    let sum = 0;
    for (let j = 0; j < counts.structures; j++) if (s.perHead[j] + s.perResult[j] > 0) sum += s[column][j];
    return sum;
  };
const [files, workers, cash] = [amongOperators('caseload'), amongOperators('workers'), amongOperators('cash')];

/** How alike services work, what they say of it, and whom it suits; how those paid by the person fare. */
export const practiceIndicators = [
  stockOf(
    {
      id: 'practice-diversity',
      reading,
      better: 'neutral',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Diversité des pratiques', en: 'Diversity of practices' },
      definition: {
        fr: 'Distance (moyenne quadratique) entre les manières de travailler de deux structures prises au hasard, sur deux axes et cinq phases.',
        en: 'Distance (root mean square) between the ways of working of two structures taken at random, on two axes and five phases.',
      },
      denominator: { fr: 'paires de structures', en: 'pairs of structures' },
    },
    diversity('practice'),
  ),
  stockOf(
    {
      id: 'form-diversity',
      reading,
      better: 'neutral',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Diversité des formes déclarées', en: 'Diversity of declared forms' },
      definition: {
        fr: 'La même distance entre ce que les structures déclarent faire.',
        en: 'The same distance between what structures declare that they do.',
      },
      denominator: { fr: 'paires de structures', en: 'pairs of structures' },
    },
    diversity('form'),
  ),
  stockOf(
    {
      id: 'decoupling',
      reading,
      better: 'down',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Écart entre le déclaré et le pratiqué', en: 'Gap between form and practice' },
      definition: {
        fr: 'Distance moyenne entre la forme déclarée d’une structure et sa pratique.',
        en: 'Mean distance between the declared form of a structure and its practice.',
      },
      denominator: { fr: 'structures', en: 'structures' },
    },
    decoupling,
  ),
  stockOf(
    {
      id: 'contracts-left',
      reading,
      better: 'neutral',
      digits: 1,
      unit: 'contracts',
      label: { fr: 'Contrats quittés', en: 'Contracts given up' },
      definition: {
        fr: 'Contrats auxquels des structures ont renoncé depuis le début, plutôt que de travailler comme ils le demandent.',
        en: 'Contracts that structures have given up since the start rather than work as they ask.',
      },
    },
    contractsLeft,
  ),
  stockOf(
    {
      id: 'fit-unusual',
      reading,
      better: 'up',
      digits: 1,
      unit: 'index',
      label: { fr: 'Adéquation aux demandes peu communes', en: 'Fit to unusual needs' },
      definition: {
        fr: 'Rendement des heures pour les personnes dont la manière est peu commune (une sur onze), 100 étant la moyenne de tous au début.',
        en: 'Yield of hours for people whose manner is unusual (one in eleven), 100 being everyone’s mean at the start.',
      },
      denominator: { fr: 'personnes accompagnées peu communes', en: 'unusual people accompanied' },
    },
    ({ scratch }) => (100 * fromGrains(scratch.stock[stock.fitUnusual])) / Math.max(1, scratch.stock[stock.unusual]),
  ),
  stockOf(
    {
      id: 'fit-usual',
      reading,
      better: 'up',
      digits: 1,
      unit: 'index',
      label: { fr: 'Adéquation aux demandes communes', en: 'Fit to usual needs' },
      definition: {
        fr: 'Le même rendement pour les autres personnes.',
        en: 'The same yield for the other people.',
      },
      denominator: { fr: 'autres personnes accompagnées', en: 'other people accompanied' },
    },
    ({ scratch }) => (100 * fromGrains(scratch.stock[stock.fitUsual])) / Math.max(1, scratch.stock[A] - scratch.stock[stock.unusual]),
  ),
  stockOf(
    {
      id: 'operator-share',
      reading,
      better: 'neutral',
      digits: 1,
      unit: '%',
      label: { fr: 'Part suivie par des opérateurs', en: 'Share followed by operators' },
      definition: {
        fr: 'Part des personnes accompagnées qui le sont par un opérateur payé à la personne.',
        en: 'Share of people accompanied who are followed by an operator paid by the person.',
      },
      denominator: { fr: 'personnes accompagnées', en: 'people accompanied' },
    },
    (context) => (100 * files(context)) / Math.max(1, context.scratch.stock[A] * context.world.head[header.scale]),
  ),
  stockOf(
    {
      id: 'operator-files',
      reading,
      better: 'neutral',
      digits: 1,
      unit: 'persons/worker',
      label: { fr: 'Dossiers par agent chez les opérateurs', en: 'Files per worker at operators' },
      definition: {
        fr: 'Personnes suivies par agent chez les opérateurs payés à la personne.',
        en: 'People followed per worker at operators paid by the person.',
      },
      denominator: { fr: 'agents des opérateurs', en: 'workers of operators' },
    },
    (context) => files(context) / Math.max(1, workers(context)),
  ),
  stockOf(
    {
      id: 'operator-cash',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'EUR',
      label: { fr: 'Trésorerie des opérateurs', en: 'Cash held by operators' },
      definition: {
        fr: 'Ce que les opérateurs ont reçu et n’ont pas dépensé : leur marge accumulée.',
        en: 'What operators were paid and did not spend: their margin so far.',
      },
    },
    (context) => cash(context) / 100,
  ),
];

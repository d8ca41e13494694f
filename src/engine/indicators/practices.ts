import type { Context } from '../context.ts';
import { fromGrains } from '../core/money.ts';
import { stock } from '../observe.ts';
import { A } from '../world/status.ts';
import { AXES, PRACTICE } from '../world/structures.ts';
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

/** How alike services work, what they say of it, and whom it suits. */
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
];

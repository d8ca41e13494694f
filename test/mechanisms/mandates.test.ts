import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const YEARS = 4;
const LAST = 12 * (YEARS - 1);
const ASSOCIATIVE = 2;

/** Associations that closed or were taken over this month. */
function look({ now, before, note }: Seen): void {
  const { closed, kind } = before.structures;
  for (let j = 0; j < now.counts.structures; j++) {
    if (now.structures.closed[j]! <= closed[j]!) continue;
    if (kind[j] === ASSOCIATIVE) note('associations gone', 1);
  }
}

const concentration = (run: Reading): number => run.level('concentration', LAST);
const standing = (run: Reading): number => run.level('structures-standing', LAST);
const gone = (run: Reading): number => run.sum('associations gone');

ablation('mandates', {
  population: 200,
  months: 12 * YEARS,
  books: {
    agreed: { set: { 'contracting.call-share': 0 } },
    called: { set: { 'contracting.call-share': 1, 'contracting.call-length': 12 } },
  },
  look,
  patterns: {
    'calls concentrate contracts (points of Herfindahl out of 100)': {
      margin: 5,
      contrast: ({ agreed, called }) => concentration(called) - concentration(agreed),
    },
    'calls leave fewer structures standing': { margin: 0.3, contrast: ({ agreed, called }) => standing(agreed) - standing(called) },
    'associations go': { margin: 0.3, contrast: ({ agreed, called }) => gone(called) - gone(agreed) },
  },
});

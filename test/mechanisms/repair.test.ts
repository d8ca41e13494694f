import { ablation } from './ablation.ts';
import type { Reading } from './reading.ts';

const MONTHS = 48;
const LATE = MONTHS - 12;
/** Entries double and nobody holds a reserve: benefits run over what was planned. */
const shock = { 'conjuncture.inflow': 2, 'books.reserve-months': 0 };
const spent = (run: Reading): number => run.flow('insertion') + run.flow('investment');
const lost = (run: Reading, reference: Reading, of: (run: Reading) => number): number => 100 * (1 - of(run) / of(reference));
const early = (run: Reading): number => run.flow('insertion', 0, 24);
const places = (run: Reading): number => run.level('places', LATE);

ablation('repair', {
  months: MONTHS,
  population: 600,
  books: {
    spared: { set: { ...shock, 'budget.squeeze': 0 } },
    squeezed: { set: { ...shock, 'budget.squeeze': 1 } },
    shifted: { set: { ...shock, 'budget.squeeze': 1, 'budget.shift': 4 } },
  },
  patterns: {
    'an overrun eats insertion and investment when it is squeezed from them (%)': {
      margin: 1,
      contrast: ({ spared, squeezed }) => lost(squeezed, spared, spent),
    },
    'and in the end there are fewer solutions (%)': { margin: 1, contrast: ({ spared, squeezed }) => lost(squeezed, spared, places) },
    'points shifted to investment cost insertion first (%)': { margin: 0.2, contrast: ({ squeezed, shifted }) => lost(shifted, squeezed, early) },
    'and make more solutions in the end (%)': { margin: 3, contrast: ({ squeezed, shifted }) => -lost(shifted, squeezed, places) },
  },
});

import { tally } from '../../src/engine/context.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

/** Four jobs in ten go at month 0. */
const TIGHTNESS = 0.6;

function look({ month, context, note }: Seen): void {
  note(month < 4 ? 'at once' : month >= 18 ? 'later' : 'between', context.scratch.tally[tally.entries]!);
}

/** Rise of entries, in per cent. */
const rise = (run: Reading, reference: Reading, when: string): number => (reference.sum(when) === 0 ? 0 : 100 * (run.sum(when) / reference.sum(when) - 1));

ablation('conjuncture', {
  months: 30,
  books: { same: {}, shock: { timeline: [{ at: 0, set: { 'conjuncture.tightness': TIGHTNESS } }] } },
  look,
  patterns: {
    'when jobs go, more people come (% more entries, a year and a half later)': { margin: 10, contrast: ({ same, shock }) => rise(shock, same, 'later') },
    'late: few of them come at once (points more entries later than in the first months)': {
      margin: 8,
      contrast: ({ same, shock }) => rise(shock, same, 'later') - rise(shock, same, 'at once'),
    },
    'and in part: entries rise by less than jobs have become scarcer (points less)': {
      margin: 10,
      contrast: ({ same, shock }) => (same.sum('later') === 0 ? 0 : 100 * (1 / TIGHTNESS - 1) - rise(shock, same, 'later')),
    },
  },
});

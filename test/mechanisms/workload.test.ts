import { ablation, institutions } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const CUT_UNTIL = 18;
/** Price of an hour from which work is felt as overload. */
const OVERLOAD = 0.6;

function look({ month, now, note }: Seen): void {
  if (month >= CUT_UNTIL) return;
  const { lambda, caseload } = now.structures;
  for (let j = 0; j < now.counts.structures; j++) if (caseload[j]! > 0) note('overloaded', lambda[j]! > OVERLOAD ? 100 : 0);
}

const departures = (run: Reading): number => (1200 * run.flow('departures', 3, CUT_UNTIL)) / run.flow('staff', 3, CUT_UNTIL);

ablation('workload', {
  months: 30,
  aside: institutions,
  books: {
    same: {},
    cut: { timeline: [{ at: 0, until: CUT_UNTIL, set: { 'capacity.staff': 60 } }] },
  },
  look,
  patterns: {
    'a cut in staff makes more of those who remain leave (departures a year for a hundred workers)': {
      margin: 3,
      contrast: ({ same, cut }) => departures(cut) - departures(same),
    },
    'an hour gets dear in more services (points)': { margin: 8, contrast: ({ same, cut }) => cut.mean('overloaded') - same.mean('overloaded') },
    'hiring relieves fast (files per worker that go in nine months)': {
      margin: 12,
      contrast: ({ cut }) => cut.level('caseload', CUT_UNTIL - 3, CUT_UNTIL) - cut.level('caseload', CUT_UNTIL + 9, CUT_UNTIL + 12),
    },
  },
});

import { levelOfClass } from '../../src/engine/world/people.ts';
import { W } from '../../src/engine/world/status.ts';
import { ablation, institutions } from './ablation.ts';
import type { Seen } from './reading.ts';

const EFFECT_MONTH = 12;
const LEVELS = ['easy', 'middling', 'hard'] as const;

/** Answers of the services that may refuse, to those who waited for one, by the difficulty they see. */
function look({ month, now, before, each, note }: Seen): void {
  if (month < EFFECT_MONTH) return;
  const { status, lead, refusals, perceived } = before.people;
  each((i) => {
    if (status[i] !== W || !before.structures.mayRefuse[lead[i]!]) return;
    const refused = now.people.refusals[i]! > refusals[i]! ? 100 : 0;
    note('all', refused);
    note(LEVELS[levelOfClass(perceived[i]!)]!, refused);
  });
}

/** Load is the inverse of staff: rise of refusals for each step of load, as staff goes from more to less. */
const slope = (less: number, more: number, staffLess: number, staffMore: number): number => (less - more) / (1 / staffLess - 1 / staffMore);

/** A refusal that takes some time: at the usual cost services refuse so often already that the rise bends little. */
const costly = { 'entry-control.refusal-hours': 5 };

ablation('entry-control', {
  replications: 56,
  months: 24,
  aside: institutions,
  books: {
    ample: { set: { ...costly, 'capacity.staff': 200 } },
    fair: { set: { ...costly, 'capacity.staff': 120 } },
    usual: { set: { ...costly, 'capacity.staff': 100 } },
    scarce: { set: { ...costly, 'capacity.staff': 80 } },
  },
  look,
  patterns: {
    'refusals rise with load (points of answers)': { margin: 3, contrast: ({ ample, scarce }) => scarce.mean('all') - ample.mean('all') },
    // Beyond today's load almost all that can be refused is, and the rise bends the other way.
    'and faster and faster as load comes to today’s (points of answers for a load doubled)': {
      margin: 2,
      contrast: ({ ample, fair, usual }) => slope(usual.mean('all'), fair.mean('all'), 1, 1.2) - slope(fair.mean('all'), ample.mean('all'), 1.2, 2),
    },
    'they fall on hard cases (points of answers)': {
      margin: 1,
      contrast: ({ ample, fair, scarce }) => [ample, fair, scarce].reduce((sum, run) => sum + (run.mean('hard') - run.mean('easy')) / 3, 0),
    },
  },
});

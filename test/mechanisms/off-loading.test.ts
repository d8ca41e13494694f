import type { World } from '../../src/engine/index.ts';
import { levelOfClass } from '../../src/engine/world/people.ts';
import { trueClass } from '../../src/engine/world/perception.ts';
import { rightOpen } from '../../src/engine/world/status.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const MONTHS = 24;
const LEVELS = ['easy', 'middling', 'hard'] as const;

/** Chains are counted from month 0. */
function prepare({ people }: World): void {
  people.handOffs.fill(0);
  people.bounces.fill(0);
}

/** Whether those passed on are sent back, and at the end the length of the chain of those still on benefit, by true difficulty. */
function look({ month, now, before, each, note }: Seen): void {
  const { status, handOffs, bounces, needs } = now.people;
  each((i) => {
    const level = LEVELS[levelOfClass(trueClass(needs, i))]!;
    if (handOffs[i]! > before.people.handOffs[i]!) note(`${level} sent`, 1);
    if (bounces[i]! > before.people.bounces[i]!) note(`${level} back`, 1);
    if (month === MONTHS - 1 && rightOpen[status[i]!]) note(`${level} chain`, handOffs[i]! + bounces[i]!);
  });
}

const back = (run: Reading, level: string): number => (run.sum(`${level} sent`) === 0 ? 0 : (100 * run.sum(`${level} back`)) / run.sum(`${level} sent`));
const sentBack = (run: Reading): number => 100 * run.ratio('bounces', 'hand-offs', 6);
const apart = { 'evaluation.stake': 0.5 };
const together = { 'evaluation.stake': 0.5, 'evaluation.joint-weight': 1 };

ablation('off-loading', {
  replications: 72,
  months: MONTHS,
  books: {
    ample: { set: { ...apart, 'capacity.staff': 150 } },
    scarce: { set: { ...apart, 'capacity.staff': 60 } },
    ampleTogether: { set: { ...together, 'capacity.staff': 150 } },
    scarceTogether: { set: { ...together, 'capacity.staff': 60 } },
  },
  prepare,
  look,
  patterns: {
    'more of those passed on are sent back when means are scarce (points)': { margin: 3, contrast: ({ ample, scarce }) => sentBack(scarce) - sentBack(ample) },
    'and when each is judged apart (points)': {
      margin: 0.3,
      contrast: ({ ample, ampleTogether }) => sentBack(ample) - sentBack(ampleTogether),
    },
    'most when means are scarce and each is judged apart (points)': {
      margin: 3,
      contrast: ({ scarce, ampleTogether }) => sentBack(scarce) - sentBack(ampleTogether),
    },
    'the hardest people are sent back more often when passed on (points)': {
      margin: 1,
      contrast: ({ ample, scarce }) => (back(ample, 'hard') - back(ample, 'easy') + back(scarce, 'hard') - back(scarce, 'easy')) / 2,
    },
    'scarcity counts for more when each is judged apart (points)': {
      margin: 0.5,
      contrast: ({ ample, scarce, ampleTogether, scarceTogether }) => sentBack(scarce) - sentBack(ample) - (sentBack(scarceTogether) - sentBack(ampleTogether)),
      absent: 'under scarcity the price of an hour decides, whoever is judged',
    },
    'the hardest people have the longest chains (steps in two years)': {
      margin: 0.02,
      contrast: ({ scarce }) => scarce.mean('hard chain') - scarce.mean('easy chain'),
    },
  },
});

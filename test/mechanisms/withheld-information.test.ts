import { levelOfClass, WITHHELD } from '../../src/engine/world/people.ts';
import { trueClass } from '../../src/engine/world/perception.ts';
import { A, W } from '../../src/engine/world/status.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const LEVELS = ['easy', 'middling', 'hard'] as const;
const MONTHS = 30;
const HALF = 15;

/** Files handed on this month, told in full or not, by true difficulty; trust of those whose missing file is found out this month, and of those not yet. */
function look({ now, before, each, note }: Seen): void {
  const { status, handOffs, flags, trust, needs, lead, file } = now.people;
  each((i) => {
    if (handOffs[i]! > before.people.handOffs[i]! && status[i] === W && !(before.people.flags[i]! & WITHHELD)) {
      const kept = flags[i]! & WITHHELD ? 100 : 0;
      note('kept back', kept);
      note(LEVELS[levelOfClass(trueClass(needs, i))]!, kept);
      note(`${LEVELS[levelOfClass(trueClass(needs, i))]!} untold`, 100 * (1 - file[i]!));
    }
    if (!(before.people.flags[i]! & WITHHELD) || before.people.status[i] !== A || status[i] !== A || lead[i] !== before.people.lead[i]) return;
    note(flags[i]! & WITHHELD ? 'not found out' : 'found out', 100 * (trust[i]! - before.people.trust[i]!));
  });
}

const lossAtDiscovery = (run: Reading): number => (run.count('found out') === 0 ? 0 : run.mean('not found out') - run.mean('found out'));

/** A common file that takes no time: what it spares is compared, and not what it costs. */
const free = { 'grouping.set-up-hours': 0, 'grouping.routine-lost': 0, 'grouping.entry-minutes': 0, 'grouping.upkeep-minutes': 0 };

ablation('withheld-information', {
  months: MONTHS,
  replications: 96,
  books: {
    ample: { set: { 'capacity.staff': 150 } },
    scarce: { set: { 'capacity.staff': 60 } },
    common: { set: { 'capacity.staff': 60, 'governance.mission-integration': 1, ...free } },
  },
  look,
  patterns: {
    'more is kept back when refusal threatens (points of files handed on)': {
      margin: 5,
      contrast: ({ ample, scarce }) => scarce.mean('kept back') - ample.mean('kept back'),
    },
    'and of hard cases (points of files handed on)': {
      margin: 3,
      contrast: ({ ample, scarce }) => (ample.mean('hard') - ample.mean('easy') + scarce.mean('hard') - scarce.mean('easy')) / 2,
    },
    'and more of the file (points of the file)': {
      margin: 2,
      contrast: ({ ample, scarce }) => (ample.mean('hard untold') - ample.mean('easy untold') + scarce.mean('hard untold') - scarce.mean('easy untold')) / 2,
    },
    'people tell it all again, unless the file is common (times for a hundred hand-offs)': {
      margin: 5,
      contrast: ({ scarce, common }) => 100 * (scarce.ratio('retellings', 'hand-offs', HALF) - common.ratio('retellings', 'hand-offs', HALF)),
    },
    'the diagnosis is made again, unless the file is common (people for a hundred hand-offs)': {
      margin: 5,
      contrast: ({ scarce, common }) => 100 * (scarce.ratio('repeated-diagnoses', 'hand-offs', HALF) - common.ratio('repeated-diagnoses', 'hand-offs', HALF)),
    },
    'trust falls when the missing part is found out (points)': { margin: 1, contrast: ({ scarce }) => lossAtDiscovery(scarce) },
  },
});

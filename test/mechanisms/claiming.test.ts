import { OTHER_BENEFIT } from '../../src/engine/world/people.ts';
import { E, entitled, rightOpen } from '../../src/engine/world/status.ts';
import { ablation } from './ablation.ts';
import type { Seen } from './reading.ts';

/** Take-up of those entitled, once the first year has passed; claims by those who did not ask before. */
function look({ month, now, before, each, note }: Seen): void {
  if (month < 12) return;
  const { status, flags, tie } = now.people;
  each((i) => {
    if (!entitled[status[i]!]) return;
    const open = 100 * rightOpen[status[i]!]!;
    note('everyone', open);
    note(flags[i]! & OTHER_BENEFIT ? 'known' : 'unknown', open);
    if (before.people.status[i] === E) note(tie[i] === 2 ? 'attached' : 'unattached', status[i] === E ? 0 : 100);
  });
}

ablation('claiming', {
  months: 24,
  books: { same: {}, met: { set: { 'access.outreach': 20 } } },
  look,
  patterns: {
    'a good part of those entitled go without their right (points; published: 34)': { margin: 20, contrast: ({ same }) => 100 - same.mean('everyone') },
    'take-up is higher among those known through another benefit (points)': { margin: 3, contrast: ({ same }) => same.mean('known') - same.mean('unknown') },
    'meeting people raises take-up (points)': { margin: 2, contrast: ({ same, met }) => met.mean('everyone') - same.mean('everyone') },
    'those without an address registered claim less (points of those not claiming, a month)': {
      margin: 2,
      contrast: ({ same }) => same.mean('attached') - same.mean('unattached'),
    },
  },
});

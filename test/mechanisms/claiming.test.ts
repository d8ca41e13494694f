import type { World } from '../../src/engine/index.ts';
import { OTHER_BENEFIT, REGISTERED } from '../../src/engine/world/people.ts';
import { E, entitled, rightOpen } from '../../src/engine/world/status.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

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

/** Claims of those who did not ask before, by burden of needs and by what brought them here; those with a right open. */
function lookCloser({ now, before, each, note }: Seen): void {
  const { status, load, tie } = now.people;
  each((i) => {
    if (entitled[status[i]!]) note('right open', 100 * rightOpen[status[i]!]!);
    if (before.people.status[i] !== E || tie[i] !== 2) return;
    const asked = status[i] === E ? 0 : 100;
    note('asked', asked);
    note(load[i]! < USUAL_LOAD ? 'few needs' : 'many needs', asked);
    if (before.people.flags[i]! & REGISTERED) note('registered', asked);
  });
}
/** Severities summed over the needs, of half of those entitled. */
const USUAL_LOAD = 1.9;

/** Seven workers in ten and their posts go from the front offices. */
function empty({ structures: s, counts }: World): void {
  for (let j = 0; j < counts.structures; j++) {
    if (s.mayRefuse[j]) continue;
    s.posts[j] = Math.max(1, Math.round(0.3 * s.posts[j]!));
    s.workers[j] = Math.max(1, Math.round(0.3 * s.workers[j]!));
  }
}

const met = { 'access.outreach': 30 };
/** Everyone claims soon and waits long: what is seen is the wait. */
const slow = { 'access.delay': 3, 'claiming.claim-known': 0.5, 'claiming.claim-unknown': 0.5 };
const gap = (run: Reading): number => run.mean('few needs') - run.mean('many needs');

/** Each idea against the same rule book without it: nothing is left of a contrast when its idea is gone, nor when all of claiming is. */
ablation('claiming', {
  months: 10,
  books: {
    same: {},
    met: { set: met },
    metAlike: { set: { ...met, 'claiming.meeting-burden': 0, 'claiming.meeting-trust': 0 } },
    closed: { prepare: empty },
    closedAlike: { set: { 'claiming.office-elasticity': 0 }, prepare: empty },
    slow: { set: slow },
    slowPatient: { set: { ...slow, 'claiming.withdraws': 0 } },
    slowForgiving: { set: { ...slow, 'claiming.claim-again': 1 } },
    unheard: { set: { 'claiming.claim-registered': 0 } },
  },
  look: lookCloser,
  patterns: {
    'help leads to a claim more often for those with fewer needs (points a month, more than if it were alike for all)': {
      margin: 1,
      contrast: ({ met, metAlike }) => gap(met) - gap(metAlike),
    },
    'fewer claim where front offices lose seven workers in ten (% fewer a month)': {
      margin: 8,
      contrast: ({ closed, closedAlike }) => (closedAlike.mean('asked') === 0 ? 0 : 100 * (1 - closed.mean('asked') / closedAlike.mean('asked'))),
    },
    'those kept waiting withdraw, and more go without their right (points)': {
      margin: 1,
      contrast: ({ slow, slowPatient }) => slowPatient.mean('right open') - slow.mean('right open'),
    },
    'a withdrawal lasts: without reluctance more would be back (points)': {
      margin: 0.3,
      contrast: ({ slow, slowForgiving }) => slowForgiving.mean('right open') - slow.mean('right open'),
    },
    'those who come off unemployment insurance ask sooner than if nobody knew them (points a month)': {
      margin: 30,
      contrast: ({ same, unheard }) => same.mean('registered') - unheard.mean('registered'),
    },
  },
});

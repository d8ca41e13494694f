import type { World } from '../../src/engine/index.ts';
import { slotOf } from '../../src/engine/world/organise.ts';
import { DURABLE_COUNTED, NONE } from '../../src/engine/world/people.ts';
import { TIES } from '../../src/engine/world/structures.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const MONTHS = 24;
const EQUAL_TRUST = 0.4;

/** Every tie starts alike, and rests on written rules to the same degree. */
const alike =
  (instituted: number) =>
  ({ ties }: World): void => {
    ties.trust.fill(EQUAL_TRUST);
    ties.instituted.fill(instituted);
  };

/** Trust gained in the month by ties, by what was done through them. */
function look({ now, before, each, note }: Seen): void {
  const { ties, counts, people } = now;
  const gain = (from: number, to: number, name: string): void => {
    const slot = slotOf(now, from, to);
    if (slot >= 0) note(name, 100 * (ties.trust[from * TIES + slot]! - before.ties.trust[from * TIES + slot]!));
  };
  each((i) => {
    if (people.bounces[i]! > before.people.bounces[i]!) gain(people.lead[i]!, before.people.lead[i]!, 'sent back');
    const closed = people.flags[i]! & DURABLE_COUNTED && !(before.people.flags[i]! & DURABLE_COUNTED);
    if (closed && people.lead[i] !== NONE && people.sender[i] !== NONE) gain(people.sender[i]!, people.lead[i]!, 'closed well');
  });
  for (let t = 0; t < counts.structures * TIES; t++) if (ties.partner[t] !== NONE) note('all', 100 * (ties.trust[t]! - before.ties.trust[t]!));
  note('spread', spreadOf(now) - spreadOf(before));
}

/** Standard deviation of trust over ties, in points. */
function spreadOf({ ties, counts }: World): number {
  const trust: number[] = [];
  for (let t = 0; t < counts.structures * TIES; t++) if (ties.partner[t] !== NONE) trust.push(100 * ties.trust[t]!);
  const mean = trust.reduce((a, b) => a + b, 0) / trust.length;
  return Math.sqrt(trust.reduce((a, b) => a + (b - mean) * (b - mean), 0) / trust.length);
}

const change = (run: Reading): number => MONTHS * run.mean('all');
const staying = { 'workload.leave-base': 0, 'workload.leave-overload': 0 };
const leaving = { 'workload.leave-base': 0.06, 'workload.leave-overload': 0 };

ablation('uncertain-institution', {
  months: MONTHS,
  books: {
    staying: { set: staying, prepare: alike(0.1) },
    leaving: { set: leaving, prepare: alike(0.1) },
    stayingWritten: { set: staying, prepare: alike(0.9) },
    leavingWritten: { set: leaving, prepare: alike(0.9) },
  },
  look,
  patterns: {
    'departures take with them the trust that nothing institutes (points in two years)': {
      margin: 2,
      contrast: ({ staying, leaving }) => change(staying) - change(leaving),
    },
    'much less of it when it is instituted (points in two years)': {
      margin: 2,
      contrast: ({ staying, leaving, stayingWritten, leavingWritten }) => change(staying) - change(leaving) - (change(stayingWritten) - change(leavingWritten)),
    },
    'a case closed well builds trust, a person sent back wears it (points)': {
      margin: 2,
      contrast: ({ staying }) => staying.mean('closed well') - staying.mean('sent back'),
    },
    'trust gathers in islands: ties that started alike end unlike (points of spread)': { margin: 5, contrast: ({ leaving }) => leaving.sum('spread') },
  },
});

import type { World } from '../../src/engine/index.ts';
import { slotOf } from '../../src/engine/world/organise.ts';
import { DURABLE_COUNTED, NONE } from '../../src/engine/world/people.ts';
import { TIES } from '../../src/engine/world/structures.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const MONTHS = 18;
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
const last = (run: Reading, indicator: string): number => run.level(indicator, MONTHS - 1);
const staying = { 'workload.leave-base': 0, 'workload.leave-overload': 0 };
const leaving = { 'workload.leave-base': 0.06, 'workload.leave-overload': 0 };
const judgedTogether = { 'evaluation.joint-weight': 1, 'governance.mandate': 1 };

/** From above: everything is written, nobody knows anybody. */
const fromAbove = ({ ties }: World): void => {
  ties.trust.fill(0.1);
  ties.instituted.fill(0.8);
};

ablation('uncertain-institution', {
  months: MONTHS,
  books: {
    staying: { set: staying, prepare: alike(0.1) },
    leaving: { set: leaving, prepare: alike(0.1) },
    stayingWritten: { set: { ...staying, ...judgedTogether }, prepare: alike(0.9) },
    leavingWritten: { set: { ...leaving, ...judgedTogether }, prepare: alike(0.9) },
    paper: { set: { 'governance.mandate': 1, 'governance.meetings': 0 }, prepare: fromAbove },
    met: { set: { 'governance.mandate': 1, 'governance.meetings': 3 }, prepare: fromAbove },
  },
  look,
  patterns: {
    'departures take with them the trust that nothing institutes (points in a year and a half)': {
      margin: 2,
      contrast: ({ staying, leaving }) => change(staying) - change(leaving),
    },
    'much less of it when it is instituted (points in a year and a half)': {
      margin: 2,
      contrast: ({ staying, leaving, stayingWritten, leavingWritten }) => change(staying) - change(leaving) - (change(stayingWritten) - change(leavingWritten)),
    },
    'a case closed well builds trust, a person sent back wears it (points)': {
      margin: 2,
      contrast: ({ staying }) => staying.mean('closed well') - staying.mean('sent back'),
    },
    'trust gathers in islands: ties that started alike end unlike (points of spread)': { margin: 5, contrast: ({ leaving }) => leaving.sum('spread') },
    'a frame from above stays empty until people meet (points of trust after a year and a half)': {
      margin: 5,
      contrast: ({ paper, met }) => last(met, 'trust') - last(paper, 'trust'),
    },
    'a parent body backs the links whose results it counts (points)': {
      margin: 5,
      contrast: ({ staying, stayingWritten }) => last(stayingWritten, 'backing') - last(staying, 'backing'),
    },
    'practices go with those who found them, unless instituted (practices)': {
      margin: 3,
      contrast: ({ staying, leaving, stayingWritten, leavingWritten }) =>
        last(staying, 'innovations') - last(leaving, 'innovations') - (last(stayingWritten, 'innovations') - last(leavingWritten, 'innovations')),
    },
    'and reach other teams where they are instituted and backed (practices)': {
      margin: 3,
      contrast: ({ staying, stayingWritten }) => last(stayingWritten, 'practices-spread') - last(staying, 'practices-spread'),
    },
    'what is said of joint work rises with a mandate, what is given does not (points)': {
      margin: 20,
      contrast: ({ staying, stayingWritten }) => last(stayingWritten, 'support-gap') - last(staying, 'support-gap'),
    },
  },
});

const LONG = 60;
const trusting =
  (trust: number) =>
  ({ ties }: World): void => {
    ties.trust.fill(trust);
    ties.instituted.fill(0.1);
  };

/** Trust of the ties of the start, those lost counted for nothing. */
const startingTies = ({ month, now, before, note }: Seen): void => {
  let sum = 0;
  for (let t = 0; t < now.ties.trust.length; t++) if (before.ties.partner[t] !== NONE) sum += 100 * now.ties.trust[t]!;
  note(`month ${month}`, sum / before.ties.partner.filter((partner) => partner !== NONE).length);
};

const gained = (run: Reading): number => run.mean(`month ${LONG - 1}`) - run.mean('month 0');

/** Months until half of what trust gains in all has been gained; 0 when it gains nothing. */
function halfway(run: Reading): number {
  if (gained(run) < 1) return 0;
  for (let month = 0; month < LONG; month++) if (run.mean(`month ${month}`) >= run.mean('month 0') + gained(run) / 2) return month;
  return LONG;
}

ablation('uncertain-institution', {
  months: LONG,
  books: {
    low: { set: judgedTogether, prepare: trusting(0.08) },
    high: { set: judgedTogether, prepare: trusting(0.7) },
  },
  look: startingTies,
  patterns: {
    'trust from next to nothing takes more than a year to come half of its way (months)': { margin: 12, contrast: ({ low }) => halfway(low) },
    'those who start from trust gain more than those who start without: two basins (points in five years)': {
      margin: 1,
      contrast: ({ low, high }) => gained(high) - gained(low),
      absent: 'departures and bounces wear high trust faster than cases closed well can renew it: from anywhere, trust goes to what the means allow',
    },
  },
});

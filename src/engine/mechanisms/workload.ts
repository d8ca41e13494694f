import { type Context, tally } from '../context.ts';
import { uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { fromGrains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { priceOfAnHour, yieldShare } from '../kernel/effort.ts';
import { floorHours, halfHours, situate, skillFactor } from '../kernel/situate.ts';
import { HORIZON, newSituation } from '../kernel/terms.ts';
import { WAGE_HOURS } from '../world/organise.ts';
import { CLASSES, GROUPS, groupOfClass, levelOfClass } from '../world/people.ts';
import {
  ABSENCE,
  CONTROL,
  FOLLOW_UP,
  FUNDERS_OF_CONTRACTS,
  MEETINGS,
  OUTREACH,
  PRIVATE,
  REPORTING,
  ROUTINE,
  SORTING,
  SUPPORT,
  USES,
} from '../world/structures.ts';
import { header } from '../world/world.ts';
import { parameters } from './workload/parameters.ts';

type V = Values<typeof parameters>;

const OVERLOAD_FROM = 0.6;
const MOST_TURNOVER = 0.08;
const FULL_KNOWLEDGE_MONTHS = 60;

const worth = new Float64Array(CLASSES);
const half = new Float64Array(CLASSES);
const floor = new Float64Array(CLASSES);
const people = new Float64Array(CLASSES);
const extra = new Float64Array(CLASSES);
const minutes = new Float64Array(USES);
const situation = newSituation();

/** Paid time is cut by use, what acts of last month asked for first; the rest is support, spent where an hour is worth most. */
function spendTime(context: Context, p: V): void {
  const { counts } = context.world;
  for (let j = 0; j < counts.structures; j++) {
    cutTime(context, j, p);
    if (context.world.structures.closed[j]) rest(context, j);
    else decideEffort(context, j);
  }
}

/** Nobody works there any more: an hour has no price. */
function rest({ world, technology: t }: Context, j: number): void {
  const { structures: s } = world;
  s.lambda[j] = t['outside-worth'][0];
  s.hours.fill(0, j * CLASSES, (j + 1) * CLASSES);
  s.effect.fill(0, j * CLASSES, (j + 1) * CLASSES);
  s.expectedWait[j] = 1;
}

function cutTime(context: Context, j: number, p: V): void {
  const { world, rules } = context;
  const { structures: s } = world;
  const arm = s.arm[j];
  const at = j * USES;
  const paid = Math.round(s.workers[j] * WAGE_HOURS * 60);
  const absent = Math.round(paid * p.absence[arm]);
  let left = paid - absent;
  const take = (asked: number): number => {
    const given = Math.min(left, Math.max(0, Math.round(asked)));
    left -= given;
    return given;
  };
  minutes[ABSENCE] = absent;
  minutes[MEETINGS] = take(s.workers[j] * 60 * rules.governance.meetings[arm] + fromGrains(s.demand[at + MEETINGS]));
  minutes[SORTING] = take(fromGrains(s.demand[at + SORTING]));
  minutes[CONTROL] = take(fromGrains(s.demand[at + CONTROL]));
  minutes[REPORTING] = take(fromGrains(s.demand[at + REPORTING]) + s.caseload[j] * p['file-reporting'][arm]);
  minutes[OUTREACH] = take(fromGrains(s.demand[at + OUTREACH]));
  minutes[FOLLOW_UP] = take(fromGrains(s.demand[at + FOLLOW_UP]));
  minutes[ROUTINE] = take(fromGrains(s.demand[at + ROUTINE]) + left * p['routine-loss'][arm] * (1 - s.know[j]));
  minutes[SUPPORT] = left;
  for (let u = 0; u < USES; u++) {
    s.minutes[at + u] = minutes[u];
    s.demand[at + u] = 0;
  }
}

/** λ and the hours of each class, for this month's support and next month's answers. */
function decideEffort(context: Context, j: number): void {
  const { world, technology: t } = context;
  const { structures: s } = world;
  const at = j * CLASSES;
  for (let c = 0; c < CLASSES; c++) {
    people[c] = s.byClass[at + c];
    half[c] = halfHours(context, c);
    floor[c] = floorHours(context, c);
    worth[c] = fullYield(context, j, c);
  }
  const available = s.minutes[j * USES + SUPPORT] / 60;
  // A business can sell the hours that files do not claim to other customers, as many as there are; others only find so much to do.
  const room = s.kind[j] === PRIVATE ? Number.POSITIVE_INFINITY : s.workers[j] * t['outside-room'][s.arm[j]];
  s.lambda[j] = priceOfAnHour(available, CLASSES, people, worth, half, floor, t['outside-worth'][s.arm[j]], t['overload-pain'][0], extra, room);
  for (let c = 0; c < CLASSES; c++) {
    s.hours[at + c] = floor[c] + extra[c];
    s.effect[at + c] = yieldShare(extra[c], half[c]);
  }
  s.expectedWait[j] = Math.min(HORIZON - 1, s.queue[j] / Math.max(1, s.inflow[j]));
}

/** What a month of unlimited hours on one person of a class would be worth, in hours. */
function fullYield(context: Context, j: number, c: number): number {
  const { structures: s } = context.world;
  s.effect[j * CLASSES + c] = 1;
  situate(context, j, c, situation);
  const boost = context.technology['support-effect'][0] * skillFactor(context.technology, s.skill[j * GROUPS + groupOfClass(c)], levelOfClass(c)) * s.toWork[j];
  const counted = (situation.counted * boost) / (1 + boost);
  return situation.mission * (situation.gain + context.technology['relief-worth'][0] * situation.relief) + (situation.own + situation.joint) * counted;
}

/** Departures, more of them under overload; posts filled as money allows; habits learnt again. */
function turnOver(context: Context, p: V): void {
  const { structures: s, counts } = context.world;
  for (let j = 0; j < counts.structures; j++) {
    if (s.closed[j]) {
      s.departures[j] = 0;
      continue;
    }
    const arm = s.arm[j];
    const ordinary = Math.min(MOST_TURNOVER, p['leave-base'][arm] + p['leave-overload'][arm] * Math.max(0, s.lambda[j] - OVERLOAD_FROM) + s.unrest[j]);
    s.turnover[j] = 1 - (1 - ordinary) * (1 - p['departure-shock'][arm]);
    s.morale[j] += 0.1 * (Math.max(0, 1 - 0.4 * s.lambda[j] - s.gloom[j]) - s.morale[j]);
    depart(context, j);
    hire(context, j, p);
    const load = s.workers[j] > 0 ? s.caseload[j] / s.workers[j] : 0;
    s.know[j] += p.learning[arm] * Math.min(1, load / FULL_KNOWLEDGE_MONTHS) * (1 - s.know[j]);
  }
}

function depart({ world, streams, month, scratch }: Context, j: number): void {
  const { structures: s } = world;
  s.departures[j] = 0;
  for (let k = 0; k < s.workers[j]; k++) if (uniform(streams['workload.departure'], j, month.now, k) < s.turnover[j]) s.departures[j]++;
  s.departures[j] = Math.min(s.departures[j], s.workers[j] - 1);
  s.workers[j] -= s.departures[j];
  scratch.tally[tally.departures] += s.departures[j];
}

/** Posts wanted, and what receipts and cash can pay for. A structure paid by the head sizes itself to its people. */
function hire({ world, streams, month, rules }: Context, j: number, p: V): void {
  const { structures: s, head } = world;
  const arm = s.arm[j];
  const wage = head[header.wageCents];
  const byHead = s.perHead[j] + s.perResult[j] > 0;
  const files = s.wanted[j] > 0 ? s.wanted[j] : Math.ceil((s.caseload[j] + s.queue[j]) / p['operator-files'][arm]);
  const wanted = byHead ? files : Math.round((s.posts[j] * rules.capacity.staff[arm]) / 100);
  let receipts = 0;
  for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++) receipts += s.received[j * FUNDERS_OF_CONTRACTS + f];
  const payable = byHead ? wanted : Math.floor((receipts + Math.max(0, s.cash[j] - wage) / 12) / wage);
  const open = Math.min(wanted, Math.max(1, payable)) - s.workers[j];
  if (open < 0 && (byHead || wanted < s.workers[j] || s.cash[j] < 0)) {
    s.workers[j] = Math.max(1, s.workers[j] - Math.min(-open, Math.ceil(s.workers[j] / 12)));
    return;
  }
  let hired = 0;
  for (let k = 0; k < open; k++) if (uniform(streams['workload.hiring'], j, month.now, k) < p.hiring[arm]) hired++;
  if (hired === 0) return;
  s.know[j] = (s.know[j] * s.workers[j] + p['newcomer-routine'][arm] * hired) / (s.workers[j] + hired);
  s.workers[j] += hired;
}

/** Off: every file gets the same hours, nothing has a price, nobody leaves. */
function shareEqually(context: Context, p: V): void {
  const { world } = context;
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++) {
    cutTime(context, j, p);
    const each = s.minutes[j * USES + SUPPORT] / 60 / Math.max(1, s.caseload[j]);
    for (let c = 0; c < CLASSES; c++) {
      s.hours[j * CLASSES + c] = each;
      s.effect[j * CLASSES + c] = yieldShare(Math.max(0, each - floorHours(context, c)), halfHours(context, c));
    }
    s.lambda[j] = 0;
    s.turnover[j] = 0;
    s.departures[j] = 0;
    s.expectedWait[j] = 1;
  }
}

/** Off: every post of the start stays filled. */
function stay({ world }: Context): void {
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++) {
    if (!s.closed[j] && s.perHead[j] + s.perResult[j] === 0) s.workers[j] = Math.max(1, Math.round(s.posts[j]));
  }
}

export const workload = mechanism({
  id: 'M8',
  key: 'workload',
  label: { fr: 'Charge, crédibilité, moral', en: 'Workload, credibility, morale' },
  seeds: ['S4', 'S0'],
  pattern: {
    fr: 'Spirale de surcharge : charge, départs, postes vacants, charge ; recruter soulage vite.',
    en: 'Overload spiral: load, departures, vacancies, load; hiring relieves fast.',
  },
  parameters,
  terms: [{ name: 'load', value: (option, s) => -HORIZON * s.price * s.hours * option.holds }],
  steps: { 'staff-time': spendTime, adaptation: turnOver },
  off: {
    words: { fr: 'Chaque dossier reçoit les mêmes heures, sans prix ni départs.', en: 'Every file gets the same hours, with no price and no departures.' },
    steps: { 'staff-time': shareEqually, adaptation: stay },
  },
  sources: [
    { title: 'Trombert 2019', row: 'seed:S4' },
    { title: 'Anderlecht, Bruxelles-Ville', row: 'fact:F6' },
  ],
});

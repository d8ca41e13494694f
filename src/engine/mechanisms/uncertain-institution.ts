import type { Context } from '../context.ts';
import { lotteryNumber, uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import { choose, weigh } from '../kernel/kernel.ts';
import { HORIZON, newOption, newSituation } from '../kernel/terms.ts';
import { slotOf } from '../world/organise.ts';
import { LEVELS, NONE } from '../world/people.ts';
import { MEETINGS, REPORTING, TIES, USES } from '../world/structures.ts';
import { header, type World } from '../world/world.ts';
import { lyet, type P, parameters } from './uncertain-institution/parameters.ts';
import { accepted, meet, part } from './uncertain-institution/partners.ts';

const YEAR = 12;
/** How much more a success convinces between the nearest professions than between those of the start. Assumed. */
const MOST_NEAR = 2;

/** By tie: the same tie seen from the partner, and whether its bearer left this month. By structure: backing a month later, joint cases a year. */
let reverse = new Int32Array(0);
let left = new Uint8Array(0);
let backed = new Float64Array(0);
let cases = new Float64Array(0);

/**
 * Ties move by what was done together, are lost when a bearer leaves on either side unless instituted, and are instituted by formal hours
 * spent on ties in use that both parent bodies back. Everything is read as it stood before anything moves.
 */
function step(context: Context, p: P): void {
  const { world } = context;
  const { counts, ties } = world;
  lookAround(context);
  for (let j = 0; j < counts.structures; j++) backed[j] = backing(context, j, p);
  for (let t = 0; t < counts.structures * TIES; t++) {
    if (ties.partner[t] === NONE) continue;
    if (left[t] || (reverse[t] >= 0 && left[reverse[t]])) depart(context, t);
    live(context, t, p);
    invent(context, t, p);
  }
  spread(world, p);
  for (let j = 0; j < counts.structures; j++) {
    world.structures.backing[j] = backed[j];
    say(context, j, p);
    giveTime(context, j, p);
  }
  part(world, reverse, p);
  meet(context, p);
  forgetAll(context);
}

/** Counts of what was sent and accepted look back about a year; the month's joint cases are spent. */
function forgetAll({ world }: Context): void {
  const { ties, counts } = world;
  for (let t = 0; t < counts.structures * TIES; t++) {
    for (let l = 0; l < LEVELS; l++) {
      ties.asked[t * LEVELS + l] *= 1 - 1 / YEAR;
      ties.accepted[t * LEVELS + l] *= 1 - 1 / YEAR;
    }
    ties.successes[t] = 0;
    ties.failures[t] = 0;
    ties.discovered[t] = 0;
    ties.joint[t] = 0;
  }
}

function lookAround({ world, streams, month }: Context): void {
  const { ties, structures: s, counts } = world;
  const n = counts.structures;
  if (backed.length < n) {
    reverse = new Int32Array(n * TIES);
    left = new Uint8Array(n * TIES);
    backed = new Float64Array(n);
    cases = new Float64Array(n);
  }
  for (let j = 0; j < n; j++) {
    cases[j] = 0;
    for (let t = j * TIES; t < (j + 1) * TIES; t++) {
      const k = ties.partner[t];
      left[t] = 0;
      if (k === NONE) continue;
      const back = slotOf(world, k, j);
      reverse[t] = back < 0 ? -1 : k * TIES + back;
      cases[j] += bothWays(world, t);
      // The worker who carries the tie may be among those who left this month, by the draw that decided it.
      if (s.departures[j] > 0 && uniform(streams['workload.departure'], j, month.now, ties.bearer[t]) < s.turnover[j]) left[t] = 1;
    }
  }
}

/** A bearer has left, on one side or the other: what is not instituted goes too, practices included. */
function depart({ world, streams, month }: Context, t: number): void {
  const { structures: s, ties } = world;
  ties.trust[t] *= ties.instituted[t];
  ties.innovations[t] *= ties.instituted[t];
  ties.credibility[t] = 0.3 + (ties.credibility[t] - 0.3) * ties.instituted[t];
  if (left[t]) ties.bearer[t] = lotteryNumber(streams['uncertain-institution.bearer'], t, month.now) % Math.max(1, s.workers[Math.floor(t / TIES)]);
}

/** Share of a full use that a tie sees, both ways. */
const useOf = (world: World, t: number, p: P, arm: number): number => Math.min(1, bothWays(world, t) / p['full-use'][arm]);

/** Cases accepted over about a year, both ways; one way where a merger left a tie that only one side knows. */
const bothWays = (world: World, t: number): number => accepted(world, t) + (reverse[t] < 0 ? 0 : accepted(world, reverse[t]));

function live(context: Context, t: number, p: P): void {
  const { world, rules } = context;
  const { ties, structures: s } = world;
  const j = Math.floor(t / TIES);
  const arm = s.arm[j];
  const shared = cases[j] > 0 ? bothWays(world, t) / cases[j] : 0;
  const hours = rules.governance.meetings[arm] / TIES + s.faceToFace[j] * shared;
  const gain = 1 - (1 - Math.min(1, p['meeting-gain'][arm] * hours)) * power(1 - p['success-gain'][arm], ties.successes[t]);
  ties.trust[t] += gain * (1 - ties.trust[t]);
  ties.trust[t] *= power(1 - p['failure-loss'][arm], ties.failures[t]) * (1 - p.erosion[arm]);
  const use = useOf(world, t, p, arm);
  const written = p['rules-gain'][arm] * s.backing[j] * s.backing[ties.partner[t]] * ties.trust[t] * use * formality(context, arm, p);
  ties.instituted[t] += written * (1 - ties.instituted[t]) - p['rules-wear'][arm] * (1 - use) * ties.instituted[t];
  ties.credibility[t] += 0.03 * (0.7 - ties.credibility[t]);
  ties.credibility[t] *= power(0.93, ties.discovered[t]);
  if (ties.live[t] < 120) ties.live[t]++;
}

/** Hours in which common rules are written, relative to full ones: meetings, a mandate, people whose trade it is. */
const formality = ({ rules, world }: Context, arm: number, p: P): number =>
  1 -
  (1 - Math.min(1, rules.governance.meetings[arm] / p['full-hours'][arm])) *
    (1 - rules.governance.mandate[arm]) *
    (1 - Math.min(1, world.head[header.engineers]));

/**
 * A parent body backs the links of its team as far as it knows of what they bring (what is declared jointly, and what is heard of),
 * and as the professions of its partners are near its own.
 */
function backing({ world }: Context, j: number, p: P): number {
  const { ties, structures: s } = world;
  const arm = s.arm[j];
  let successes = 0;
  let distance = 0;
  let alive = 0;
  for (let t = j * TIES; t < (j + 1) * TIES; t++) {
    if (ties.partner[t] === NONE) continue;
    successes += ties.successes[t];
    distance += ties.distance[t];
    alive++;
  }
  const near = distance > 0 ? Math.min(MOST_NEAR, alive / distance) : 1;
  const known = near * (s.jointly[j] + p.hearsay[arm] * Math.max(0, successes - s.jointly[j]));
  const up = 1 - power(1 - p['win-gain'][arm], known);
  return s.backing[j] + up * (1 - s.backing[j]) - p['backing-wear'][arm] * s.backing[j];
}

/** Joint cases find practices; those that nobody uses are forgotten. */
function invent(context: Context, t: number, p: P): void {
  const { world, streams, month } = context;
  const { ties, structures: s } = world;
  const arm = s.arm[Math.floor(t / TIES)];
  ties.innovations[t] -= p['rules-wear'][arm] * (1 - useOf(world, t, p, arm)) * ties.innovations[t];
  const found = p.invention[arm] * ties.joint[t];
  const whole = Math.floor(found);
  if (found > 0) ties.innovations[t] += whole + (uniform(streams['uncertain-institution.invention'], t, month.now) < found - whole ? 1 : 0);
}

/** Practices reach the other teams of a body as far as they are instituted where they were found, and backed there and here. */
function spread({ structures: s, ties, counts }: World, p: P): void {
  const n = counts.structures;
  for (let j = 0; j < n; j++) {
    cases[j] = 0;
    for (let t = j * TIES; t < (j + 1) * TIES; t++) {
      if (ties.partner[t] !== NONE) cases[j] += s.backing[j] * ties.instituted[t] * ties.innovations[t];
    }
  }
  for (let j = 0; j < n; j++) {
    let elsewhere = 0;
    for (let k = 0; k < n; k++) if (k !== j && s.body[k] === s.body[j]) elsewhere += cases[k];
    const arm = s.arm[j];
    s.practices[j] += p.spread[arm] * s.backing[j] * Math.max(0, elsewhere - s.practices[j]) - p['rules-wear'][arm] * s.practices[j];
  }
}

/** What it says of joint work, which follows what is asked of it, and the hours that it really gives. */
function say(context: Context, j: number, p: P): void {
  const { world, rules } = context;
  const { structures: s, head } = world;
  const arm = s.arm[j];
  const full = p['full-hours'][arm];
  s.avowed[j] = 1 - (1 - rules.governance.mandate[arm]) * (1 - head[header.integrated]) * (1 - Math.min(1, rules.governance.meetings[arm] / full));
  s.jointHours[j] = s.workers[j] > 0 ? Math.min(1, s.minutes[j * USES + MEETINGS] / (60 * full * s.workers[j])) : 0;
  s.demand[j * USES + REPORTING] += grains(60 * p['mandate-hours'][arm] * rules.governance.mandate[arm] * s.workers[j]);
}

const GIVE = 0;
const KEEP = 1;
const give = newOption({ holds: 1 / HORIZON });
const keep = newOption();
const situation = newSituation();

/** Time allowed for meeting face to face on joint cases is given as far as an hour there is worth an hour of the files. */
function giveTime(context: Context, j: number, p: P): void {
  const { world, rules, kernel, technology } = context;
  const { ties, structures: s } = world;
  const arm = s.arm[j];
  const allowed = rules.governance['field-time'][arm];
  s.faceToFace[j] = 0;
  if (allowed === 0) return;
  let worth = 0;
  for (let t = j * TIES; t < (j + 1) * TIES; t++) {
    if (ties.partner[t] !== NONE) worth += (1 - ties.trust[t]) * ties.credibility[t] * accepted(world, t) * 0.1;
  }
  situation.structure = j;
  situation.hours = 1;
  situation.price = s.lambda[j];
  situation.credibility = worth;
  give.credit = p['meeting-gain'][arm];
  weigh(kernel, GIVE, give, situation, context);
  weigh(kernel, KEEP, keep, situation, context);
  choose(kernel, 2, technology.precision[arm]);
  s.faceToFace[j] = allowed * kernel.chances[GIVE];
  s.demand[j * USES + MEETINGS] += grains(60 * s.faceToFace[j] * s.workers[j]);
}

/** base to a power of 0 or more, whole part by products and the rest by a straight line: exact in every host. */
function power(base: number, exponent: number): number {
  let out = 1;
  let rest = exponent;
  for (; rest >= 1 && out > 1e-9; rest--) out *= base;
  return rest > 0 ? out * (1 - (1 - base) * Math.min(1, rest)) : out;
}

export const uncertainInstitution = mechanism({
  id: 'M16',
  key: 'uncertain-institution',
  label: { fr: 'Institution incertaine', en: 'Uncertain institution' },
  seeds: ['S2'],
  pattern: {
    fr: 'Des îlots de confiance, longs à naître, qui s’effondrent au départ de ceux qui les portent si rien n’est institué ; un cadre sans rencontres reste vide.',
    en: 'Islands of trust, slow to rise, that collapse when their bearers leave unless instituted; a frame without meetings stays empty.',
  },
  parameters,
  terms: [{ name: 'credibility', value: (option, s) => option.credit * s.credibility }],
  steps: { governance: step },
  off: {
    words: { fr: 'Les liens restent ce qu’ils sont, et rien n’est inventé.', en: 'Ties stay as they are, and nothing is invented.' },
    steps: { governance: forgetAll },
  },
  sources: [lyet],
});

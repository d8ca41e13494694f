import type { Context, Scratch } from '../context.ts';
import { at, type Curve, expCurve, tabulate } from '../core/curve.ts';
import { alsoUniform, uniform, WARM_UP } from '../core/draws.ts';
import { exp, log } from '../core/math.ts';
import { mechanism } from '../core/mechanism.ts';
import { fromGrains, grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { isWatched, tell } from '../world/moves.ts';
import { CLASSES, FRAGILE, groupOfClass, HEALTH, HOUSING, NEEDS, SOLUTIONS } from '../world/people.ts';
import { A, D, E, I, L, rightOpen, S, seeks, V, VACANT, W, X } from '../world/status.ts';
import { header, type World } from '../world/world.ts';
import { SPELLS } from '../world/zones.ts';
import { parameters } from './needs/parameters.ts';

type P = Values<typeof parameters>;

/** How crises fall among needs: as frequent needs do. */
const CRISIS_SHARE = [0.13, 0.19, 0.24, 0.16, 0.1, 0.13, 0.05] as const;
const SPELL_MONTHS = 8;
/** Mean distress, so that search keeps its mean when its pull is varied. */
const MEAN_DISTRESS = 0.4;
/** Severity over which a home is missing, or health keeps one from working. */
const IN_THE_WAY = 0.75;
const HOME = 1 << HOUSING;

const STEPS = 4096;
const FLOOR = 0.02;

/** Readiness as a CES of unblocked needs, from two tables made when its exponent changes. */
let exponent = Number.NaN;
const unblocked = new Float64Array(STEPS + 1);
let severeOver = 1;
let joined: Curve = { low: 0, scale: 1, values: new Float64Array(2) };

function prepare(r: number): void {
  if (r === exponent) return;
  exponent = r;
  const flat = r === 0 ? 1e-6 : r;
  const raise = (x: number): number => exp(flat * log(x));
  for (let i = 0; i <= STEPS; i++) unblocked[i] = raise(Math.max(FLOOR, 1 - i / STEPS));
  joined = tabulate((mean) => exp(log(mean) / flat), Math.min(raise(1), raise(FLOOR)), Math.max(raise(1), raise(FLOOR)), 8192);
}

/** One pass over people. Needs are looked at once a quarter, each person in turn; what each can do, every month. */
function month(context: Context, p: P, moving: boolean): void {
  const { world, scratch } = context;
  prepare(context.technology.jointness[0]);
  severeOver = context.rules.books['severe-over'][0];
  world.zones.severe.fill(0);
  scratch.classPeople.fill(0);
  scratch.classSearch.fill(0);
  scratch.classDurable.fill(0);
  scratch.classNeed.fill(0);
  scratch.classGroupNeed.fill(0);
  everyone(context, p, moving);
  for (let c = 0; c < CLASSES; c++) {
    scratch.classSearch[c] = fromGrains(scratch.classSearch[c]);
    scratch.classDurable[c] = fromGrains(scratch.classDurable[c]);
    scratch.classNeed[c] = fromGrains(scratch.classNeed[c]);
    scratch.classGroupNeed[c] = fromGrains(scratch.classGroupNeed[c]);
  }
}

function everyone(context: Context, p: P, moving: boolean): void {
  const { world, scratch, month: now } = context;
  const { status: statuses, since, id, severe, zone, load, ability, learned, ready, belief, distress, tenure } = world.people;
  const { screened, ranked } = world.zones;
  const { search, apt } = scratch;
  const choosy = p['threat-durable'][0];
  const rows = world.head[header.rows];
  const turn = now.now + WARM_UP;
  const taught = p['training-worth'][0];
  const fearful = p['fear-to-search'][0];
  const weary = p['distress-on-search'][0];
  const scarring = p.scarring[0] / SPELL_MONTHS;
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (status === VACANT) continue;
    if (since[i] < 65_534) since[i]++;
    // Nothing may be left from another month: a run resumed has no such memory.
    search[i] = 0;
    apt[i] = 0;
    if (status === L) continue;
    const due = (id[i] + turn) % QUARTER === 0;
    if (due || load[i] < 0) {
      // Newcomers bring the needs they have: the quarter that ends was lived elsewhere.
      if (moving && due && (load[i] >= 0 || since[i] > 1)) live(context, i, status, p);
      readNeeds(context, i, status, p);
    }
    if (severe[i] !== 0) countSevere(world, severe[i], zone[i]);
    if (status === D || status === V) continue;
    // Search before any support: ability, what was learned, what employers read in the spell, readiness, fear and distress.
    const scar = scarring === 0 ? 1 : 1 - scarring * Math.min(tenure[i], SPELL_MONTHS);
    const z = zone[i];
    let read = 0;
    if (seeks[status]) {
      // Training vouches for whoever has it: the spell says less.
      const out = rightOpen[status] ? tenure[i] : since[i];
      read = screened[z * SPELLS + (((out < SPELLS ? out : SPELLS - 1) * (1 - learned[i]) + 0.5) | 0)];
    }
    search[i] =
      (ability[i] + taught * (1 + ranked[z]) * learned[i]) *
      (1 + read) *
      ready[i] *
      scar *
      at(expCurve, fearful * belief[i] - weary * (distress[i] - MEAN_DISTRESS));
    // What threat adds to search goes to whatever comes, more than to durable jobs.
    apt[i] = ready[i] * (choosy + (1 - choosy) * at(expCurve, -fearful * belief[i]));
    if (status === A || status === W) addToClass(world, scratch, i, search[i]);
  }
}

function countSevere({ zones }: World, bits: number, z: number): void {
  for (let n = 0; n < NEEDS; n++) if (bits & (1 << n)) zones.severe[z * NEEDS + n]++;
}
const QUARTER = 3;

/** A quarter of life: needs ease by themselves, a crisis may strike one of them. A durable job is taken to keep crises off. */
function live(context: Context, i: number, status: number, p: P): void {
  const { people } = context.world;
  const { needs } = people;
  const inWork = status === S || status === D || status === I;
  const eased = Math.max(0, 1 - QUARTER * p.recovery[0] * (inWork ? 1 + p['work-relief'][0] : 1));
  const solved = people.solved[i];
  const k = i * NEEDS;
  // A home missing is seldom found alone.
  const housing = needs[k + HOUSING] > IN_THE_WAY && !(solved & HOME) ? 1 - (1 - eased) * p['recovery-no-home'][0] : 0;
  const home = needs[k + HOUSING] * housing;
  if (solved === 0) for (let n = k; n < k + NEEDS; n++) needs[n] *= eased;
  else {
    const easedMore = Math.max(0, 1 - (1 - eased) * p['solved-relief'][0]);
    for (let n = 0; n < NEEDS; n++) needs[k + n] *= n < SOLUTIONS && solved & (1 << n) ? easedMore : eased;
  }
  if (home > 0) needs[k + HOUSING] = home;
  if (status === D) return;
  if (people.learned[i] > 0) people.learned[i] *= 1 - QUARTER * p['training-fades'][0];
  const harm = status === W || status === E ? p['waiting-harm'][0] : status === X || status === V ? p['sanction-harm'][0] : 0;
  const chance =
    QUARTER *
    p.crisis[0] *
    (1 + harm) *
    (inWork ? p['crisis-in-work'][0] : 1) *
    (0.6 + 0.8 * people.distress[i]) *
    (people.flags[i] & FRAGILE ? p['crisis-fragile'][0] : 1);
  if (uniform(context.streams['person.month'], people.id[i], context.month.now) < chance) strike(context, i, alsoUniform(), chance / QUARTER, p);
}

/** A crisis of one need, by the draw `u`; `chance`: that of a month. */
function strike(context: Context, i: number, u: number, chance: number, p: P): void {
  const { people } = context.world;
  const least = p['least-deep'][0];
  let n = 0;
  let left = u - CRISIS_SHARE[0];
  for (; left >= 0 && n < NEEDS - 1; left -= CRISIS_SHARE[++n]);
  // Where the draw falls within the need's share says how deep: from the mildest to nearly twice the mean.
  const deep = Math.min(1, p['crisis-depth'][0] * (least + 2 * (1 - least) * Math.min(1, Math.max(0, 1 + left / CRISIS_SHARE[n]))));
  const k = i * NEEDS + n;
  people.needs[k] += deep * (1 - people.needs[k]);
  if (isWatched(context, i)) tell(context, i, 'needs.crisis', { facts: [n, people.needs[k], chance, people.distress[i]] });
  people.distress[i] += 0.05 * (1 - people.distress[i]);
}

/** What needs come to: their sum, those that cost, readiness, and the distress they bring, given how each is disposed. */
function readNeeds({ world }: Context, i: number, status: number, p: P): void {
  const { people } = world;
  const { needs } = people;
  let sum = 0;
  let terms = 0;
  let severe = 0;
  const k = i * NEEDS;
  for (let n = 0; n < NEEDS; n++) {
    const severity = needs[k + n];
    sum += severity;
    terms += unblocked[(severity * STEPS) | 0];
    if (severity > severeOver) severe |= 1 << n;
  }
  people.load[i] = sum;
  people.severe[i] = severe;
  const ready = at(joined, terms / NEEDS);
  people.ready[i] = ready * (needs[k + HOUSING] > IN_THE_WAY ? p['no-home'][0] : 1) * (needs[k + HEALTH] > IN_THE_WAY ? p.unfit[0] : 1);
  const idle = status === D || status === S || status === I ? 0 : p['distress-no-work'][0];
  const felt = p['distress-at-rest'][0] + people.disposition[i] / 255 - 0.5 + (p['distress-need'][0] * sum) / NEEDS + idle;
  people.distress[i] += p['distress-follows'][0] * (Math.min(1, Math.max(0, felt)) - people.distress[i]);
}

/** First need of each group and first of the next: needs of a group stand side by side. */
const GROUP_FROM = [0, 2, 4, 5] as const;
const GROUP_TO = [2, 4, 5, 7] as const;

function addToClass(world: World, scratch: Scratch, i: number, search: number): void {
  const { people } = world;
  const c = people.perceived[i];
  const group = groupOfClass(c);
  let worst = 0;
  for (let k = i * NEEDS + GROUP_FROM[group]; k < i * NEEDS + GROUP_TO[group]; k++) if (people.needs[k] > worst) worst = people.needs[k];
  scratch.classPeople[c]++;
  scratch.classSearch[c] += grains(search);
  scratch.classDurable[c] += grains(search * scratch.apt[i]);
  scratch.classNeed[c] += grains(people.load[i]);
  scratch.classGroupNeed[c] += grains(worst);
}

export const needs = mechanism({
  id: 'M1',
  key: 'needs',
  label: { fr: 'Besoins et usure', en: 'Needs and decay' },
  seeds: ['S1'],
  pattern: {
    fr: 'La persistance monte avec l’ancienneté, surtout par sélection ; les besoins s’aggravent chez ceux qui attendent.',
    en: 'Persistence rises with tenure, mostly by selection; needs worsen among those who wait.',
  },
  parameters,
  steps: { needs: (context, p) => month(context, p, true) },
  off: { words: { fr: 'Les besoins ne bougent pas.', en: 'Needs do not move.' }, steps: { needs: (context, p) => month(context, p, false) } },
  sources: [
    { title: 'Terra Nova', row: 'seed:S1' },
    { title: 'DREES 2023, panel de dix ans', row: 'effect:D1' },
  ],
});

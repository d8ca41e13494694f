import { type Context, tally } from './context.ts';
import { alsoUniform, DRAWS_A_MONTH, TO_UNIT, uniform, WARM_UP } from './core/draws.ts';
import { exp } from './core/math.ts';
import type { Values } from './core/parameter.ts';
import { countMember } from './cohort.ts';
import type { Cause } from './events.ts';
import { earn, entitledToInsurance } from './insurance.ts';
import { FIRST_YEAR } from './kernel/lasting.ts';
import { threefry } from './core/threefry.ts';
import { become, isWatched, leave, openRight, resume, tell } from './world/moves.ts';
import { awaitsCount, CONTACTED, FRAGILE, LEVELS, levelOfClass, MOBILITY, NEEDS, REGISTERED, RIGHTS_IN_A_MONTH, unusual, WORKING } from './world/people.ts';
import { trueClass } from './world/perception.ts';
import { D, E, I, L, N, off, P, rightOpen, S, seeks, U, V, VACANT } from './world/status.ts';
import type { labourParameters } from './world/jobs.ts';
import { pull, searchAway } from './world/travel.ts';
import { freeRow, header, type World } from './world/world.ts';
import { DURABLE, SHORT } from './world/zones.ts';

type Rates = Values<typeof labourParameters>;

/** The hardest level of difficulty. */
const HARD = LEVELS - 1;

/**
 * Jobs, ends of jobs and other ways out: one draw for hires, one for the rest. A hazard is drawn against its bound first,
 * so that almost nobody costs an exponential. Left out: wages, hours, and moves from job to job.
 */
export function outcomes(context: Context, p: Rates): void {
  const { world, scratch, streams, month } = context;
  const { people, zones, head } = world;
  const { status: statuses, id, age, zone, flags } = people;
  const { hiresPerSearch, awayPerSearch, away } = zones;
  const { needs } = people;
  const many = world.counts.zones > 1;
  const { effective, apt } = scratch;
  const { k0, k1 } = streams['person.work'];
  const at = (month.now + WARM_UP) * DRAWS_A_MONTH;
  const rows = head[header.rows];
  const agesOut = context.persons['ages-out'][0];
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (status === VACANT) continue;
    const hire = (threefry(k0, k1, id[i], at) >>> 0) * TO_UNIT;
    const other = alsoUniform();
    age[i]++;
    if (age[i] > agesOut) retire(context, i);
    else if (seeks[status]) {
      const z = zone[i] * 2;
      let durable = hiresPerSearch[z + DURABLE];
      let short = hiresPerSearch[z + SHORT];
      if (many) {
        const elsewhere = away[zone[i]] * (1 - needs[i * NEEDS + MOBILITY]);
        durable += elsewhere * (awayPerSearch[z + DURABLE] - durable);
        short += elsewhere * (awayPerSearch[z + SHORT] - short);
      }
      durable *= effective[i] * apt[i];
      short *= effective[i];
      if (flags[i] & WORKING) earn(context, i, p['few-hours-rights'][people.arm[i]]);
      if (hire < durable + short && meet(context, i, durable, short, hire, other, p)) continue;
      otherWayOut(context, i, status, other, p);
    } else if (status === S) {
      earn(context, i, 1);
      const durable = effective[i] * apt[i] * (many ? foundDurable(world, i) : hiresPerSearch[zone[i] * 2 + DURABLE]);
      if (hire >= durable || !meet(context, i, durable, 0, hire, other, p)) endOfShort(context, i, other, p);
    } else if (status === I) {
      earn(context, i, 1);
      const durable = effective[i] * apt[i] * (many ? foundDurable(world, i) : hiresPerSearch[zone[i] * 2 + DURABLE]);
      if (hire < durable) meet(context, i, durable, 0, hire, other, p);
    } else if (status === D) inWork(context, i, hire, other, p);
    else outOfReach(context, i, status, hire, other, p);
  }
}

function retire(context: Context, i: number): void {
  const { people } = context.world;
  if (rightOpen[people.status[i]]) {
    leave(context, i, L);
    tell(context, i, 'labour.retired');
  } else if (people.status[i] === E || people.status[i] === P) {
    tell(context, i, 'labour.retired');
    remove(context, i);
  } else if (off[people.status[i]]) {
    // Whoever left for it the month before was told so then.
    tell(context, i, people.status[i] === L && people.since[i] <= 1 ? 'labour.gone' : 'labour.retired');
    remove(context, i);
  }
}

function goneForGood(context: Context, i: number): void {
  tell(context, i, 'labour.gone');
  remove(context, i);
}

function remove(context: Context, i: number): void {
  context.scratch.tally[tally.goneForGood]++;
  countMember(context.world, i);
  freeRow(context.world, i);
}

/** A draw under the bound of both hazards: is it a hire, and of which kind? */
function meet(context: Context, i: number, durable: number, short: number, hire: number, other: number, p: Rates): boolean {
  const chance = 1 - exp(-(durable + short));
  if (hire >= chance) return false;
  hired(context, i, hire * (durable + short) < durable * chance, other, chance, p);
  return true;
}

function hired(context: Context, i: number, durable: boolean, other: number, chance: number, p: Rates): void {
  const { people, zones } = context.world;
  zones.hires[placeOfJob(context, i, durable ? DURABLE : SHORT) * 2 + (durable ? DURABLE : SHORT)] += context.world.head[header.scale];
  if (!durable && rightOpen[people.status[i]] && other < p['few-hours'][0]) {
    if (isWatched(context, i) && !(people.flags[i] & WORKING)) tell(context, i, 'displacement.few-hours', { facts: [chance * p['few-hours'][0]] });
    people.flags[i] |= WORKING;
    return;
  }
  if (people.status[i] === I) context.scratch.tally[tally.insertionDurable]++;
  if (durable && levelOfClass(trueClass(people.needs, i)) === HARD) context.scratch.tally[tally.durableHard]++;
  if (durable && unusual(people.style[i])) context.scratch.tally[tally.durableUnusual]++;
  leave(context, i, durable ? D : S);
  if (!isWatched(context, i)) return;
  if (durable) tell(context, i, 'displacement.durable', { facts: [chance, people.ready[i], people.belief[i]] });
  else tell(context, i, 'displacement.short', { facts: [chance, people.belief[i]] });
}

/** Durable jobs that a unit of a person's search finds, at home and in the zones around. */
function foundDurable(world: World, i: number): number {
  const { zones, people } = world;
  const k = people.zone[i] * 2 + DURABLE;
  return zones.hiresPerSearch[k] + searchAway(world, i) * (zones.awayPerSearch[k] - zones.hiresPerSearch[k]);
}

/** The zone whose vacancy a hire fills: by where the search that found it was spent. */
function placeOfJob({ world, streams, month }: Context, i: number, m: number): number {
  const { people, zones, counts } = world;
  const home = people.zone[i];
  if (counts.zones === 1) return home;
  const away = searchAway(world, i);
  const here = (1 - away) * zones.hiresPerSearch[home * 2 + m];
  let left = uniform(streams['labour.place'], people.id[i], month.now) * (here + away * zones.awayPerSearch[home * 2 + m]) - here;
  if (left < 0) return home;
  let last = home;
  for (let b = 0; b < counts.zones && left >= 0; b++) {
    if (b === home) continue;
    last = b;
    left -= away * pull(world, home, b) * zones.hiresPerSearch[b * 2 + m];
  }
  return last;
}

function endOfShort(context: Context, i: number, other: number, p: Rates): void {
  const { world } = context;
  const { people, structures } = world;
  const unaided = p['short-end'][0] * misfit(context, i, p);
  const end = awaitsCount(people, i) ? unaided * (1 - structures.kept[people.lead[i]]) : unaided;
  if (other < p['short-lasts'][0]) {
    context.scratch.tally[tally.durable]++;
    if (unusual(world.people.style[i])) context.scratch.tally[tally.durableUnusual]++;
    become(world, i, D);
    if (isWatched(context, i)) tell(context, i, 'labour.lasted', { facts: [p['short-lasts'][0]] });
  } else if (other < p['short-lasts'][0] + end) separated(context, i, other < p['short-lasts'][0] + end * p.insured[0], end);
  else if (other < p['short-lasts'][0] + unaided && isWatched(context, i)) tell(context, i, 'operators.kept', { facts: [unaided - end] });
}

/** What was feared when the job was taken, and not felt since, shortens it. */
const misfit = ({ world: { people } }: Context, i: number, p: Rates): number => 1 + p['threat-misfit'][people.arm[i]] * people.belief[i];

function separated(context: Context, i: number, covered: boolean, chance: number): void {
  context.scratch.tally[tally.separations]++;
  if (isWatched(context, i)) tell(context, i, 'labour.separated', { facts: [chance, context.world.people.since[i]] });
  const { people } = context.world;
  const kept = people.since[i] <= context.rules.claiming['file-kept'][people.arm[i]];
  become(context.world, i, covered && entitledToInsurance(context, i) ? N : E);
  // After so short a job the right was interrupted and not closed: the fund still knows the person.
  if (kept && people.status[i] === E) people.flags[i] |= REGISTERED;
}

function otherWayOut(context: Context, i: number, status: number, other: number, p: Rates): void {
  const { people } = context.world;
  if (status === N) {
    // Rights begin to be used the month after.
    if (people.since[i] === 0) return;
    people.rights[i] = Math.max(0, people.rights[i] - RIGHTS_IN_A_MONTH);
    if (people.rights[i] === 0) {
      context.scratch.tally[tally.returns]++;
      become(context.world, i, E);
      people.flags[i] |= REGISTERED;
      tell(context, i, 'labour.insurance-ended');
    }
    return;
  }
  const out = people.flags[i] & FRAGILE ? p['leave-fragile'][0] : p.leave[0];
  if (other < out) {
    context.scratch.tally[tally.leftOther]++;
    leave(context, i, L);
    if (isWatched(context, i)) tell(context, i, 'labour.left', { facts: [out] });
  } else if (people.flags[i] & WORKING && other > 1 - p['few-hours-end'][0]) {
    people.flags[i] &= ~WORKING;
    tell(context, i, 'labour.few-hours-ended');
    // The draw that ended the hours, within its own range, says whether the allowance exceeds the minimum income.
    const u = (1 - other) / p['few-hours-end'][0];
    if (rightOpen[status] && u < p['few-hours-insured'][0] && entitledToInsurance(context, i)) insured(context, i);
  }
}

/** Leaves the minimum income for unemployment insurance, earned by working a few hours beside it. */
function insured(context: Context, i: number): void {
  leave(context, i, N);
  tell(context, i, 'labour.insured');
}

function inWork(context: Context, i: number, hire: number, other: number, p: Rates): void {
  const { people } = context.world;
  earn(context, i, 1);
  if (people.since[i] === FIRST_YEAR) context.scratch.tally[tally.durableKept]++;
  const end = (people.since[i] <= FIRST_YEAR ? p['durable-end-early'][0] : p['durable-end'][0]) * misfit(context, i, p);
  if (other < end) separated(context, i, other < end * p.insured[0], end);
  else if (people.since[i] >= FIRST_YEAR && hire < p['settled-durable'][0]) goneForGood(context, i);
}

function outOfReach(context: Context, i: number, status: number, hire: number, other: number, p: Rates): void {
  const { people } = context.world;
  if (status === L) {
    const back = people.flags[i] & FRAGILE ? p['return-fragile'][0] : p.return[0];
    if (other < back) returned(context, i, 'labour.returned');
    else if (people.since[i] >= 12 && hire < p.settled[0]) goneForGood(context, i);
  } else if (status === V && other < p['found-again'][0]) returned(context, i, 'labour.found-again');
}

function returned(context: Context, i: number, cause: Cause): void {
  context.scratch.tally[tally.returns]++;
  context.world.people.flags[i] &= ~CONTACTED;
  become(context.world, i, E);
  tell(context, i, cause);
}

/** Off: whoever is entitled has the right opened at once, and nothing is suspended. */
export function claimAtOnce(context: Context): void {
  const { people, head } = context.world;
  for (let i = 0; i < head[header.rows]; i++) {
    const status = people.status[i];
    if (status === E || status === P) openRight(context, i);
    else if (status === U) resume(context, i, 'claiming.resumed');
    else if (rightOpen[status] && people.tenure[i] < 65_534) people.tenure[i]++;
  }
}

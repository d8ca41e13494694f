import { log } from '../core/math.ts';
import { fromGrains, grains } from '../core/money.ts';
import { openStreams, type Streams } from '../core/draws.ts';
import type { Values } from '../core/parameter.ts';
import { initialStream, runSeed } from '../core/seed.ts';
import type { kernelParameters } from '../kernel/parameters.ts';
import { type Attribute, attributes, drawPerson } from './attributes.ts';
import { ledByBody, organise, planTeams, reserveService } from './organise.ts';
import type { peopleParameters } from './parameters.ts';
import { CONTACTED, FRAGILE, KNOWN, NONE, RIGHTS_IN_A_MONTH, WORKING } from './people.ts';
import { trueClass } from './perception.ts';
import { A, D, E, L, N, O, S, W } from './status.ts';
import type { Territory } from './territory.ts';
import { layOut } from './travel.ts';
import { createWorld, header, type World } from './world.ts';

/** Rows held for each person on minimum income or entitled: former beneficiaries and newcomers included. */
const ROWS_PER_PERSON = 3;
const SPARE_ROWS = 512;
/** Share of the right-holders oriented, by months since the right was opened (R5), and of those, already accompanied. */
const ORIENTED = [
  [6, 0.57],
  [12, 0.82],
  [100_000, 0.9],
] as const;
const ACCOMPANIED = 0.92;
const ORIENTED_ALL = 0.86;
/** Former beneficiaries by situation at the start: short job, durable job, insured, gone for other reasons. Settles in the warm-up. */
const OFF_MIX = [
  [0.12, S],
  [0.5, D],
  [0.58, N],
  [1, L],
] as const;
const STARTING_RIGHTS = 18;
const STARTING_HOURS_RIGHTS = 9;
/** Share of fragile among former beneficiaries, from the two-class chain of the annex (stock off: .27 and .91). */
const FRAGILE_OFF = 0.23;
/** Non-take-up is 2.5 times as frequent without another benefit (R4: 16 to 21 % against 39 to 57 %). */
const WITHOUT_OTHER = 2.5;
/** Months of age at which a right may begin. */
const ADULT = 216;
/** Monthly exit of the two classes: the age of a current spell is geometric with it. */
const EXIT = [0.0562, 0.0087] as const;

export interface Blueprint {
  readonly territory: Territory;
  readonly population: number;
  readonly seed: string;
  readonly replication: number;
  readonly people: Values<typeof peopleParameters>;
  readonly kernel: Values<typeof kernelParameters>;
  readonly outsourced: number;
  /** Networks of the services that a trial will open, by place. */
  readonly services?: readonly number[];
  /** Rows reversed: for the test that row order never counts. */
  readonly reversed?: boolean;
}

/** Adults in a paid household: the territory’s own, or the parameter. */
export const adultsPerHousehold = (territory: Territory, otherwise: number): number => territory.adultsPerHousehold?.value ?? otherwise;

/** Real adults paid the minimum income, and entitled to it. */
export function realCounts(territory: Territory, p: Values<typeof peopleParameters>): { paid: number; entitled: number } {
  const paid = territory.minimumIncomeHouseholds.value * adultsPerHousehold(territory, p['adults-per-household'][0]);
  return { paid, entitled: paid / (1 - p['non-take-up'][0]) };
}

/** Default number of agents: the real count, five thousand at most, so that thirty replications of two rule books answer within a minute on two cores. */
export const MOST_BY_DEFAULT = 5_000;

/** The world before the warm-up. Its draws hang on (seed, replication, id) alone. */
export function populate(plan: Blueprint): { world: World; streams: Streams } {
  const { territory, population, people: p, services = [] } = plan;
  const streams = openStreams(runSeed(plan.seed, plan.replication));
  const real = realCounts(territory, p);
  const accompanied = real.paid * ORIENTED_ALL * ACCOMPANIED;
  const teams = planTeams(territory, accompanied, plan.outsourced, streams);
  const world = createWorld({
    people: Math.ceil(population * ROWS_PER_PERSON) + SPARE_ROWS,
    structures: teams.length + services.length,
    zones: territory.zones.length,
  });
  world.head[header.population] = population;
  // A weight of whole grains: sums of it and of its halves are exact in any order.
  world.head[header.scale] = fromGrains(grains(real.entitled / population));
  world.head[header.caseloadBase] = accompanied;
  layOut(world, territory);
  organise(world, territory, teams, streams, plan.kernel);
  services.forEach((body, k) => {
    reserveService(world, teams.length + k, body, territory, streams, plan.kernel);
  });
  const byBody = teamsByBody(world, teams.length);
  const shares = ledByBody(territory, 1, plan.outsourced);
  const generators = Object.fromEntries(attributes.map((a) => [a, initialStream(plan.seed, plan.replication, a)])) as Record<Attribute, () => number>;
  fill(world, plan, generators, byBody, shares);
  if (plan.reversed) reverseRows(world);
  return { world, streams };
}

function fill(
  world: World,
  { territory, population, people: p }: Blueprint,
  generators: Record<Attribute, () => number>,
  byBody: readonly number[][],
  shares: readonly number[],
): void {
  const here: Record<Attribute, number> = Object.fromEntries(attributes.map((a) => [a, 0])) as Record<Attribute, number>;
  const off = p['off-ratio'][0] / (1 + p['off-ratio'][0]);
  const benefit = (territory.benefit.value / adultsPerHousehold(territory, p['adults-per-household'][0])) | 0;
  let id = 0;
  for (let entitledSoFar = 0; entitledSoFar < population; id++) {
    if (id >= world.counts.people) throw new RangeError(`World full at ${id} people: lower people.off-ratio (${p['off-ratio'][0]}).`);
    for (const a of attributes) here[a] = generators[a]();
    const gone = here.status < off;
    const fragile = gone ? FRAGILE_OFF : unclaimed(here, p) ? p['unclaimed-fragile'][0] : p['fragile-share'][0];
    drawPerson(world, id, id, fragile, p, benefit, (a) => here[a]);
    if (gone) placeOff(world, id, here);
    else {
      entitledSoFar++;
      placeEntitled(world, id, here, p, byBody, shares);
    }
  }
  world.head[header.rows] = id;
  world.head[header.lastInitial] = id - 1;
}

function placeOff({ people }: World, i: number, u: Readonly<Record<Attribute, number>>): void {
  const status = OFF_MIX.find(([share]) => u.claimed < share)?.[1] ?? L;
  people.status[i] = status;
  people.since[i] = Math.floor(24 * u.elapsed);
  // Rights to insurance at the start: all of them in a durable job, part of them in a short one or while they are used up. Settles in the warm-up.
  if (status === D) people.rights[i] = RIGHTS_IN_A_MONTH * STARTING_RIGHTS;
  else if (status === S || status === N) people.rights[i] = RIGHTS_IN_A_MONTH * Math.ceil(STARTING_RIGHTS * u.elapsed);
  people.flags[i] |= KNOWN;
}

/** Whether someone entitled has not claimed, by the draws of the start. */
function unclaimed(u: Readonly<Record<Attribute, number>>, p: Values<typeof peopleParameters>): boolean {
  const other = p['other-benefit'][0];
  const withOther = p['non-take-up'][0] / (other + WITHOUT_OTHER * (1 - other));
  return u.claimed < (u['other-benefit'] < other ? withOther : withOther * WITHOUT_OTHER) || u.tie < p.unattached[0];
}

function placeEntitled(
  world: World,
  i: number,
  u: Readonly<Record<Attribute, number>>,
  p: Values<typeof peopleParameters>,
  byBody: readonly number[][],
  shares: readonly number[],
): void {
  const { people } = world;
  if (unclaimed(u, p)) {
    people.status[i] = E;
    people.since[i] = Math.floor(12 * u.elapsed);
    return;
  }
  const exit = EXIT[people.flags[i] & FRAGILE ? 1 : 0];
  // A spell no longer than adult life so far.
  people.tenure[i] = Math.min(360, people.age[i] - ADULT, Math.floor(log(1 - u.tenure) / log(1 - exit)));
  people.startTenure[i] = 1 + Math.floor(people.tenure[i] / 12);
  people.status[i] = O;
  if (u.working < p.working[0]) {
    people.flags[i] |= WORKING;
    people.rights[i] = Math.floor(RIGHTS_IN_A_MONTH * STARTING_HOURS_RIGHTS * u.elapsed);
  }
  const share = ORIENTED.find(([months]) => people.tenure[i] < months)?.[1] ?? 0.9;
  if (u.oriented >= share) return;
  people.flags[i] |= KNOWN;
  people.status[i] = u.oriented < share * ACCOMPANIED ? A : W;
  if (people.status[i] === A) people.flags[i] |= CONTACTED;
  people.lead[i] = teamAt(world, people.zone[i], byBody, shares, u.lead, u.structure);
  people.file[i] = 0.7;
  people.perceived[i] = trueClass(people.needs, i);
  people.since[i] = Math.min(people.tenure[i], Math.floor(24 * u.elapsed));
}

function teamsByBody(world: World, teams: number): number[][] {
  const out: number[][] = Array.from({ length: 6 }, () => []);
  for (let j = 0; j < teams; j++) out[world.structures.body[j]].push(j);
  return out;
}

/** A team of the body that `u` falls on, among those nearest to the zone. */
function teamAt(world: World, zone: number, byBody: readonly number[][], shares: readonly number[], u: number, v: number): number {
  let left = u;
  for (let b = 0; b < shares.length; b++) {
    left -= shares[b];
    if (left < 0 && byBody[b].length) {
      const near = world.counts.zones === 1 ? byBody[b] : nearestTeams(world, zone, byBody[b]);
      return near[Math.floor(v * near.length)];
    }
  }
  return byBody[0][0] ?? NONE;
}

function nearestTeams({ structures, roads, counts }: World, zone: number, teams: readonly number[]): readonly number[] {
  const minutes = (j: number): number => roads.minutes[zone * counts.zones + structures.zone[j]];
  let least = Number.POSITIVE_INFINITY;
  for (const j of teams) if (minutes(j) < least) least = minutes(j);
  return teams.filter((j) => minutes(j) === least);
}

function reverseRows(world: World): void {
  const rows = world.head[header.rows];
  for (const column of Object.values(world.people)) {
    const width = column.length / world.counts.people;
    const copy = column.slice(0, rows * width);
    for (let i = 0; i < rows; i++) for (let k = 0; k < width; k++) column[i * width + k] = copy[(rows - 1 - i) * width + k];
  }
}

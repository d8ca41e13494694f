import { cents } from '../core/money.ts';
import { exp, log } from '../core/math.ts';
import { alsoUniform, lotteryNumber, type Streams, uniform } from '../core/draws.ts';
import type { Values } from '../core/parameter.ts';
import type { kernelParameters } from '../kernel/parameters.ts';
import { identify } from './identities.ts';
import { GROUPS, LEVELS, NONE, STYLES } from './people.ts';
import { AXES, bodies, FUNDERS_OF_CONTRACTS, PRACTICE, TIES } from './structures.ts';
import type { BodyInput, Territory } from './territory.ts';
import { peopleShares } from './travel.ts';
import { header, type World } from './world.ts';

export const EMPLOYMENT = 0;
export const DEPARTEMENT_UNIT = 1;
export const CCAS = 2;
export const LOCAL_MISSION = 3;
export const ASSOCIATION = 4;
export const OPERATOR = 5;

/** How the people led outside the employment service and the département divide among the other bodies. Assumed. */
const OTHERS = [0.4, 0.25, 0.35] as const;
/** Mean size of a team, full-time staff, by body. Assumed; never under three. */
const TEAM = [10, 9, 4, 6, 4, 6] as const;
/** Skill by body and group of needs (home and health; mobility and family; skills; rights and justice). Assumed. */
const SKILL = [
  [0.25, 0.4, 0.75, 0.25],
  [0.6, 0.6, 0.35, 0.7],
  [0.65, 0.45, 0.2, 0.75],
  [0.35, 0.6, 0.65, 0.4],
  [0.6, 0.55, 0.45, 0.5],
  [0.2, 0.35, 0.7, 0.2],
] as const;
/** Mean practice by body on the two axes (individual to collective, work first to social first). Assumed. */
const MANNER = [
  [0.25, 0.25],
  [0.3, 0.7],
  [0.35, 0.75],
  [0.5, 0.45],
  [0.6, 0.65],
  [0.35, 0.2],
] as const;
/** Standard deviations of practice: between structures of one body, and between phases of one structure. Assumed, wide: methods are not yet alike. */
const MANNER_SPREAD = 0.2;
const STAGE_SPREAD = 0.1;
/** Who pays each body: State, département, CAF. Missions locales: 70 % State (UNML); others assumed. */
const PAYERS = [
  [1, 0, 0],
  [0, 1, 0],
  [0.25, 0.65, 0.1],
  [0.7, 0.3, 0],
  [0.25, 0.6, 0.15],
  [1, 0, 0],
] as const;
/** Paid by the person rather than by contract, by body. */
const BY_HEAD = [0, 0, 0, 0, 0, 1] as const;
/** Months of wages held at the start. */
const OPENING_CASH = 2;
/** Bodies whose contracts may be put to call. Assumed. */
const COMPETES = [0, 0, 0, 1, 1, 0] as const;
/** Bodies that may speak together, and that work for a funder which sends them people. Assumed. */
const COLLECTIVE = [0, 0, 0, 1, 1, 0] as const;
/** Trust of workers in those who speak for them, before any position: the default of `collective-stance.trust-base`. */
const STAFF_TRUST = 0.7;
/** Seats on the boards where funders decide, at the start, and the tie that goes with them: parapublic bodies are founded with some. Assumed. */
const SEATS = [0, 0, 0, 2, 0, 0] as const;
const FUNDER_TIE = [0, 0, 0, 0.7, 0.33, 0.33] as const;
/** Least number of private operators: a call needs bidders. Assumed. */
const BIDDERS = 3;
/** Places in the lists where what may happen to a case is told: the bodies that may not refuse. */
const MAY_REFUSE = [1, 0, 0, 1, 1, 1] as const;
/** Bodies whose money comes under contracts that they may give up. */
const MAY_LEAVE = [0, 0, 0, 1, 1, 1] as const;
export const WAGE_HOURS = 1607 / 12;
const VACANT_POSTS = 0.05;
/** Share of the wages of all posts that contracts pay: vacancies leave some over. */
export const POSTS_PAID = 0.97;
const CANDIDATE_TIES = 40;
const TIES_AT_START = 8;
/** How far parent bodies back the links of their teams at the start. Assumed: where separate evaluation leaves it. */
const BACKING = 0.35;

export interface Team {
  readonly body: number;
  readonly posts: number;
  /** Where it sits, when the territory says so. */
  readonly zone?: number;
}

const inputOf = (territory: Territory, body: number): BodyInput => territory.bodies?.[bodies[body].key] ?? {};

/** People accompanied in real counts, by body, from the territory's lead shares. */
export function ledByBody(territory: Territory, accompanied: number, outsourced: number): readonly number[] {
  const { employmentService, departement, other } = territory.leads;
  const work = accompanied * employmentService.value;
  const others = OTHERS.map((share, k) => accompanied * other.value * (inputOf(territory, CCAS + k).share ?? share));
  return [work * (1 - outsourced), accompanied * departement.value, ...others, work * outsourced];
}

/** Teams of the territory: staff from people led and files per worker, cut by lognormal weights. Depends on the territory alone. */
export function planTeams(territory: Territory, accompanied: number, outsourced: number, streams: Streams): readonly Team[] {
  const files = territory.filesPerWorker;
  const perWorker = [
    files.employmentService.value,
    files.departement.value,
    files.other.value,
    files.other.value,
    files.other.value,
    files.employmentService.value,
  ];
  return ledByBody(territory, accompanied, outsourced).flatMap((led, body) => {
    if (led <= 0 && body !== OPERATOR) return [];
    const { seats } = inputOf(territory, body);
    if (seats) return seatedTeams(territory, body, seats, led, perWorker[body]);
    const staff = Math.max(3, led / perWorker[body]);
    const n = Math.max(body === OPERATOR ? BIDDERS : 1, Math.floor(staff / TEAM[body]));
    const weights = Array.from({ length: n }, (_, t) => exp(0.4 * logistic(uniform(streams['populate.structures'], body * 4096 + t, 0, 0))));
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => ({ body, posts: Math.max(1, Math.round((staff * weight) / sum)) }));
  });
}

/** One team in each of the zones named, by the share of the people of the model who live there and the files per worker stated there. */
function seatedTeams({ zones }: Territory, body: number, seats: readonly string[], led: number, perWorker: number): Team[] {
  const shares = peopleShares(zones);
  const places = seats.map((id) => zones.findIndex((zone) => zone.id === id));
  const served = places.reduce((sum, z) => sum + shares[z], 0);
  return places.map((z) => {
    const files = (body === DEPARTEMENT_UNIT ? zones[z].filesPerWorker?.value : undefined) ?? perWorker;
    return { body, zone: z, posts: Math.max(1, Math.round((led * shares[z]) / served / files)) };
  });
}

const logistic = (u: number): number => log((u + 1e-9) / (1 - u + 1e-9)) * 0.55;

/** A team that exists for a trial: closed until the trial opens it, tied to nobody, and sent nobody but its own people. */
export function reserveService(world: World, j: number, body: number, territory: Territory, streams: Streams, p: Values<typeof kernelParameters>): void {
  const s = world.structures;
  openStructure(world, j, { body, posts: 0 }, inputOf(territory, body), streams, p, world.head[header.wageCents]);
  s.closed[j] = 1;
  s.volume[j] = 0;
  s.workers[j] = 0;
  s.perHead[j] = 0;
  s.competes[j] = 0;
  s.collective[j] = 0;
}

/** Fills the structures and the ties of a world from its teams. */
export function organise(world: World, territory: Territory, teams: readonly Team[], streams: Streams, p: Values<typeof kernelParameters>): void {
  const wage = cents(p['hour-cost'][0] * WAGE_HOURS);
  world.head[header.wageCents] = wage;
  teams.forEach((team, j) => openStructure(world, j, team, inputOf(territory, team.body), streams, p, wage));
  settleSeats(world, teams);
  tie(world, teams.length, streams);
  identify(world, streams);
}

function openStructure(
  world: World,
  j: number,
  { body, posts }: Team,
  input: BodyInput,
  streams: Streams,
  p: Values<typeof kernelParameters>,
  wage: number,
): void {
  const s = world.structures;
  const stream = streams['populate.structures'];
  const payers = input.payers ?? PAYERS[body];
  s.local[j] = input.residentsOnly ? 1 : 0;
  s.body[j] = body;
  s.kind[j] = bodies[body].kind;
  s.mayRefuse[j] = MAY_REFUSE[body];
  s.posts[j] = posts;
  s.workers[j] = Math.max(1, Math.round(posts * (1 - VACANT_POSTS)));
  s.morale[j] = 0.6;
  s.know[j] = 0.8;
  s.mission[j] = p['mission-mean'][0] * exp(p['mission-spread'][0] * logistic(uniform(stream, j, 1, 0)));
  for (let g = 0; g < GROUPS; g++) {
    const jitter = 0.15 * (2 * uniform(stream, j, 1, 1 + g) - 1);
    s.skill[j * GROUPS + g] = Math.min(0.95, Math.max(0.05, SKILL[body][g] + jitter));
  }
  s.mayLeave[j] = MAY_LEAVE[body];
  for (let a = 0; a < AXES; a++) {
    const own = MANNER[body][a] + MANNER_SPREAD * logistic(uniform(stream, j, 6, a));
    for (let p = 0; p < PRACTICE / AXES; p++) {
      const x = Math.min(1, Math.max(0, own + STAGE_SPREAD * logistic(uniform(stream, j, 6, AXES + p * AXES + a))));
      s.practice[j * PRACTICE + p * AXES + a] = s.conviction[j * PRACTICE + p * AXES + a] = s.form[j * PRACTICE + p * AXES + a] = x;
    }
  }
  s.fit.fill(1, j * STYLES, (j + 1) * STYLES);
  s.toWork[j] = s.toNeeds[j] = 1;
  s.compliance[j] = 1;
  s.volume[j] = 1;
  s.lambda[j] = 0.5;
  s.expectedWait[j] = 1;
  s.cash[j] = OPENING_CASH * posts * wage;
  s.perHead[j] = BY_HEAD[body];
  for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++)
    s.contract[j * FUNDERS_OF_CONTRACTS + f] = BY_HEAD[body] ? 0 : Math.round(payers[f] * posts * 12 * wage * POSTS_PAID);
  s.competes[j] = COMPETES[body];
  s.collective[j] = COLLECTIVE[body];
  s.door[j] = 1;
  s.staffTrust[j] = STAFF_TRUST;
  s.feared[j] = 0.5;
  s.peersHeld[j] = 0.5;
  s.ownSeats[j] = SEATS[body];
  s.seats[j] = SEATS[body];
  s.funderTie[j] = FUNDER_TIE[body];
  for (let f = 1; f < FUNDERS_OF_CONTRACTS; f++) if (payers[f] > payers[s.mainFunder[j]]) s.mainFunder[j] = f;
  s.target[j] = posts;
  s.felt[j] = 1;
  s.paidShare[j] = 1;
  s.backing[j] = BACKING;
}

/**
 * Each body's teams take seats zone by zone, largest team first, where its posts lag the zone's share of people most. A body with fewer teams than zones
 * serves the others from the seats it has: no team is cut smaller than it is. Teams that the territory seats stay where it says.
 */
function settleSeats({ structures: s, zones, counts }: World, planned: readonly Team[]): void {
  planned.forEach(({ zone }, j) => {
    if (zone !== undefined) s.zone[j] = zone;
  });
  const posts = new Float64Array(counts.zones);
  for (let b = 0; b < bodies.length; b++) {
    const teams = Array.from({ length: planned.length }, (_, j) => j)
      .filter((j) => s.body[j] === b && planned[j].zone === undefined)
      .sort((i, j) => s.posts[j] - s.posts[i] || i - j);
    const all = teams.reduce((sum, j) => sum + s.posts[j], 0);
    posts.fill(0);
    for (const j of teams) {
      let best = 0;
      for (let z = 1; z < counts.zones; z++) if (all * zones.share[z] - posts[z] > all * zones.share[best] - posts[best]) best = z;
      s.zone[j] = best;
      posts[best] += s.posts[j];
    }
  }
}

/** Travel that weighs on a tie as much as being of one body. Assumed. */
const TIE_MINUTES = 45;

/** Ties between bodies likely to share cases, drawn once: nearest lottery first, eight at most each, both ways. */
function tie(world: World, n: number, streams: Streams): void {
  const { counts, ties } = world;
  ties.partner.fill(NONE);
  const used = new Uint8Array(n);
  const { zone } = world.structures;
  const far = (a: number, b: number): number => world.roads.minutes[zone[a] * counts.zones + zone[b]] / TIE_MINUTES;
  const pairs: { a: number; b: number; rank: number }[] = [];
  for (let a = 0; a < n; a++) {
    for (let c = 0; c < Math.min(CANDIDATE_TIES, n - 1); c++) {
      const b = n - 1 <= CANDIDATE_TIES ? (a + 1 + c) % n : lotteryNumber(streams['populate.structures'], a, 2, c) % n;
      if (a >= b) continue;
      const alike = world.structures.body[a] === world.structures.body[b] ? 1 : 0;
      pairs.push({ a, b, rank: uniform(streams['populate.structures'], a * 65_536 + b, 3) + alike + far(a, b) });
    }
  }
  pairs.sort((x, y) => x.rank - y.rank || x.a - y.a || x.b - y.b);
  for (const { a, b } of pairs) {
    if (used[a] >= TIES_AT_START || used[b] >= TIES_AT_START || slotOf(world, a, b) >= 0) continue;
    openTie(world, a, used[a]++, b, streams);
    openTie(world, b, used[b]++, a, streams);
  }
}

function openTie(world: World, j: number, slot: number, partner: number, streams: Streams): void {
  const t = j * TIES + slot;
  const { ties } = world;
  ties.partner[t] = partner;
  const trust = uniform(streams['populate.structures'], t, 4);
  ties.trust[t] = 0.08 + 0.25 * trust;
  ties.instituted[t] = 0.02 + 0.1 * alsoUniform();
  ties.credibility[t] = 0.6;
  ties.bearer[t] = lotteryNumber(streams['populate.structures'], t, 5) % Math.max(1, world.structures.workers[j]);
  ties.live[t] = 0;
  for (let l = 0; l < LEVELS; l++) {
    ties.asked[t * LEVELS + l] = 2;
    ties.accepted[t * LEVELS + l] = 1.2 - 0.3 * l;
  }
}

/** Slot of partner `k` among the ties of `j`, or −1. */
export function slotOf(world: World, j: number, k: number): number {
  for (let slot = 0; slot < TIES; slot++) if (world.ties.partner[j * TIES + slot] === k) return slot;
  return -1;
}

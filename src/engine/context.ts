import type { Streams } from './core/draws.ts';
import type { Values } from './core/parameter.ts';
import type { Recorder } from './events.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { kernelParameters } from './kernel/parameters.ts';
import type { peopleParameters } from './world/parameters.ts';
import type { World } from './world/world.ts';

/** Monthly working space, sized once: never allocated in the loop, never part of the state. */
export interface Scratch {
  /** By person: search from needs, trust and fear alone, before any support. */
  readonly search: Float64Array;
  /** By person: search this month, support and obligations included. */
  /** Share of a person's search that serves durable jobs: readiness, less what threat turns to whatever comes. */
  readonly apt: Float64Array;
  readonly effective: Float64Array;
  /** By person with the right open: two words of this month, cut in lanes of 16 bits by `lane`. */
  readonly lanes: Uint32Array;
  /** Lists of rows and their lottery. */
  readonly asking: Uint32Array;
  readonly rows: Uint32Array;
  readonly number: Uint32Array;
  readonly ids: Uint32Array;
  readonly priority: Uint8Array;
  readonly won: Uint8Array;
  readonly heads: Uint32Array;
  /** By perceived class: people, and sums in grains of what they are like. */
  readonly classPeople: Float64Array;
  readonly classSearch: Float64Array;
  readonly classDurable: Float64Array;
  readonly classNeed: Float64Array;
  readonly classGroupNeed: Float64Array;
  /** Flows of the month, by place in `tally`. In people of the model unless said otherwise. */
  readonly tally: Float64Array;
  /** Stocks of the closed month, by place in `stock`. In people of the model. */
  readonly stock: Float64Array;
  /** By structure and perceived class: chances of leaving, and of the three answers (−1 until weighed). */
  readonly leave: Float64Array;
  readonly answers: Float64Array;
  /** By set of schemes: share of search left by their appointments. */
  readonly unstacked: Float64Array;
}

/** Flows counted during a month. Counts of agents; multiplied by the scale when observed. */
export const tally = {
  durable: 0,
  short: 1,
  separations: 2,
  leftOther: 3,
  lost: 4,
  claims: 5,
  opened: 6,
  oriented: 7,
  firstContact: 8,
  firstContactMonths: 9,
  admitted: 10,
  refused: 11,
  refusedHard: 12,
  askedHard: 13,
  asked: 14,
  sent: 15,
  bounced: 16,
  retold: 17,
  handOffLost: 18,
  withheld: 19,
  sanctions: 20,
  warnings: 21,
  checks: 22,
  exits: 23,
  exitsToWork: 24,
  entries: 25,
  goneForGood: 26,
  counted: 28,
  untrue: 29,
  mirror: 30,
  contracts: 31,
  outreach: 32,
  solutionsAsked: 33,
  solutionsGiven: 34,
  discovered: 36,
  withdrawn: 37,
  suspended: 38,
  returns: 39,
  audits: 40,
  misread: 41,
  read: 42,
  departures: 43,
  givenBack: 54,
  refusedEasy: 44,
  askedEasy: 45,
  servedExits: 46,
  durableHard: 47,
  durableKept: 48,
  firstContactHard: 56,
  firstContactMonthsHard: 57,
  durableUnusual: 58,
  crossed: 60,
  missed: 61,
  pathwaysBroken: 62,
  moves: 72,
  forgone: 73,
  disputes: 74,
  disputeUnpaid: 75,
  movedRetold: 76,
  keptMonths: 77,
  advancedMonths: 78,
  insertionProposed: 80,
  insertionHired: 81,
  insertionHiredHard: 82,
  insertionUnplaced: 83,
  insertionDurable: 84,
  insertionShort: 85,
  insertionReturns: 86,
  insertionEnds: 87,
  closures: 100,
  mergers: 101,
  appointments: 88,
  appointmentsMissed: 89,
  schemeEntries: 90,
  servicesLost: 91,
  keptWaiting: 102,
  boardSeats: 110,
  dissenters: 111,
  silentExits: 112,
  decisions: 113,
  decisionMonths: 114,
  participations: 115,
} as const;
export const TALLIES = 128;

/** A uniform of 16 bits from a lane of the month's shared block: 0 check, 1 contract, 2 review of the file (low end) or second reading (high end), 3 suspension. */
export const lane = (lanes: Uint32Array, i: number, which: 0 | 1 | 2 | 3): number =>
  ((which & 1 ? lanes[2 * i + (which >> 1)] & 0xffff : lanes[2 * i + (which >> 1)] >>> 16) + 0.5) / 65_536;

/** Everything a step may read or write. */
export interface Context {
  readonly world: World;
  readonly scratch: Scratch;
  readonly streams: Streams;
  readonly month: { now: number };
  /** Every lever and parameter by group and name, one value per arm. */
  readonly rules: Readonly<Record<string, Readonly<Record<string, Float64Array>>>>;
  readonly kernel: Kernel;
  /** Parameters of the decision kernel and of the technology of support, shared by all. */
  readonly technology: Values<typeof kernelParameters>;
  /** Parameters of who people are. */
  readonly persons: Values<typeof peopleParameters>;
  /** Keys of the mechanisms switched on. */
  readonly on: ReadonlySet<string>;
  readonly events: Recorder;
}

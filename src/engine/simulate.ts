import { grouped, openBook, valuesOf } from './book.ts';
import { PANEL_YEARS, panelLevels, surveyLevels, yearLevels } from './cohort.ts';
import type { Context, Scratch } from './context.ts';
import { TALLIES } from './context.ts';
import { BUCKETS_NEEDED } from './core/lottery.ts';
import { hashOf, runDigest } from './core/digest.ts';
import { openStreams, uniform, WARM_UP } from './core/draws.ts';
import type { Ratio } from './core/indicator.ts';
import type { Arm } from './core/rules.ts';
import type { RunRequest, RunResult } from './core/run.ts';
import { runSeed } from './core/seed.ts';
import type { Trial } from './core/trial.ts';
import { createRecorder, type Turn } from './events.ts';
import { ratioSeries } from './indicators/close.ts';
import { indicators } from './indicators/index.ts';
import { createKernel, silent } from './kernel/kernel.ts';
import { kernelParameters } from './kernel/parameters.ts';
import { type Follower, follow, type Lives, type Watching } from './lives.ts';
import { mechanisms } from './mechanisms/index.ts';
import { type Act, planMonth } from './month.ts';
import { conduct, type Conductor } from './trial/conduct.ts';
import { markCohort, observe, STOCKS } from './observe.ts';
import { modelVersion } from './version.ts';
import { CLASSES } from './world/people.ts';
import { STACKS } from './world/schemes.ts';
import { peopleParameters } from './world/parameters.ts';
import { populate } from './world/populate.ts';
import { startTerritory } from './world/start.ts';
import { VACANT } from './world/status.ts';
import { cloneWorld, header, type World } from './world/world.ts';

export interface Options {
  /** So many people whose turns are recorded, the same in every scenario; and others by id, newcomers included. */
  readonly watched?: number;
  readonly watch?: readonly number[];
  /** Rows reversed, for the test that row order never counts. */
  readonly reversed?: boolean;
  /** A world at month 0, after the warm-up, to run from: left untouched. */
  readonly from?: World;
  /** A run of the same replication to take up where rule books part; its world is left untouched. */
  readonly resume?: Checkpoint;
  /** Asked for the state before this month is simulated. */
  readonly checkpoint?: { readonly month: number; readonly save: (checkpoint: Checkpoint) => void };
  /** Called when a month is closed, warm-up included; it may look and not touch. */
  readonly onMonth?: (context: Context) => void;
}

/** A run as it stood before a month: enough to go on with another rule book that agrees until then. */
export interface Checkpoint {
  readonly month: number;
  readonly world: World;
  readonly series: Readonly<Record<string, Float64Array>>;
  readonly levels: Readonly<Record<string, number>>;
  /** What was seen so far of the people watched. */
  readonly lives?: Lives;
}

/** What identifies a run: everything that may change a bit of it, and nothing else. */
const asked = (request: RunRequest): unknown => ({
  modelVersion,
  rules: request.rules,
  arms: request.arms ?? [],
  parameters: request.parameters ?? {},
  territory: request.territory,
  population: request.population,
  months: request.months,
  seed: request.seed.normalize('NFC'),
  replication: request.replication,
  ...(request.trial ? { trial: studied(request.trial) } : {}),
});

/** A trial without the people that another world chose for it. */
const studied = ({ members: _, ...trial }: Trial): Omit<Trial, 'members'> => trial;

/** Run key: what files, caches, resuming and merging go by. */
export const runKey = (request: RunRequest): string => hashOf(asked(request));

/** One replication of one rule book: warm-up under the territory's base rules, then the months asked for. */
export function simulate(request: RunRequest, options: Options = {}): RunResult {
  const run = openRun(request, options);
  const levels: Record<string, number> = { ...options.resume?.levels };
  const watching = watchingOf(request, options);
  const follower = watching && follow(run.context, watching, request.months, options.resume?.month, options.resume?.lives);
  const conductor = request.trial && conduct(run.context, request.trial);
  const series = play(run, request.months, options, levels, follower, conductor);
  const result = { key: runKey(request), digest: runDigest(asked(request), series), replication: request.replication, levels, series };
  return { ...result, ...(follower ? { lives: follower.lives() } : {}), ...(conductor ? { trial: conductor.record() } : {}) };
}

function watchingOf({ watching }: RunRequest, { watched, watch }: Options): Watching | undefined {
  if (watched === undefined && watch === undefined) return watching;
  return { sample: watched ?? 0, ids: watch ?? [], turns: true };
}

/** The world at month 0, which every rule book of a replication shares: identical bits in all scenarios. */
export function settle(request: RunRequest, options: Options = {}): World {
  const run = openRun({ ...request, rules: BASE, arms: [] }, options);
  return run.context.world;
}
const BASE = { set: {}, timeline: [], off: [] } as const;

export interface Run {
  readonly context: Context;
  readonly acts: readonly Act[];
  readonly turn: (month: number) => void;
}

/** A run brought to month 0. */
export function openRun(request: RunRequest, options: Options = {}): Run {
  const arms = request.arms ?? [];
  const book = openBook(request.rules, arms, heldAt(request));
  const persons = valuesOf(book, 'people', peopleParameters);
  const technology = valuesOf(book, 'kernel', kernelParameters);
  const streams = openStreams(runSeed(request.seed, request.replication));
  const given = options.resume?.world ?? options.from;
  const world = given ?? settledWorld(request, options);
  const on = new Set(mechanisms.filter((m) => !request.rules.off.includes(m.key)).map((m) => m.key));
  const own = given ? cloneWorld(world) : world;
  const context = contextOf(own, streams, grouped(book), on, persons, technology, options.resume?.lives?.turns);
  own.people.watched.fill(0);
  assignArms(context, arms);
  return { context, acts: planMonth(book, on), turn: book.turn };
}

/** Values that parameters stand at before any rule book: those drawn for this run, else those of the territory. */
const heldAt = ({ territory: { values = {} }, parameters }: RunRequest): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(Object.entries(values).map(([id, { value }]) => [id, value])),
  ...parameters,
});

function settledWorld(request: RunRequest, options: Options): World {
  const book = openBook(BASE, [], heldAt(request));
  const persons = valuesOf(book, 'people', peopleParameters);
  const technology = valuesOf(book, 'kernel', kernelParameters);
  const { world, streams } = populate({
    territory: request.territory,
    population: request.population,
    seed: request.seed,
    replication: request.replication,
    people: persons,
    kernel: technology,
    outsourced: book.values['outsourcing.share'][0],
    ...(request.trial ? { services: request.trial.services.map(({ body }) => body) } : {}),
    ...(options.reversed ? { reversed: true } : {}),
  });
  startTerritory(world, request.territory, grouped(book));
  const on = new Set(mechanisms.map((m) => m.key));
  const context = contextOf(world, streams, grouped(book), on, persons, technology);
  const acts = planMonth(book, on);
  for (let month = -WARM_UP; month < 0; month++) {
    runMonth(context, acts, month);
    options.onMonth?.(context);
  }
  markCohort(context);
  return world;
}

function contextOf(
  world: World,
  streams: Context['streams'],
  rules: Context['rules'],
  on: ReadonlySet<string>,
  persons: Context['persons'],
  technology: Context['technology'],
  turns?: Iterable<Turn>,
): Context {
  const terms = mechanisms.flatMap((m) => (m.terms ?? []).map((term) => (on.has(m.key) ? term : silent(term))));
  return {
    world,
    scratch: scratchFor(world),
    streams,
    month: { now: 0 },
    rules,
    kernel: createKernel(terms),
    technology,
    persons,
    on,
    events: createRecorder(turns),
  };
}

function scratchFor({ counts }: World): Scratch {
  const n = counts.people;
  return {
    search: new Float64Array(n),
    apt: new Float64Array(n),
    effective: new Float64Array(n),
    lanes: new Uint32Array(2 * n),
    asking: new Uint32Array(n),
    rows: new Uint32Array(n),
    number: new Uint32Array(n),
    ids: new Uint32Array(n),
    priority: new Uint8Array(n),
    won: new Uint8Array(n),
    heads: new Uint32Array(BUCKETS_NEEDED),
    classPeople: new Float64Array(CLASSES),
    classSearch: new Float64Array(CLASSES),
    classDurable: new Float64Array(CLASSES),
    classNeed: new Float64Array(CLASSES),
    classGroupNeed: new Float64Array(CLASSES),
    tally: new Float64Array(TALLIES),
    stock: new Float64Array(STOCKS),
    leave: new Float64Array(counts.structures * CLASSES * 6),
    answers: new Float64Array(counts.structures * CLASSES * 3),
    unstacked: new Float64Array(STACKS).fill(1),
  };
}

/** Arms go to units by keyed lottery on their identity, so the same units are assigned in every scenario. */
function assignArms({ world, streams }: Context, arms: readonly Arm[]): void {
  const stream = streams['arm.assign'];
  arms.forEach((arm, a) => {
    if (arm.unit === 'person') {
      for (let i = 0; i < world.head[header.rows]; i++)
        if (world.people.status[i] !== VACANT && uniform(stream, world.people.id[i], 0, a) < arm.share) world.people.arm[i] = a + 1;
    } else if (arm.unit === 'structure') {
      for (let j = 0; j < world.counts.structures; j++) if (uniform(stream, j, 1, a) < arm.share) world.structures.arm[j] = a + 1;
    }
  });
}

export function runMonth(context: Context, acts: readonly Act[], month: number): void {
  context.month.now = month;
  try {
    for (let a = 0; a < acts.length; a++) acts[a](context);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`${error.message} (month ${month})`) : error;
  }
  observe(context);
}

const copyOf = (series: Readonly<Record<string, Float64Array>>): Record<string, Float64Array> =>
  Object.fromEntries(Object.entries(series).map(([id, values]) => [id, values.slice()]));

function play(
  { context, acts, turn }: Run,
  months: number,
  options: Options,
  levels: Record<string, number>,
  follower: Follower | undefined,
  conductor: Conductor | undefined,
): Record<string, Float64Array> {
  const series: Record<string, Float64Array> = {};
  const measured = indicators.filter((i) => i.kind !== 'ratio');
  const first = options.resume?.month ?? 0;
  for (const i of measured) {
    series[i.id] = new Float64Array(months);
    if (options.resume) series[i.id].set(options.resume.series[i.id].subarray(0, first));
  }
  for (let month = first; month < months; month++) {
    if (options.checkpoint?.month === month)
      options.checkpoint.save({
        month,
        world: cloneWorld(context.world),
        series: copyOf(series),
        levels: { ...levels },
        ...(follower ? { lives: follower.lives() } : {}),
      });
    turn(month);
    conductor?.begin(month);
    runMonth(context, acts, month);
    conductor?.see(month);
    follower?.see(month);
    for (const i of measured) series[i.id][month] = i.compute(context);
    if (month === 11) Object.assign(levels, yearLevels(context.world), surveyLevels(context));
    if (month === 12 * PANEL_YEARS - 1) Object.assign(levels, panelLevels(context.world));
    options.onMonth?.(context);
  }
  for (const i of indicators.filter((x): x is Ratio => x.kind === 'ratio'))
    series[i.id] = ratioSeries(series[i.numerator], series[i.denominatorId], i.trailing, i.scale);
  return series;
}

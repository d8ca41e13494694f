import { parameters, type RunRequest, type RunResult, type Territory, type Text } from '../engine/index.ts';
import { identify, type Identifiability } from './abc/identify.ts';
import { type Free, valueOfScore } from './abc/prior.ts';
import { openSequence, type Weighed } from './abc/sequential.ts';
import { squaredDistance } from './abc/distance.ts';
import { weightedQuantile } from './abc/weighted.ts';
import type { Experiment } from './trial/types.ts';

interface Aimed {
  readonly value: number;
  /** Standard error, in the unit of the level or of the effect: sampling, and how far the model’s definition may be from the publication’s. */
  readonly error: number;
  /** Row of the evidence it comes from. */
  readonly row: string;
}

/** A published level that the runs must come near. */
export interface LevelTarget extends Aimed {
  readonly level: string;
}

/** A published effect that a virtual experiment, played with the same values, must come near. */
export interface EffectTarget extends Aimed {
  readonly experiment: string;
  readonly estimand: string;
}

export type Target = LevelTarget | EffectTarget;

export const isLevel = (target: Target): target is LevelTarget => 'level' in target;

/** A calibration as it is run: what is set free, what is aimed at, and with how many runs. */
export interface Calibration {
  readonly id: string;
  readonly title: Text;
  /** Id of a territory, or `average` for the average département: where levels are read. Absent, as the next two, when no level is aimed at. */
  readonly territory?: string;
  readonly population?: number;
  readonly months?: number;
  readonly parameters: readonly Free[];
  readonly targets: readonly Target[];
  /** The experiments aimed at, each with the estimands aimed at and no other. */
  readonly experiments: readonly Experiment[];
  /** How many times each is played for one set of values. */
  readonly replications: number;
  readonly particles: number;
  readonly generations: number;
  readonly seed: string;
}

/** What each estimand of each experiment gave, by their ids. */
export type Effects = Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;

/** Three percentiles of a level over the runs: 5th, 50th, 95th. */
export type Spread = readonly [low: number, median: number, high: number];

/** A level or an effect before and after: over the runs drawn from the prior, and over those of the posterior. */
export type LevelLearned = Target & {
  readonly prior: Spread;
  readonly posterior: Spread;
};

/** Values of the parameters set free that the targets leave likely, in the order of `calibration.parameters`, with their weights. */
export interface Particles {
  readonly weights: readonly number[];
  readonly values: readonly (readonly number[])[];
  /** Levels and effects of each particle’s runs, in the order of the targets. */
  readonly levels: readonly (readonly number[])[];
  /** Distance of these levels to the targets, in errors: root mean square. */
  readonly distances: readonly number[];
}

export interface Posterior {
  readonly calibration: Calibration;
  readonly modelVersion: string;
  readonly runs: number;
  /** Runs that gave nothing: the territory filled up, or an experiment had nobody or nothing to compare. */
  readonly failed: number;
  /** By how much the errors of the targets were stretched; 1 when they hold as stated. */
  readonly tolerance: number;
  readonly effective: number;
  readonly levels: readonly LevelLearned[];
  readonly identifiability: Identifiability;
  readonly particles: Particles;
}

const STATUS_QUO = { set: {}, timeline: [], off: [] } as const;
/** Weight left out with the lightest particles. */
const LEFT_OUT = 0.001;

export const sequenceOf = ({ parameters: free, targets, particles, generations, seed }: Calibration) =>
  openSequence({ free: free.length, targets: targets.map(({ value }) => value), errors: targets.map(({ error }) => error), particles, generations, seed });

/** Values of the parameters set free at a point of normal scores. */
export const valuesAt = (free: readonly Free[], point: readonly number[]): Record<string, number> =>
  Object.fromEntries(free.map((one, j) => [one.id, valueOfScore(one, point[j]!)]));

/** The runs of a generation in which levels are read: status quo, each with its own people, its own luck and its own values. None without a level. */
export function requestsOf(calibration: Calibration, territory: Territory, generation: number, points: readonly (readonly number[])[]): RunRequest[] {
  const { population, months, seed, particles } = calibration;
  if (population === undefined || months === undefined) return [];
  return points.map((point, i) => ({
    rules: STATUS_QUO,
    territory,
    population,
    months,
    seed,
    replication: generation * particles + i,
    parameters: valuesAt(calibration.parameters, point),
  }));
}

/**
 * What the runs at one set of values gave, in the order of the targets; nothing when one of them cannot be made. `effects` are those of `effectsOf`.
 * Throws a RangeError when a run reads no such level.
 */
export function summariesOf({ targets }: Calibration, run: RunResult | undefined, effects: Effects = {}): number[] {
  const all = targets.map((target) => (isLevel(target) ? levelOf(target.level, run) : effects[target.experiment]?.[target.estimand]));
  return all.every((value): value is number => value !== undefined && Number.isFinite(value)) ? all : [];
}

function levelOf(level: string, run: RunResult | undefined): number {
  const value = run?.levels[level];
  if (value === undefined) throw new RangeError(`Run ${run?.replication} has no level "${level}".`);
  return value;
}

/** The posterior of all runs, weighed. `weighed` is that of the last generation. */
export function posteriorOf(calibration: Calibration, modelVersion: string, { scores, summaries, weights, tolerance, effective }: Weighed): Posterior {
  const done = summaries.map((s) => s.length > 0);
  const kept = heaviest(weights);
  const of = <T>(list: readonly T[]): T[] => kept.map((i) => list[i]!);
  const { targets, parameters: free } = calibration;
  const units = targets.map(({ error }) => error);
  const aims = targets.map(({ value }) => value);
  return {
    calibration,
    modelVersion,
    runs: weights.length,
    failed: done.filter((one) => !one).length,
    tolerance,
    effective,
    levels: targets.map((target, j) => levelLearned(target, j, calibration.particles, summaries, weights)),
    identifiability: identify(free, scores, weights),
    particles: {
      weights: of(weights),
      values: of(scores).map((point) => free.map((one, j) => valueOfScore(one, point[j]!))),
      levels: of(summaries),
      distances: of(summaries).map((s) => Math.sqrt(squaredDistance(s, aims, units) / targets.length)),
    },
  };
}

function levelLearned(target: Target, j: number, particles: number, summaries: readonly (readonly number[])[], weights: readonly number[]): LevelLearned {
  const places = summaries.flatMap((s, i) => (s.length > 0 ? [i] : []));
  const spread = (among: readonly number[], weight: (i: number) => number): Spread =>
    [0.05, 0.5, 0.95].map((share) =>
      weightedQuantile(
        among.map((i) => summaries[i]![j]!),
        among.map(weight),
        share,
      ),
    ) as unknown as Spread;
  return {
    ...target,
    prior: spread(
      places.filter((i) => i < particles),
      () => 1,
    ),
    posterior: spread(places, (i) => weights[i]!),
  };
}

/** Places of the heaviest weights, in their order, less the lightest that together weigh next to nothing. */
function heaviest(weights: readonly number[]): number[] {
  const order = weights.map((_, i) => i).sort((a, b) => weights[b]! - weights[a]! || a - b);
  let total = 0;
  const kept = order.filter((i) => {
    const wanted = total < 1 - LEFT_OUT;
    total += weights[i]!;
    return wanted;
  });
  return kept.sort((a, b) => a - b);
}

/** Whether a parameter may be set free: a number that nobody knows, assumed or estimated. */
export function mayBeFree(id: string): boolean {
  const p = parameters.get(id);
  return (
    p !== undefined &&
    p.role === 'uncertainty' &&
    (p.evidence === 'assumed' || p.evidence === 'estimated') &&
    (p.kind ?? 'number') !== 'boolean' &&
    p.kind !== 'choice'
  );
}

import { type Free, valueAt, valueOfScore } from './prior.ts';
import { eigen } from './matrix.ts';
import { type Points, weightedCovariance, weightedQuantile } from './weighted.ts';

const [LOW, HIGH] = [0.05, 0.95];

/** What is known of one parameter before and after. */
export interface Learned {
  readonly id: string;
  /** 5th, 50th and 95th percentiles. */
  readonly prior: readonly [low: number, median: number, high: number];
  readonly posterior: readonly [low: number, median: number, high: number];
  /** Width of the posterior’s 90 % over that of the prior: near 1, the targets say nothing of it. */
  readonly width: number;
}

export interface Pair {
  readonly a: string;
  readonly b: string;
  /** Correlation in the posterior, on normal scores. */
  readonly correlation: number;
}

/** A direction in the space of scores. Its variance was 1 before: near 1, the targets say nothing along it. */
export interface Direction {
  readonly variance: number;
  readonly weights: Readonly<Record<string, number>>;
}

export interface Identifiability {
  readonly parameters: readonly Learned[];
  /** Every pair, the most tied first. */
  readonly pairs: readonly Pair[];
  /** Widest first. */
  readonly directions: readonly Direction[];
}

/** A pair so tied that the targets fix a combination of the two and not each. */
export const TIED = 0.5;
/** A width over which a parameter has hardly been learned. */
export const UNLEARNED = 0.85;

/** What the targets taught of each parameter, and which ones they cannot tell apart. */
export function identify(free: readonly Free[], scores: Points, weights: readonly number[]): Identifiability {
  const covariance = weightedCovariance(scores, weights);
  const sd = covariance.map((row, a) => Math.sqrt(row[a]!));
  const pairs = free.flatMap((a, i) =>
    free.slice(i + 1).map((b, k): Pair => ({ a: a.id, b: b.id, correlation: covariance[i]![i + 1 + k]! / (sd[i]! * sd[i + 1 + k]!) })),
  );
  return {
    parameters: free.map((one, j) =>
      learned(
        one,
        scores.map((s) => s[j]!),
        weights,
      ),
    ),
    pairs: pairs.sort((x, y) => Math.abs(y.correlation) - Math.abs(x.correlation)),
    directions: eigen(covariance).map(({ value, vector }) => ({ variance: value, weights: Object.fromEntries(free.map(({ id }, j) => [id, vector[j]!])) })),
  };
}

function learned(free: Free, scores: readonly number[], weights: readonly number[]): Learned {
  const values = scores.map((score) => valueOfScore(free, score));
  const prior = [LOW, 0.5, HIGH].map((u) => valueAt(free, u)) as [number, number, number];
  const posterior = [LOW, 0.5, HIGH].map((u) => weightedQuantile(values, weights, u)) as [number, number, number];
  return { id: free.id, prior, posterior, width: (posterior[2] - posterior[0]) / (prior[2] - prior[0]) };
}

/** Pairs that the targets cannot tell apart. */
export const tied = ({ pairs }: Identifiability): Pair[] => pairs.filter(({ correlation }) => Math.abs(correlation) >= TIED);

/** Parameters that the targets hardly narrowed. */
export const unlearned = ({ parameters }: Identifiability): string[] => parameters.filter(({ width }) => width >= UNLEARNED).map(({ id }) => id);

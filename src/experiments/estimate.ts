import { studentQuantile } from './distributions.ts';
import { moments, percentile } from './sums.ts';
import type { Estimate } from './types.ts';

export const CONFIDENCE = 0.95;
const SPREAD = [0.05, 0.95] as const;

/** Half-width factor of a 95 % interval of a mean of n values: Student's quantile over √n. */
export const halfWidth = (n: number): number => studentQuantile((1 + CONFIDENCE) / 2, n - 1) / Math.sqrt(n);

/**
 * The only way to make an `Estimate`: one value per replication, in replication order.
 * A single value says nothing of luck: `low`, `high`, `p5` and `p95` are then null.
 * Throws a RangeError on no value and on a value that is not finite.
 */
export function estimate(values: ArrayLike<number>, kind: Estimate['kind']): Estimate {
  const { n, mean, sd } = moments(values);
  if (n < 2) return { kind, mean, low: null, high: null, p5: null, p95: null, n } as unknown as Estimate;
  const half = halfWidth(n) * sd;
  const sorted = Float64Array.from(values).sort();
  const [p5, p95] = SPREAD.map((share) => percentile(sorted, share));
  return { kind, mean, low: mean - half, high: mean + half, p5, p95, n } as unknown as Estimate;
}

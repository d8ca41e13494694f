import { normalQuantile, studentQuantile } from './distributions.ts';

const POWER = 0.8;
/** Beyond this no number of replications is proposed. */
export const MOST_REPLICATIONS = 100_000;

/** Whether n replications tell a mean of `effect` standard deviations from zero with a power of 80 %. */
function enough(n: number, effect: number, level: number): boolean {
  return effect * Math.sqrt(n) >= studentQuantile(1 - level / 2, n - 1) + studentQuantile(POWER, n - 1);
}

/** Largest figure, and the step it is rounded up to. */
const STEPS = [
  [10, 1],
  [50, 5],
  [200, 10],
  [500, 50],
  [2_000, 100],
  [5_000, 500],
  [20_000, 1_000],
  [MOST_REPLICATIONS, 5_000],
] as const;

/** Rounded up to a figure that claims no more than it knows: 7, 25, 120, 1,300. */
export function readable(n: number): number {
  const [, step] = STEPS.find(([most]) => n <= most) ?? STEPS[STEPS.length - 1]!;
  return Math.ceil(n / step) * step;
}

/**
 * How many replications a paired difference of this mean and standard deviation would need for its interval of confidence
 * 1 − `level` to exclude zero four times in five, rounded up; null when it is above 100,000 or the mean is zero.
 * Uses the sum of two Student quantiles, within two replications of the exact noncentral calculation;
 * takes the observed mean for the true one, so it is an order of magnitude and is worded "about".
 */
export function replicationsNeeded(mean: number, sd: number, level = 0.05): number | null {
  if (mean === 0) return null;
  const effect = Math.abs(mean) / sd;
  const fewest = (normalQuantile(1 - level / 2) + normalQuantile(POWER)) / effect;
  let n = Math.max(2, Math.floor(fewest * fewest));
  while (n <= MOST_REPLICATIONS && !enough(n, effect, level)) n++;
  return n > MOST_REPLICATIONS ? null : readable(n);
}

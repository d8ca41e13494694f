import { exp, log } from '../../engine/core/math.ts';
import { normalCdf } from '../normal.ts';
import { weightedQuantile } from './weighted.ts';

/** Central intervals that are looked at. */
export const LEVELS = [0.5, 0.8, 0.9, 0.95] as const;

/** How often central intervals held the truth, and how often they should have, luck included. */
export interface Coverage {
  readonly level: number;
  readonly inside: number;
  readonly of: number;
  readonly share: number;
  /** Shares between which an honest method falls, with the confidence asked for. */
  readonly low: number;
  readonly high: number;
  readonly honest: boolean;
}

/**
 * Coverage of central intervals from the places of the truths in their posteriors, each the share of the posterior under the truth.
 * An honest method gives places that are even between 0 and 1.
 */
export function coverage(places: readonly number[], confidence = 0.99): Coverage[] {
  return LEVELS.map((level) => {
    const inside = places.filter((u) => Math.abs(u - 0.5) <= level / 2).length;
    const [low, high] = binomialBand(places.length, level, confidence);
    return {
      level,
      inside,
      of: places.length,
      share: inside / places.length,
      low,
      high,
      honest: inside >= low * places.length && inside <= high * places.length,
    };
  });
}

/** Shares of successes in `n` trials of chance `p` that leave at most half of 1 − confidence on each side. */
export function binomialBand(n: number, p: number, confidence: number): [low: number, high: number] {
  const tail = (1 - confidence) / 2;
  let chance = n * log(1 - p);
  let below = 0;
  let low = -1;
  for (let k = 0; k <= n; k++) {
    below += exp(chance);
    if (low < 0 && below > tail) low = k;
    if (below >= 1 - tail) return [low / n, k / n];
    if (k < n) chance += log(((n - k) / (k + 1)) * (p / (1 - p)));
  }
  return [Math.max(0, low) / n, 1];
}

/** Whether places are even over so many bins: Pearson’s statistic and its p. */
export function evenness(places: readonly number[], bins: number): { readonly counts: number[]; readonly statistic: number; readonly p: number } {
  const counts = new Array<number>(bins).fill(0);
  for (const u of places) counts[Math.min(bins - 1, Math.floor(u * bins))]!++;
  const expected = places.length / bins;
  const statistic = counts.reduce((total, c) => total + ((c - expected) * (c - expected)) / expected, 0);
  return { counts, statistic, p: chiSquareAbove(statistic, bins - 1) };
}

/** Probability that a chi-square of so many degrees of freedom exceeds x: from 1 or 2 degrees up, two at a time. */
export function chiSquareAbove(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const half = exp(-x / 2);
  const odd = degrees % 2 === 1;
  let above = odd ? 2 * normalCdf(-Math.sqrt(x)) : half;
  let term = odd ? (half * Math.sqrt(x)) / Math.sqrt(Math.PI / 2) : (half * x) / 2;
  for (let k = odd ? 3 : 4; k <= degrees; k += 2) {
    above += term;
    term *= x / k;
  }
  return above;
}

/** Scores drawn towards their median: the fault that a check of coverage must catch. */
export function narrowed(scores: readonly number[], weights: readonly number[], factor: number): number[] {
  const middle = weightedQuantile(scores, weights, 0.5);
  return scores.map((x) => middle + factor * (x - middle));
}

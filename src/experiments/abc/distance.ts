import { percentile } from '../sums.ts';
import type { Points } from './weighted.ts';

/** Median absolute deviation to the median of each summary over runs: a spread that a few odd runs do not move. 1 where nothing varies. */
export function spreads(summaries: Points): number[] {
  const count = summaries[0]?.length ?? 0;
  return Array.from({ length: count }, (_, j) => {
    const values = Float64Array.from(summaries, (s) => s[j]!).sort();
    const middle = percentile(values, 0.5);
    return percentile(values.map((x) => Math.abs(x - middle)).sort(), 0.5) || 1;
  });
}

/** Squared distance of summaries to targets, each in units of its own spread or error: a sum over the summaries. Infinite for a run that gave none. */
export function squaredDistance(summaries: readonly number[], targets: readonly number[], units: readonly number[]): number {
  let total = 0;
  for (let j = 0; j < targets.length; j++) {
    const gap = (summaries[j]! - targets[j]!) / units[j]!;
    total += gap * gap;
  }
  return Number.isNaN(total) ? Number.POSITIVE_INFINITY : total;
}

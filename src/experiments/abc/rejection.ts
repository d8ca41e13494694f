import { adjust } from './adjust.ts';
import { squaredDistance } from './distance.ts';
import type { Points } from './weighted.ts';

/** Runs drawn from the prior: normal scores of the parameters, and what each run gave. */
export interface Bank {
  readonly scores: Points;
  readonly summaries: Points;
}

/** Points that stand for what is known of the parameters once the targets are seen. */
export interface Sample {
  readonly scores: number[][];
  readonly weights: number[];
}

export interface Near {
  readonly targets: readonly number[];
  /** What a distance is counted in, by summary. */
  readonly units: readonly number[];
  /** Runs kept. */
  readonly keep: number;
  /** A run left out, since it plays the truth. */
  readonly without?: number;
}

/** Epanechnikov’s kernel of a distance relative to the furthest kept: 1 at the target, 0 at the edge. */
const epanechnikov = (squared: number, furthest: number): number => (furthest > 0 ? Math.max(0, 1 - squared / furthest) : 1);

/**
 * Rejection with regression adjustment (Beaumont, Zhang and Balding 2002): keeps the runs nearest to the targets, weighs them by nearness,
 * and moves each along the local slope of parameters on summaries to where it would be had its run met the targets.
 */
export function rejection({ scores, summaries }: Bank, { targets, units, keep, without }: Near): Sample {
  const ranked = summaries
    .flatMap((s, i) => (i === without ? [] : [{ i, squared: squaredDistance(s, targets, units) }]))
    .sort((a, b) => a.squared - b.squared || a.i - b.i);
  const kept = ranked.slice(0, keep);
  const furthest = (ranked[keep] ?? kept.at(-1)!).squared;
  const weights = kept.map(({ squared }) => epanechnikov(squared, furthest));
  const gaps = kept.map(({ i }) => targets.map((t, j) => (summaries[i]![j]! - t) / units[j]!));
  return {
    weights,
    scores: adjust(
      kept.map(({ i }) => scores[i]!),
      gaps,
      weights,
    ),
  };
}

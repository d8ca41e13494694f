import { cholesky, solve } from './matrix.ts';
import type { Points } from './weighted.ts';

/** Keeps the normal equations solvable when summaries repeat one another; too small to be seen otherwise. */
const RIDGE = 1e-8;

/** Coefficients of the weighted least squares of `y` on an intercept and the columns of `x`. */
function slopes(x: Points, weights: readonly number[], ys: Points): number[][] {
  const rows = x.map((line) => [1, ...line]);
  const n = rows[0]!.length;
  const product = (f: (i: number) => number): number => rows.reduce((total, _, i) => total + weights[i]! * f(i), 0);
  const normal = Array.from({ length: n }, (_, a) => Array.from({ length: n }, (__, b) => product((i) => rows[i]![a]! * rows[i]![b]!)));
  normal.forEach((row, a) => {
    row[a]! += RIDGE * Math.max(1, row[a]!);
  });
  const factor = cholesky(normal);
  const count = ys[0]!.length;
  return Array.from({ length: count }, (_, p) => {
    const right = Array.from({ length: n }, (__, a) => product((i) => rows[i]![a]! * ys[i]![p]!));
    return solve(factor, right);
  });
}

/** Local-linear adjustment: each point less what the slopes say of its gaps to the targets. `gaps` are summaries less targets. */
export function adjust(points: Points, gaps: Points, weights: readonly number[]): number[][] {
  const fitted = slopes(gaps, weights, points);
  return points.map((point, i) => point.map((value, p) => value - gaps[i]!.reduce((total, gap, j) => total + gap * fitted[p]![j + 1]!, 0)));
}

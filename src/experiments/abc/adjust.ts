import { cholesky, solve } from './matrix.ts';
import { effective, type Points } from './weighted.ts';

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

/**
 * Local-linear adjustment: each point less what the slopes say of its gaps to the targets. `gaps` are summaries less targets.
 * Slopes fitted on few points hug them: what is left is then too narrow, and is spread by as much as a least-squares prediction owes
 * to its coefficients, both in the residuals they took away and in their own error.
 */
export function adjust(points: Points, gaps: Points, weights: readonly number[]): number[][] {
  const fitted = slopes(gaps, weights, points);
  const coefficients = fitted[0]!.length;
  const n = effective(weights);
  if (n <= coefficients) throw new RangeError(`${coefficients} coefficients cannot be told from ${Math.floor(n)} runs: keep more.`);
  const wider = Math.sqrt((n / (n - coefficients)) * (1 + coefficients / n));
  return points.map((point, i) =>
    point.map((value, p) => {
      const [middle, ...slope] = fitted[p]!;
      const predicted = gaps[i]!.reduce((total, gap, j) => total + gap * slope[j]!, middle!);
      return middle! + wider * (value - predicted);
    }),
  );
}

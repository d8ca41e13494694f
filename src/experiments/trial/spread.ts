/** Gini coefficient of figures that are not negative; 0 when all are zero. Exact: twice the area between equality and the Lorenz curve. */
export function gini(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  let sum = 0;
  let weighted = 0;
  sorted.forEach((value, k) => {
    sum += value;
    weighted += (k + 1) * value;
  });
  return sum === 0 || n === 0 ? 0 : (2 * weighted) / (n * sum) - (n + 1) / n;
}

/** Pearson’s correlation; 0 when one side does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const n = x.length;
  const mx = x.reduce((a, b) => a + b, 0) / n;
  const my = y.reduce((a, b) => a + b, 0) / n;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let k = 0; k < n; k++) {
    xy += (x[k]! - mx) * (y[k]! - my);
    xx += (x[k]! - mx) * (x[k]! - mx);
    yy += (y[k]! - my) * (y[k]! - my);
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

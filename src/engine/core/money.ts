/** Money is whole cents held in float64, exact up to 2⁵³. Splits lose no cent: the largest remainders get the odd ones. */
export const cents = (euros: number): number => Math.round(euros * 100);

/**
 * Splits a whole number of cents (or minutes) by weights into `out`, so that the parts sum to it exactly.
 * Ties of remainders go to the lower index. All weights zero: everything goes to the first part.
 */
export function split(total: number, weights: ArrayLike<number>, n: number, out: Float64Array): void {
  let weight = 0;
  for (let i = 0; i < n; i++) weight += weights[i];
  if (weight <= 0) {
    for (let i = 0; i < n; i++) out[i] = 0;
    out[0] = total;
    return;
  }
  let given = 0;
  for (let i = 0; i < n; i++) {
    out[i] = Math.floor((total * weights[i]) / weight);
    given += out[i];
  }
  for (let left = total - given; left > 0; left--) {
    let best = 0;
    let most = -1;
    for (let i = 0; i < n; i++) {
      const rest = (total * weights[i]) / weight - out[i];
      if (rest > most && weights[i] > 0) {
        most = rest;
        best = i;
      }
    }
    out[best] += 1;
  }
}

/** Values are scaled to 2⁻²⁰ and rounded before they are summed over people: the sum is then exact in any order. */
const GRAIN = 1_048_576;
export const grains = (value: number): number => Math.round(value * GRAIN);
export const fromGrains = (sum: number): number => sum / GRAIN;

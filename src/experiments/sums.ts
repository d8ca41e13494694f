/** Sum with Neumaier's compensation: depends on the order of the values and on nothing else. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation with n − 1 below; 0 when n < 2. */
  readonly sd: number;
}

/**
 * Mean and standard deviation, in two passes. Equal values give exactly that value and an exact 0.
 * Throws a RangeError on an empty list and on a value that is not finite.
 */
export function moments(values: ArrayLike<number>): Moments {
  const n = values.length;
  if (n === 0) throw new RangeError('No value to summarise.');
  let same = true;
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`Value ${i} is ${values[i]}: only finite numbers can be summarised.`);
    same &&= values[i] === values[0];
  }
  if (same) return { n, mean: values[0]!, sd: 0 };
  const mean = sum(values) / n;
  const squares = Float64Array.from(values, (value) => (value - mean) * (value - mean));
  return { n, mean, sd: Math.sqrt(sum(squares) / (n - 1)) };
}

/** Percentile of type 7 (Hyndman and Fan 1996) of values already in rising order; `share` from 0 to 1. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}

import { normalQuantile } from './distributions.ts';

/** Wilson's 95 % score interval for a share of `wins` in `n`; `wins` may hold halves, for ties (Wilson 1927). */
export function wilson(wins: number, n: number): { readonly low: number; readonly high: number } {
  if (!(n >= 1 && wins >= 0 && wins <= n)) throw new RangeError(`${wins} of ${n} is not a share.`);
  const z = normalQuantile(0.975);
  const share = wins / n;
  const below = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / below;
  const half = (z / below) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: wins === 0 ? 0 : centre - half, high: wins === n ? 1 : centre + half };
}

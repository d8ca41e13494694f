import { moments } from './sums.ts';

/** A paired spread under this share of the values' own size is rounding, not luck. */
const ROUNDING = 1e-12;

/** B minus A with A taken from replication r and B from replication r + `shift`, round the circle. */
export function differences(a: ArrayLike<number>, b: ArrayLike<number>, shift = 0): Float64Array {
  if (a.length !== b.length) throw new RangeError(`Cannot pair ${a.length} replications with ${b.length}.`);
  return Float64Array.from(a, (value, r) => b[(r + shift) % b.length]! - value);
}

/**
 * What the same people and the same luck gained: the variance of the difference between A of replication r and B of
 * replication r + 1, over that of the paired difference. About the factor by which replications would have to grow without pairing.
 * Null with fewer than three replications or when the paired difference does not vary.
 */
export function pairingGain(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  if (a.length < 3) return null;
  const paired = moments(differences(a, b));
  const size = Math.max(Math.abs(moments(a).mean), Math.abs(moments(b).mean));
  if (paired.sd <= ROUNDING * size) return null;
  const unpaired = moments(differences(a, b, 1));
  return (unpaired.sd * unpaired.sd) / (paired.sd * paired.sd);
}

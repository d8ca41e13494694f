import { quantile } from 'd3';
import type { Estimate } from '../../src/experiments/types.ts';

/** A difference and the level of the reference it is a share of. */
export interface Share {
  readonly difference: Estimate;
  readonly level: Estimate;
}

/** What is drawn: shares beyond `low` or `high` end in an arrow there. */
export interface Reach {
  readonly low: number;
  readonly high: number;
}

const LEAST = 5;
const FURTHEST = 100;
/** A few very wide intervals must not flatten all others. */
const MOST_SHOWN = 0.85;

/** A difference in % of the reference level; null when that level is zero. */
export const percentOf = (level: Estimate, value: number): number | null => (level.mean === 0 ? null : (100 * value) / Math.abs(level.mean));

const endsOf = ({ difference: { low, mean, high }, level }: Share): number[] =>
  [low, mean, high]
    .flatMap((value) => (value === null ? [] : [percentOf(level, value)]))
    .filter((share): share is number => share !== null && Number.isFinite(share));

/** How far the axis goes on each side: as far as most intervals do, zero always inside, never over 100 %. */
export function reachOf(shares: readonly Share[]): Reach {
  const ends = shares.map(endsOf).filter((own) => own.length > 0);
  const widest = ends.map((own) => Math.max(...own.map(Math.abs)));
  const limit = Math.min(FURTHEST, Math.max(LEAST, 1.05 * (quantile(widest, MOST_SHOWN) ?? LEAST)));
  const all = ends.flat();
  return { low: Math.max(-limit, Math.min(-1, ...all)), high: Math.min(limit, Math.max(1, ...all)) };
}

import { exp, log } from '../../engine/core/math.ts';
import type { Parameter } from '../../engine/index.ts';
import { normalCdf, normalQuantile } from '../normal.ts';

/**
 * A parameter set free, and what is held of it before looking at the targets: uniform between its bounds, or triangular with its peak at `peak`,
 * on the value itself or on its logarithm.
 */
export interface Free {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  readonly peak: number;
  readonly shape: 'uniform' | 'triangular';
  readonly scale: 'linear' | 'log';
  /** Only whole values are drawn. */
  readonly whole: boolean;
}

export interface Narrower {
  readonly low?: number;
  readonly high?: number;
  readonly shape?: Free['shape'];
  readonly scale?: Free['scale'];
}

/** Sets a parameter free over its plausible range, or over a narrower one; the peak is its default, brought within bounds. */
export function setFree(id: string, { range, value, kind = 'number' }: Parameter, narrower: Narrower = {}): Free {
  const { low = range[0], high = range[1], shape = 'uniform', scale = 'linear' } = narrower;
  if (!(low < high) || (scale === 'log' && low <= 0)) throw new RangeError(`"${id}" cannot be drawn between ${low} and ${high} on a ${scale} scale.`);
  return { id, low, high, peak: Math.min(high, Math.max(low, value)), shape, scale, whole: kind !== 'number' };
}

/** Furthest normal score: beyond it a probability is 0 or 1 in float64. */
const FURTHEST = 8;

const onScale = ({ scale }: Free, value: number): number => (scale === 'log' ? log(value) : value);

/** Place of the peak between the bounds, on the scale of the prior. */
const peakOf = (free: Free): number => {
  const low = onScale(free, free.low);
  return (onScale(free, free.peak) - low) / (onScale(free, free.high) - low);
};

function placeAt(free: Free, u: number): number {
  if (free.shape === 'uniform') return u;
  const peak = peakOf(free);
  return u < peak ? Math.sqrt(u * peak) : 1 - Math.sqrt((1 - u) * (1 - peak));
}

function shareBelow(free: Free, place: number): number {
  if (free.shape === 'uniform') return place;
  const peak = peakOf(free);
  return place < peak ? (place * place) / peak : 1 - ((1 - place) * (1 - place)) / (1 - peak);
}

/** Value at the quantile `u` of the prior. */
export function valueAt(free: Free, u: number): number {
  const low = onScale(free, free.low);
  const value = low + placeAt(free, u) * (onScale(free, free.high) - low);
  const drawn = Math.min(free.high, Math.max(free.low, free.scale === 'log' ? exp(value) : value));
  return free.whole ? Math.round(drawn) : drawn;
}

/**
 * Value at a normal score: the score of a parameter is standard normal before looking at the targets, whatever its bounds and shape.
 * Everything is computed on scores, so that no value ever falls outside its bounds.
 */
export const valueOfScore = (free: Free, score: number): number => valueAt(free, normalCdf(Math.min(FURTHEST, Math.max(-FURTHEST, score))));

/** Normal score of a value within bounds. */
export function scoreOf(free: Free, value: number): number {
  const low = onScale(free, free.low);
  const u = shareBelow(free, (onScale(free, value) - low) / (onScale(free, free.high) - low));
  if (u <= 0) return -FURTHEST;
  return u >= 1 ? FURTHEST : normalQuantile(u);
}

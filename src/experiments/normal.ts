import { exp } from '../engine/core/math.ts';
import { solveFalling } from './solve.ts';

const SERIES_ENDS = 3;
const FURTHEST = 38;

const density = (x: number): number => exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** Area between 0 and x, as the series whose terms are all positive. */
function centre(x: number): number {
  let term = x;
  let total = x;
  for (let odd = 3; term > total * Number.EPSILON; odd += 2) {
    term *= (x * x) / odd;
    total += term;
  }
  return density(x) * total;
}

/** Area beyond x, as Laplace's continued fraction worked from its far end. */
function tail(x: number): number {
  let below = x;
  for (let k = 200; k >= 1; k--) below = x + k / below;
  return density(x) / below;
}

const upper = (x: number): number => (x < SERIES_ENDS ? 0.5 - centre(x) : tail(x));

/** Probability that a standard normal variable is at most x. */
export function normalCdf(x: number): number {
  if (x < 0) return upper(-x);
  return x < SERIES_ENDS ? 0.5 + centre(x) : 1 - tail(x);
}

/** Value below which a standard normal variable falls with probability p. Throws a RangeError unless 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability must lie strictly between 0 and 1, not ${p}.`);
  if (p === 0.5) return 0;
  const beyond = p < 0.5 ? p : 1 - p;
  const x = solveFalling(
    (z) => upper(z) - beyond,
    (z) => -density(z),
    0,
    FURTHEST,
  );
  return p < 0.5 ? -x : x;
}

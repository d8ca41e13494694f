import { exp, log } from '../engine/core/math.ts';
import { betaFraction } from './beta-fraction.ts';
import { solveFalling } from './solve.ts';

/** Γ((ν+1)/2) ÷ (√π Γ(ν/2)) by its exact recurrence from 1/π (odd ν) or 1/2 (even ν): the only gamma ratio Student needs. */
function gammaRatio(degrees: number): number {
  let ratio = degrees % 2 === 1 ? 1 / Math.PI : 0.5;
  for (let d = degrees % 2 === 1 ? 1 : 2; d < degrees; d += 2) ratio *= (d + 1) / d;
  return ratio;
}

/** log(1 + u) without losing small u (Kahan). */
function log1p(u: number): number {
  const w = 1 + u;
  return w === 1 ? u : (log(w) * u) / (w - 1);
}

interface Student {
  /** Probability of being further from zero than t, on either side. */
  readonly beyond: (t: number) => number;
  readonly density: (t: number) => number;
}

/** Student's distribution as an incomplete beta function at (ν/2, 1/2), whichever of its two fractions converges. */
function student(degrees: number): Student {
  if (!(Number.isInteger(degrees) && degrees >= 1)) throw new RangeError(`Degrees of freedom must be a whole number from 1, not ${degrees}.`);
  const ratio = gammaRatio(degrees);
  const a = degrees / 2;
  const beyond = (t: number): number => {
    const u = (t * t) / degrees;
    const x = 1 / (1 + u);
    const edge = exp(-a * log1p(u)) * Math.sqrt(u * x) * ratio;
    return x < (a + 1) / (a + 2.5) ? (edge * betaFraction(x, a, 0.5)) / a : 1 - (edge * betaFraction(u * x, 0.5, a)) / 0.5;
  };
  const density = (t: number): number => (ratio / Math.sqrt(degrees)) * exp(-(a + 0.5) * log1p((t * t) / degrees));
  return { beyond, density };
}

/** Two-sided p of Student's t with whole degrees of freedom. An infinite t gives 0. */
export function studentTwoSided(t: number, degrees: number): number {
  if (Number.isNaN(t)) throw new RangeError('Student’s t is not a number.');
  const { beyond } = student(degrees);
  if (t === 0) return 1;
  const size = Math.abs(t);
  return size > 1e150 ? 0 : beyond(size);
}

/** Value below which Student's t falls with probability p. Throws a RangeError unless 0 < p < 1 and degrees are whole. */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability must lie strictly between 0 and 1, not ${p}.`);
  const { beyond, density } = student(degrees);
  if (p === 0.5) return 0;
  const target = 2 * Math.min(p, 1 - p);
  let high = 2;
  while (beyond(high) > target) high *= 2;
  const t = solveFalling(
    (x) => beyond(x) - target,
    (x) => -2 * density(x),
    0,
    high,
  );
  return p < 0.5 ? -t : t;
}

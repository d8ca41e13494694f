import { exp, log } from '../../engine/core/math.ts';
import { leastSquares } from './least-squares.ts';

/** A value and the factor of its error: the value lies between value ÷ factor and value × factor, at one standard error. */
export interface Estimate {
  readonly value: number;
  readonly factor: number;
}

export interface Point {
  readonly id: string;
  readonly target: number;
  readonly row: readonly number[];
}

export interface Fit {
  readonly coefficients: readonly number[];
  /** Prediction of each point by the fit of all the others. */
  readonly leftOut: readonly number[];
  /** Root mean square of target − prediction left out. */
  readonly error: number;
}

/** Least squares, refitted once without each point to learn its error on what it has not seen. */
export function regress(points: readonly Point[]): Fit {
  const leftOut = points.map(({ row }, out) => predict(coefficientsOf(points.filter((_, index) => index !== out)), row));
  return { coefficients: coefficientsOf(points), leftOut, error: rootMeanSquare(points.map(({ target }, index) => target - leftOut[index]!)) };
}

export function predict(coefficients: readonly number[], row: readonly number[]): number {
  return row.reduce((sum, value, index) => sum + value * coefficients[index]!, 0);
}

/** The mean of what is published elsewhere, and its error on each when left out, relative to the mean. */
export function meanElsewhere(values: readonly number[]): Estimate {
  const mean = meanOf(values);
  const missed = values.map((value, out) => value - meanOf(values.filter((_, index) => index !== out)));
  return { value: mean, factor: 1 + rootMeanSquare(missed) / mean };
}

/** The same for quantities that vary by ratios: geometric mean, error on logarithms. */
export function ratioElsewhere(values: readonly number[]): Estimate {
  const { coefficients, error } = regress(values.map((value) => ({ id: '', target: log(value), row: [1] })));
  return { value: exp(coefficients[0]!), factor: exp(error) };
}

/** A known reference, and how far published territories stand from it, relative to it. */
export function aroundReference(reference: number, values: readonly number[]): Estimate {
  return { value: reference, factor: 1 + rootMeanSquare(values.map((value) => value - reference)) / reference };
}

export function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(meanOf(values.map((value) => value * value)));
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function coefficientsOf(points: readonly Point[]): number[] {
  return leastSquares(
    points.map(({ row }) => row),
    points.map(({ target }) => target),
  );
}

import { sum } from '../sums.ts';

/** Points in a space of a few dimensions. */
export type Points = readonly (readonly number[])[];

/** Weights brought to a sum of 1. Throws a RangeError when none is positive. */
export function shares(weights: readonly number[]): number[] {
  const total = sum(weights);
  if (!(total > 0) || !Number.isFinite(total)) throw new RangeError('No weight is positive.');
  return weights.map((w) => w / total);
}

/** How many equal weights say as much: (Σ w)² ÷ Σ w². */
export function effective(weights: readonly number[]): number {
  const total = sum(weights);
  const squares = sum(weights.map((w) => w * w));
  return squares > 0 ? (total * total) / squares : 0;
}

export const weightedMean = (values: readonly number[], weights: readonly number[]): number => sum(values.map((x, i) => x * weights[i]!)) / sum(weights);

/** Weighted covariance of points, divided by 1 − Σ w² so that equal weights give the usual n − 1. */
export function weightedCovariance(points: Points, weights: readonly number[]): number[][] {
  const w = shares(weights);
  const n = points[0]?.length ?? 0;
  const axes = Array.from({ length: n }, (_, j) => points.map((x) => x[j]!));
  const centred = axes.map((axis) => {
    const mean = weightedMean(axis, w);
    return axis.map((x) => x - mean);
  });
  const rest = Math.max(Number.EPSILON, 1 - sum(w.map((x) => x * x)));
  return centred.map((a) => centred.map((b) => sum(a.map((x, i) => w[i]! * x * b[i]!)) / rest));
}

/** Value under which a share of the weight lies: midpoints of the weights joined by straight lines. */
export function weightedQuantile(values: readonly number[], weights: readonly number[], share: number): number {
  const w = shares(weights);
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  let below = 0;
  let [lastPlace, last] = [0, values[order[0]!]!];
  for (const i of order) {
    const place = below + w[i]! / 2;
    const value = values[i]!;
    if (place >= share) return place === lastPlace ? value : last + ((share - lastPlace) / (place - lastPlace)) * (value - last);
    below += w[i]!;
    [lastPlace, last] = [place, value];
  }
  return last;
}

/** Share of the weight under a value, ties counted for a half. */
export const shareUnder = (values: readonly number[], weights: readonly number[], value: number): number =>
  sum(values.map((x, i) => (x < value ? weights[i]! : x === value ? weights[i]! / 2 : 0))) / sum(weights);

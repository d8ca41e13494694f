import { expect, test } from 'vitest';
import { parameters } from '../../../src/engine/index.ts';
import { adjust } from '../../../src/experiments/abc/adjust.ts';
import { binomialBand, chiSquareAbove } from '../../../src/experiments/abc/coverage.ts';
import { spreads } from '../../../src/experiments/abc/distance.ts';
import { identify, tied, unlearned } from '../../../src/experiments/abc/identify.ts';
import { openLuck } from '../../../src/experiments/abc/luck.ts';
import { cholesky, eigen, solve } from '../../../src/experiments/abc/matrix.ts';
import { type Free, scoreOf, setFree, valueAt, valueOfScore } from '../../../src/experiments/abc/prior.ts';
import { effective, weightedCovariance, weightedQuantile } from '../../../src/experiments/abc/weighted.ts';

const free = (over: Partial<Free>): Free => ({ id: 'x', low: 1, high: 100, peak: 10, shape: 'uniform', scale: 'linear', whole: false, ...over });

test.each([free({}), free({ shape: 'triangular' }), free({ scale: 'log' }), free({ shape: 'triangular', scale: 'log' })])(
  'a prior of shape $shape on a $scale scale keeps within its bounds and comes back from its scores',
  (one) => {
    expect([valueAt(one, 0), valueAt(one, 1)]).toEqual([1, 100]);
    expect(valueOfScore(one, -40)).toBeGreaterThanOrEqual(1);
    expect(valueOfScore(one, 40)).toBeLessThanOrEqual(100);
    for (const score of [-2, -0.3, 0, 1.7]) expect(scoreOf(one, valueOfScore(one, score))).toBeCloseTo(score, 9);
  },
);

test('medians of priors are where their shape puts them', () => {
  expect(valueAt(free({}), 0.5)).toBe(50.5);
  expect(valueAt(free({ scale: 'log' }), 0.5)).toBeCloseTo(10, 12);
  expect(valueAt(free({ shape: 'triangular', scale: 'log' }), 0.5)).toBeCloseTo(10, 12);
});

test('a parameter set free takes its plausible range, or a narrower one', () => {
  const p = parameters.get('labour.leave')!;
  expect(setFree('labour.leave', p)).toMatchObject({ low: p.range[0], high: p.range[1], peak: p.value, shape: 'uniform' });
  expect(setFree('labour.leave', p, { low: 0.02, scale: 'log' })).toMatchObject({ low: 0.02, peak: p.value, scale: 'log' });
  expect(() => setFree('labour.leave', p, { low: 0, scale: 'log' })).toThrow(RangeError);
});

test('normal draws have the moments of a normal, and depend on their place alone', () => {
  const luck = openLuck('moments', 'test');
  const draws = Array.from({ length: 20_000 }, (_, i) => luck.normal(i, 3));
  const moment = (k: number) => draws.reduce((total, z) => total + z ** k, 0) / draws.length;
  expect(Math.abs(moment(1))).toBeLessThan(0.03);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.04);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.25);
  expect(openLuck('moments', 'test').normal(7, 3)).toBe(draws[7]);
});

test('a system is solved, and eigenvectors rebuild their matrix', () => {
  const a = [
    [4, 1, 0.5],
    [1, 3, -0.7],
    [0.5, -0.7, 2],
  ];
  const x = solve(cholesky(a), [1, 2, 3]);
  a.forEach((row, i) => expect(row.reduce((total, c, j) => total + c * x[j]!, 0)).toBeCloseTo(i + 1, 12));
  const parts = eigen(a);
  a.forEach((row, i) =>
    row.forEach((c, j) => expect(parts.reduce((total, { value, vector }) => total + value * vector[i]! * vector[j]!, 0)).toBeCloseTo(c, 10)),
  );
  expect(() =>
    cholesky([
      [1, 2],
      [2, 1],
    ]),
  ).toThrow(RangeError);
});

test('the regression takes away all that depends on the gaps in a straight line', () => {
  const gaps = Array.from({ length: 30 }, (_, i) => [Math.cos(i), Math.sin(2 * i)]);
  const points = gaps.map(([a, b]) => [2 + 3 * a! - b!, a!]);
  for (const [y, z] of adjust(
    points,
    gaps,
    gaps.map(() => 1),
  )) {
    expect(y).toBeCloseTo(2, 6);
    expect(z).toBeCloseTo(0, 6);
  }
});

test('what a regression on few points took away is given back: a posterior of pure luck is as wide as the prior', () => {
  const luck = openLuck('few', 'test');
  const spread = Array.from({ length: 200 }, (_, study) => {
    const at = (i: number, k: number) => luck.normal(study * 40 + i, k);
    const points = Array.from({ length: 40 }, (__, i) => [at(i, 0)]);
    const gaps = points.map((_point, i) => [1, 2, 3, 4, 5, 6].map((k) => at(i, k)));
    return weightedCovariance(adjust(points, gaps, Array(40).fill(1)), Array(40).fill(1))[0]![0]!;
  });
  // A prediction at the target from 40 points and 7 coefficients: variance 1 × (1 + 7/40), whatever the fit.
  expect(spread.reduce((a, b) => a + b, 0) / spread.length).toBeCloseTo(1 + 7 / 40, 1);
  expect(() =>
    adjust(
      [[1], [2]],
      [
        [1, 1],
        [1, 2],
      ],
      [1, 1],
    ),
  ).toThrow('keep more');
});

test('chances meet published tables', () => {
  expect(chiSquareAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
  expect(chiSquareAbove(5.991464547107979, 2)).toBeCloseTo(0.05, 12);
  expect(chiSquareAbove(16.918977604620448, 9)).toBeCloseTo(0.05, 12);
  expect(chiSquareAbove(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
  // By exact sums of rationals: the least k of 200 at chance 9/10 whose sum passes 0.005 is 168, and 0.995, 190.
  expect(binomialBand(200, 0.9, 0.99)).toEqual([168 / 200, 190 / 200]);
  expect(binomialBand(2_000, 0.95, 0.99)[0]).toBeGreaterThan(0.93);
});

test('weights count as what they are worth', () => {
  expect(effective([1, 1, 0, 2])).toBeCloseTo(16 / 6, 12);
  expect(weightedQuantile([3, 1, 2], [1, 1, 1], 0.5)).toBe(2);
  expect(weightedQuantile([1, 2], [3, 1], 0.375)).toBe(1);
  expect(
    spreads([
      [1, 5],
      [2, 5],
      [9, 5],
    ]),
  ).toEqual([1, 1]);
});

test('two parameters of which only the sum is seen are said to be tied, and a third to be unlearned', () => {
  const luck = openLuck('tied', 'test');
  const scores = Array.from({ length: 4_000 }, (_, i) => {
    const a = luck.normal(i, 0) * Math.SQRT1_2;
    return [a, -a + 0.1 * luck.normal(i, 1), luck.normal(i, 2)];
  });
  const result = identify(
    ['a', 'b', 'c'].map((id) => free({ id })),
    scores,
    scores.map(() => 1),
  );
  expect(tied(result).map(({ a, b }) => [a, b])).toEqual([['a', 'b']]);
  expect(tied(result)[0]!.correlation).toBeLessThan(-0.95);
  expect(unlearned(result)).toEqual(['c']);
  const narrowest = result.directions.at(-1)!;
  expect(Math.abs(narrowest.weights.a!)).toBeCloseTo(Math.SQRT1_2, 1);
  expect(Math.sign(narrowest.weights.a! * narrowest.weights.b!)).toBe(1);
});

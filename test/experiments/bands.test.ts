import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBands } from '../../src/experiments/bands.ts';
import { estimate } from '../../src/experiments/estimate.ts';
import { sum } from '../../src/experiments/sums.ts';
import { runs, shuffled } from './builders.ts';

const all = runs(0, 12);

test('each month is the estimate of that month over replications', () => {
  const bands = createBands();
  for (const { replication, series } of all) bands.add(replication, series);
  const { jobs } = bands.finish(['jobs']);
  for (const month of [0, 7, 23]) {
    const { mean, low, high, p5, p95 } = estimate(
      all.map(({ series }) => series.jobs![month]!),
      'level',
    );
    expect([jobs!.mean[month], jobs!.low[month], jobs!.high[month], jobs!.p5[month], jobs!.p95[month]]).toEqual([mean, low, high, p5, p95]);
  }
  expect([jobs!.n, bands.n]).toEqual([12, 12]);
});

test('whatever the order replications come in, the bits are the same', () => {
  const finish = (list: typeof all) => {
    const bands = createBands();
    for (const { replication, series } of list) bands.add(replication, series);
    return bands.finish(['jobs', 'debt']);
  };
  const expected = finish(all);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => void expect(finish(shuffled(all, seed))).toEqual(expected)),
    { numRuns: 20 },
  );
});

test('even figures whose sum depends on its order give the same bits in any order', () => {
  const figures = [1e100, 1e50, 1, -1e100, -1e50, 3];
  const mean = (order: number[]) => {
    const bands = createBands();
    for (const r of order) bands.add(r, { x: Float64Array.of(figures[r]!) });
    return bands.finish(['x']).x!.mean[0];
  };
  const orders = [0, 1, 2, 3, 4, 5, 6, 7].map((seed) => shuffled([0, 1, 2, 3, 4, 5], seed + 1));
  expect(new Set(orders.map((order) => sum(order.map((r) => figures[r]!)))).size).toBeGreaterThan(1);
  expect(new Set(orders.map(mean)).size).toBe(1);
});

test('a single replication has a mean and no width, and its own series stays as it was', () => {
  const bands = createBands();
  const before = Float64Array.from(all[0]!.series.jobs!);
  bands.add(0, all[0]!.series);
  const { jobs } = bands.finish(['jobs']);
  expect(jobs!.mean).toEqual(before);
  for (const key of ['low', 'high', 'p5', 'p95'] as const) expect(jobs![key].every(Number.isNaN)).toBe(true);
  bands.add(1, all[1]!.series);
  bands.finish(['jobs']);
  expect(all[0]!.series.jobs).toEqual(before);
});

test('the same replication twice, a missing series, unequal months and NaN are refused', () => {
  const bands = createBands();
  bands.add(3, { x: Float64Array.of(1, 2) });
  expect(() => bands.add(3, { x: Float64Array.of(1, 2) })).toThrow(/3/);
  expect(() => bands.finish(['y'])).toThrow(/"y"/);
  bands.add(4, { x: Float64Array.of(1) });
  expect(() => bands.finish(['x'])).toThrow(/length/);
  const other = createBands();
  other.add(0, { x: Float64Array.of(Number.NaN) });
  expect(() => other.finish(['x'])).toThrow(RangeError);
});

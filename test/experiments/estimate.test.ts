import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimate } from '../../src/experiments/estimate.ts';
import { moments, percentile, sum } from '../../src/experiments/sums.ts';
import { normals } from './builders.ts';
import oracles from './oracles.json' with { type: 'json' };

test.each(oracles.paired.map((pair) => [pair.a.length, pair] as const))('the interval of %d differences is scipy’s', (_, pair) => {
  const found = estimate(
    pair.a.map((a, i) => pair.b[i]! - a),
    'paired-difference',
  );
  for (const key of ['mean', 'low', 'high', 'p5', 'p95'] as const) expect(found[key]).toBeCloseTo(pair[key], 9);
  expect(found.n).toBe(pair.a.length);
});

test('one replication says nothing of luck', () => {
  expect(estimate([12.5], 'level')).toEqual({ kind: 'level', mean: 12.5, low: null, high: null, p5: null, p95: null, n: 1 });
});

test('nothing, NaN and infinity are refused', () => {
  expect(() => estimate([], 'level')).toThrow(RangeError);
  expect(() => estimate([1, Number.NaN], 'level')).toThrow(RangeError);
  expect(() => estimate([1, Number.POSITIVE_INFINITY], 'level')).toThrow(RangeError);
});

test('equal values have no width, exactly', () => {
  const { mean, low, high } = estimate(new Float64Array(30).fill(0.1), 'level');
  expect([mean, low, high]).toEqual([0.1, 0.1, 0.1]);
});

test('the sum keeps what plain addition loses', () => {
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(sum(new Float64Array(10).fill(0.1))).toBe(1);
});

test('percentiles are of type 7', () => {
  expect(percentile([1, 2, 3, 4], 0.25)).toBe(1.75);
  expect(percentile([1, 2, 3, 4], 1)).toBe(4);
  expect(percentile([7], 0.05)).toBe(7);
});

test('an interval holds its mean, moves with a shift and widens with a scale', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(values, fc.integer({ min: -500, max: 500 }), (list, shift) => {
      const plain = estimate(list, 'level');
      const moved = estimate(
        list.map((v) => 2 * v + shift),
        'level',
      );
      expect(plain.low!).toBeLessThanOrEqual(plain.mean);
      expect(plain.p5!).toBeLessThanOrEqual(plain.p95!);
      expect(moved.mean).toBeCloseTo(2 * plain.mean + shift, 8);
      expect(moved.high! - moved.low!).toBeCloseTo(2 * (plain.high! - plain.low!), 6);
    }),
  );
});

test('the 95 % interval covers the truth 95 times in a hundred, for 2, 5 and 30 replications', () => {
  for (const n of [2, 5, 30]) {
    const normal = normals(2026 + n);
    let covered = 0;
    for (let sample = 0; sample < 2000; sample++) {
      const { low, high } = estimate(
        Float64Array.from({ length: n }, () => 3 + 2 * normal()),
        'level',
      );
      if (low! <= 3 && 3 <= high!) covered++;
    }
    expect(covered / 2000, `${n} replications`).toBeGreaterThan(0.93);
    expect(covered / 2000, `${n} replications`).toBeLessThan(0.97);
  }
});

test('the deviation has n − 1 below', () => expect(moments([1, 2, 3, 4]).sd).toBeCloseTo(Math.sqrt(5 / 3), 14));

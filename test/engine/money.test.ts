import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, fromGrains, grains, split } from '../../src/engine/core/money.ts';

function parts(total: number, weights: readonly number[]): number[] {
  const out = new Float64Array(weights.length);
  split(total, weights, weights.length, out);
  return [...out];
}

const total = fc.integer({ min: 0, max: 2 ** 47 });
const weights = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1000 }), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), {
  minLength: 1,
  maxLength: 40,
});
const weigh = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

test('the parts sum to the whole, to the cent, and are whole', () => {
  fc.assert(
    fc.property(total, weights, (whole, list) => {
      const found = parts(whole, list);
      expect(found.reduce((a, b) => a + b, 0)).toBe(whole);
      expect(found.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('no part is a cent or more away from its share, and nothing goes to a weight of zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), weights, (whole, list) => {
      fc.pre(weigh(list) > 0);
      parts(whole, list).forEach((part, i) => {
        expect(Math.abs(part - (whole * list[i]!) / weigh(list))).toBeLessThan(1 + 1e-6);
        if (list[i] === 0) expect(part).toBe(0);
      });
    }),
    { numRuns: 1000 },
  );
});

test('the odd cents go to the largest remainders', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 }), (whole, list) => {
      const shares = list.map((weight) => (whole * weight) / weigh(list));
      const found = parts(whole, list);
      const rest = (i: number) => shares[i]! - Math.floor(shares[i]!);
      for (let a = 0; a < list.length; a++) {
        for (let b = 0; b < list.length; b++) {
          const [up, down] = [found[a]! > Math.floor(shares[a]!), found[b] === Math.floor(shares[b]!)];
          if (up && down) expect(rest(a)).toBeGreaterThanOrEqual(rest(b) - 1e-9);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('who weighs more never gets less', () => {
  fc.assert(
    fc.property(total, fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 20 }), (whole, list) => {
      fc.pre(weigh(list) > 0);
      const found = parts(whole, list);
      for (let a = 0; a < list.length; a++) for (let b = 0; b < list.length; b++) if (list[a]! > list[b]!) expect(found[a]).toBeGreaterThanOrEqual(found[b]!);
    }),
  );
});

test('known splits: ties go to the lower place, no weight at all gives everything to the first', () => {
  expect(parts(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(parts(1, [1, 1])).toEqual([1, 0]);
  expect(parts(7, [0, 0])).toEqual([7, 0]);
  expect(parts(0, [3, 4])).toEqual([0, 0]);
});

test('euros become whole cents', () => expect([cents(1.005), cents(465.37), cents(-0.01)]).toEqual([100, 46537, -1]));

test('sums in grains are exact in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { maxLength: 200 }), (values) => {
      const add = (list: readonly number[]) => fromGrains(list.reduce((a, b) => a + grains(b), 0));
      expect(add(values)).toBe(add(values.toReversed()));
      expect(add(values)).toBe(add(values.toSorted((a, b) => a - b)));
      expect(Math.abs(add(values) - values.reduce((a, b) => a + b, 0))).toBeLessThanOrEqual(values.length / 1_048_576 + 1e-9);
    }),
  );
});

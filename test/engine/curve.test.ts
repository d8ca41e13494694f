import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, expCurve, tabulate } from '../../src/engine/core/curve.ts';
import { exp, log, logistic } from '../../src/engine/core/math.ts';

test('a straight line is read back to the last bits, and held beyond its ends', () => {
  const line = tabulate((x) => 3 * x - 1, -2, 5, 64);
  fc.assert(
    fc.property(fc.double({ min: -2, max: 5, noNaN: true }), (x) => {
      expect(at(line, x)).toBeCloseTo(3 * x - 1, 12);
    }),
  );
  expect([at(line, -2), at(line, -9), at(line, -Infinity)]).toEqual([-7, -7, -7]);
  expect([at(line, 5), at(line, 9), at(line, Infinity)]).toEqual([14, 14, 14]);
});

test('the exponential in use is right to 1e-5, and never falls', () => {
  let before = 0;
  for (let x = -8; x <= 4; x += 0.00173) {
    const found = at(expCurve, x);
    expect(Math.abs(found / Math.exp(x) - 1)).toBeLessThan(1e-5);
    expect(found).toBeGreaterThanOrEqual(before);
    before = found;
  }
});

test('what is not a number reads as the lower end', () => expect(at(expCurve, Number.NaN)).toBe(at(expCurve, -8)));

/** Bits of the exponential and the logarithm at a few points, which no host may change. */
test.each([
  [exp(2), 7.38905609893065],
  [exp(-0.5), 0.6065306597126334],
  [exp(10), 22026.465794806718],
  [log(3), 1.0986122886681096],
  [log(7), 1.9459101490553132],
  [log(0.3), -1.2039728043259361],
])('%d is %d to the bit', (found, expected) => expect(found).toBe(expected));

test('the logistic has no overflow and is symmetric', () => {
  expect([logistic(0), logistic(800), logistic(-800)]).toEqual([0.5, 1, 0]);
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
      expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 14);
    }),
  );
});

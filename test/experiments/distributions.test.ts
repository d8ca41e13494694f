import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalCdf, normalQuantile, studentQuantile, studentTwoSided } from '../../src/experiments/distributions.ts';
import oracles from './oracles.json' with { type: 'json' };

const close = (found: number, expected: number, tolerance = 1e-12) =>
  expect(Math.abs(found - expected), `${found} against ${expected}`).toBeLessThanOrEqual(tolerance * Math.abs(expected));

describe('against scipy', () => {
  test.each(oracles.tQuantile)('Student’s quantile at %d with %d degrees is %d', (p, degrees, expected) => {
    close(studentQuantile(p!, degrees!), expected!);
  });
  test.each(oracles.tTwoSided)('beyond t = %d with %d degrees lies %d', (t, degrees, expected) => {
    close(studentTwoSided(t!, degrees!), expected!, 1e-10);
    expect(studentTwoSided(-t!, degrees!)).toBe(studentTwoSided(t!, degrees!));
  });
  test.each(oracles.normalCdf)('below %d lies %d of the normal', (x, expected) => close(normalCdf(x!), expected!, 1e-12));
  test.each(oracles.normalQuantile)('the normal quantile at %d is %d', (p, expected) => {
    expect(Math.abs(normalQuantile(p!) - expected!)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(expected!)));
  });
});

test('one degree of freedom is Cauchy’s law: a quarter lies beyond 1 on each side', () => close(studentTwoSided(1, 1), 0.5, 1e-14));

test('quantile and probability undo one another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 1e-6, max: 0.4999, noNaN: true }), (degrees, p) => {
      close(studentTwoSided(studentQuantile(p, degrees), degrees), 2 * p, 1e-9);
      close(normalCdf(normalQuantile(p)), p, 1e-9);
    }),
  );
});

test('what is no probability or no count of degrees is refused', () => {
  for (const p of [0, 1, -1, Number.NaN]) {
    expect(() => studentQuantile(p, 3)).toThrow(RangeError);
    expect(() => normalQuantile(p)).toThrow(RangeError);
  }
  for (const degrees of [0, 1.5, Number.NaN]) expect(() => studentTwoSided(1, degrees)).toThrow(RangeError);
  expect(() => studentTwoSided(Number.NaN, 3)).toThrow(RangeError);
  expect(studentTwoSided(Number.POSITIVE_INFINITY, 3)).toBe(0);
});

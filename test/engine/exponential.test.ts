import stdlibExp from '@stdlib/math-base-special-exp';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp } from '../../src/engine/core/math.ts';

const ends = [0, -0, 1, -1, 2 ** -28, -(2 ** -28), 699.9, 700, -700, 709.78, 710, -745.2, -746, Infinity, -Infinity, Number.NaN];

test.each(ends)('e to the power %s has the bits of the library', (x) => expect(exp(x)).toBe(stdlibExp(x)));

test('so has e to any power', () => {
  const agrees = (x: number) => Object.is(exp(x), stdlibExp(x));
  fc.assert(fc.property(fc.double({ min: -750, max: 715, noNaN: true }), agrees), { numRuns: 2000 });
  fc.assert(fc.property(fc.double({ min: -20, max: 20, noNaN: true }), agrees), { numRuns: 2000 });
});

import { expect, test } from 'vitest';
import { contrastOf, contrasts } from '../../src/experiments/factorial.ts';

/** An outcome of three factors with known effects: 10 + 4a + 2b − 1c + 3ab. */
const cells = Array.from({ length: 8 }, (_, k) => {
  const [a, b, c] = [k & 1, (k >> 1) & 1, (k >> 2) & 1] as const;
  return 10 + 4 * a + 2 * b - c + 3 * a * b;
});

test('contrasts find the effects put in: a main effect is its own and half of its interactions', () => {
  expect(contrasts(3)).toEqual([1, 2, 4, 3, 5, 6, 7]);
  expect(contrasts(3).map((c) => contrastOf(cells, c))).toEqual([5.5, 3.5, -1, 1.5, 0, 0, 0]);
});

test('a design that is not complete, or a contrast outside it, is refused', () => {
  expect(() => contrastOf([1, 2, 3], 1)).toThrow('not a full two-level design');
  expect(() => contrastOf(cells, 8)).toThrow('outside a design');
});

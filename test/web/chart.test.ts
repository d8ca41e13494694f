import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dashes, spread, symbols, wrap } from '../../web/charts/chart.ts';

test('spread labels keep their order, stay a gap apart, and stay inside when there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 8 }), (values) => {
      const placed = spread(values, 15, 0, 300);
      const order = values.map((_, i) => i).sort((a, b) => placed[a]! - placed[b]!);
      for (let i = 1; i < order.length; i++) {
        expect(placed[order[i]!]! - placed[order[i - 1]!]!).toBeGreaterThan(15 - 1e-9);
        expect(values[order[i]!]!).toBeGreaterThanOrEqual(values[order[i - 1]!]!);
      }
      expect(Math.min(...placed)).toBeGreaterThan(-1e-9);
      expect(Math.max(...placed)).toBeLessThan(300 + 1e-9);
    }),
  );
});

test('labels that have room do not move', () => {
  expect(spread([10, 100, 50], 15, 0, 300)).toEqual([10, 100, 50]);
});

test('wrapping loses no word and no line is longer than asked unless one word is', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 }), (words) => {
      const lines = wrap(words.join(' '), 20);
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
    }),
  );
});

test('eight series have eight marks and eight line patterns', () => {
  expect(new Set(symbols).size).toBe(8);
  expect(new Set(dashes).size).toBe(8);
});

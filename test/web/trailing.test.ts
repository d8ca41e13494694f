import { expect, test } from 'vitest';
import { trailingYear } from '../../web/parts/trailing.ts';

test('a steady monthly flow of 10 is 120 a year, from the first month on', () => {
  expect([...trailingYear(new Float64Array(30).fill(10))]).toEqual(Array(30).fill(120));
});

test('a jump takes a year to be seen whole', () => {
  const yearly = trailingYear(Float64Array.from({ length: 48 }, (_, month) => (month < 24 ? 1 : 2)));
  expect(yearly[23]).toBe(12);
  expect(yearly[29]).toBe(18);
  expect(yearly[35]).toBe(24);
});

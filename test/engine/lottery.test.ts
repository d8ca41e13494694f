import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUCKETS_NEEDED, lottery } from '../../src/engine/core/lottery.ts';

interface Candidate {
  readonly priority: number;
  readonly number: number;
  readonly id: number;
}

/** Ids of the winners, in increasing order, by the function under test. */
function winners(places: number, candidates: readonly Candidate[]): number[] {
  const n = candidates.length;
  const won = new Uint8Array(n + 3).fill(7);
  const heads = new Uint32Array(BUCKETS_NEEDED).fill(99);
  lottery(
    places,
    n,
    Uint8Array.from(candidates, (c) => c.priority),
    Uint32Array.from(candidates, (c) => c.number),
    Uint32Array.from(candidates, (c) => c.id),
    won,
    heads,
  );
  expect([...won.subarray(n)]).toEqual([7, 7, 7]);
  return candidates
    .filter((_, i) => won[i] === 1)
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

/** The plain way: sort everyone, take the first. */
const sorted = (places: number, candidates: readonly Candidate[]): number[] =>
  candidates
    .toSorted((a, b) => a.priority - b.priority || a.number - b.number || a.id - b.id)
    .slice(0, Math.max(0, places))
    .map(({ id }) => id)
    .sort((a, b) => a - b);

/** Few priorities, and numbers that often share their first bits or are equal, so that every tie rule is needed. */
const candidates = fc.uniqueArray(
  fc.record({
    priority: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(254, 255)),
    number: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(0, 0xffffffff, 0x80000000), fc.integer({ min: 0, max: 0xffffffff })),
    id: fc.integer({ min: 0, max: 0xffffffff }),
  }),
  { selector: ({ id }) => id, maxLength: 120 },
);

test('places go to priority, then to the lottery number, then to the id', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: -2, max: 130 }), (list, places) => {
      expect(winners(places, list)).toEqual(sorted(places, list));
    }),
    { numRuns: 1500 },
  );
});

test('the order of rows never counts', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 0, max: 100 }), fc.integer(), (list, places, turn) => {
      const moved = list.toSorted((a, b) => Math.imul(a.id ^ turn, 0x9e3779b1) - Math.imul(b.id ^ turn, 0x9e3779b1));
      expect(winners(places, moved)).toEqual(winners(places, list));
    }),
    { numRuns: 500 },
  );
});

test('one place more takes nobody’s place away', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 0, max: 100 }), (list, places) => {
      const more = new Set(winners(places + 1, list));
      for (const id of winners(places, list)) expect(more.has(id)).toBe(true);
    }),
  );
});

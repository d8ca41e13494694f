import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunRequest } from '../../src/engine/index.ts';
import { batches } from '../../src/workers/batch.ts';

const requests = (populations: number[], months: number) => populations.map((population, replication) => ({ population, months, replication }) as RunRequest);

test('every request is in exactly one batch, in order, whatever their sizes and the number of workers', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 500, max: 2_000_000 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 360 }),
      fc.integer({ min: 1, max: 64 }),
      (sizes, months, workers) => {
        const cut = batches(requests(sizes, months), workers);
        expect(cut.flatMap(([from, to]) => sizes.slice(from, to))).toEqual(sizes);
        expect(cut.every(([from, to]) => to > from)).toBe(true);
      },
    ),
  );
});

test('small runs travel together, large ones alone, and no worker is left idle', () => {
  expect(batches(requests(Array(100).fill(1_000), 120), 2).length).toBeLessThan(15);
  expect(batches(requests(Array(6).fill(1_000_000), 120), 2)).toHaveLength(6);
  expect(batches(requests(Array(4).fill(1_000), 12), 4)).toHaveLength(4);
});

test('the scenarios of a replication stay together unless they are too long', () => {
  const pairs = (population: number) => Array.from({ length: 24 }, (_, i) => ({ population, months: 120, replication: i >> 1 }) as RunRequest);
  expect(batches(pairs(10_000), 2).every(([from, to]) => from % 2 === 0 && to % 2 === 0)).toBe(true);
  expect(batches(pairs(200_000), 2)).toHaveLength(24);
});

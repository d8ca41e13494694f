import { expect, test } from 'vitest';
import { lane } from '../../src/engine/context.ts';
import { openStreams } from '../../src/engine/core/draws.ts';
import { runSeed } from '../../src/engine/core/seed.ts';
import { second, threefry } from '../../src/engine/core/threefry.ts';

const PEOPLE = 65_536;
const { k0, k1 } = openStreams(runSeed('lanes', 0))['person.service'];
const lanes = new Uint32Array(2 * PEOPLE);
for (let i = 0; i < PEOPLE; i++) {
  lanes[2 * i] = threefry(k0, k1, i, 0);
  lanes[2 * i + 1] = second[0]!;
}
const kinds = [0, 1, 2, 3] as const;

test('each lane is its own quarter of the block', () => {
  const block = Uint32Array.of(0x00010002, 0x00030004);
  expect(kinds.map((which) => lane(block, 0, which) * 65_536)).toEqual([1.5, 2.5, 3.5, 4.5]);
});

test('a lane is never 0 nor 1, so a chance of 0 never happens and a chance of 1 always does', () => {
  const ends = Uint32Array.of(0, 0xffffffff);
  for (const which of kinds) {
    expect(lane(ends, 0, which)).toBeGreaterThan(0);
    expect(lane(ends, 0, which)).toBeLessThan(1);
  }
});

/** χ² on 256 cells: 330.5 is passed once in a thousand. */
function chiSquare(cell: (i: number) => number): number {
  const counts = new Float64Array(256);
  for (let i = 0; i < PEOPLE; i++) counts[cell(i)]!++;
  return counts.reduce((total, count) => total + (count - PEOPLE / 256) ** 2 / (PEOPLE / 256), 0);
}

test.each(kinds)('lane %d is even', (which) => expect(chiSquare((i) => Math.floor(lane(lanes, i, which) * 256))).toBeLessThan(330.5));

test.each([
  [0, 1],
  [0, 2],
  [0, 3],
  [1, 2],
  [1, 3],
  [2, 3],
] as const)('lanes %d and %d do not go together', (a, b) => {
  expect(chiSquare((i) => Math.floor(lane(lanes, i, a) * 16) * 16 + Math.floor(lane(lanes, i, b) * 16))).toBeLessThan(330.5);
});

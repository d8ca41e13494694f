import { expect, test } from 'vitest';
import { alsoUniform, DRAWS_A_MONTH, lotteryNumber, openStreams, uniform } from '../../src/engine/core/draws.ts';
import { runSeed } from '../../src/engine/core/seed.ts';
import { purposes, streamHash } from '../../src/engine/core/streams.ts';
import released from './streams.json' with { type: 'json' };

const streams = openStreams(runSeed('streams', 0));
const stream = streams['person.month'];

test('FNV-1a as published: the hash of nothing, of "a" and of "foobar"', () => {
  expect([streamHash(''), streamHash('a'), streamHash('foobar')].map((h) => h >>> 0)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test('no two purposes share an address', () => {
  expect(new Set(purposes.map(streamHash)).size).toBe(purposes.length);
  expect(new Set(Object.values(streams).map(({ k0, k1 }) => `${k0} ${k1}`)).size).toBe(purposes.length);
});

test('a purpose once released keeps its name and its address; new ones may be added', () => {
  const now = new Map(purposes.map((name) => [name as string, streamHash(name) >>> 0]));
  expect(Object.entries(released).filter(([name, hash]) => now.get(name) !== hash)).toEqual([]);
  const added = purposes.filter((name) => !(name in released));
  expect(added, 'add these to streams.json, with their hash').toEqual([]);
});

test('a draw depends on the purpose, the id, the month and k alone', () => {
  const here = uniform(stream, 12, 3, 1);
  for (let other = 0; other < 50; other++) uniform(streams['person.work'], other, other, other);
  expect(uniform(stream, 12, 3, 1)).toBe(here);
  expect(openStreams(runSeed('streams', 0))['person.month']).toEqual(stream);
  const elsewhere = [
    uniform(streams['person.work'], 12, 3, 1),
    uniform(stream, 13, 3, 1),
    uniform(stream, 12, 4, 1),
    uniform(stream, 12, 3, 2),
    uniform(openStreams(runSeed('streams', 1))['person.month'], 12, 3, 1),
    uniform(openStreams(runSeed('Streams', 0))['person.month'], 12, 3, 1),
  ];
  expect(new Set([here, ...elsewhere]).size).toBe(7);
});

test('no two months of a run share a counter, warm-up and 360 months included', () => {
  const last = 360 + 24;
  expect(last * DRAWS_A_MONTH + DRAWS_A_MONTH - 1).toBeLessThan(2 ** 32);
  expect(lotteryNumber(stream, 1, -24, DRAWS_A_MONTH - 1)).not.toBe(lotteryNumber(stream, 1, -23, 0));
});

/** χ² of counts against an even spread; with 255 degrees of freedom 330.5 is passed once in a thousand. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
}

const CELLS = 256;
const counted = (draw: (n: number) => number, n = 65_536): number[] => {
  const counts = Array.from({ length: CELLS }, () => 0);
  for (let k = 0; k < n; k++) counts[Math.floor(draw(k) * CELLS)]!++;
  return counts;
};

const secondWord = (n: number): number => {
  uniform(stream, n, 0);
  return alsoUniform();
};

test.each([
  ['along ids', (n: number) => uniform(stream, n, 0)],
  ['along months', (n: number) => uniform(stream, n >>> 8, (n & 255) - 24)],
  ['along draws of a month', (n: number) => uniform(stream, 5, 7, n)],
  ['among newcomers, whose ids start at 2²²', (n: number) => uniform(stream, 4_194_304 + n, 0)],
  ['second words of the block', secondWord],
  ['words of a lottery', (n: number) => lotteryNumber(stream, n, 0) / 2 ** 32],
])('draws are even: %s', (_, draw) => {
  const found = chiSquare(counted(draw));
  expect(found).toBeLessThan(330.5);
  expect(found).toBeGreaterThan(190);
});

test.each([
  ['neighbouring ids', (n: number) => [uniform(stream, n, 0), uniform(stream, n + 1, 0)]],
  ['the same id in following months', (n: number) => [uniform(stream, n, 0), uniform(stream, n, 1)]],
  ['the two words of a block', (n: number) => [uniform(stream, n, 0), alsoUniform()]],
  ['two purposes', (n: number) => [uniform(stream, n, 0), uniform(streams['person.work'], n, 0)]],
] as const)('draws of %s do not go together', (_, pair) => {
  const joint = counted((n) => {
    const [u, v] = pair(n) as [number, number];
    return (Math.floor(u * 16) * 16 + Math.floor(v * 16)) / CELLS;
  });
  expect(chiSquare(joint)).toBeLessThan(330.5);
});

test('an uneven spread is seen', () => {
  expect(chiSquare(counted((n) => uniform(stream, n, 0) ** 1.05))).toBeGreaterThan(330.5);
});

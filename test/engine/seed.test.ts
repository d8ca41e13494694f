import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { initialStream, runSeed } from '../../src/engine/core/seed.ts';
import { populate } from '../../src/engine/world/populate.ts';
import { header } from '../../src/engine/world/world.ts';
import { openBook, valuesOf } from '../../src/engine/book.ts';
import { peopleParameters } from '../../src/engine/world/parameters.ts';
import { kernelParameters } from '../../src/engine/kernel/parameters.ts';
import { territoryOf } from './worlds.ts';

const drawn = (seed: string, replication: number, attribute: string, n = 5) => {
  const next = initialStream(seed, replication, attribute);
  return Array.from({ length: n }, next);
};

test('the two words of a replication are those of seedrandom’s Alea', () => {
  const alea = seedrandom.alea('parcours\u00003');
  expect(runSeed('parcours', 3)).toEqual({ k0: alea.int32(), k1: alea.int32() });
});

test('a seed is its text, however its accents are typed', () => {
  expect(runSeed('\u00e9t\u00e9', 0)).toEqual(runSeed('e\u0301te\u0301', 0));
  expect(drawn('\u00e9', 0, 'trust')).toEqual(drawn('e\u0301', 0, 'trust'));
});

test('seed, replication and attribute each give another stream, and do not run into each other', () => {
  const all = [
    ['a', 1, 'trust'],
    ['a', 2, 'trust'],
    ['b', 1, 'trust'],
    ['a', 1, 'distress'],
    ['a1', 1, 'trust'],
    ['a', 11, 'trust'],
  ] as const;
  expect(new Set(all.map(([seed, r, name]) => drawn(seed, r, name).join())).size).toBe(all.length);
  expect(new Set(all.map(([seed, r]) => Object.values(runSeed(seed, r)).join())).size).toBe(5);
});

const book = openBook({ set: {}, timeline: [], off: [] });
const worldOf = (population: number) =>
  populate({
    territory: territoryOf('aude'),
    population,
    seed: 'extend',
    replication: 0,
    people: valuesOf(book, 'people', peopleParameters),
    kernel: valuesOf(book, 'kernel', kernelParameters),
    outsourced: 0.05,
  }).world;

test('a larger population extends a smaller one: the first people are the same to the bit, and so are the structures', () => {
  const small = worldOf(300);
  const large = worldOf(900);
  const rows = small.head[header.rows]!;
  expect(large.head[header.rows]).toBeGreaterThan(2 * rows);
  for (const [name, column] of Object.entries(small.people)) {
    const width = column.length / small.counts.people;
    const other = large.people[name as keyof typeof large.people];
    expect([name, [...other.subarray(0, rows * width)]]).toEqual([name, [...column.subarray(0, rows * width)]]);
  }
  for (const [name, column] of Object.entries(small.structures)) expect([name, [...large.structures[name as 'posts']]]).toEqual([name, [...column]]);
  expect(large.head[header.scale]! * 3).toBeCloseTo(small.head[header.scale]!, 9);
});

test('initial people come by one draw each from each attribute, in the order of ids', () => {
  const world = worldOf(300);
  const trust = initialStream('extend', 0, 'age');
  for (let i = 0; i < 50; i++) expect(world.people.age[i]).toBe(Math.floor(18 * 12 + 44 * 12 * trust()));
});

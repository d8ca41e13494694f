import { expect, test } from 'vitest';
import { columnsOf, f32, f64, rowBytes, tableBytes, u16, u32, u8 } from '../../src/engine/core/table.ts';
import { people } from '../../src/engine/world/people.ts';
import { cloneWorld, createWorld, freeRow, header, takeRow, worldBytes, worldOf } from '../../src/engine/world/world.ts';
import { VACANT } from '../../src/engine/world/status.ts';

const schema = { flag: u8('bit'), pair: f32('two', 2), count: u16('count'), id: u32('id'), cash: f64('cents') } as const;

test('a person takes at most 120 bytes', () => {
  expect(rowBytes(schema)).toBe(1 + 8 + 2 + 4 + 8);
  expect(rowBytes(people)).toBeLessThanOrEqual(120);
});

test.each([0, 1, 3, 8, 17])('columns of %d rows neither overlap nor leave the table', (rows) => {
  const bytes = tableBytes(schema, rows);
  const buffer = new ArrayBuffer(64 + bytes + 64);
  const all = Object.values(columnsOf(schema, buffer, 64, rows));
  const taken = new Uint8Array(buffer.byteLength);
  for (const column of all) {
    expect(column.byteOffset % column.BYTES_PER_ELEMENT).toBe(0);
    for (let b = column.byteOffset; b < column.byteOffset + column.byteLength; b++) taken[b]!++;
  }
  expect(Math.max(0, ...taken)).toBeLessThanOrEqual(1);
  expect([...taken.subarray(0, 64), ...taken.subarray(64 + bytes)].every((b) => b === 0)).toBe(true);
  expect(all.map((column) => column.length)).toEqual([rows, 2 * rows, rows, rows, rows]);
});

const counts = { people: 11, structures: 3, zones: 2 };

test('a world is its buffer: written, copied and read again it is the same', () => {
  const world = createWorld(counts);
  expect(world.buffer.byteLength).toBe(worldBytes(counts));
  world.people.id[10] = 77;
  world.zones.mapError[9] = 0.5;
  world.cohort[world.cohort.length - 1] = 4;
  const copy = cloneWorld(world);
  world.people.id[10] = 78;
  expect([copy.people.id[10], copy.zones.mapError[9], copy.cohort.at(-1)]).toEqual([77, 0.5, 4]);
  expect(worldOf(world.buffer).counts).toEqual(counts);
});

test('another buffer and another layout are refused', () => {
  expect(() => worldOf(new ArrayBuffer(1024))).toThrow('does not hold a world');
  const world = createWorld(counts);
  world.head[header.layout]! += 1;
  expect(() => worldOf(world.buffer)).toThrow('layout');
});

test('places of the header fit and do not collide', () => {
  const places = Object.values(header);
  expect(new Set(places).size).toBe(places.length);
  expect(Math.max(...places)).toBeLessThan(createWorld(counts).head.length);
  for (const start of [header.ledShares, header.sentShares]) {
    expect(start + 6).toBeLessThanOrEqual(createWorld(counts).head.length);
    expect(places.filter((place) => place > start && place < start + 6)).toEqual([]);
  }
});

test('rows are taken, given back, taken again, and run out', () => {
  const world = createWorld(counts);
  const rows = Array.from({ length: counts.people }, () => takeRow(world));
  expect(rows).toEqual([...Array(counts.people).keys()]);
  expect(takeRow(world)).toBe(-1);
  for (const row of [4, 2, 9]) freeRow(world, row);
  expect(world.head[header.freeCount]).toBe(3);
  expect([...world.people.status].map((s, i) => (s === VACANT ? i : -1)).filter((i) => i >= 0)).toEqual([2, 4, 9]);
  expect([takeRow(world), takeRow(world), takeRow(world), takeRow(world)].sort((a, b) => a - b)).toEqual([-1, 2, 4, 9]);
  expect(world.head[header.freeCount]).toBe(0);
});

import { expect, test } from 'vitest';
import { settle, simulate, type Territory, type ZoneInput } from '../../src/engine/index.ts';
import { openBook, valuesOf } from '../../src/engine/book.ts';
import { fromGrains } from '../../src/engine/core/money.ts';
import { kernelParameters } from '../../src/engine/kernel/parameters.ts';
import { peopleParameters } from '../../src/engine/world/parameters.ts';
import { NONE } from '../../src/engine/world/people.ts';
import { populate } from '../../src/engine/world/populate.ts';
import { rightOpen } from '../../src/engine/world/status.ts';
import { peopleShares, relative, travelTimes } from '../../src/engine/world/travel.ts';
import { header, type World } from '../../src/engine/world/world.ts';
import { DURABLE, SHORT } from '../../src/engine/world/zones.ts';
import { requestOf, sum, territoryOf } from './worlds.ts';

const aude = territoryOf('aude');
const label = { fr: 'zone', en: 'zone' };
const figure = (value: number) => ({ value, unit: '%', year: '2024', evidence: 'assumed' as const, source: 'test' });
const zone = (id: string, share: number, more: Partial<ZoneInput> = {}): ZoneInput => ({ id, label, share, ...more });
const withZones = (zones: readonly ZoneInput[]): Territory => ({ ...aude, zones });
const settled = (zones: readonly ZoneInput[], population = 1500): World => settle(requestOf({ territory: withZones(zones), population, seed: 'zones' }));

const rows = ({ head }: World): number[] => Array.from({ length: head[header.rows]! }, (_, i) => i);

test('a territory of one zone does not see its own figures: they are their own mean', () => {
  const digest = (zones: readonly ZoneInput[]) =>
    Object.values(simulate(requestOf({ territory: withZones(zones), population: 300 })).series).map((s) => [...s]);
  const figures = { unemployment: figure(14), minimumIncome: figure(9), housing: figure(2), transport: figure(0.3), childcare: figure(4) };
  expect(digest([zone('aude', 1, figures)])).toEqual(digest([zone('aude', 1)]));
});

test('figures of zones weigh by their ratio to the mean; a zone that states none stands at it', () => {
  const zones = [zone('a', 0.5, { unemployment: figure(6) }), zone('b', 0.25, { unemployment: figure(18) }), zone('c', 0.25)];
  expect(relative(zones, (z) => z.unemployment)).toEqual([0.6, 1.8, 1]);
  expect(peopleShares([zone('a', 0.5, { minimumIncome: figure(2) }), zone('b', 0.5, { minimumIncome: figure(6) })])).toEqual([0.25, 0.75]);
});

test('a road stated once holds both ways; other pairs take the shortest path, and an hour when there is none', () => {
  const zones = [zone('a', 0.25, { minutes: { b: 10, c: 50 } }), zone('b', 0.25, { minutes: { c: 15 } }), zone('c', 0.25), zone('d', 0.25)];
  expect([...travelTimes(zones)]).toEqual([0, 10, 25, 60, 10, 0, 15, 60, 25, 15, 0, 60, 60, 60, 60, 0]);
});

const three = [
  zone('near', 0.6, { minutes: { far: 60 }, unemployment: figure(8) }),
  zone('far', 0.3, { unemployment: figure(16), places: { housing: figure(1) } }),
  zone('hamlet', 0.1, { minutes: { near: 20 }, unemployment: figure(8) }),
];

/** A world as it is filled, before anything happens. */
const filled = (zones: readonly ZoneInput[], population = 1500): World => {
  const { values } = openBook({ set: {}, timeline: [], off: [] });
  const book = { values, turn: () => {} };
  return populate({
    territory: withZones(zones),
    population,
    seed: 'zones',
    replication: 0,
    people: valuesOf(book, 'people', peopleParameters),
    kernel: valuesOf(book, 'kernel', kernelParameters),
    outsourced: 0.05,
  }).world;
};

test('teams take seats by the zones’ share of people, and none is cut to do so', () => {
  const world = filled(three);
  const { structures: s, counts } = world;
  expect([...s.posts]).toEqual([...filled([zone('aude', 1)]).structures.posts]);
  const posts = [0, 0, 0];
  for (let j = 0; j < counts.structures; j++) posts[s.zone[j]!]! += s.posts[j]! / sum(s.posts);
  three.forEach(({ share }, z) => expect(Math.abs(posts[z]! - share)).toBeLessThan(0.06));
});

test('people live in zones by share, and are followed near where they live', () => {
  const world = filled(three);
  const { people, structures, roads } = world;
  const all = rows(world);
  three.forEach(({ share }, z) => expect(Math.abs(all.filter((i) => people.zone[i] === z).length / all.length - share)).toBeLessThan(0.04));
  const led = all.filter((i) => people.lead[i] !== NONE);
  const minutes = led.map((i) => roads.minutes[people.zone[i]! * 3 + structures.zone[people.lead[i]!]!]!);
  expect(sum(minutes) / minutes.length).toBeLessThan(8);
});

test('and near they stay, once those who orient them choose', () => {
  const { people, structures, roads, head } = settled(three);
  const led = Array.from({ length: head[header.rows]! }, (_, i) => i).filter((i) => rightOpen[people.status[i]!] === 1 && people.lead[i] !== NONE);
  const minutes = led.map((i) => roads.minutes[people.zone[i]! * 3 + structures.zone[people.lead[i]!]!]!);
  expect(sum(minutes) / minutes.length).toBeLessThan(15);
});

test('all search is spent somewhere, and jobs are harder to find where unemployment is high', () => {
  const world = settled(three);
  const { zones, head } = world;
  for (const m of [SHORT, DURABLE]) {
    const at = [0, 1, 2].map((z) => z * 2 + m);
    const spent = at.reduce(
      (all, k) => all + (fromGrains(zones.ownSearch[k]!) + fromGrains(zones.awaySearch[k]!)) * head[header.scale]! + zones.otherSearch[k]!,
      0,
    );
    expect(at.reduce((all, k) => all + zones.search[k]!, 0)).toBeCloseTo(spent, 3);
    expect(zones.hiresPerSearch[2 + m]!).toBeLessThan(0.8 * zones.hiresPerSearch[m]!);
    expect(zones.awayPerSearch[2 + m]!).toBeCloseTo(
      (6 * zones.hiresPerSearch[m]! * Math.exp(-60 / 30) + zones.hiresPerSearch[4 + m]! * Math.exp(-80 / 30)) / (6 * Math.exp(-60 / 30) + Math.exp(-80 / 30)),
      8,
    );
  }
});

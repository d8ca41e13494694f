import { expect, test } from 'vitest';
import { settle, simulate, type World } from '../../src/engine/index.ts';
import { HOUSING, NEEDS, SOLUTIONS, WORKING } from '../../src/engine/world/people.ts';
import { A, VACANT } from '../../src/engine/world/status.ts';
import { cloneWorld, header } from '../../src/engine/world/world.ts';
import { everyKey, requestOf, rulesOf } from './worlds.ts';

type Set = Readonly<Record<string, number>>;

const HOME = 1 << HOUSING;
const HEALTHY = 0b11110;
const NEED = Math.fround(0.4);
const MISSING = Math.fround(0.9);

/** Places are kept however long, nobody asks for another, and needs, distress and support stand still. */
const still: Set = {
  'repair.stay-months': 1e9,
  'kernel.relief-rate': 0,
  'kernel.support-effect': 0,
  'needs.training-worth': 0,
  'needs.distress-follows': 0,
  'labour.leave': 0,
  'labour.leave-fragile': 0,
  'people.ages-out': 65_000,
};
const base = requestOf({ population: 1_500, seed: 'homes' });
const settled = settle(base);

interface Seen {
  readonly people: number;
  readonly lost: number;
  /** Places of housing held, as counted by the zones, over people who hold one. */
  readonly used: number;
  readonly told: number;
  readonly needs: readonly number[];
  readonly others: readonly number[];
}

/** A month or more of a world where everyone is followed, finds no job and holds a home and every other solution, at one level of distress. */
function play(months: number, set: Set, distress: number, prepare: (world: World) => void = () => {}): Seen {
  const from = cloneWorld(settled);
  const { people, zones, head } = from;
  for (let i = 0; i < head[header.rows]!; i++) {
    people.status[i] = people.status[i] === VACANT ? VACANT : A;
    people.ability[i] = people.lead[i] = 0;
    people.flags[i]! &= ~WORKING;
  }
  people.needs.fill(NEED);
  people.distress.fill(distress);
  people.solved.fill(HOME | HEALTHY);
  zones.places.fill(0);
  prepare(from);
  const ids = [...people.id.subarray(0, head[header.rows])].filter((_, i) => people.status[i] !== VACANT);
  let seen: Seen | undefined;
  const { lives } = simulate(
    { ...base, months, rules: rulesOf({ set: { ...still, ...set }, off: everyKey.filter((key) => key !== 'repair') }) },
    {
      from,
      watch: ids,
      onMonth({ world }) {
        const rows = Array.from({ length: world.head[header.rows]! }, (_, i) => i).filter((i) => world.people.status[i] !== VACANT);
        const lost = rows.filter((i) => !(world.people.solved[i]! & HOME));
        let used = 0;
        for (let k = HOUSING; k < world.zones.used.length; k += SOLUTIONS) used += world.zones.used[k]!;
        seen = {
          people: rows.length,
          lost: lost.length,
          used: used / world.head[header.scale]!,
          told: 0,
          needs: [...new Set(lost.map((i) => world.people.needs[i * NEEDS + HOUSING]!))],
          others: [...new Set(rows.map((i) => world.people.solved[i]! & HEALTHY))],
        };
      },
    },
  );
  return { ...seen!, told: lives!.turns.filter(({ cause, facts }) => cause === 'repair.home-lost' && facts[0] === HOUSING).length };
}

test('a home is lost by all whose turn it is where the chance is one, by nobody where it is nothing or where nobody is in distress', () => {
  const all = play(3, { 'repair.home-lost': 1 }, 0.5);
  expect([all.lost, all.used, all.told]).toEqual([all.people, 0, all.people]);
  const third = play(1, { 'repair.home-lost': 1 }, 0.5);
  expect(third.lost / third.people).toBeGreaterThan(0.3);
  expect(third.lost / third.people).toBeLessThan(0.37);
  for (const spared of [play(3, { 'repair.home-lost': 0 }, 1), play(3, { 'repair.home-lost': 1 }, 0)]) expect([spared.lost, spared.told]).toEqual([0, 0]);
});

test('whoever loses it needs one again, holds its other solutions still, and its place is free', () => {
  const { people, lost, used, told, needs, others } = play(1, { 'repair.home-lost': 0.2 }, 0.5);
  expect(lost).toBeGreaterThan(50);
  expect(told).toBe(lost);
  expect(needs).toEqual([MISSING]);
  expect(others).toEqual([HEALTHY]);
  expect(used).toBeCloseTo(people - lost, 6);
  const worse = play(1, { 'repair.home-lost': 0.2 }, 0.5, (world) => world.people.needs.fill(1));
  expect(worse.needs).toEqual([1]);
});

test('nobody loses a home that was not given', () => {
  const { people, lost, told } = play(3, { 'repair.home-lost': 1 }, 0.5, (world) => world.people.solved.fill(HEALTHY));
  expect([lost, told]).toEqual([people, 0]);
});

test.each([
  [0.05, 0.2],
  [0.05, 0.5],
  [0.05, 0.9],
  [0.02, 0.9],
])('over a quarter, at %d a month and a distress of %d, as many are lost as both say', (monthly, distress) => {
  const { lost, people } = play(3, { 'repair.home-lost': monthly }, distress);
  const chance = 3 * monthly * 2 * distress;
  const error = Math.sqrt(people * chance * (1 - chance));
  expect(Math.abs(lost - people * chance) / error).toBeLessThan(3.5);
  expect(Math.abs(lost - people * chance * 1.4) / error).toBeGreaterThan(3.5);
});

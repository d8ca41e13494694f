import { expect, test } from 'vitest';
import { settle, simulate, type World } from '../../src/engine/index.ts';
import { FRAGILE, HEALTH, HOUSING, NEEDS } from '../../src/engine/world/people.ts';
import { D, L, rightOpen, V, VACANT } from '../../src/engine/world/status.ts';
import { cloneWorld, header } from '../../src/engine/world/world.ts';
import { everyKey, requestOf, rulesOf } from './worlds.ts';

type Set = Readonly<Record<string, number>>;

/** Over this a home is missing, or health keeps one from working. */
const IN_THE_WAY = 0.75;

const base = requestOf({ population: 600, seed: 'readiness' });
const settled = settle(base);
const there = new Set(settled.people.id.subarray(0, settled.head[header.rows]));
/** Search is ability, what was learned and readiness: nothing else weighs on it. */
const bare: Set = { 'needs.fear-to-search': 0, 'needs.distress-on-search': 0, 'needs.scarring': 0, 'displacement.screening': 0 };

type Found = ReadonlyMap<
  number,
  { readonly ready: number; readonly search: number; readonly ability: number; readonly ranked: number; readonly fragile: boolean }
>;

/** What a month of a world prepared by hand makes of those who look for work, with every mechanism off: needs are read and do not move. */
function read(set: Set, prepare: (world: World) => void): Found {
  const from = cloneWorld(settled);
  prepare(from);
  from.people.load.fill(-1);
  from.zones.screened.fill(0);
  const found = new Map();
  simulate(
    { ...base, months: 1, rules: rulesOf({ set: { ...bare, ...set }, off: everyKey }) },
    {
      from,
      onMonth({ world: { people, zones, head }, scratch }) {
        for (let i = 0; i < head[header.rows]!; i++)
          if (scratch.search[i]! > 0)
            found.set(people.id[i]!, {
              ready: people.ready[i]!,
              search: scratch.search[i]!,
              ability: people.ability[i]!,
              ranked: zones.ranked[people.zone[i]!]!,
              fragile: (people.flags[i]! & FRAGILE) !== 0,
            });
      },
    },
  );
  return found;
}

const needing =
  (housing: number, health: number) =>
  ({ people: { needs } }: World): void => {
    for (let k = 0; k < needs.length; k += NEEDS) {
      needs[k + HOUSING] = housing;
      needs[k + HEALTH] = health;
    }
  };

test.each([
  ['neither', IN_THE_WAY, IN_THE_WAY, 1],
  ['a home missing', 0.8, 0.2, 0.3],
  ['severe illness', 0.2, 0.8, 0.5],
  ['both', 0.8, 0.8, 0.15],
])('%s multiplies what one can do by its own factor', (_, housing, health, times) => {
  const found = read({ 'needs.no-home': 0.3, 'needs.unfit': 0.5 }, needing(housing, health));
  const free = read({ 'needs.no-home': 1, 'needs.unfit': 1 }, needing(housing, health));
  expect(found.size).toBeGreaterThan(500);
  for (const [id, { ready, search }] of found) {
    expect(ready / free.get(id)!.ready).toBeCloseTo(times, 5);
    expect(search / free.get(id)!.search).toBeCloseTo(times, 5);
  }
});

test('training adds the same to the search of all, so relatively more to those of low ability', () => {
  const worth = 0.8;
  const learned = (share: number) =>
    read({ 'needs.training-worth': worth }, (world) => {
      needing(0.2, 0.2)(world);
      world.people.learned.fill(share);
    });
  const [taught, half, not] = [learned(1), learned(0.5), learned(0)];
  const gains = { fragile: [] as number[], other: [] as number[] };
  expect(not.size).toBeGreaterThan(500);
  for (const [id, { search, ready, ability, ranked, fragile }] of not) {
    expect((taught.get(id)!.search - search) / ready).toBeCloseTo(worth * (1 + ranked), 6);
    expect((half.get(id)!.search - search) / ready).toBeCloseTo((worth * (1 + ranked)) / 2, 6);
    expect(taught.get(id)!.search / search - 1).toBeCloseTo((worth * (1 + ranked)) / ability, 6);
    gains[fragile ? 'fragile' : 'other'].push(taught.get(id)!.search / search - 1);
  }
  const middle = (of: number[]): number => of.sort((a, b) => a - b)[of.length >> 1]!;
  expect(middle(gains.fragile)).toBeGreaterThan(1.5 * middle(gains.other));
});

/** One kind of crisis for all, whatever their class, status or wait. */
const alike: Set = {
  'needs.waiting-harm': 0,
  'needs.sanction-harm': 0,
  'needs.crisis-in-work': 1,
  'needs.crisis-fragile': 1,
  'needs.recovery': 0,
  'needs.distress-follows': 0,
};

/** Needs and distress, summed, at the end of some months of those never seen in durable work or away, where a crisis strikes all whose quarter it is or nobody. */
function after(months: number, crisis: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const spared = new Set<number>();
  const set = { ...alike, 'needs.crisis': crisis, 'kernel.relief-rate': 0, 'conjuncture.inflow': 3 };
  simulate(
    { ...base, months, rules: rulesOf({ set, off: ['social-economy'] }) },
    {
      from: settled,
      onMonth({ world: { people, head } }) {
        found.clear();
        for (let i = 0; i < head[header.rows]!; i++) {
          const status = people.status[i]!;
          if (status === VACANT) continue;
          if (status === L || status === D || status === V) spared.add(people.id[i]!);
          let sum = people.distress[i]!;
          for (let n = 0; n < NEEDS; n++) sum += people.needs[i * NEEDS + n]!;
          if (!spared.has(people.id[i]!)) found.set(people.id[i]!, sum);
        }
      },
    },
  );
  return found;
}

/** Those who come in the first month: needs are looked at for the first time in the second. */
const newcomers = new Set([...after(1, 0).keys()].filter((id) => !there.has(id)));

test('newcomers bring the needs they have, and no crisis of a quarter lived elsewhere', () => {
  const [struck, spared] = [after(2, 1), after(2, 0)];
  const tally = { newcomers: 0, others: 0, hit: 0 };
  for (const [id, needs] of struck) {
    const otherwise = spared.get(id);
    if (otherwise === undefined) continue;
    if (newcomers.has(id)) {
      tally.newcomers++;
      expect(needs).toBe(otherwise);
    } else if (there.has(id)) {
      tally.others++;
      if (needs > otherwise) tally.hit++;
    }
  }
  expect(tally.newcomers).toBeGreaterThan(8);
  expect(tally.hit / tally.others).toBeGreaterThan(0.6);
});

test('and live as others do from their next turn on', () => {
  const [struck, spared] = [after(5, 1), after(5, 0)];
  const both = [...newcomers].filter((id) => struck.has(id) && spared.has(id));
  expect(both.length).toBeGreaterThan(8);
  for (const id of both) expect(struck.get(id)).toBeGreaterThan(spared.get(id)!);
});

test('the chance of a crisis that is told is that of a month, by the distress then felt', () => {
  const crisis = 0.05;
  const request = { ...base, months: 6, rules: rulesOf({ set: { ...alike, 'needs.crisis': crisis }, off: ['social-economy'] }) };
  const { turns } = simulate(request, { from: settled, watched: 300 }).lives!;
  const told = turns.filter(({ cause }) => cause === 'needs.crisis');
  expect(told.length).toBeGreaterThan(20);
  for (const { facts } of told) expect(facts[2]).toBeCloseTo(crisis * (0.6 + 0.8 * facts[3]!), 6);
});

test('and those told are as many as that chance says', () => {
  const crisis = 0.05;
  const felt = 0.5;
  const from = cloneWorld(settled);
  from.people.distress.fill(felt);
  const ids = [...from.people.id.subarray(0, from.head[header.rows])].filter((_, i) => rightOpen[from.people.status[i]!]);
  const request = {
    ...base,
    months: 3,
    rules: rulesOf({ set: { ...alike, 'needs.crisis': crisis, 'labour.few-hours': 1 }, off: everyKey.filter((key) => key !== 'needs') }),
  };
  const { turns } = simulate(request, { from, watch: ids }).lives!;
  const told = turns.filter(({ cause }) => cause === 'needs.crisis').length;
  const chance = 3 * crisis * (0.6 + 0.8 * felt);
  const error = Math.sqrt(ids.length * chance * (1 - chance));
  expect(Math.abs(told - ids.length * chance) / error).toBeLessThan(3.5);
  expect(Math.abs(told - (ids.length * chance) / 3) / error).toBeGreaterThan(4);
});

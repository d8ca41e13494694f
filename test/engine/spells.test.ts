import { expect, test } from 'vitest';
import { settle, simulate, type World } from '../../src/engine/index.ts';
import { qualityLeft } from '../../src/engine/mechanisms/displacement.ts';
import { rightOpen, seeks } from '../../src/engine/world/status.ts';
import { cloneWorld, header } from '../../src/engine/world/world.ts';
import { SPELLS } from '../../src/engine/world/zones.ts';
import { requestOf, rulesOf } from './worlds.ts';

type Set = Readonly<Record<string, number>>;
const MANY = { 'conjuncture.tightness': 2, 'displacement.elasticity': 0 };
const FEW = { 'conjuncture.tightness': 0.3, 'displacement.elasticity': 0 };

/** The zone of a small world after a year of many or few jobs, and what its first month made of search, person by person. */
function play(set: Set, months: number, parameters: Set = {}, prepare: (world: World) => void = () => {}) {
  const request = requestOf({ population: 1_000, months, seed: 'spells', rules: rulesOf({ set }), parameters });
  const from = cloneWorld(settle(request));
  prepare(from);
  const search = new Map<number, number>();
  let zone = { read: [] as number[], ranked: 0 };
  simulate(request, {
    from,
    onMonth({ month, world: { people, head, zones }, scratch }) {
      zone = { read: [...zones.screened.subarray(0, SPELLS)], ranked: zones.ranked[0]! };
      if (month.now !== months - 1) return;
      for (let i = 0; i < head[header.rows]!; i++) if (rightOpen[people.status[i]!] && seeks[people.status[i]!]) search.set(people.id[i]!, scratch.search[i]!);
    },
  });
  return { ...zone, search };
}
type Played = ReturnType<typeof play>;

/** Search of the same people in two worlds, one over the other. */
function over(one: Played, other: Played): number {
  let [above, under] = [0, 0];
  for (const [id, search] of one.search) {
    const also = other.search.get(id);
    if (also === undefined) continue;
    above += search;
    under += also;
  }
  return above / under;
}

const tenure =
  (months: number, learned = 0) =>
  ({ people }: World) => {
    people.tenure.fill(months);
    people.since.fill(months);
    people.learned.fill(learned);
  };

test('mean unseen quality after some months is that of a gamma law whose members leave by their quality', () => {
  // Mean 1, variance v: shape 1 ÷ v. Members of quality q are still there after m months with chance exp(−q·h·m).
  for (const [months, hired, spread] of [
    [8, 0.05, 0.5],
    [3, 0.2, 1.5],
    [24, 0.02, 1],
  ] as const) {
    let [mass, quality] = [0, 0];
    for (let q = 0.0005; q < 60; q += 0.001) {
      const there = q ** (1 / spread - 1) * Math.exp(-q / spread) * Math.exp(-q * hired * months);
      mass += there;
      quality += q * there;
    }
    expect(qualityLeft(months, hired, spread)).toBeCloseTo(quality / mass, 2);
  }
  expect(qualityLeft(0, 0.1, 1.5)).toBe(1);
});

/** Hires per search of those out of work for eight months over those out for one. */
const longOverShort = ({ read }: Played): number => 1 / (1 + read[1]!);

test('employers hire fewer of those long out of work, and tell them apart the more where jobs abound', () => {
  const [many, few] = [play(MANY, 12), play(FEW, 12)];
  expect(longOverShort(few)).toBeLessThan(0.99);
  expect(longOverShort(many)).toBeLessThan(longOverShort(few) - 0.05);
  expect(over(play({}, 1, {}, tenure(8)), play({}, 1, {}, tenure(1)))).toBeLessThan(0.9);
  const blind = { 'displacement.screening': 0 };
  for (const share of play({ ...MANY, ...blind }, 12).read) expect(share).toBe(0);
  expect(over(play({}, 1, blind, tenure(8)), play({}, 1, blind, tenure(1)))).toBe(1);
});

test('training vouches for whoever has it: the spell no longer tells', () => {
  const untaught = { 'needs.training-worth': 0 };
  expect(over(play(untaught, 1, {}, tenure(8, 1)), play(untaught, 1, {}, tenure(1, 1)))).toBe(1);
  expect(over(play(untaught, 1, {}, tenure(8, 1)), play(untaught, 1, {}, tenure(8)))).toBeGreaterThan(1.1);
});

test('and it is worth more where candidates are many for a vacancy', () => {
  const lasting = { 'needs.training-fades': 0, 'repair.learning': 0, 'displacement.screening': 0 };
  const worth = (set: Set, parameters: Set = {}) =>
    over(play({ ...set, ...lasting }, 12, parameters, tenure(8, 1)), play({ ...set, ...lasting }, 12, parameters, tenure(8)));
  expect(play(FEW, 12).ranked).toBeGreaterThan(play(MANY, 12).ranked + 0.3);
  expect(worth(FEW)).toBeGreaterThan(1.2 * worth(MANY));
  // All of one ability: training adds the same to each, and weighs less on the able, who leave first where jobs abound.
  const alike = { 'people.ability-spread': 0, 'people.ability-fragile': 0.8, 'people.ability-other': 0.8 };
  const unranked = { 'displacement.ranking': 0, ...alike };
  expect(play(FEW, 12, unranked).ranked).toBe(0);
  expect(worth({ ...FEW, ...unranked }, unranked) / worth({ ...MANY, ...unranked }, unranked)).toBeCloseTo(1, 1);
});

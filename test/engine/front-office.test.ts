import { expect, test } from 'vitest';
import { type RunRequest, settle, simulate, type World } from '../../src/engine/index.ts';
import { cloneWorld } from '../../src/engine/world/world.ts';
import { requestOf, rulesOf, territoryOf } from './worlds.ts';

const brussels = territoryOf('bruxelles-capitale');
/** Two communes with a travel of their own to the others; every CPAS serves whoever comes, so that a neighbour may be crowded. */
const everyone = {
  ...brussels,
  bodies: { ...brussels.bodies, departement: { ...brussels.bodies!.departement!, residentsOnly: false } },
};
const request: RunRequest = requestOf({ population: 1_000, months: 1, territory: everyone });
const from = settle(request);
const zoneOf = (id: string): number => everyone.zones.findIndex((zone) => zone.id === id);

/** What front offices can give, by zone, in the month after the staff of some were cut. */
function front(cut: (world: World, j: number) => boolean, set: Readonly<Record<string, number>> = {}): readonly number[] {
  const world = cloneWorld(from);
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++) if (!s.mayRefuse[j] && cut(world, j)) s.workers[j] = Math.max(1, Math.round(0.2 * s.workers[j]!));
  let seen: readonly number[] = [];
  simulate({ ...request, rules: rulesOf({ set }) }, { from: world, onMonth: ({ world: { zones } }) => (seen = [...zones.front]) });
  return seen;
}

const usual = front(() => false);
const mean = (values: readonly number[], share: Float64Array = from.zones.share) => values.reduce((sum, value, z) => sum + value * share[z]!, 0);

test('at the start front offices leave claims as they are, on average over people', () => {
  expect(mean(usual)).toBeGreaterThan(0.93);
  expect(mean(usual)).toBeLessThan(1.07);
});

test('an office that empties sends its people next door, where it crowds the others less than it empties its own', () => {
  const z = zoneOf('molenbeek-saint-jean');
  const after = front(({ structures }, j) => structures.zone[j] === z);
  const fall = after.map((value, a) => 1 - value / usual[a]!);
  expect(fall[z]).toBeGreaterThan(0.03);
  const others = fall.filter((_, a) => a !== z);
  expect(Math.max(...others)).toBeGreaterThan(0.005);
  expect(Math.max(...others)).toBeLessThan(fall[z]!);
});

test('where only residents are served nobody can go next door', () => {
  const own = { ...request, territory: brussels };
  const alone = settle(own);
  const seen = (world: World): readonly number[] => {
    let out: readonly number[] = [];
    simulate(own, { from: world, onMonth: ({ world: { zones } }) => (out = [...zones.front]) });
    return out;
  };
  const cut = cloneWorld(alone);
  const z = zoneOf('molenbeek-saint-jean');
  const { structures: s, counts } = cut;
  for (let j = 0; j < counts.structures; j++) if (!s.mayRefuse[j] && s.zone[j] === z) s.workers[j] = Math.max(1, Math.round(0.2 * s.workers[j]!));
  const [before, after] = [seen(alone), seen(cut)];
  after.forEach((value, a) => (a === z ? expect(value).toBeLessThan(0.8 * before[a]!) : expect(value).toBe(before[a])));
});

test('with no elasticity claims do not follow the front office', () => {
  for (const value of front(() => true, { 'claiming.office-elasticity': 0 })) expect(value).toBe(1);
});

test('eight workers in ten gone everywhere lower claims by the elasticity', () => {
  const after = front(() => true, { 'claiming.office-elasticity': 0.3 });
  after.forEach((value, a) => expect(value).toBeLessThan(usual[a]!));
  expect(mean(after) / mean(usual)).toBeCloseTo(0.2 ** 0.3, 1);
});

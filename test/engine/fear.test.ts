import { expect, test } from 'vitest';
import { tally } from '../../src/engine/context.ts';
import { settle, simulate, type World } from '../../src/engine/index.ts';
import { institutions } from '../mechanisms/ablation.ts';
import { cloneWorld } from '../../src/engine/world/world.ts';
import { requestOf, rulesOf } from './worlds.ts';

type Set = Readonly<Record<string, number>>;

/** Fear stands as it is put, and moves nothing but what is tested. */
const still: Set = { 'conditionality.learning': 0, 'needs.fear-to-search': 0, 'conditionality.withdrawal': 0 };
const base = requestOf({ population: 6_000, seed: 'fear' });
const from = settle(base);

/** Sum of a flow over some months of a world prepared by hand. */
function flow(which: number, months: number, set: Set, prepare: (world: World) => void): number {
  const world = cloneWorld(from);
  prepare(world);
  let sum = 0;
  const request = { ...base, months, rules: rulesOf({ set: { ...still, ...set }, off: [...institutions].sort() }) };
  simulate(request, {
    from: world,
    onMonth: ({ scratch }) => {
      sum += scratch.tally[which]!;
    },
  });
  return sum;
}
const feared =
  (belief: number) =>
  ({ people }: World) =>
    void people.belief.fill(belief);

test('fear for the right brings people to their interview', () => {
  const oriented = (belief: number, set: Set = {}) => flow(tally.oriented, 1, { 'orientation.capacity': 0.5, ...set }, feared(belief));
  const calm = oriented(0);
  expect(calm).toBeGreaterThan(20);
  expect(oriented(0.2)).toBeGreaterThan(1.2 * calm);
  const deaf = { 'orientation.fear-to-attend': 0 };
  expect(oriented(0.2, deaf)).toBe(oriented(0, deaf));
});

test('jobs taken under threat end sooner, by as much as was feared', () => {
  const ended = (belief: number, set: Set = {}) => flow(tally.separations, 1, { 'labour.threat-misfit': 5, ...set }, feared(belief));
  const calm = ended(0);
  expect(calm).toBeGreaterThan(20);
  expect(ended(0.2) / calm).toBeGreaterThan(1.6);
  expect(ended(0.2) / calm).toBeLessThan(2.4);
  const suited = { 'labour.threat-misfit': 0 };
  expect(ended(0.2, suited)).toBe(ended(0, suited));
});

test('people who are met more are checked more, as far as checks are made when they are met', () => {
  const more = ({ structures: { workers } }: World) => workers.set(workers.map((n) => 4 * n));
  const rise = (contact: number) => {
    const checks = (prepare: (world: World) => void) =>
      flow(tally.checks, 3, { 'conditionality.monitoring': 0.2, 'conditionality.check-contact': contact }, prepare);
    return checks(more) / checks(() => {});
  };
  expect(rise(1)).toBeGreaterThan(1.2);
  expect(rise(0)).toBeLessThan(1.05);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levers, possibleRange, type RunRequest, settle, simulate } from '../../src/engine/index.ts';
import { openRun, runMonth } from '../../src/engine/simulate.ts';
import { BENEFITS, CAF, LINES } from '../../src/engine/world/funders.ts';
import { auditor, faultsOf } from './books-check.ts';
import { everyKey, requestOf, rulesOf, territoryIds, territoryOf } from './worlds.ts';

const details = levers.filter((lever) => !lever.bundle);

/** A value a scenario may give a lever: its ends, or anything between, whole where it must be. */
const valueOf = (lever: (typeof details)[number]): fc.Arbitrary<number> => {
  const [low, high] = possibleRange(lever);
  const whole = lever.kind !== undefined && lever.kind !== 'number';
  return fc.oneof(fc.constant(low), fc.constant(high), whole ? fc.integer({ min: low, max: high }) : fc.double({ min: low, max: high, noNaN: true }));
};

const settings = (most: number): fc.Arbitrary<Record<string, number>> =>
  fc
    .uniqueArray(
      fc.nat(details.length - 1).chain((k) => valueOf(details[k]!).map((value) => [details[k]!.id, value] as const)),
      { selector: ([id]) => id, maxLength: most },
    )
    .map((pairs) => Object.fromEntries(pairs));

const world: fc.Arbitrary<RunRequest> = fc
  .record({
    place: fc.constantFrom(...territoryIds),
    seed: fc.string({ maxLength: 4, unit: 'grapheme' }),
    replication: fc.nat(9999),
    set: settings(8),
    later: settings(3),
    at: fc.integer({ min: 1, max: 17 }),
    tightness: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
    off: fc.oneof(fc.constant([]), fc.subarray([...everyKey])),
  })
  .map(({ place, seed, replication, set, later, at, tightness, off }) =>
    requestOf({
      territory: territoryOf(place),
      population: 500,
      months: 18,
      seed,
      replication,
      rules: rulesOf({ set: { ...set, 'conjuncture.tightness': tightness }, timeline: [{ at, set: later }], off: [...off].sort() }),
    }),
  );

test('people, money, time and places are kept in every month of every world', () => {
  fc.assert(
    fc.property(world, (request) => {
      const from = settle(request);
      const audit = auditor(from);
      const { series } = simulate(request, { from, onMonth: audit.onMonth });
      expect(audit.faults.slice(0, 5)).toEqual([]);
      for (const [id, values] of Object.entries(series)) expect([id, values.find((v) => !Number.isFinite(v))]).toEqual([id, undefined]);
    }),
    { numRuns: 40, seed: 20_261_122, endOnFailure: true },
  );
});

test('and in the warm-up, as far as books are kept there', () => {
  let months = 0;
  let before: Parameters<typeof faultsOf>[1] | undefined;
  const faults: string[] = [];
  settle(requestOf(), {
    onMonth(context) {
      months++;
      if (before) faults.push(...faultsOf(context, before));
      before = { ...context.world, ...JSON.parse('{}') };
      before = structuredWorld(context.world);
    },
  });
  expect([months, faults.slice(0, 5)]).toEqual([24, []]);
});

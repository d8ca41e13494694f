import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levers, possibleRange, type RunRequest, settle, simulate } from '../../src/engine/index.ts';
import { BENEFITS, CAF, LINES } from '../../src/engine/world/funders.ts';
import { A } from '../../src/engine/world/status.ts';
import { cloneWorld, freeRow, type World } from '../../src/engine/world/world.ts';
import { auditor, faultsOf } from './books-check.ts';
import { everyKey, requestOf, rulesOf, territoryIds, territoryOf } from './worlds.ts';

const details = levers.filter((lever) => !lever.bundle);

/** A value a scenario may give a lever: its ends, or anything between, whole where it must be. */
const anyValue = (lever: (typeof details)[number]): fc.Arbitrary<number> => {
  const [low, high] = possibleRange(lever);
  const whole = lever.kind !== undefined && lever.kind !== 'number';
  return fc.oneof(fc.constant(low), fc.constant(high), whole ? fc.integer({ min: low, max: high }) : fc.double({ min: low, max: high, noNaN: true }));
};

const settings = (most: number): fc.Arbitrary<Record<string, number>> =>
  fc
    .uniqueArray(
      fc.nat(details.length - 1).chain((k) => anyValue(details[k]!).map((value) => [details[k]!.id, value] as const)),
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

test('and in every month of the warm-up', () => {
  const faults: string[] = [];
  let before: World | undefined;
  let months = 0;
  settle(requestOf(), {
    onMonth(context) {
      months++;
      if (before) faults.push(...faultsOf(context, before));
      before = cloneWorld(context.world);
    },
  });
  expect([months, faults.slice(0, 5)]).toEqual([24, []]);
});

/** One month, closed and copied, in which something is then spoilt. */
function spoilt(spoil: (world: World) => void): readonly string[] {
  const request = requestOf({ months: 1 });
  const from = settle(request);
  let faults: readonly string[] = [];
  simulate(request, {
    from,
    onMonth(context) {
      const world = cloneWorld(context.world);
      spoil(world);
      faults = faultsOf({ ...context, world }, from);
    },
  });
  return faults;
}

const inUse = (world: World) => world.people.status.indexOf(A);

test('a month left as it is has no fault', () => expect(spoilt(() => undefined)).toEqual([]));

test.each<[string, (world: World) => void, RegExp]>([
  ['a cent spent twice', (w) => w.funders.spent[CAF * LINES + BENEFITS]!++, /funder 2/],
  ['a cent lost between two funders', (w) => w.funders.transfersIn[1]!--, /transfers/],
  ['a cent of a contract never received', (w) => w.structures.received[0]!--, /contracts of funder 0/],
  ['a cent of cash from nowhere', (w) => w.structures.cash[1]!++, /structure 1: cash/],
  ['a debt of a social enterprise forgiven by nobody', (w) => w.enterprises.debt[0]!--, /enterprise 0/],
  ['a minute too many', (w) => w.structures.minutes[0]!++, /structure 0: minutes/],
  ['half a minute moved', (w) => w.structures.minutes.set([w.structures.minutes[0]! - 0.5, w.structures.minutes[1]! + 0.5]), /minutes of use/],
  ['a person gone without a word', (w) => freeRow(w, inUse(w)), /people:/],
  ['a person twice', (w) => w.people.id.copyWithin(inUse(w), inUse(w) + 1, inUse(w) + 2), /ids:/],
  ['a status that does not exist', (w) => w.people.status.set([14], inUse(w)), /has status 14/],
  ['a file held by nobody', (w) => w.people.lead.set([65_535], inUse(w)), /with lead 65535/],
  ['more solutions than there are', (w) => w.zones.used.set([1e9]), /solutions 0/],
  ['a need that is not a number', (w) => w.people.needs.set([Number.NaN], 3), /people.needs\[3\]/],
  ['trust above one', (w) => w.ties.trust.set([1.01]), /ties.trust/],
])('%s is seen', (_, spoil, expected) => expect(spoilt(spoil).join('\n')).toMatch(expected));

test('cents and files are kept when structures close or are taken over', () => {
  const set = { 'contracting.call-share': 1, 'contracting.call-length': 12, 'mandates.merger-hours': 0 };
  let gone = 0;
  for (const replication of [0, 1]) {
    const request = requestOf({ population: 400, months: 60, seed: 'closures', replication, rules: rulesOf({ set }) });
    const from = settle(request);
    const audit = auditor(from);
    simulate(request, {
      from,
      onMonth(context) {
        audit.onMonth(context);
        if (context.month.now === request.months - 1) gone += context.world.structures.closed.reduce((a, b) => a + b, 0);
      },
    });
    expect(audit.faults.slice(0, 5)).toEqual([]);
  }
  expect(gone).toBeGreaterThan(2);
});

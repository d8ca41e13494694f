import { expect, test } from 'vitest';
import type { Rules } from '../../src/engine/index.ts';
import { openRun, runMonth, simulate } from '../../src/engine/simulate.ts';
import { insertionHonoured } from '../../src/engine/books.ts';
import { renewAgreements } from '../../src/engine/mechanisms/social-economy/agreements.ts';
import type { P } from '../../src/engine/mechanisms/social-economy/worth.ts';
import { ENTERPRISES } from '../../src/engine/world/enterprises.ts';
import { FUNDERS_OF_CONTRACTS } from '../../src/engine/world/structures.ts';
import { header } from '../../src/engine/world/world.ts';
import { auditor } from './books-check.ts';
import { requestOf, rulesOf, territoryOf } from './worlds.ts';

const requestWith = (rules: Partial<Rules>, months: number) => requestOf({ population: 500, months, seed: 'enterprises', rules: rulesOf(rules) });

test('where nothing is cut a place held is paid what it is agreed at, by each funder, to the cent', () => {
  const { context, acts } = openRun(requestWith({ off: ['repair'] }, 1));
  runMonth(context, acts, 0);
  const { enterprises: e } = context.world;
  for (let k = 0; k < ENTERPRISES; k++)
    for (let x = 0; x < FUNDERS_OF_CONTRACTS; x++) {
      const at = k * FUNDERS_OF_CONTRACTS + x;
      expect(e.received[at]).toBe(Math.round(e.filled[k]! * e.subsidy[at]!));
    }
});

test.each(['aude', 'bruxelles-capitale'])('a cut envelope is never passed, and in the end pays the places that are left in full, or near it (%s)', (id) => {
  const request = requestOf({
    territory: territoryOf(id),
    population: 2000,
    months: 60,
    seed: 'envelope',
    rules: rulesOf({ set: { 'budget.investment-share': 0.4 } }),
  });
  const honoured = new Float64Array(FUNDERS_OF_CONTRACTS).fill(1);
  let paid = 0;
  let full = 0;
  simulate(request, {
    from: openRun(request).context.world,
    onMonth(context) {
      const { enterprises: e, head } = context.world;
      for (let k = 0; k < ENTERPRISES; k++)
        for (let x = 0; x < FUNDERS_OF_CONTRACTS; x++) {
          const at = k * FUNDERS_OF_CONTRACTS + x;
          // One person more than there are places may be at work, as rows stand for several.
          const most = Math.max(e.standing[k]!, e.filled[k]!) + head[header.scale]!;
          // A cut moves as the month closes: what was honoured is what it was before, or is now.
          const share = Math.max(honoured[x]!, insertionHonoured(context, x));
          expect(e.received[at]).toBeLessThanOrEqual(1 + most * e.subsidy[at]! * share);
          if (context.month.now < 36 || k > 0) continue;
          paid += e.received[at]!;
          full += e.filled[k]! * e.subsidy[at]!;
        }
      for (let x = 0; x < FUNDERS_OF_CONTRACTS; x++) honoured[x] = insertionHonoured(context, x);
    },
  });
  expect(paid / full).toBeGreaterThan(0.93);
  expect(paid / full).toBeLessThanOrEqual(1 + 1e-6);
});

test('when enterprises close people and cents are kept, lenders lose what was owed, and places come back once they pay', () => {
  const request = requestWith({ set: { 'capacity.insertion-subsidy': 50 }, timeline: [{ at: 36, set: { 'capacity.insertion-subsidy': 115 } }] }, 96);
  const from = openRun(request).context.world;
  const audit = auditor(from);
  let lapsed = 0;
  let left = 0;
  const { series } = simulate(request, {
    from,
    onMonth(context) {
      audit.onMonth(context);
      const { enterprises: e } = context.world;
      for (let k = 0; k < ENTERPRISES; k++)
        expect([k, e.lapsed[k]! >= 0, e.places[k]! >= 0, e.lapsed[k]! + e.places[k]! <= 1.3 * e.standing[k]!]).toEqual([k, true, true, true]);
      left = e.lapsed[0]! / e.standing[0]!;
      lapsed = Math.max(lapsed, left);
    },
  });
  expect(audit.faults.slice(0, 5)).toEqual([]);
  expect(series['insertion-losses']!.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
  expect(lapsed).toBeGreaterThan(0.5);
  expect(left).toBeLessThan(0.1);
  const jobs = series['insertion-jobs']!;
  expect(jobs[34]!).toBeLessThan(0.51 * jobs[0]!);
  expect(jobs[95]!).toBeGreaterThan(0.7 * jobs[0]!);
});

test('lapsed places wait as long as neither a team like the last nor one as approved would pay for itself', () => {
  const { world, rules } = openRun(requestWith({}, 1)).context;
  const context = { ...openRun(requestWith({}, 1)).context, world };
  const { enterprises: e } = world;
  const p = rules['social-economy'] as unknown as P;
  const places = e.places[0]!;
  const move = (breakEven: number, perHead: number): number => {
    e.lapsed[0] = places / 2;
    e.places[0] = places / 2;
    e.perHead[0] = perHead;
    e.breakEven[0] = breakEven;
    renewAgreements(context, p);
    return e.lapsed[0]! / (places / 2);
  };
  const moved = 1 - 1 / p['reallotment-months'][0]!;
  expect(e.approved[0]).toBeCloseTo(0.42, 12);
  expect(move(0.6, 0.5)).toBe(1);
  expect(move(0.55, 0.6)).toBeCloseTo(moved, 12);
  expect(move(0.45, 0)).toBeCloseTo(moved, 12);
});

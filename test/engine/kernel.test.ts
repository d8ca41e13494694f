import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Context } from '../../src/engine/context.ts';
import { priceOfAnHour } from '../../src/engine/kernel/effort.ts';
import { choose, createKernel, pick, weigh } from '../../src/engine/kernel/kernel.ts';
import { newOption, newSituation, TERMS, termNames } from '../../src/engine/kernel/terms.ts';
import { feltShare, nearTarget } from '../../src/engine/mechanisms/evaluation.ts';
import { gaming } from '../../src/engine/mechanisms/gaming.ts';
import { mechanisms } from '../../src/engine/mechanisms/index.ts';

const context = {
  technology: { 'relief-worth': [0.25], integrity: [6] },
  rules: { evaluation: { 'audit-rate': [1] }, gaming: { 'claw-back': [6] }, grouping: { 'duty-hours': [8] } },
  world: { head: new Float64Array(64), structures: { practised: new Float64Array(8).fill(1) } },
} as unknown as Context;

const utilities = fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: 2, maxLength: 6 });
const precision = fc.double({ min: 0.05, max: 2, noNaN: true });

test('chances are a softmax: they sum to 1, follow utilities, and see differences alone', () => {
  const kernel = createKernel([]);
  const chances = (list: readonly number[], beta: number) => {
    kernel.utilities.set(list);
    choose(kernel, list.length, beta);
    return [...kernel.chances.subarray(0, list.length)];
  };
  fc.assert(
    fc.property(utilities, precision, (list, beta) => {
      const found = chances(list, beta);
      const top = Math.max(...list);
      const weights = list.map((u) => Math.exp(beta * (u - top)));
      const total = weights.reduce((a, b) => a + b, 0);
      found.forEach((chance, o) => {
        expect(chance).toBeCloseTo(weights[o]! / total, 12);
      });
      chances(
        list.map((u) => u + 17),
        beta,
      ).forEach((chance, o) => {
        expect(chance).toBeCloseTo(found[o]!, 10);
      });
    }),
  );
});

test('a draw falls on each option as often as its chance', () => {
  const kernel = createKernel([]);
  kernel.chances.set([0.2, 0.5, 0, 0.3]);
  const counts = [0, 0, 0, 0];
  for (let k = 0; k < 1000; k++) counts[pick(kernel, 4, (k + 0.5) / 1000)]!++;
  expect(counts).toEqual([200, 500, 0, 300]);
  expect(pick(kernel, 4, 1 - 2 ** -32)).toBe(3);
});

test('a utility is the sum of its terms, each recorded under its name', () => {
  const kernel = createKernel(mechanisms.flatMap((m) => m.terms ?? []));
  const option = newOption({ holds: 0.7, elsewhere: 0.2, enters: 1, act: 1.5, credit: 0.4, refuses: 1, results: 1, untrue: 1 });
  const situation = {
    ...newSituation(),
    mission: 60,
    gain: 0.02,
    relief: 0.05,
    counted: 0.03,
    hours: 1.2,
    price: 0.8,
    own: 12,
    joint: 5,
    rate: 1,
    asked: 0.1,
    credibility: 2,
  };
  context.world.head.fill(0.5);
  const utility = weigh(kernel, 3, option, situation, context);
  const terms = [...kernel.weighed.subarray(3 * TERMS, 4 * TERMS)];
  expect(terms.reduce((a, b) => a + b, 0)).toBeCloseTo(utility, 12);
  const named = Object.fromEntries(termNames.map((name, t) => [name, terms[t]]));
  expect(named).toMatchObject({ act: -1.5, credibility: 0.8 });
  expect(named.mission).toBeCloseTo(6 * 60 * (0.02 + 0.25 * 0.05) * 0.9, 12);
  expect(named.target).toBeCloseTo(12 * (6 * 0.7 * 0.03 - 0.1) + 5 * 6 * 0.9 * 0.03, 12);
  expect(named.load).toBeCloseTo(-6 * 0.8 * 1.2 * 0.7, 12);
  expect(named.duty).toBeCloseTo(-8 * 0.5 * 0.5, 12);
  expect(named.audit).toBeCloseTo(17 * (1 - 7) - 6, 12);
});

test('every result checked and a heavy claw-back: what is declared is true', () => {
  const kernel = createKernel(gaming.terms ?? []);
  for (const own of [0, 5, 50, 500]) {
    const situation = { ...newSituation(), own };
    weigh(kernel, 0, newOption(), situation, context);
    weigh(kernel, 1, newOption({ results: 1, untrue: 1 }), situation, context);
    choose(kernel, 2, 1);
    expect(kernel.chances[1]).toBeLessThan(0.003);
  }
});

test('without a check the temptation grows with what a result brings', () => {
  const kernel = createKernel(gaming.terms ?? []);
  const unchecked = { ...context, rules: { evaluation: { 'audit-rate': [0] }, gaming: { 'claw-back': [6] } } } as unknown as Context;
  const tempted = [0, 3, 6, 12].map((own) => weigh(kernel, 0, newOption({ results: 1, untrue: 1 }), { ...newSituation(), own }, unchecked));
  expect(tempted).toEqual([-6, -3, 0, 6]);
});

test('the share felt falls with the number judged, rises with who sees; seen by all, size does not count', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (staff, seen) => {
      expect(feltShare(staff + 1, seen)).toBeLessThan(feltShare(staff, seen));
      expect(feltShare(staff + 1, seen)).toBeLessThan(feltShare(staff + 1, (seen + 1) / 2));
      expect(feltShare(staff, 1)).toBeCloseTo(1, 12);
    }),
  );
  expect([feltShare(1, 0), feltShare(8, 0.7), feltShare(200, 0.05)].map((share) => share.toFixed(5))).toEqual(['1.00000', '0.73750', '0.05475']);
});

test('one more result is worth most at the target; over all attainments its worth sums to 1', () => {
  for (const blur of [0.05, 0.15, 0.25]) {
    let total = 0;
    for (let k = 0; k < 4000; k++) total += nearTarget((k + 0.5) / 2000, blur) / 2000;
    expect(total).toBeCloseTo(1, 3);
    expect(nearTarget(1, blur)).toBeCloseTo(1 / (blur * Math.sqrt(2 * Math.PI)), 10);
    expect(nearTarget(0.9, blur)).toBeCloseTo(nearTarget(1.1, blur), 10);
    expect(nearTarget(0.5, blur)).toBeLessThan(nearTarget(0.8, blur));
  }
});

const desk = fc.record({
  available: fc.double({ min: 10, max: 2000, noNaN: true }),
  outside: fc.double({ min: 0, max: 0.6, noNaN: true }),
  classes: fc.array(
    fc.record({
      people: fc.integer({ min: 0, max: 300 }),
      worth: fc.double({ min: 0, max: 20, noNaN: true }),
      half: fc.double({ min: 0.3, max: 5, noNaN: true }),
      floor: fc.double({ min: 0.1, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 12 },
  ),
});

type Desk = typeof desk extends fc.Arbitrary<infer D> ? D : never;

function solve({ available, outside, classes }: Desk, more = 0, room = Number.POSITIVE_INFINITY) {
  const hours = new Float64Array(classes.length);
  const column = (key: 'people' | 'worth' | 'half' | 'floor') => classes.map((one) => one[key]);
  const [people, worth, half, floor] = [column('people'), column('worth'), column('half'), column('floor')];
  const price = priceOfAnHour(available + more, classes.length, people, worth, half, floor, outside, 2, hours, room);
  const floors = classes.reduce((total, { people, floor }) => total + people * floor, 0);
  const spent = classes.reduce((total, { people }, c) => total + people * hours[c]!, floors);
  return { price, hours, floors, spent };
}

test('hours fit the time there is, and the last hour is worth the same to everyone who gets any', () => {
  fc.assert(
    fc.property(desk, (one) => {
      const { price, hours, floors, spent } = solve(one);
      expect(price).toBeGreaterThanOrEqual(one.outside);
      if (floors > one.available) {
        expect(spent).toBeCloseTo(floors, 6);
        return;
      }
      expect(spent).toBeLessThanOrEqual(one.available + 1e-6);
      if (price > Math.max(one.outside, 1e-6) * 1.001) expect(spent).toBeGreaterThan(one.available - Math.max(1e-4, one.available * 1e-6));
      one.classes.forEach(({ people, worth, half }, c) => {
        if (people === 0) return;
        const margin = (worth / half) * Math.exp(-hours[c]! / half);
        if (hours[c]! > 0) expect(margin).toBeCloseTo(price, 6);
        else expect(margin).toBeLessThanOrEqual(price * (1 + 1e-9) + 1e-9);
      });
    }),
    { numRuns: 500 },
  );
});

test('a worth too small for a logarithm gets no hour and moves no price', () => {
  const some = { people: 100, worth: 5, half: 1, floor: 0.25 };
  const none = { people: 100, worth: 5e-324, half: 4, floor: 0.25 };
  const both = solve({ available: 200, outside: 0, classes: [some, none] });
  expect(both.hours[1]).toBe(0);
  expect(both.price).toBeCloseTo(solve({ available: 175, outside: 0, classes: [some] }).price, 12);
});

test('more time never makes an hour dearer, more people never make it cheaper', () => {
  fc.assert(
    fc.property(desk, fc.double({ min: 1, max: 500, noNaN: true }), (one, more) => {
      const before = solve(one).price;
      expect(solve(one, more).price).toBeLessThanOrEqual(before + 1e-9);
      const crowded = { ...one, classes: one.classes.map((c) => ({ ...c, people: c.people * 2 })) };
      expect(solve(crowded).price).toBeGreaterThanOrEqual(before - 1e-9);
    }),
    { numRuns: 500 },
  );
});

test('hours that files do not claim go outside, each worth less than the one before, until the last is worth the same here and there', () => {
  const rooms = fc.double({ min: 1, max: 500, noNaN: true });
  fc.assert(
    fc.property(desk, fc.double({ min: 0.01, max: 0.6, noNaN: true }), rooms, (base, outside, room) => {
      const one = { ...base, outside };
      const { price, floors, spent } = solve(one, 0, room);
      const endless = solve(one);
      if (floors >= one.available) {
        expect(price).toBe(endless.price);
        return;
      }
      // With no end of hours to sell an hour never falls under its first price; with an end it does, once that price is reached.
      expect(price).toBeLessThanOrEqual(endless.price * (1 + 1e-12));
      if (endless.price > outside) expect(price).toBe(endless.price);
      else {
        expect(endless.price).toBe(outside);
        if (price > 1e-6) expect(spent + room * Math.log(outside / price)).toBeCloseTo(one.available, 5);
      }
    }),
    { numRuns: 500 },
  );
  expect(solve({ available: 20 + 30 * Math.LN2, outside: 0.4, classes: [{ people: 20, worth: 0, half: 1, floor: 1 }] }, 0, 30).price).toBeCloseTo(0.2, 12);
});

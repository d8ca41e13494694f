import { expect, test } from 'vitest';
import { type Context, tally } from '../../src/engine/context.ts';
import { type RunRequest, settle, simulate } from '../../src/engine/index.ts';
import { E, O, P } from '../../src/engine/world/status.ts';
import { header } from '../../src/engine/world/world.ts';
import { alike } from './skeleton.ts';
import { everyKey, requestOf, rulesOf } from './worlds.ts';

/** Nobody finds work, leaves, comes back or comes in: whoever waits leaves the line by being served, and no other way. */
const still: Readonly<Record<string, number>> = {
  'labour.short-end': 0,
  'labour.durable-end': 0,
  'labour.durable-end-early': 0,
  'labour.leave': 0,
  'labour.leave-fragile': 0,
  'labour.return': 0,
  'labour.return-fragile': 0,
  'labour.found-again': 0,
  'orientation.by-services': 0,
};
const onlyOn = (key: string, set: Readonly<Record<string, number>>) => rulesOf({ set: { ...still, ...set }, off: everyKey.filter((k) => k !== key) });
const settled = {
  ...alike,
  'labour.insured': 0,
  'people.ability-fragile': 0,
  'people.ability-other': 0,
  'people.unattached': 0,
  'people.trust-mean': 1,
  'orientation.attendance': 0,
};

function counts(request: RunRequest, watch: (context: Context) => number): number[] {
  const from = settle(request);
  const seen: number[] = [];
  simulate(request, { from, onMonth: (context) => seen.push(watch(context)) });
  return seen;
}

const standing =
  (status: number) =>
  ({ scratch }: Context) =>
    scratch.stock[status]!;

/**
 * A line served c at a time, longest wait first, with nobody behind: of n people, the one of rank r is served in month ⌊r/c⌋,
 * so that n − c·(m + 1) are left after month m and the mean wait is Σ ⌊r/c⌋ ÷ n months.
 */
test.each([0.02, 0.05, 0.11])('the line for orientation, with %d interviews a person entitled, empties c at a time', (capacity) => {
  const population = 800;
  const request = requestOf({
    population,
    months: 40,
    parameters: settled,
    rules: onlyOn('orientation', { 'orientation.capacity': capacity, 'orientation.attendance': 1, 'orientation.trust-needed': 0.01 }),
  });
  const served = Math.floor(capacity * population);
  const left = counts(request, standing(O));
  const line = left[0]! + served;
  expect(line).toBeGreaterThan(200);
  expect(left).toEqual(left.map((_, m) => Math.max(0, line - served * (m + 1))));
  let waits = 0;
  for (let rank = 0; rank < line; rank++) waits += Math.floor(rank / served);
  const seen = left.reduce((sum, people) => sum + people, 0) / line;
  const whole = left.at(-1) === 0;
  if (whole) expect(seen).toBeCloseTo(waits / line, 12);
  expect(capacity < 0.05 || whole).toBe(true);
});

/** A wait that ends each month with the same chance h is geometric: after m months (1 − h)^m are left, and 1/h months is its mean. */
test.each([0.15, 0.3, 0.6])('those entitled who are met each month and claim %d times out of one wait a geometric time', (h) => {
  const rules = onlyOn('claiming', {
    'access.outreach': 100,
    'claiming.meeting-effect': h,
    'claiming.meeting-burden': 0,
    'claiming.meeting-trust': 0,
    'claiming.claim-registered': 0,
    'claiming.claim-known': 0,
    'claiming.claim-unknown': 0,
    'claiming.gives-up': 0,
    'claiming.suspension': 0,
    'access.proactive': 0,
    'access.delay': 0,
  });
  let seen = 0;
  let expected = 0;
  let variance = 0;
  for (let replication = 0; replication < 5; replication++) {
    const request = requestOf({
      population: 1500,
      months: 6,
      replication,
      parameters: { ...settled, 'claiming.claim-known': 0.01, 'claiming.claim-unknown': 0.01 },
      rules,
    });
    const from = settle(request);
    let before = 0;
    for (let i = 0; i < from.head[header.rows]!; i++) if (from.people.status[i] === E) before++;
    expect(before).toBeGreaterThan(300);
    const left = counts(request, standing(E));
    left.forEach((people) => {
      seen += before - people;
      expected += before * h;
      variance += before * h * (1 - h);
      before = people;
    });
  }
  expect(Math.abs(seen - expected) / Math.sqrt(variance)).toBeLessThan(3.5);
  expect(Math.abs(seen - expected * 1.1) / Math.sqrt(variance)).toBeGreaterThan(2);
});

/** A wait of exactly d months: those pending are the claims of the last d months. */
test.each([1, 2, 4])('a claim is answered %d months later, to the month', (delay) => {
  const rules = onlyOn('claiming', {
    'claiming.claim-known': 0.1,
    'claiming.claim-unknown': 0.1,
    'claiming.withdraws': 0,
    'claiming.gives-up': 0,
    'claiming.suspension': 0,
    'access.delay': delay,
  });
  const request = requestOf({ population: 800, months: 14, parameters: settled, rules });
  const claims: number[] = [];
  const pending = counts(request, (context) => {
    claims.push(context.scratch.tally[tally.claims]!);
    return context.scratch.stock[P]!;
  });
  expect(Math.min(...claims.slice(0, 6))).toBeGreaterThan(0);
  pending.forEach((people, m) => {
    expect(people).toBe(claims.slice(Math.max(0, m - delay + 1), m + 1).reduce((a, b) => a + b, 0));
  });
});

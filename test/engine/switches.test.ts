import { expect, test } from 'vitest';
import { settle, simulate } from '../../src/engine/index.ts';
import { KNOWN, NONE, WITHHELD } from '../../src/engine/world/people.ts';
import { A, D, L, N, O, P, S, U, X } from '../../src/engine/world/status.ts';
import { header } from '../../src/engine/world/world.ts';
import { everyKey, requestOf, rulesOf } from './worlds.ts';

const request = requestOf({ population: 1500, months: 12, seed: 'switches' });
const from = settle(request);

/** People in some statuses at the end of each month, with some mechanisms off. */
function standing(off: readonly string[], ...statuses: readonly number[]): number[] {
  const seen: number[] = [];
  simulate({ ...request, rules: rulesOf({ off }) }, { from, onMonth: ({ scratch }) => seen.push(statuses.reduce((sum, s) => sum + scratch.stock[s]!, 0)) });
  return seen;
}

test('the world at month 0 has people in every status that a mechanism may leave behind', () => {
  const found = new Set(from.people.status.subarray(0, from.head[header.rows]));
  expect([P, O, U, A, X, L, S, D, N].filter((status) => !found.has(status))).toEqual([]);
});

test('without claiming nobody is suspended or awaits an answer: those who were get their right back', () => {
  expect(standing(['claiming'], P, U)).toEqual(Array(12).fill(0));
});

test('without conditionality nobody is under sanction', () => expect(standing(['conditionality'], X)).toEqual(Array(12).fill(0)));

test('without conditionality the hours that would be asked hold nobody up', () => {
  const durable = (hours: number) =>
    simulate({ ...request, rules: rulesOf({ set: { 'conditionality.hours': hours }, off: ['conditionality'] }) }, { from }).series['durable-jobs']!.join();
  expect(durable(20)).toBe(durable(0));
});

test('without orientation nobody waits to be oriented', () =>
  expect(standing(['orientation', 'off-loading', 'withheld-information', 'claiming', 'mobility', 'mandates'], O).slice(1)).toEqual(Array(11).fill(0)));

test('with everything off needs do not move', () => {
  let before = '';
  const off = everyKey;
  const moved: number[] = [];
  simulate(
    { ...request, rules: rulesOf({ off }), months: 4 },
    {
      from,
      onMonth({ world: { people, head }, month }) {
        const now = [...people.needs.subarray(0, 7 * head[header.rows]!)].join();
        if (before && now !== before) moved.push(month.now);
        before = now;
      },
    },
  );
  expect(moved).toEqual([]);
});

test('a file that is closed takes with it what was kept back from it', () => {
  let marked = 0;
  let known = 0;
  simulate(
    { ...request, months: 12 },
    {
      from,
      onMonth({ world: { people, head } }) {
        marked = 0;
        known = 0;
        for (let i = 0; i < head[header.rows]!; i++) {
          if (people.status[i] === 255) continue;
          if (people.flags[i]! & KNOWN) known++;
          if (people.lead[i] === NONE && people.flags[i]! & WITHHELD) marked++;
        }
      },
    },
  );
  expect(known).toBeGreaterThan(500);
  expect(marked).toBe(0);
});

import { expect, test } from 'vitest';
import { type RunRequest, simulate } from '../../src/engine/index.ts';
import { awaitsCount } from '../../src/engine/world/people.ts';
import { D, S } from '../../src/engine/world/status.ts';
import { FOLLOW_UP, USES } from '../../src/engine/world/structures.ts';
import { header } from '../../src/engine/world/world.ts';
import { requestOf, rulesOf } from './worlds.ts';

const paidToLast = { 'evaluation.exit-length': 6, 'evaluation.stake': 0.5, 'labour.short-lasts': 0 };

/** Months in a short job that has yet to last, those among them at the end of which it was lost, and minutes of calls. */
function follow(set: Readonly<Record<string, number>>, over: Partial<RunRequest> = {}) {
  const seen = { months: 0, lost: 0, minutes: 0 };
  let waiting = new Map<number, number>();
  simulate(requestOf({ population: 3_000, months: 30, rules: rulesOf({ set: { ...paidToLast, ...set } }), ...over }), {
    onMonth: ({ month, world: { people, structures: s, counts, head } }) => {
      // The first months still pay for what was decided before month 0.
      if (month.now < 3) return;
      for (const [i, id] of waiting) {
        if (people.id[i] !== id) continue;
        seen.months++;
        if (people.status[i] !== S && people.status[i] !== D) seen.lost++;
      }
      waiting = new Map();
      for (let i = 0; i < head[header.rows]!; i++) if (people.status[i] === S && awaitsCount(people, i)) waiting.set(i, people.id[i]!);
      for (let j = 0; j < counts.structures; j++) seen.minutes += s.minutes[j * USES + FOLLOW_UP]!;
    },
  });
  return seen;
}

const rate = ({ months, lost }: { months: number; lost: number }) => lost / months;

test('where calls avert every end, and a month of them costs little, few of those placed lose their job; where they avert none, as many as the rate says', () => {
  const all = follow({ 'operators.calls-keep': 1, 'operators.calls-hours': 0.02 });
  const none = follow({ 'operators.calls-keep': 0 });
  expect(none.months).toBeGreaterThan(200);
  expect(Math.abs(rate(none) - 0.208)).toBeLessThan(0.06);
  expect(rate(all)).toBeLessThan(0.5 * rate(none));
  expect(none.minutes).toBe(0);
  expect(all.minutes).toBeGreaterThan(0);
});

test('nobody calls for a result that brings nothing', () => {
  expect(follow({ 'evaluation.stake': 0, 'outsourcing.share': 0, 'outsourcing.result-share': 0, 'operators.calls-keep': 1 }).minutes).toBe(0);
});

test('calls that take more than they bring are not made', () => {
  expect(follow({ 'operators.calls-hours': 40, 'operators.calls-keep': 0.01 }).minutes).toBe(0);
});

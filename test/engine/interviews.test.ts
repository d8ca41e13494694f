import { expect, test } from 'vitest';
import { simulate } from '../../src/engine/index.ts';
import { interviewsHeld } from '../../src/engine/mechanisms/orientation/interviews.ts';
import { requestOf, rulesOf } from './worlds.ts';

/** Interviews that can be held at the end of each month, relative to the usual. */
function held(set: Readonly<Record<string, number>>, byServices = 1): readonly number[] {
  const seen: number[] = [];
  simulate(requestOf({ months: 6, rules: rulesOf({ set }) }), {
    onMonth: (context) => {
      if (context.month.now >= 0) seen.push(interviewsHeld(context, byServices));
    },
  });
  return seen;
}
const last = (values: readonly number[]): number => values.at(-1)!;

test('under today’s rules services hold as many interviews as usual', () => {
  for (const value of held({})) expect(Math.abs(value - 1)).toBeLessThan(0.1);
});

test('meetings take from interviews, by the share of them that services hold', () => {
  const whole = last(held({ 'governance.meetings': 20 }));
  expect(whole).toBeLessThan(0.9);
  expect(last(held({ 'governance.meetings': 20 }, 0.5))).toBeCloseTo(0.5 + 0.5 * whole, 12);
  expect(last(held({ 'governance.meetings': 20 }, 0))).toBe(1);
});

test('half as many posts again hold more of them', () => {
  expect(last(held({ 'capacity.staff': 150 }))).toBeGreaterThan(1.3);
});

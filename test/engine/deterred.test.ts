import { expect, test } from 'vitest';
import { simulate } from '../../src/engine/index.ts';
import { notDeterred } from '../../src/engine/mechanisms/claiming/deterred.ts';
import { E } from '../../src/engine/world/status.ts';
import { header } from '../../src/engine/world/world.ts';
import { requestOf, rulesOf } from './worlds.ts';

/** Share of claims left, for each person entitled who does not claim, in the first month, with the person’s distress. */
function left(set: Readonly<Record<string, number>>, off: readonly string[] = []): readonly { readonly share: number; readonly distress: number }[] {
  const seen: { share: number; distress: number }[] = [];
  simulate(requestOf({ months: 1, rules: rulesOf({ set, off }) }), {
    onMonth: (context) => {
      const { people, head } = context.world;
      if (context.month.now !== 0) return;
      for (let i = 0; i < head[header.rows]!; i++) if (people.status[i] === E) seen.push({ share: notDeterred(context, i), distress: people.distress[i]! });
    },
  });
  return seen;
}
const nothing = { 'conditionality.hours': 0, 'conditionality.monitoring': 0 };
const shares = (set: Readonly<Record<string, number>>) => left(set).map(({ share }) => share);

test('nothing asked puts nobody off, nor does anything when the mechanism is off', () => {
  for (const share of shares(nothing)) expect(share).toBeCloseTo(1, 5);
  for (const { share } of left({ 'conditionality.hours': 20 }, ['conditionality'])) expect(share).toBe(1);
});

test('hours put off by their number: the log of claims falls by the parameter at twenty', () => {
  for (const share of shares({ ...nothing, 'conditionality.hours': 20, 'conditionality.deterrence': 0.15 })) expect(share).toBeCloseTo(Math.exp(-0.15), 3);
  for (const share of shares({ ...nothing, 'conditionality.hours': 10, 'conditionality.deterrence': 0.15 })) expect(share).toBeCloseTo(Math.exp(-0.075), 3);
});

test('a risk of losing the right puts off, the distressed more', () => {
  const found = left({ 'conditionality.hours': 0, 'conditionality.monitoring': 0.2, 'conditionality.warning': 0, 'conditionality.sanction-share': 1 });
  const [calm, distressed] = [found.filter(({ distress }) => distress < 0.35), found.filter(({ distress }) => distress > 0.5)];
  const mean = (group: typeof found) => group.reduce((sum, { share }) => sum + share, 0) / group.length;
  expect(Math.min(calm.length, distressed.length)).toBeGreaterThan(10);
  expect(mean(distressed)).toBeLessThan(mean(calm) - 0.01);
  expect(mean(calm)).toBeLessThan(0.97);
});

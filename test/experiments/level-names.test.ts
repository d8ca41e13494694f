import { expect, test } from 'vitest';
import { simulate } from '../../src/engine/index.ts';
import { levelNames } from '../../src/experiments/level-names.ts';
import { territoryOf } from '../engine/worlds.ts';

const request = { rules: { set: {}, timeline: [], off: [] }, territory: territoryOf('aude'), population: 500, seed: 'levels', replication: 0 };

test('every level is read by a run of its months, and those of ten years by no shorter one', () => {
  const [year, ten] = [simulate({ ...request, months: 12 }).levels, simulate({ ...request, months: 120 }).levels];
  const known = (months: number) => [...levelNames].flatMap(([id, level]) => (level.months <= months ? [id] : [])).sort();
  expect(Object.keys(year).sort()).toEqual(known(12));
  expect(Object.keys(ten).sort()).toEqual(known(120));
});

test('readings hold together: work among leavers, and leaving for good within five years and ten', () => {
  const { levels } = simulate({ ...request, months: 120 });
  expect(levels['work-among-leavers']).toBeCloseTo((100 * levels['in-work-after-a-year']!) / levels['out-after-a-year']!, 9);
  expect(levels['left-for-good-in-five-years']).toBeGreaterThanOrEqual(levels['left-first-year']!);
  expect(levels['left-for-good-in-five-years']).toBeLessThanOrEqual(100 - levels['present-at-ten-years']!);
  expect(levels['spell-months']).toBeGreaterThan(3);
});

test('a level that stands alone says of whom it speaks', () => {
  expect(levelNames.get('persistent-old')!.label.fr).toBe('Présents à chaque fin d’année pendant dix ans, présents depuis quatre ans et plus');
  expect([...levelNames.values()].filter(({ label }) => label.fr.includes('—'))).toEqual([]);
});

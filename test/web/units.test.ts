import { expect, test } from 'vitest';
import { indicators, mainLevers } from '../../src/engine/index.ts';
import { findingsEn } from '../../src/io/i18n/findings.en.ts';
import { findingsFr } from '../../src/io/i18n/findings.fr.ts';
import { unitWords } from '../../src/io/i18n/index.ts';

test('every unit of an indicator has words in both languages', () => {
  const units = [...new Set(indicators.map(({ unit }) => unit))];
  expect(units.length).toBeGreaterThan(5);
  expect(units.filter((unit) => !findingsFr.units[unit] || !findingsEn.units[unit])).toEqual([]);
});

test('the unit of every main lever is French in French', () => {
  for (const { unit } of mainLevers) if (unit !== 'choice' && unit !== 'level') expect(unitWords(unit, 'fr')).not.toBe(unit);
});

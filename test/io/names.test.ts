import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchTerritory, nearestTerritory } from '../../src/io/names.ts';
import { editDistance, nearest } from '../../src/io/nearest.ts';
import { slug } from '../../src/io/slug.ts';

const list = [
  { id: 'ain', code: '01', label: { fr: 'Ain', en: 'Ain' } },
  { id: 'aude', code: '11', label: { fr: 'Aude', en: 'Aude' } },
  { id: 'corse-du-sud', code: '2A', label: { fr: 'Corse-du-Sud', en: 'South Corsica' } },
  { id: 'cotes-d-armor', code: '22', label: { fr: 'Côtes-d’Armor', en: 'Côtes-d’Armor' } },
  { id: 'la-reunion', code: '974', label: { fr: 'La Réunion', en: 'Réunion' } },
  { id: 'nord', code: '59', label: { fr: 'Nord', en: 'Nord' } },
  { id: 'bruxelles-capitale', code: 'BE-BRU', label: { fr: 'Bruxelles-Capitale', en: 'Brussels-Capital' }, also: ['Bruxelles', 'Brussels'] },
];

test.each([
  ['aude', 'aude'],
  ['AUDE', 'aude'],
  ['11', 'aude'],
  ['1', 'ain'],
  ['2a', 'corse-du-sud'],
  ['La Réunion', 'la-reunion'],
  ['la reunion', 'la-reunion'],
  ['Réunion', 'la-reunion'],
  [' 974 ', 'la-reunion'],
  ["Cotes d'Armor", 'cotes-d-armor'],
  ['South Corsica', 'corse-du-sud'],
  ['', undefined],
  ['75', undefined],
  ['aud', undefined],
])('%j is %s', (query, id) => {
  expect(matchTerritory(query, list)?.id).toBe(id);
});

test.each([
  ['aud', 'aude'],
  ['Reunoin', 'la-reunion'],
  ['La Réunon', 'la-reunion'],
  ['nrod', 'nord'],
  ['bruxelle', 'bruxelles-capitale'],
  ['brusels', 'bruxelles-capitale'],
  ['zzzz', undefined],
])('the nearest of %j is %s', (query, id) => {
  expect(nearestTerritory(query, list)).toBe(id);
});

test('edits are counted: added, left out, changed, swapped', () => {
  expect([editDistance('', 'abc'), editDistance('abc', 'abc'), editDistance('abc', 'acb'), editDistance('abc', 'axc'), editDistance('abc', 'abcd')]).toEqual([
    3, 0, 1, 1, 1,
  ]);
  expect(editDistance('kitten', 'sitting')).toBe(3);
});

test('a distance is symmetric, zero only for the same word, and at most the longer word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});

test('nothing is proposed when nothing is close, or nothing was written', () => {
  expect(nearest('zzzzzz', ['aude', 'nord'])).toBeUndefined();
  expect(nearest('', ['a'])).toBeUndefined();
  expect(nearest('!!', ['a'])).toBeUndefined();
  expect(nearest('x'.repeat(100_000), ['aude'])).toBeUndefined();
});

test('accents, case and underscores do not count', () => {
  expect(nearest('Évaluation.Joint_Weight', ['evaluation.joint-weight'])).toBe('evaluation.joint-weight');
  expect(slug('  L’Œuvre à Saint-Étienne ')).toBe('l-oeuvre-a-saint-etienne');
});

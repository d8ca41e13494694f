import { expect, test } from 'vitest';
import { figuresOf } from '../../src/cli/territory-topic.ts';
import { bodies, indicators } from '../../src/engine/index.ts';
import { vocabularyOf } from '../../src/io/i18n/vocabulary.ts';
import { structureName } from '../../src/io/turn.ts';
import { territoryOf } from '../engine/worlds.ts';

const brussels = territoryOf('bruxelles-capitale');
const aude = territoryOf('aude');

test.each(['fr', 'en'] as const)('in %s Brussels has words of its own for keys that exist, and France none', (lang) => {
  const { structures, figures, indicators: names } = vocabularyOf(brussels, lang);
  for (const key of Object.keys(structures)) expect(bodies.map((body) => body.key)).toContain(key);
  for (const text of Object.values(structures)) expect(text).toContain('{n}');
  for (const path of Object.keys(figures)) expect(figuresOf(brussels).map(([one]) => one)).toContain(path);
  for (const id of Object.keys(names)) expect(indicators.map((indicator) => indicator.id)).toContain(id);
  expect(vocabularyOf(aude, lang)).toEqual({ structures: {}, figures: {}, indicators: {} });
  expect(JSON.stringify([structures, figures, names])).not.toMatch(/ [;:?!]|\w'\w/);
});

test('both languages replace the same words', () => {
  const keys = (lang: 'fr' | 'en') => Object.values(vocabularyOf(brussels, lang)).map((group) => Object.keys(group).sort());
  expect(keys('fr')).toEqual(keys('en'));
});

test('the unit of the département is a CPAS in Brussels', () => {
  expect(structureName(1, [0, 1], 'fr', brussels)).toBe('le CPAS 1');
  expect(structureName(1, [0, 1], 'fr', aude)).toBe('l’unité 1 du département');
});

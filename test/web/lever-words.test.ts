import { expect, test } from 'vitest';
import { mainLevers } from '../../src/engine/index.ts';
import { engineCatalogue } from '../../src/io/scenario.ts';
import { dictionaries } from '../../web/i18n/index.ts';
import { say, sayBare } from '../../web/parts/lever-words.ts';

const { fr, en } = dictionaries;
const of = (id: string) => engineCatalogue.parameters.get(id)!;

test('a level and a yes or no are said in words, a figure with its unit, which a first figure leaves to the next', () => {
  expect(say(of('governance.form'), 0, 'fr', fr)).toBe('services côte à côte');
  expect(say(of('governance.form'), null, 'en', en)).toBe('own setting, between two levels');
  expect(say(of('conditionality.support-first'), 1, 'fr', fr)).toBe('oui');
  expect(sayBare(of('conjuncture.inflow'), 1.25, 'fr', fr)).toBe('1,25');
  expect(say(of('conjuncture.inflow'), 1.25, 'en', en)).toMatch(/^1\.25 entries/);
});

test('every main lever can be said at both its ends, in both languages', () => {
  for (const lever of mainLevers)
    for (const value of lever.range)
      for (const [lang, words] of [
        ['fr', fr],
        ['en', en],
      ] as const)
        expect(say(lever, value, lang, words)).not.toMatch(/NaN|undefined|^$/);
});

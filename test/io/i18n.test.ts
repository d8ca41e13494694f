import { expect, test } from 'vitest';
import { dictionaries, type Language, problemLine, problemSentence } from '../../src/io/i18n/index.ts';
import { units } from '../../src/io/i18n/units.ts';
import { engineCatalogue } from '../../src/io/known.ts';
import type { Problem } from '../../src/io/problem.ts';
import { readScenario } from '../../src/io/scenario.ts';
import { because, catalogue, problemsOf, scenarioText } from './builders.ts';

const languages: readonly Language[] = ['fr', 'en'];
const names = (template: string) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('a sentence uses the same values in both languages', () => {
  for (const code of Object.keys(dictionaries.fr.problems) as (keyof typeof dictionaries.fr.problems)[]) {
    expect([code, names(dictionaries.en.problems[code])]).toEqual([code, names(dictionaries.fr.problems[code])]);
  }
});

test('every unit of a lever or parameter has words in French (src/io/i18n/units.ts)', () => {
  const declared = new Set([...engineCatalogue.parameters.values()].map(({ unit }) => unit));
  expect([...declared].filter((unit) => !Object.hasOwn(units, unit))).toEqual([]);
});

test('French sentences use French spaces, quotes and apostrophes', () => {
  const all = JSON.stringify(dictionaries.fr).replace(/\\"[^"]*\\":?/g, '');
  expect(all.match(/ [;?!»]|[a-zé]'[a-zé]| : /g)).toBeNull();
});

const problem = (over: Partial<Problem>): Problem => ({ file: 'mine.json', path: 'set.x', code: 'missing-key', severity: 'problem', ...over });

test('a sentence says where, what was found, what was expected, and the nearest name', () => {
  const [share] = problemsOf(readScenario(scenarioText({ set: { 'evaluation.joint-weight': { value: 40, because } } }), 'mine.json', catalogue));
  expect(problemLine(share!, 'en')).toBe(
    'mine.json:18:16  set.evaluation.joint-weight.value is 40; this is a share, from 0 to 1 (share), not a percentage. Did you mean 0.4?',
  );
  expect(problemSentence(share!, 'fr')).toBe(
    'set.evaluation.joint-weight.value vaut 40\u202f; c’est une part, de 0 à 1 (part), non un pourcentage. Vouliez-vous dire 0.4\u202f?',
  );
});

test('where no name is near, a line says where all are listed', () => {
  const [unknown] = problemsOf(readScenario(scenarioText({ set: { zzzzzzzz: { value: 1, because } } }), 'mine.json', catalogue));
  expect(problemLine(unknown!, 'en')).toMatch(/“parcours describe levers” and “parcours describe parameters” list them\.$/);
  expect(problemLine({ ...unknown!, nearest: 'capacity.staff' }, 'en')).toMatch(/Did you mean capacity\.staff\?$/);
});

test('a file too large is told by both sizes, to the byte when they would look the same', () => {
  const sentences = (bytes: number) => {
    const [found] = problemsOf(readScenario(' '.repeat(bytes), 'mine.json', catalogue));
    return languages.map((lang) => problemSentence(found!, lang));
  };
  expect(sentences(1024 ** 2 + 1)).toEqual([
    'Le fichier pèse 1\u202f048\u202f577\u00a0octets\u202f; la limite est de 1\u202f048\u202f576\u00a0octets.',
    'The file weighs 1,048,577 bytes; the limit is 1,048,576 bytes.',
  ]);
  expect(sentences(1.5 * 1024 ** 2)).toEqual([
    'Le fichier pèse 1,5\u00a0Mio\u202f; la limite est de 1,0\u00a0Mio.',
    'The file weighs 1.5 MiB; the limit is 1.0 MiB.',
  ]);
});

test('a warning is marked as one, and a kind is put in words', () => {
  expect(problemLine(problem({ severity: 'warning', line: 3, column: 1 }), 'fr')).toBe('mine.json:3:1  Attention\u00a0: il manque la clé « set.x ».');
  expect(problemSentence(problem({ code: 'wrong-type', expected: 'list', found: '1' }), 'en')).toBe('set.x: expected a list [ … ], found 1.');
});

test('a code without a sentence still gives one; names of objects are not sentences', () => {
  for (const lang of languages) {
    for (const code of ['none-such', 'constructor', 'toString'])
      expect(problemSentence(problem({ code, found: 'a', expected: 'b' }), lang)).toMatch(/set\.x.*a.*b/);
    expect(problemSentence(problem({ code: 'wrong-type', expected: 'constructor', found: '{found}' }), lang)).toContain('constructor');
  }
});

test('no sentence keeps an unfilled name', () => {
  for (const lang of languages) {
    for (const code of Object.keys(dictionaries.fr.problems)) {
      expect(problemSentence(problem({ code, found: 'f', expected: '0..1', unit: 'share', nearest: 'n' }), lang)).not.toMatch(/[{}]/);
    }
  }
});

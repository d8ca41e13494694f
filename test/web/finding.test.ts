import { expect, test } from 'vitest';
import { type Indicator, indicators } from '../../src/engine/index.ts';
import type { Difference } from '../../src/experiments/types.ts';
import { dictionaries } from '../../web/i18n/index.ts';
import { plainWords } from '../../web/i18n/plain.ts';
import { findingsOf, inPlainWords, listed, nameOf } from '../../web/parts/finding.ts';
import { headline } from '../../web/parts/headline.tsx';
import { type Other, tooEarly, type View } from '../../web/parts/view.ts';

const main = indicators.filter((indicator) => indicator.main);
const LEVEL = 100;

/** A difference of so many percent of the level; clear unless it is zero. */
function difference({ better }: Indicator, mean: number): Difference {
  const direction = mean > 0 ? 'up' : 'down';
  const verdict = better === 'neutral' ? 'neutral' : better === direction ? 'better' : 'worse';
  const finding = mean === 0 ? { word: 'no-difference', needed: null } : { word: 'difference', direction, verdict };
  return {
    estimate: { kind: 'paired-difference', mean, low: mean - 0.1, high: mean + 0.1, n: 10 },
    better: null,
    pairingGain: null,
    finding,
  } as unknown as Difference;
}

const differencesOf = (moved: Readonly<Record<string, number>>) =>
  Object.fromEntries(main.map((indicator) => [indicator.id, difference(indicator, moved[indicator.id] ?? 0)]));
const levels = Object.fromEntries(main.map(({ id }) => [id, { mean: LEVEL }]));
const result = { replications: 10, scenarios: [{ indicators: levels }] };
const view = (lang: 'fr' | 'en') => ({ shown: main, words: dictionaries[lang], lang, outcome: { result } }) as unknown as View;
const said = (moved: Readonly<Record<string, number>>, lang: 'fr' | 'en' = 'fr') =>
  headline({ title: 'X', place: 1, letter: 'B', differences: differencesOf(moved) } as Other, view(lang));

test('people come first, then the largest share of the level', () => {
  const { better, worse, untold } = findingsOf(main, differencesOf({ trust: 90, waiting: -5, 'durable-jobs': 10, lost: 20, debt: 60 }), levels);
  expect(better.map(({ indicator }) => indicator.id)).toEqual(['durable-jobs', 'waiting', 'trust']);
  expect(worse.map(({ indicator }) => indicator.id)).toEqual(['lost', 'debt']);
  expect(untold.length).toBe(main.length - 5);
});

test('the headline says what gets better and worse for people, with sizes', () => {
  expect(said({ 'durable-jobs': -0.8, waiting: 80, trust: 90, 'time-to-support': -4 })).toBe(
    '«\u00a0X\u00a0»\u00a0: pour les personnes, un accompagnement qui commence plus tôt (−4,0\u00a0%), mais plus de personnes en attente d’un service (+80\u00a0%) et moins d’entrées en emploi durable (−0,8\u00a0%).',
  );
  expect(said({ lost: 20 }, 'en')).toBe('“X”: for people, more people lost from view (+20%).');
});

test('nothing clear for people, or nothing at all, is said as such', () => {
  expect(said({ trust: 90 })).toContain(
    'pour les personnes, ni mieux ni moins bien que l’on puisse établir\u202f; ailleurs, plus de confiance entre services (+90',
  );
  expect(said({ spending: 3 }, 'en')).toContain('elsewhere, more public spending (+3.0%)');
  expect(said({})).toContain('aucune différence que 10 tirages puissent distinguer du hasard');
});

test('a level of zero has no percentage, and a percentage moves in points', () => {
  const lost = main.find(({ id }) => id === 'lost')!;
  const found = findingsOf([lost], differencesOf({ lost: 20 }), { lost: { mean: 0 } }).worse[0]!;
  expect(inPlainWords(found, view('en'))).toMatch(/^more people lost from view \(\+20/);
  const unsure = findingsOf([lost], differencesOf({ lost: 20 }), { lost: { mean: 4, low: -3, high: 11 } }).worse[0]!;
  expect(inPlainWords(unsure, view('en'))).not.toMatch(/%/);
  expect(inPlainWords(found, view('en'))).not.toMatch(/%|Infinity|NaN/);
  expect(said({ 'refusal-rate-hard': -22.7 })).toMatch(/−22,7\u00a0points/);
});

test('lists end with a word, and long ones with how many are left', () => {
  expect(listed(['a'], view('fr'))).toBe('a');
  expect(listed(['a', 'b', 'c'], view('fr'))).toBe('a, b et c');
  expect(listed(['a', 'b', 'c', 'd'], view('en'), 3)).toBe('a, b and 2 others');
});

test('every main indicator has plain words in both languages, which differ, and keep French spacing', () => {
  for (const { id } of main) {
    const [fr, en] = [plainWords(id, 'fr')!, plainWords(id, 'en')!];
    for (const key of ['name', 'up', 'down'] as const) {
      expect(fr[key]).not.toBe(en[key]);
      expect(fr[key] + en[key]).not.toMatch(/['":;?!%]/);
    }
    expect(fr.up).not.toBe(fr.down);
  }
});

test('nothing is concluded before eight replications, or all of them when fewer are asked for', () => {
  expect([1, 2, 7, 8, 30].map((done) => tooEarly(done, 30))).toEqual([true, true, true, false, false]);
  expect([1, 5, 6].map((done) => tooEarly(done, 6))).toEqual([true, true, false]);
  expect(tooEarly(1, 1)).toBe(false);
});

test('where institutions differ, so do the words of the headline', () => {
  const found = findingsOf(main, differencesOf({ 'on-benefit': 20 }), levels);
  const [one] = [...found.better, ...found.worse, ...found.neutral];
  expect(inPlainWords(one!, view('fr'))).toContain('revenu minimum');
  expect(inPlainWords(one!, { ...view('fr'), vocabulary: 'belgium' })).toMatch(/^plus de personnes au revenu d’intégration/);
  expect(nameOf(one!.indicator, { lang: 'en', vocabulary: 'belgium' })).toBe('people with the integration income open');
});

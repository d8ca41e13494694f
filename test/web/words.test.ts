import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../../web/i18n/en.ts';
import { fr } from '../../web/i18n/fr.ts';

/** Every sentence of a dictionary, templates filled with a letter or a number. */
const sentences = (dictionary: object): [string, string][] =>
  Object.entries(dictionary).flatMap(([key, phrase]: [string, string | ((...values: unknown[]) => string)]): [string, string][] =>
    typeof phrase === 'string' ? [[key, phrase]] : [0, 1, 2].map((n) => [key, phrase(...Array(6).fill(n))]),
  );

test.each(sentences(fr))('in French, %s keeps its typography: %s', (_, sentence) => {
  expect(sentence).not.toMatch(/(?<!\u202f)[;?!%]/);
  expect(sentence).not.toMatch(/(?<!\u00a0):/);
  expect(sentence).not.toMatch(/«(?!\u00a0)|(?<!\u00a0)»/);
  expect(sentence).not.toMatch(/['"]/);
});

test.each(sentences(en))('in English, %s has no French spacing: %s', (_, sentence) => {
  expect(sentence).not.toMatch(/[\s\u00a0\u202f][:;?!%]/);
  expect(sentence).not.toMatch(/[«»]/);
});

test('English says something else than French', () => {
  const same = Object.keys(fr).filter(
    (key) => sentences({ [key]: fr[key as keyof typeof fr] })[0]![1] === sentences({ [key]: en[key as keyof typeof en] })[0]![1],
  );
  expect(same.filter((key) => key !== 'productName')).toEqual([]);
});

test('what is counted agrees in number', () => {
  expect([fr.dotsPart('B', 1, 15), fr.dotsPart('B', 3, 15)]).toEqual(['B sur 1 indicateur sur 15', 'B sur 3 indicateurs sur 15']);
  expect(en.dotsPart('B', 1, 15)).toBe('B on 1 of 15 indicators');
  expect([fr.progressDone('1'), en.progressDone('1')]).toEqual(['Calcul terminé\u00a0: 1 tirage.', 'Computing finished: 1 replication.']);
  expect(fr.early('2', '30')).toBe('premiers chiffres (2 tirages sur 30), trop tôt pour conclure');
});

const tokens = readFileSync(new URL('../../web/styles/tokens.css', import.meta.url), 'utf8');
const [light, dark] = tokens
  .split('@media (prefers-color-scheme: dark)')
  .map((part) => Object.fromEntries([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!])));

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) =>
  [1, 3, 5].map((i) => channel(Number.parseInt(hex.slice(i, i + 2), 16) / 255)).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i]!, 0);
const contrast = (a: string, b: string) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

test.each([
  ['light', light!],
  ['dark', dark!],
])('every text colour of the %s scheme reads on every ground it stands on, and edges show', (_, colours) => {
  const grounds = ['page', 'sunk', 'raised'] as const;
  const texts = ['ink', 'soft', 'accent', 'better', 'worse', 'untold', ...Array.from({ length: 8 }, (_, i) => `s${i}`)];
  const pale = texts
    .flatMap((text) => grounds.map((ground) => [text, ground, contrast(colours[text]!, colours[ground]!)] as const))
    .filter(([, , ratio]) => ratio < 4.5);
  expect(pale).toEqual([]);
  expect(contrast(colours['accent-ink']!, colours.accent!)).toBeGreaterThan(4.5);
  expect(contrast(colours.ink!, colours.notice!)).toBeGreaterThan(4.5);
  for (const ground of grounds) for (const edge of ['edge', 'focus']) expect(contrast(colours[edge]!, colours[ground]!)).toBeGreaterThan(3);
});

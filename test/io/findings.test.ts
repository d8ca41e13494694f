import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/experiments/compare.ts';
import { estimate } from '../../src/experiments/estimate.ts';
import { betterSentence, findingSentence, headline, levelSentence, note, pairingSentence } from '../../src/experiments/words.ts';
import { formatNumber, formatUnit, type Lang } from '../../src/io/format.ts';
import { findingsEn } from '../../src/io/i18n/findings.en.ts';
import { findingsFr } from '../../src/io/i18n/findings.fr.ts';
import { sentence } from '../../src/io/sentence.ts';

/** Makes the spaces that do not break visible: `~` no-break, `_` narrow. */
const seen = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_');

describe('numbers', () => {
  test.each([
    [1234567.891, 'fr', 1, '1_234_567,9'],
    [1234567.891, 'en', 1, '1,234,567.9'],
    [-1234, 'fr', 0, '−1_234'],
    [999, 'fr', 0, '999'],
    [0.05, 'fr', 2, '0,05'],
    [-0.4, 'en', 0, '0'],
    [-0, 'en', 2, '0.00'],
    [1e20, 'en', 0, '1.00e20'],
    [Number.NaN, 'fr', 0, '—'],
  ] as const)('%d in %s with %d digits is %s', (value, lang, digits, expected) => {
    expect(seen(formatNumber(value, lang, digits))).toBe(expected);
  });
  test('a signed number shows its sign, zero has none', () => {
    expect([5, -5, 0, 0.001].map((v) => formatNumber(v, 'en', 1, { signed: true }))).toEqual(['+5.0', '−5.0', '0.0', '0.0']);
  });
  test('the engine’s own French and English writing agrees', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 4 }), fc.constantFrom<Lang>('fr', 'en'), (x, digits, lang) => {
        const rounded = Number(x.toFixed(digits)) + 0;
        const expected = new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(rounded).replace('-', '−');
        expect(formatNumber(x, lang, digits)).toBe(rounded === 0 ? expected.replace('−', '') : expected);
      }),
    );
  });
});

describe('units', () => {
  test.each([
    [1, 'persons', 'fr', {}, '1~personne'],
    [0, 'persons', 'fr', {}, '0~personne'],
    [1234, 'persons', 'fr', {}, '1_234~personnes'],
    [0, 'persons', 'en', {}, '0~people'],
    [1, 'persons', 'en', {}, '1~person'],
    [12.34, '%', 'fr', { digits: 1 }, '12,3~%'],
    [12.34, '%', 'en', { digits: 1 }, '12.3%'],
    [1.3, '%', 'fr', { digits: 1, change: true }, '1,3~point'],
    [-2.3, '%', 'fr', { digits: 1, change: true, signed: true }, '−2,3~points'],
    [1.3, '%', 'en', { digits: 1, change: true, signed: true }, '+1.3~points'],
    [1234, 'EUR', 'fr', {}, '1_234~€'],
    [-1234, 'EUR', 'en', {}, '−€1,234'],
    [12_345_678, 'EUR', 'fr', { compact: true }, '12,35~M€'],
    [12_345_678, 'EUR', 'en', { compact: true }, '€12.35M'],
    [950, 'EUR/month', 'fr', { compact: true }, '950~€~par~mois'],
    [3, 'furlongs', 'en', {}, '3~furlongs'],
    [0.25, 'index', 'fr', { digits: 2 }, '0,25'],
  ] as const)('%d %s in %s %o is %s', (value, unit, lang, options, expected) => {
    expect(seen(formatUnit(value, unit, lang, options))).toBe(expected);
  });
  test('both languages know the same units', () => {
    expect(Object.keys(findingsFr.units)).toEqual(Object.keys(findingsEn.units));
  });
});

const jobs = { id: 'jobs', label: { fr: 'Emplois durables', en: 'Durable jobs' }, unit: 'persons', digits: 0, better: 'up' } as const;
const difference = (b: number[]) => compare([jobs], { jobs: b.map(() => 0) }, { jobs: b }).jobs!;
const both = (of: Parameters<typeof sentence>[0]) => [seen(sentence(of, 'fr')), seen(sentence(of, 'en'))];

describe('sentences', () => {
  test('a difference', () => {
    const found = difference([140, 142, 144, 142, 142]);
    expect(both(findingSentence(found, jobs))).toEqual(['142~personnes de plus (entre 140 et 144)~: c’est mieux', 'Up by 142~people (140 to 144): better']);
    expect(both(headline(found, jobs, { fr: 'Le GIP', en: 'The GIP' }))).toEqual([
      'Le GIP – Emplois durables~: 142~personnes de plus (entre 140 et 144)~: c’est mieux',
      'The GIP – Durable jobs: up by 142~people (140 to 144): better',
    ]);
  });
  test('bounds follow the scale of their figure', () => {
    const money = { id: 'jobs', label: jobs.label, unit: 'EUR', digits: 0, better: 'down' } as const;
    const cost = compare([money], { jobs: [0, 0, 0] }, { jobs: [1e6, 1.2e6, 1.1e6] }).jobs!;
    expect(both(findingSentence(cost, money))).toEqual(['1,10~M€ de plus (entre 0,85 et 1,35)~: c’est moins bien', 'Up by €1.10M (0.85 to 1.35): worse']);
  });
  test('none that can be told', () => {
    expect(both(findingSentence(difference([1, -1, 2, -1, 0.5]), jobs))).toEqual([
      'Aucune différence que 5~tirages puissent établir_; il en faudrait environ 160',
      'No difference that 5 replications can tell; about 160 would',
    ]);
    expect(both(findingSentence(difference([1, -1]), jobs))[0]).toContain('même 100_000');
  });
  test('identical, unknown, better, pairing, level', () => {
    expect(both(findingSentence(difference([0, 0]), jobs))[0]).toBe('Identique dans les 2~tirages');
    expect(both(findingSentence(difference([3]), jobs))).toEqual([
      'Inconnu~: un seul tirage ne dit rien du hasard_; demandez-en au moins deux',
      'Unknown: one replication says nothing of luck; ask for at least two',
    ]);
    const better = { wins: 27, n: 30, share: 0.9, low: 0.744, high: 0.965 };
    expect(both(betterSentence(better))).toEqual(['27~tirages sur~30', '27 of 30 replications']);
    expect(both(betterSentence({ ...better, wins: 26.5 }, true))).toEqual([
      '26,5~tirages sur~30 (entre 74~% et 97~% des tirages)',
      '26.5 of 30 replications (between 74% and 97% of them)',
    ]);
    expect(both(pairingSentence(12.4))[1]).toContain('about 12 times');
    expect(both(levelSentence(estimate([100, 102], 'level'), jobs))[1]).toBe('101~people (95% interval: 88 to 114)');
  });
  test('every key has its sentence in both languages, with the same values, and French has French typography', () => {
    for (const [key, fr] of Object.entries(findingsFr.sentences)) {
      const en = findingsEn.sentences[key as keyof typeof findingsEn.sentences];
      const names = (text: string) => [...text.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name).sort();
      expect(names(fr), key).toEqual(names(en));
      expect(fr, key).not.toMatch(/ [:;?!»%]|« |[^\u202f][;?!]|[^\u00a0][:»%]|'/);
      expect(en, key).not.toMatch(/'| [:;?!%]/);
    }
    expect(sentence(note('note.pointwise'), 'fr')).toContain('«\u00a0différence\u00a0»');
  });
  test('a value left out is a bug that says which', () => {
    expect(() => sentence({ key: 'better', values: {} }, 'fr')).toThrow(/"wins"/);
  });
});

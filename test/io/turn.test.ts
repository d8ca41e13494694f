import { describe, expect, test } from 'vitest';
import { acts, bodies, type Cause, causes, type FactName, factNames, factsOf, mechanisms, needs, termNames, type Turn } from '../../src/engine/index.ts';
import { heaviest, structureName, turnReason, turnSentence, turnWords } from '../../src/io/turn.ts';

const languages = ['fr', 'en'] as const;
const networks = [0, 0, 2, 1, 2];
const sample: Readonly<Partial<Record<FactName, number>>> = { need: 2, months: 3, seen: 9, true: 4, hours: 15 };
const turn = (cause: Cause, over: Partial<Turn> = {}): Turn => ({
  month: 4,
  id: 1,
  cause,
  other: 4,
  terms: [],
  choice: null,
  facts: (factsOf[cause] ?? []).map((name) => sample[name] ?? 0.25),
  ...over,
});
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

describe.each(languages)('in %s', (lang) => {
  const words = turnWords(lang);

  test('every cause has its sentence, in the order of nothing but its facts (src/io/i18n/turns.*.ts)', () => {
    expect(Object.keys(words.turns).sort()).toEqual([...causes].sort());
    for (const cause of causes) {
      const known = ['structure', ...(factsOf[cause] ?? [])];
      expect([cause, holes(words.turns[cause]).filter((name) => !known.includes(name))]).toEqual([cause, []]);
      const text = `${turnSentence(turn(cause), networks, lang)} ${turnReason(turn(cause), lang)}`;
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      expect(text).toMatch(/^\S.{6,}\[.+\]/);
    }
  });

  test('every fact, term, network and need has its words', () => {
    expect(Object.keys(words.beside).sort()).toEqual([...factNames].sort());
    expect(Object.keys(words.terms).sort()).toEqual([...termNames].sort());
    expect(Object.keys(words.structures).sort()).toEqual(bodies.map(({ key }) => key).sort());
    for (const list of [words.beside, words.terms, words.structures]) for (const text of Object.values(list)) expect(text).toMatch(/\S{2}/);
    for (const { label } of [...needs, ...acts]) expect(label[lang]).toMatch(/\S{2}/);
  });
});

test('both languages tell the same facts', () => {
  for (const cause of causes) expect([cause, holes(turnWords('en').turns[cause])]).toEqual([cause, holes(turnWords('fr').turns[cause])]);
});

test('French has French spaces and apostrophes', () => {
  expect(JSON.stringify(turnWords('fr')).match(/ [;?!»:]|[a-zé]'[a-zé]/g)).toBeNull();
});

test('a structure goes by its network and its number in it', () => {
  expect(networks.map((_, row) => structureName(row, networks, 'en'))).toEqual([
    'team 1 of the public employment service',
    'team 2 of the public employment service',
    'municipal centre (CCAS) 1',
    'unit 1 of the département',
    'municipal centre (CCAS) 2',
  ]);
  expect(structureName(65_535, networks, 'fr')).toBe('aucun service');
});

test('a choice is told by the terms that weighed most, in hours, and by the act left aside', () => {
  const zeros = termNames.map(() => 0);
  const at = (values: Readonly<Record<string, number>>) => zeros.map((_, t) => values[termNames[t]!] ?? 0);
  const choice = {
    act: 'refuse',
    instead: 'accept',
    terms: at({ act: -2, mission: 1, credibility: -0.4, target: 0.01 }),
    otherTerms: at({ load: -4.5, mission: 2.2, target: -3 }),
  } as const;
  expect(heaviest(choice).map(({ name, hours }) => [name, Math.round(hours * 100) / 100])).toEqual([
    ['load', 4.5],
    ['target', 3.01],
    ['act', -2],
  ]);
  const refused = turn('entry-control.refused', { choice, terms: choice.terms });
  expect(turnSentence(refused, networks, 'fr')).toBe('Le CCAS 2 refuse de la recevoir');
  expect(turnReason(refused, 'fr').replaceAll('\u00a0', ' ')).toBe(
    '[Contrôle des entrées] refuser plutôt qu’accepter : charge +4,5 h, ce qui est jugé +3,0 h, temps de l’acte −2,0 h, autres −1,6 h ; en tout +3,9 h',
  );
  const against = { ...refused, choice: { ...choice, act: 'accept', instead: 'refuse', terms: choice.otherTerms, otherTerms: choice.terms } as const };
  expect(turnReason(against, 'en')).toMatch(/^\[Entry control\] accept rather than refuse: .*−3.9.h in all, a choice that chance explains$/);
});

test('the hours shown add up to the total shown, and the same act towards another partner is told as such', () => {
  const terms = termNames.map((_, t) => (t % 2 ? 1 : -1) * (0.37 + t * 0.119));
  const choice = { act: 'send', instead: 'send', terms, otherTerms: termNames.map(() => 0) } as const;
  for (const [lang, than] of [
    ['fr', 'passer à un partenaire plutôt qu’à un autre partenaire'],
    ['en', 'pass on to a partner rather than to another partner'],
  ] as const) {
    const text = turnReason(turn('off-loading.sent', { choice }), lang);
    expect(text).toContain(than);
    const hours = [...text.matchAll(/([+−]?\d+[.,]\d)\u00a0h/g)].map(([, n]) => Number(n!.replace(',', '.').replace('−', '-')));
    const total = hours.pop()!;
    expect(hours).toHaveLength(4);
    expect(hours.reduce((all, n) => all + n, 0)).toBeCloseTo(total, 6);
  }
});

test('no French sentence leaves « de le » or « à le », whatever the structure and the words of the territory', () => {
  const places = [{}, { vocabulary: 'belgium' as const }];
  for (const place of places)
    for (const cause of causes)
      for (let other = 0; other < bodies.length; other++) {
        const networks = bodies.map((_, body) => body);
        expect(turnSentence(turn(cause, { other }), networks, 'fr', place)).not.toMatch(/(^|\s)(de|à) les?\s/i);
      }
});

test('a case read as it is, is told so', () => {
  const read = turn('orientation.oriented');
  expect(turnSentence(read, networks, 'en')).toContain('(in truth middling, housing and health first)');
  expect(turnSentence({ ...read, facts: [9, 9] }, networks, 'en')).toContain('(rightly so)');
});

test('the mechanism named is the one of the cause', () => {
  for (const cause of causes) {
    const label = mechanisms.find(({ key }) => cause.startsWith(`${key}.`))?.label.en ?? 'Jobs and exits';
    expect(turnReason(turn(cause), 'en')).toContain(`[${label}]`);
  }
});

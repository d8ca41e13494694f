import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { indicators, levers, mechanisms, parameters, phases, possibleRange } from '../../src/engine/index.ts';
import { purposes } from '../../src/engine/core/streams.ts';
import { createKernel } from '../../src/engine/kernel/kernel.ts';
import { termNames } from '../../src/engine/kernel/terms.ts';
import { causes, leadsTo } from '../../src/engine/events.ts';
import { tally } from '../../src/engine/context.ts';
import { statuses } from '../../src/engine/world/status.ts';
import { repositoryFiles } from '../sources.ts';

const root = resolve(import.meta.dirname, '../..');
const files = repositoryFiles().filter((file) => file.startsWith('src/engine/') && file.endsWith('.ts'));
const texts = new Map(files.map((file) => [file, readFileSync(resolve(root, file), 'utf8')]));
/** Sources without declarations of parameters, which would make each read itself. */
const undeclared = (text: string) => text.replace(/^\s*(?:'[\w-]+'|\w+): (?:parameter|rate|cost|price|prevalence)\(.*$/gm, '');
const code = undeclared([...texts.values()].join('\n'));

/** Names whose values are read through a computed key: the needs, by their place in the list. */
const needs = ['housing', 'health', 'mobility', 'family', 'skills', 'rights', 'justice'];
const readIn = (text: string, name: string) =>
  new RegExp(`(?:\\.${name}\\b(?!-)|\\['${name}'\\])`).test(text) || (needs.includes(name) && new RegExp(`'${name}'`).test(text));
const read = (name: string) => readIn(code, name);

const keyOf = (id: string) => id.slice(id.indexOf('.') + 1);
const bilingual = (text: { fr: string; en: string }) => {
  for (const words of [text.fr, text.en]) expect(words).toMatch(/\S{2}/);
};

describe.each(mechanisms.map((m) => [`${m.id} ${m.key}`, m] as const))('%s', (_, m) => {
  test('says what it is, where it comes from, what it must show and what replaces it', () => {
    expect(m.id).toMatch(/^M([1-9]|1\d|2[0-6])$/);
    expect(m.key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [m.label, m.pattern, m.off.words]) bilingual(text);
    expect(m.seeds.length).toBeGreaterThan(0);
    for (const seed of m.seeds) expect(seed).toMatch(/^(S[0-4]|evidence)$/);
    expect(m.sources.length).toBeGreaterThan(0);
    for (const source of m.sources) expect(source.title).toMatch(/\S{3}/);
  });

  test('stands in the file of its name and acts in phases that exist', () => {
    expect([...texts.keys()]).toContain(`src/engine/mechanisms/${m.key}.ts`);
    expect(Object.keys(m.steps).length).toBeGreaterThan(0);
    for (const phase of [...Object.keys(m.steps), ...Object.keys(m.off.steps ?? {})]) expect(phases).toContain(phase);
    for (const { name } of m.terms ?? []) expect(termNames).toContain(name);
  });

  test('has a test of its own, with the mechanism and without it', () => {
    const file = `test/mechanisms/${m.key}.test.ts`;
    expect([file, existsSync(resolve(root, file))]).toEqual([file, true]);
    expect(readFileSync(resolve(root, file), 'utf8')).toMatch(/\bablation\(/);
  });

  test('reads every parameter it declares, in its own files or where its group is read', () => {
    const group = new RegExp(`rules(?:\\['${m.key}'\\]|\\.${m.key}\\b)`);
    const reads = [...texts].filter(([file, text]) => new RegExp(`/mechanisms/${m.key}(?:\\.ts|/)`).test(file) || group.test(text));
    const text = undeclared(reads.map(([, words]) => words).join('\n'));
    expect(Object.keys(m.parameters).filter((name) => !readIn(text, name))).toEqual([]);
  });

  test('has parameters of its own, with two languages, a unit, a source and bounds around the value', () => {
    for (const [name, p] of Object.entries(m.parameters)) {
      expect(parameters.get(`${m.key}.${name}`)).toBe(p);
      bilingual(p.label);
      const [low, high] = possibleRange(p);
      expect([name, low <= p.range[0] && p.range[1] <= high]).toEqual([name, true]);
      expect(p.source.title).toMatch(/\S{3}/);
    }
  });
});

test('mechanisms are M1 to M26, in rising order, each once', () => {
  const numbers = mechanisms.map(({ id }) => Number(id.slice(1)));
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  for (const n of numbers) expect(n).toBeGreaterThanOrEqual(1);
  for (const n of numbers) expect(n).toBeLessThanOrEqual(ALL);
  if (mechanisms.length >= ALL) expect(numbers).toEqual(Array.from({ length: ALL }, (_, i) => i + 1));
});
/** Mechanisms of the five texts. */
const ALL = 26;

test('ids, keys and parameters are each used once', () => {
  for (const list of [
    mechanisms.map((m) => m.id),
    mechanisms.map((m) => m.key),
    levers.map((l) => l.id),
    indicators.map((i) => i.id),
    statuses.map((s) => s.letter),
  ]) {
    expect(new Set(list).size).toBe(list.length);
  }
  const declared = mechanisms.reduce((n, m) => n + Object.keys(m.parameters).length, 0) + levers.length;
  const others = [...parameters.keys()].filter((id) => /^(people|kernel|labour|books|zones)\./.test(id)).length;
  expect(parameters.size).toBe(declared + others);
  for (const m of mechanisms)
    expect(
      ['people', 'kernel', 'labour', 'books', 'zones', ...levers.map(({ id }) => id.split('.')[0])].filter(
        (group) => group === m.key && !levers.some(({ id }) => id.startsWith(`${m.key}.`)),
      ),
    ).toEqual([]);
});

test('the alphabet of statuses is frozen', () => expect(statuses.map(({ letter }) => letter).join(' ')).toBe('N E P O U W A C I S D X L V'));

test('the seventeen phases are those of the model, in order', () => {
  expect(phases.join(' ')).toBe(
    'context needs claiming orientation admission staff-time support referral conditionality outcomes mobility accounts results evaluation adaptation governance observation',
  );
});

test('every parameter and lever is read somewhere', () => {
  const bundles = new Set(levers.filter((l) => l.bundle).map((l) => l.id));
  expect([...parameters.keys()].filter((id) => !bundles.has(id) && !read(keyOf(id)))).toEqual([]);
  expect([...bundles].filter((id) => code.includes(`['${id}']`))).toEqual([]);
});

test('every cause of an event is told somewhere, by the mechanism it names or by the skeleton', () => {
  const told = (cause: string) => [...texts].some(([file, text]) => !file.endsWith('/events.ts') && text.includes(`'${cause}'`));
  expect(causes.filter((cause) => !told(cause))).toEqual([]);
  for (const cause of causes) expect(['labour', ...mechanisms.map(({ key }) => key)]).toContain(cause.split('.')[0]);
  for (const [cause, letters] of Object.entries(leadsTo)) expect([cause, letters]).toEqual([cause, expect.stringMatching(/^[NEPOUWACISDXLV_]+$/)]);
});

test('every flow is counted somewhere, each in a place of its own', () => {
  expect(new Set(Object.values(tally)).size).toBe(Object.keys(tally).length);
  const counted = (flow: string) => new RegExp(`tally\\[tally\\.${flow}\\](?:\\+\\+| \\+= )`).test(code);
  expect(Object.keys(tally).filter((flow) => !counted(flow))).toEqual([]);
});

test('every purpose of a draw is drawn for, and every term of a choice has someone to weigh it', () => {
  expect(purposes.filter((purpose) => !code.includes(`streams['${purpose}']`))).toEqual([]);
  const weighed = new Set(createKernel(mechanisms.flatMap((m) => m.terms ?? [])).terms.map(({ name }) => name));
  expect(termNames.filter((name) => !weighed.has(name))).toEqual([]);
});

test('ratios are made of flows that exist, and every indicator speaks two languages', () => {
  const flows = indicators.filter((i) => i.kind === 'flow').map((i) => i.id);
  for (const one of indicators) {
    for (const text of [one.label, one.definition, one.denominator]) bilingual(text);
    if (one.kind === 'ratio') expect(flows).toEqual(expect.arrayContaining([one.numerator, one.denominatorId]));
  }
});

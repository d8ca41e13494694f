import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnsFr } from '../../src/cli/odd/columns.fr.ts';
import { MARK, oddDocument } from '../../src/cli/odd/document.ts';
import { headerWords } from '../../src/cli/odd/header.ts';
import { submodelsEn } from '../../src/cli/odd/submodels.en.ts';
import { submodelsFr } from '../../src/cli/odd/submodels.fr.ts';
import { groupWords, partWords, phaseWords, purposeWords, tableWords, termWords } from '../../src/cli/odd/vocabulary.ts';
import {
  bodies,
  header,
  indicators,
  levers,
  mechanisms,
  parameters,
  phases,
  purposes,
  statuses,
  tables,
  termNames,
  wholeMonth,
} from '../../src/engine/index.ts';
import { seedsInFull } from '../../src/cli/odd/words.ts';
import { sourceTitle } from '../../src/io/source-title.ts';
import { build, folder, parcours } from './parcours.ts';

const languages = ['fr', 'en'] as const;
const documents = { fr: oddDocument('fr'), en: oddDocument('en') };
/** The document with ordinary spaces and bars, to be compared with what is declared. */
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const bars = (text: string): string => spaced(text).replaceAll('|', '\\|');
const rowsOf = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('|'));
const cellsOf = (row: string): string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The rows of the table that follows a heading. */
function tableUnder(text: string, title: RegExp): string[][] {
  const from = text.search(title);
  expect([String(title), from >= 0]).toEqual([String(title), true]);
  const rest = text.slice(from).split('\n').slice(1);
  const start = rest.findIndex((line) => line.startsWith('|'));
  const length = rest.slice(start).findIndex((line) => !line.startsWith('|'));
  return rest.slice(start + 2, start + length).map(cellsOf);
}

/** What a dictionary lacks and what it has too much, told with the place to mend. */
function expectWords(file: string, words: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const has = Object.keys(words);
  const lacking = names.filter((name) => !has.includes(name));
  const left = has.filter((name) => !names.includes(name));
  expect({ [`add to ${file}`]: lacking, [`take out of ${file}`]: left }).toEqual({ [`add to ${file}`]: [], [`take out of ${file}`]: [] });
}

describe('dictionaries of the document are complete', () => {
  test('a paragraph for each mechanism, in both languages', () => {
    const keys = mechanisms.map(({ key }) => key);
    expectWords('src/cli/odd/submodels.fr.ts', submodelsFr, keys);
    expectWords('src/cli/odd/submodels.en.ts', submodelsEn, keys);
    for (const words of [submodelsFr, submodelsEn]) for (const text of Object.values(words)) expect(text.split(' ').length).toBeGreaterThan(30);
  });

  test('French for each column of each table (the English stands at the column)', () => {
    expectWords(
      'columnsFr, src/cli/odd/columns.fr.ts',
      columnsFr,
      tables.map(({ name }) => name),
    );
    for (const { name, schema } of tables) expectWords(`columnsFr.${name}, src/cli/odd/columns.fr.ts`, columnsFr[name] ?? {}, Object.keys(schema));
    for (const { schema } of tables) for (const { unit } of Object.values(schema)) expect(unit.length).toBeGreaterThan(3);
  });

  test('words for places of the header, tables, phases, parts of the month, draws and groups of parameters', () => {
    expectWords('src/cli/odd/header.ts', headerWords, Object.keys(header));
    const file = 'src/cli/odd/vocabulary.ts';
    expectWords(
      `tableWords, ${file}`,
      tableWords,
      tables.map(({ name }) => name),
    );
    expectWords(`phaseWords, ${file}`, phaseWords, phases);
    expectWords(
      `partWords, ${file}`,
      partWords,
      wholeMonth().flatMap(({ part }) => part ?? []),
    );
    expectWords(`purposeWords, ${file}`, purposeWords, purposes);
    const owned = new Set([...levers.map(({ id }) => id), ...mechanisms.flatMap((m) => Object.keys(m.parameters).map((name) => `${m.key}.${name}`))]);
    const groups = [...parameters.keys()].filter((id) => !owned.has(id)).map((id) => id.slice(0, id.indexOf('.')));
    expectWords(`groupWords, ${file}`, groupWords, [...new Set(groups)]);
    expect(Object.keys(termWords).filter((name) => !(termNames as readonly string[]).includes(name))).toEqual([]);
  });
});

describe.each(languages)('the document in %s', (lang) => {
  const text = spaced(documents[lang]);

  test('has every table of the world, and in it every column with its meaning, width and type', () => {
    for (const { name, schema } of tables) {
      const rows = tableUnder(text, new RegExp(`^### .*\\(\`${name}\`\\)$`, 'm'));
      expect(rows.map(([column]) => column)).toEqual(Object.keys(schema).map((column) => `\`${column}\``));
      for (const [i, { width }] of Object.values(schema).entries()) expect(rows[i]!.slice(2)).toEqual([String(width), expect.stringMatching(/^[uf]\d+$/)]);
    }
  });

  test('has every place of the header', () => {
    const rows = tableUnder(text, lang === 'fr' ? /^### En-tête$/m : /^### Header$/m);
    expect(rows.map(([name, , place]) => [name, place])).toEqual(Object.entries(header).map(([name, place]) => [`\`${name}\``, String(place)]));
  });

  test('has the seventeen phases in order, with whoever acts in each', () => {
    const rows = tableUnder(text, /^## 3\. /m);
    expect(rows.map(([n, phase]) => `${n} ${/`(.*)`/.exec(phase!)?.[1]}`)).toEqual(phases.map((phase, i) => `${i + 1} ${phase}`));
    for (const [i, phase] of phases.entries())
      for (const m of mechanisms) expect([phase, m.id, rows[i]![3]!.includes(`${m.id} `)]).toEqual([phase, m.id, m.steps[phase] !== undefined]);
  });

  test('has every mechanism, with its paragraph, pattern, test, what stands for it when off, and each of its parameters', () => {
    const paragraphs = lang === 'fr' ? submodelsFr : submodelsEn;
    for (const m of mechanisms) {
      const from = text.indexOf(`### ${m.id} ${m.label[lang]}\n`);
      expect([m.key, from >= 0]).toEqual([m.key, true]);
      const own = text.slice(from, text.indexOf('\n### ', from + 1));
      for (const words of [paragraphs[m.key]!, m.pattern[lang], m.off.words[lang], `test/mechanisms/${m.key}.test.ts`, seedsInFull(m, lang)])
        expect([m.key, own.includes(spaced(words)) ? words : '']).toEqual([m.key, words]);
      const rows = rowsOf(own).slice(2).map(cellsOf);
      expect(rows.map(([id]) => id)).toEqual(Object.keys(m.parameters).map((name) => `\`${m.key}.${name}\``));
    }
  });

  test('has every parameter and lever once in a row of its own, with unit, value, range, grade and source', () => {
    const rows = rowsOf(text).map(cellsOf);
    for (const [id, p] of parameters) {
      const own = rows.filter((row) => row[0] === `\`${id}\`` && row.length >= 8);
      expect([id, own.length]).toEqual([id, 1]);
      expect(own[0]).toContain(spaced(p.label[lang]) + (levers.some((l) => l.id === id && l.bundle) ? (lang === 'fr' ? ' (faisceau)' : ' (bundle)') : ''));
      expect(own[0]!.at(-1)).toContain(bars(sourceTitle(p.source.title, lang)));
    }
  });

  test('has every indicator with its definition, every term, draw, status and network', () => {
    const rows = rowsOf(text).map(cellsOf);
    for (const { id, definition } of indicators) {
      const [own, ...others] = rows.filter((row) => row[0] === `\`${id}\`` && row.length === 7);
      expect([id, others.length]).toEqual([id, 0]);
      expect(own?.[4]).toBe(bars(definition[lang]));
    }
    for (const name of [...termNames, ...purposes]) expect([name, rows.some(([first]) => first === `\`${name}\``)]).toEqual([name, true]);
    for (const { letter, label } of statuses) expect(text).toContain(`${letter} ${label[lang]}`);
    for (const { label } of bodies) expect(text).toContain(label[lang]);
  });

  test('has no empty cell, and as many cells in a row as in its head', () => {
    let width = 0;
    for (const [i, row] of text.split('\n').entries()) {
      if (!row.startsWith('|')) {
        width = 0;
        continue;
      }
      const cells = cellsOf(row);
      width ||= cells.length;
      // A dash stands for nothing to say, and only levers without words for their values have nothing to say.
      const told = width === 10 ? cells.toSpliced(7, 1) : cells;
      expect([i, cells.length, told.filter((cell) => cell === '' || cell === '—')]).toEqual([i, width, []]);
    }
  });

  test('follows ODD+D: eight chapters, ten concepts, no undefined', () => {
    expect(text.match(/^## \d+\. /gm)).toHaveLength(8);
    const concepts = text.slice(text.search(/^## 4\. /m), text.search(/^## 5\. /m));
    expect(concepts.match(/^### /gm)).toHaveLength(10);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(text.startsWith(MARK)).toBe(true);
  });

  test('is the same every time', () => expect(oddDocument(lang)).toBe(documents[lang]));
});

test('the French uses French spaces and apostrophes', () => {
  const written = documents.fr
    .split('\n')
    .filter((line) => !line.includes('http'))
    .join('\n')
    .replace(/`[^`]*`/g, '');
  expect(written.match(/.{0,30}(?: [;?!»]|[a-zé]'[a-zé]| :\s).{0,30}/g)).toBeNull();
});

describe('parcours odd', () => {
  const { path, remove } = folder();
  beforeAll(build);
  afterAll(remove);

  test('prints the document in the language asked for', async () => {
    for (const [args, lang] of [
      [[], 'fr'],
      [['--lang', 'en'], 'en'],
    ] as const) {
      const { code, out, err } = await parcours(['odd', ...args]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const version = /`\d+\.\d+\.\d+\+[0-9a-f]+`/;
      expect(out.replace(version, '')).toBe(documents[lang].replace(version, ''));
    }
  });

  test('writes it to a file, replaces its own, and leaves another alone unless told', async () => {
    const file = join(path, 'new/odd.md');
    for (const args of [[], ['--lang', 'en']]) {
      const { code, out, err } = await parcours(['odd', '--out', file, ...args]);
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err).toContain(file);
    }
    expect(readFileSync(file, 'utf8').startsWith(`${MARK}\n\n# Parcours: `)).toBe(true);
    const other = join(path, 'thesis.md');
    writeFileSync(other, 'years of work');
    const refused = await parcours(['odd', '--out', other]);
    expect([refused.code, readFileSync(other, 'utf8')]).toEqual([2, 'years of work']);
    expect(refused.err).toContain('--force');
    expect((await parcours(['odd', '--out', other, '--force'])).code).toBe(0);
    expect(readFileSync(other, 'utf8').startsWith(MARK)).toBe(true);
    expect((await parcours(['odd', '--out', path])).code).toBe(2);
    expect((await parcours(['odd', 'fr'])).code).toBe(2);
    expect((await parcours(['odd', '--force'])).code).toBe(2);
    expect(existsSync(join(path, 'fr'))).toBe(false);
  });
});

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, folder, parcours, type Ran, small } from './parcours.ts';

const { path: here, remove } = folder();
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(here, name), content);
  return join(here, name);
};

const link = (name: string) => {
  symlinkSync(join(here, 'nowhere'), join(here, name));
  return join(here, name);
};

beforeAll(build);
afterAll(remove);

/** Exit code 2, nothing on the standard output, no trace of the program's insides. */
function expectRefusal({ code, out, err }: Ran): void {
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).not.toMatch(/^\s+at |node:internal|\.js:\d+/m);
  expect(err).not.toBe('');
}

test('everything wrong is told at once, with the bounds and the nearest names', async () => {
  const ran = await parcours([
    'compare',
    'statu-quo',
    'gip-joint-evaluaton',
    '--territory',
    'seine-saint-deni',
    '--montsh',
    '600',
    '--population',
    '12',
    '--replications',
    'ten',
    '--workers',
    '1.5',
    '--json=yes',
    '--frce',
    '--seed',
    '--lang',
    'en',
  ]);
  expectRefusal(ran);
  const lines = ran.err.split('\n');
  const line = (start: string) => lines.find((text) => text.trim().startsWith(start)) ?? `no line for ${start}`;
  expect(line('statu-quo')).toContain('“status-quo”');
  expect(line('gip-joint-evaluaton')).toContain('“gip-joint-evaluation”');
  expect(line('--territory')).toContain('“seine-saint-denis”');
  expect(line('--montsh')).toContain('“--months”');
  expect(line('--months')).toContain('1 to 360');
  expect(line('--population')).toContain('1,000 to 2,000,000');
  expect(line('--replications')).toContain('“ten”');
  expect(line('--workers')).toContain('“1.5”');
  expect(line('--json')).toContain('takes no value');
  expect(line('--frce')).toContain('“--force”');
  expect(line('--seed')).toContain('missing value');
  expect(lines[0]).toMatch(/^1[0-9] problems/);
});

test.each([
  ['an unknown command', ['comparer'], '« compare »'],
  ['an empty command', [''], 'texte vide'],
  ['an empty scenario', ['run', ''], '"" :'],
  ['an unknown topic', ['describe', 'leviers'], 'levers'],
  ['too few scenarios', ['compare', 'status-quo'], 'compare A B'],
  ['too many scenarios', ['run', 'status-quo', 'recession'], 'recession'],
  ['the same scenario twice', ['compare', 'status-quo', 'status-quo'], '« status-quo »'],
  ['an option of another command', ['check', 'status-quo', '--months', '12'], '--months'],
  ['an option twice', ['run', 'status-quo', '--seed', 'a', '--seed', 'b'], 'deux fois'],
  ['an empty value', ['run', 'status-quo', '--seed', ''], '--seed'],
  ['a language it does not speak', ['--lang', 'de'], 'fr | en'],
  ['a short option it does not know', ['run', 'status-quo', '-x'], '-x'],
  ['a file that is not there', ['check', './nothing-of-the-kind-here.json'], 'introuvable'],
  ['a folder in place of a file', ['check', '.'], 'dossier'],
  ['no file', ['check'], 'FICHIER'],
  ['--force alone', ['run', 'status-quo', '--force'], '--out'],
  ['more memory than there is', ['run', 'status-quo', '--population', '2000000', '--workers', '256', '--replications', '10000'], 'Gio'],
])('%s is refused in plain words', async (_, args, expected) => {
  const ran = await parcours(args);
  expectRefusal(ran);
  expect(ran.err.replaceAll('\u00a0', ' ')).toContain(expected);
});

describe('hostile files', () => {
  const scenario = (rest: string) =>
    `{"schema":"parcours/scenario@1","id":"mine","title":{"fr":"A","en":"A"},"question":{"fr":"B","en":"B"},"story":{"fr":"C","en":"C"},"base":"status-quo"${rest}}`;
  const because = '"because":{"fr":"Pour voir.","en":"To see."}';
  const lever = (value: string) => scenario(`,"set":{"evaluation.joint-weight":{"value":${value},${because}}}`);

  test.each<[string, string | Uint8Array]>([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['binary', new Uint8Array(4096).map((_, i) => (i * 131) % 256)],
    ['zeros', new Uint8Array(4096)],
    ['truncated', scenario('').slice(0, -20)],
    ['deep', '['.repeat(200_000)],
    ['deep-objects', '{"a":'.repeat(100_000)],
    ['huge', `{"story":"${'x'.repeat(5_000_000)}"}`],
    ['trailing', `${scenario('')} and more`],
    ['prototype', scenario(',"set":{"__proto__":{"value":1}}')],
    ['constructor', scenario(',"constructor":{"prototype":{"polluted":true}}')],
    ['repeated', scenario(',"id":"other"')],
    ['not-a-number', lever('NaN')],
    ['infinite', lever('1e999')],
    ['enormous', lever('1e308')],
    ['text', lever('"half"')],
    ['an-array', '[]'],
    ['null', 'null'],
    ['unknown-lever', scenario(`,"set":{"evaluation.joint-wieght":{"value":1,${because}}}`)],
    ['no-such-territory', scenario(',"territory":"audde"')],
    ['itself', scenario('').replace('"base":"status-quo"', '"base":"mine"')],
  ])('%s is refused by check, run and compare, with its place', async (name, content) => {
    const path = file(`${name}.json`, content);
    const ways = [
      ['check', path],
      ['run', path, ...small],
      ['compare', 'status-quo', path, ...small],
    ];
    for (const ran of await Promise.all(ways.map((args) => parcours(args)))) {
      expectRefusal(ran);
      expect(ran.err).toContain(path);
      expect(ran.err.length).toBeLessThan(5_000);
    }
  });

  test('a default territory that does not exist is told with the nearest one, and its file when it is one', async () => {
    const named = file('named.json', scenario(',"territory":"audde"'));
    const filed = file('filed.json', scenario(',"territory":"./no-such-territory.json"'));
    const ran = await parcours(['check', named, filed]);
    expectRefusal(ran);
    expect(ran.err).toMatch(/named\.json:1:\d+ {2}territory vaut "audde".*Vouliez-vous dire aude/);
    expect(ran.err).toContain('./no-such-territory.json');
    expect((await parcours(['check', file('placed.json', scenario(',"territory":"Aude"'))])).code).toBe(0);
  });

  test('a number that is not finite is told once', async () => {
    for (const value of ['NaN', '1e999', '-1e999']) {
      const { err } = await parcours(['check', file('once.json', lever(value))]);
      expect(err.trim().split('\n')).toHaveLength(2);
    }
  });

  test('every mistake of a file is told at once, with line and column', async () => {
    const path = file(
      'several.json',
      `{
  "schema": "parcours/scenario@1",
  "id": "Several Things",
  "title": { "fr": "A", "en": "A" },
  "question": { "fr": "B", "en": "B" },
  "story": { "fr": "C" },
  "timeline": [
    { "at": 400, "set": { "evaluation.joint-weight": 40 }, ${because} },
    { "at": 24, "until": 12, "set": { "goverment.form": "gip" } }
  ]
}`,
    );
    const ran = await parcours(['check', path]);
    expectRefusal(ran);
    for (const place of [':3:', ':6:', ':8:', ':9:']) expect(ran.err).toContain(path + place);
    expect(ran.err).toContain('governance.form');
  });

  test('good and bad files together: each has its verdict', async () => {
    const good = file('good.json', lever('0.5'));
    const bad = file('bad.json', lever('7'));
    const { code, out, err } = await parcours(['check', good, bad]);
    expect(code).toBe(2);
    expect(out).toContain(good);
    expect(err).toContain(bad);
  });

  test.each([
    ['a file', () => join(file('a-file', 'text'), 'inside'), 'n’est pas un dossier'],
    ['a link to nothing', () => link('dangling'), 'est un lien'],
    ['a name too long', () => join(here, 'n'.repeat(300)), 'trop long'],
    ['a place of the system', () => '/proc/x', 'à cet endroit|pas le droit'],
  ])('%s cannot hold results: told before anything is computed', async (_, place, expected) => {
    const ran = await parcours(['run', 'status-quo', '--out', place(), '--population', '1000000', '--replications', '1', '--months', '360']);
    expectRefusal(ran);
    expect(ran.err).toContain('--out');
    expect(ran.err).toMatch(new RegExp(expected));
  });
});

test('a world that fills up is told with its month and its room, as the doing of the values chosen', async () => {
  const because = { fr: 'Pour voir.', en: 'To see.' };
  const set = { 'conjuncture.tightness': { value: 0.05, because }, 'conjuncture.inflow-response': { value: 4, because } };
  const text = { fr: 'A', en: 'A' };
  const path = file('full.json', JSON.stringify({ schema: 'parcours/scenario@1', id: 'full', title: text, question: text, story: text, set }));
  const [fr, en] = await Promise.all(['fr', 'en'].map((lang) => parcours(['run', path, '--population', '1000', '--replications', '2', '--lang', lang])));
  for (const ran of [fr!, en!]) {
    expectRefusal(ran);
    expect(ran.err).toContain('conjuncture.inflow');
    expect(ran.err).not.toContain('World full');
  }
  expect(fr!.err).toMatch(/est plein au mois \d+.: il ne peut compter plus de [\d\u202f]+ personnes/);
  expect(en!.err).toMatch(/is full in month \d+: it can hold no more than [\d,]+ people/);
});

test('a file of one’s own runs by its path, with or without .json, and finds its base beside it', async () => {
  const folderHere = join(here, 'own');
  mkdirSync(folderHere);
  const write = (id: string, base: string) =>
    writeFileSync(
      join(folderHere, `${id}.json`),
      JSON.stringify({
        schema: 'parcours/scenario@1',
        id,
        base,
        title: { fr: `Titre ${id}`, en: `Title ${id}` },
        question: { fr: 'Q', en: 'Q' },
        story: { fr: 'S', en: 'S' },
        set: { 'evaluation.joint-weight': { value: id === 'mine' ? 1 : 0.5, because: { fr: 'Pour voir.', en: 'To see.' } } },
      }),
    );
  write('mine', 'ours');
  write('ours', 'status-quo');
  const { code, out } = await parcours(['compare', 'ours', 'mine.json', ...small], { cwd: folderHere });
  expect(code).toBe(0);
  expect(out).toContain('Titre mine');
  const resolved = await parcours(['check', 'mine', '--resolved'], { cwd: folderHere });
  expect(JSON.parse(resolved.out)).toMatchObject({ set: { 'evaluation.joint-weight': 1 } });
});

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bin, build, folder, parcours, root, small } from './parcours.ts';

const { path: here, remove } = folder();
const pair = ['status-quo', 'gip-joint-evaluation'] as const;
const resultFiles = ['comparison.csv', 'manifest.json', 'runs.csv', 'runs.parquet', 'series.csv', 'series.parquet'];

beforeAll(build);
afterAll(remove);

const json = async (args: readonly string[], way = {}) => (await parcours([...args, '--json'], way)).out;

test('a comparison prints who, what, the figures with their intervals, the words and the digest, in both languages', async () => {
  const [fr, en] = await Promise.all([parcours(['compare', ...pair, ...small]), parcours(['compare', ...pair, ...small, '--lang', 'en'])]);
  expect([fr.code, en.code, fr.err, en.err]).toEqual([0, 0, '', '']);
  const plain = fr.out.replace(/[\u00a0\u202f]/g, ' ');
  for (const word of ['Aude (11)', 'IC 95 %', 'tirages sur 3', 'Holm', 'valeur par défaut', 'parcours']) expect(plain).toContain(word);
  for (const word of ['Aude (11)', '95% CI', 'of 3 replications', 'Holm', 'default values', 'parcours']) expect(en.out).toContain(word);
  const { digest } = JSON.parse(await json(['compare', ...pair, ...small]));
  for (const { out } of [fr, en]) expect(/\b[0-9a-f]{16}$/m.exec(out)?.[0]).toBe(digest.slice(0, 16));
});

test('one replication says nothing of luck, and the table says so', async () => {
  const { out } = await parcours(['run', 'status-quo', '--population', '1000', '--months', '1', '--replications', '1']);
  expect(out).toContain('[inconnu]');
  expect(out).toContain('demandez-en au moins deux');
});

test('the same result, bit for bit, with 1, 2 and 5 workers, from another folder and in another locale', async () => {
  const args = ['compare', ...pair, '--population', '1000', '--months', '25', '--replications', '5'];
  const [one, ...others] = await Promise.all([
    json([...args, '--workers', '1']),
    json([...args, '--workers', '2']),
    json([...args, '--workers', '5'], { cwd: here, env: { LC_ALL: 'en_US.UTF-8', TZ: 'Asia/Tokyo' } }),
  ]);
  const { digest, scenarios } = JSON.parse(one);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(scenarios[0].indicators).not.toEqual(scenarios[1].indicators);
  for (const other of others) expect(other).toBe(one);
});

test('the data follow their schema and hold nothing of the machine', async () => {
  const text = await json(['compare', ...pair, ...small]);
  const result = JSON.parse(text);
  expect(Object.keys(result)).toEqual([
    'schema',
    'modelVersion',
    'command',
    'seed',
    'territory',
    'population',
    'months',
    'replications',
    'scenarios',
    'differences',
    'digest',
    'warnings',
  ]);
  expect(result).toMatchObject({ schema: 'parcours/result@1', command: 'compare', territory: 'aude', population: 1000, months: 26, replications: 3 });
  expect(result.warnings).toContainEqual({ code: 'default-parameters', values: {} });
  for (const word of [root, process.execPath, process.version]) expect(text).not.toContain(word);
  expect(text).not.toMatch(new RegExp(`"${hostname().replace(/[^\w-]/g, '.')}"`));
});

test('changes that come after the end of the run are told, in words and in the data', async () => {
  const args = ['--population', '1000', '--replications', '2'];
  const [late, single, longer] = await Promise.all([
    parcours(['compare', ...pair, ...args, '--months', '24', '--json']),
    parcours(['run', pair[1], ...args, '--months', '24', '--lang', 'en']),
    parcours(['compare', ...pair, ...args, '--months', '25', '--json']),
  ]);
  expect(late.err).toMatch(/^attention.: gip-joint-evaluation.: .*mois 24.*nul par construction/);
  expect(JSON.parse(late.out).warnings).toContainEqual({
    code: 'null-by-construction',
    values: { scenario: 'gip-joint-evaluation', path: 'timeline', found: '24', expected: '24' },
  });
  expect(single.err).toMatch(/^warning: gip-joint-evaluation: .*month 24.*nothing of them shows/);
  expect(longer.err).toBe('');
});

test('a share of nothing is not applicable, and not zero', async () => {
  const text = { fr: 'A', en: 'A' };
  const path = join(here, 'undirected.json');
  const switches = { orientation: false };
  writeFileSync(path, JSON.stringify({ schema: 'parcours/scenario@1', id: 'undirected', title: text, question: text, story: text, switches }));
  const args = ['--population', '1000', '--months', '1', '--replications', '2', '--all'];
  const [alone, against] = await Promise.all([parcours(['run', path, ...args]), parcours(['compare', 'status-quo', path, ...args])]);
  expect(alone.out).toMatch(/Orientations mal.* sans objet +—/);
  expect(against.out).toMatch(/Orientations mal.*\d,\d \[.*\] +sans objet +— +—/);
  expect(against.out).toMatch(/Sans objet.: rien à quoi le rapporter dans B \(personnes orientées\)/);
});

test('more replications leave the first ones as they were', async () => {
  const rows = async (n: number) => {
    const out = join(here, `first-${n}`);
    await parcours(['run', 'status-quo', '--population', '1000', '--months', '2', '--replications', String(n), '--out', out]);
    return readFileSync(join(out, 'runs.csv'), 'utf8').trim().split('\r\n');
  };
  const [few, more] = await Promise.all([rows(2), rows(3)]);
  expect(more).toHaveLength(4);
  expect(more.slice(0, 3)).toEqual(few);
});

describe('--out', () => {
  const ask = (replications: number, ...more: string[]) =>
    parcours(['run', 'status-quo', '--population', '1000', '--months', '2', '--replications', String(replications), '--out', join(here, 'out'), ...more]);
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(here, 'out', name)))
      .digest('hex');

  test('writes every file, whole, and a manifest that knows their SHA-256', async () => {
    expect((await ask(2)).code).toBe(0);
    expect(readdirSync(join(here, 'out')).sort()).toEqual(resultFiles);
    const { files } = JSON.parse(readFileSync(join(here, 'out', 'manifest.json'), 'utf8')) as { files: { name: string; sha256: string }[] };
    expect(files).toHaveLength(5);
    for (const { name, sha256 } of files) expect(hash(name)).toBe(sha256);
  });

  test('the same result may be written again and gives the same bytes', async () => {
    const before = resultFiles.map(hash);
    expect((await ask(2, '--workers', '1')).code).toBe(0);
    expect(resultFiles.map(hash)).toEqual(before);
  });

  test('another result is refused without --force, and what is there is left alone', async () => {
    const before = resultFiles.map(hash);
    const refused = await ask(3);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('--force');
    expect(resultFiles.map(hash)).toEqual(before);
  });

  test('--force replaces it, and leaves other files alone', async () => {
    writeFileSync(join(here, 'out', 'notes.txt'), 'mine');
    const before = hash('runs.csv');
    expect((await ask(3, '--force')).code).toBe(0);
    expect(hash('runs.csv')).not.toBe(before);
    expect(readdirSync(join(here, 'out')).sort()).toEqual([...resultFiles, 'notes.txt'].sort());
  });

  test('a file of that name that is no result of ours is refused too', async () => {
    writeFileSync(join(here, 'out', 'manifest.json'), '{"schema":"of another kind"}');
    expect((await ask(3)).code).toBe(2);
  });
});

test('two runs at once into one folder: the second is refused before it computes, and the first ends as if alone', async () => {
  const out = join(here, 'shared');
  const args = ['run', 'status-quo', '--population', '20000', '--months', '60', '--replications', '4', '--out', out];
  const first = parcours(args);
  while (!existsSync(join(out, '.parcours.lock'))) await new Promise((done) => setTimeout(done, 20));
  const second = await parcours(args);
  expect(second).toMatchObject({ code: 2, out: '' });
  expect(second.err).toContain('--force');
  expect(second.err).toContain('.parcours.lock');
  expect((await first).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(resultFiles);
});

test('a lock left behind by a run cut short yields to --force', async () => {
  const out = join(here, 'stale');
  mkdirSync(out);
  writeFileSync(join(out, '.parcours.lock'), 'left behind');
  const args = ['run', 'status-quo', '--population', '1000', '--months', '1', '--replications', '1', '--out', out];
  expect((await parcours(args)).code).toBe(2);
  expect((await parcours([...args, '--force'])).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(resultFiles);
});

test('Ctrl-C ends with 130 and one line, and leaves nothing behind', async () => {
  const out = join(here, 'interrupted');
  const ran = await parcours(['run', 'status-quo', '--population', '50000', '--months', '360', '--replications', '500', '--out', out], {
    interruptAfter: 2_500,
  });
  expect(ran).toMatchObject({ code: 130, out: '' });
  expect(ran.err.trim().split('\n')).toHaveLength(1);
  expect(existsSync(out)).toBe(false);
});

test.each([
  ['after a line', ['describe', 'parameters', '--json'], 'head -1', '{\n'],
  ['before the first one', ['run', 'status-quo', '--months', '1', '--population', '1000'], 'true', ''],
])('a reader that leaves %s is no failure', (_, args, reader, expected) => {
  const line = `{ "$0" "$@"; echo $? >&3; } | ${reader}`;
  const { stdout, stderr, output } = spawnSync('sh', ['-c', line, process.execPath, bin, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  expect({ stdout, stderr, code: output[3] }).toEqual({ stdout: expected, stderr: '', code: '0\n' });
});

test.runIf(existsSync('/dev/full'))('a disk that fills up under the result is told in one sentence', () => {
  for (const [lang, expected] of [
    ['fr', 'disque est peut-être plein'],
    ['en', 'disk may be full'],
  ] as const) {
    const { status, stderr } = spawnSync('sh', ['-c', `"$0" "$@" > /dev/full`, process.execPath, bin, 'describe', '--json', '--lang', lang], {
      encoding: 'utf8',
    });
    expect({ status, lines: stderr.trim().split('\n').length }).toEqual({ status: 1, lines: 1 });
    expect(stderr).toContain(expected);
  }
});

test('a seed and a title cannot add a line to a result, nor turn it round', async () => {
  const text = (fr: string) => ({ fr, en: 'A' });
  const path = join(here, 'hostile.json');
  const title = text('Un titre\nsur deux\u202elignes');
  writeFileSync(path, JSON.stringify({ schema: 'parcours/scenario@1', id: 'hostile', title, question: text('B'), story: text('C'), base: 'status-quo' }));
  const { out } = await parcours(['run', path, '--seed', 'a\nb\u2067c', '--population', '1000', '--months', '1', '--replications', '1']);
  expect(out).toContain('Un titre·sur deux·lignes');
  expect(out).toContain('a·b·c');
  expect(out).not.toMatch(/\p{Bidi_Control}/u);
});

import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { bin, build, built, folder, parcours } from './parcours.ts';

const english = { env: { LC_ALL: 'en_GB.UTF-8' } };
const { path: away, remove } = folder();

beforeAll(build);
afterAll(remove);

test.each([[[]], [['--help']], [['-h']], [['help']], [['help', 'help']], [['help', '--help']]])('%j prints the help of the whole program', async (args) => {
  const { code, out, err } = await parcours(args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const { name } of commands) expect(out).toContain(`  ${name}`);
});

test.each(commands.map((command) => [command.name, command] as const))('%s --help tells each of its options, in both languages', async (name, command) => {
  for (const [way, word] of [
    [{}, 'Usage\u00a0:'],
    [english, 'Usage:'],
  ] as const) {
    const { code, out, err } = await parcours([name, '--help'], way);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.startsWith(`${word} parcours ${name}`)).toBe(true);
    for (const option of command.options) expect(out).toContain(`--${option}`);
  }
});

test('the language is that of --lang, else of the locale, else French', async () => {
  const first = async (args: string[], env: Record<string, string>) => (await parcours(['--help', ...args], { env })).out.split('\n')[0];
  const [fr, en] = [await first(['--lang', 'fr'], {}), await first(['--lang=en'], {})];
  expect(fr).not.toBe(en);
  expect(await first([], {})).toBe(fr);
  expect(await first([], { LANG: 'de_DE.UTF-8' })).toBe(fr);
  expect(await first([], { LANG: 'en_US.UTF-8' })).toBe(en);
  expect(await first([], { LANG: 'en_US.UTF-8', LC_ALL: 'fr_FR.UTF-8' })).toBe(fr);
  expect(await first(['--lang', 'en'], { LC_ALL: 'fr_FR.UTF-8' })).toBe(en);
});

test('the version is that of the model', async () => {
  const { code, out } = await parcours(['--version']);
  expect(code).toBe(0);
  expect(out).toMatch(/^parcours \d+\.\d+\.\d+\+[0-9a-f]{8}\n$/);
});

describe('starting is cheap', () => {
  const heavy = ['node:worker_threads', 'ParquetWriter'];
  const textsOf = (files: readonly string[]) => files.map((file) => readFileSync(file, 'utf8'));

  test('the help loads neither workers nor Parquet, which the program does hold', async () => {
    const trace = join(import.meta.dirname, 'trace-imports.mjs');
    const { code, err } = await parcours(['compare', '--help'], { node: ['--import', trace] });
    expect(code).toBe(0);
    const loaded = [...err.matchAll(/^loaded (file:.*\/dist\/node\/.*)$/gm)].map(([, url]) => fileURLToPath(url!));
    const all = readdirSync(built).map((name) => join(built, name));
    expect(loaded.length).toBeGreaterThan(0);
    for (const word of heavy) {
      expect(textsOf(all).some((text) => text.includes(word))).toBe(true);
      expect(textsOf(loaded).some((text) => text.includes(word))).toBe(false);
    }
  });
});

describe('before the program is there', () => {
  const shim = join(away, 'src/cli/bin.mjs');
  const start = (...node: string[]) =>
    spawnSync(process.execPath, [...node, shim], { encoding: 'utf8', env: { PATH: process.env.PATH ?? '', LC_ALL: 'en_GB' } });

  beforeAll(() => {
    mkdirSync(join(away, 'src/cli'), { recursive: true });
    copyFileSync(bin, shim);
  });

  test('the shim says which command builds it', () => {
    const { status, stdout, stderr } = start();
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('npm run prepare');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('an old Node is told so', () => {
    const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } });`;
    const { status, stderr } = start('--import', `data:text/javascript,${encodeURIComponent(old)}`);
    expect(status).toBe(1);
    expect(stderr).toContain('20.18.3');
  });
});

test('a fault of the program is one line that says where to report it; the stack only when asked for', () => {
  const broken = join(away, 'broken');
  mkdirSync(join(broken, 'src/cli'), { recursive: true });
  cpSync(built, join(broken, 'dist/node'), { recursive: true });
  rmSync(join(broken, 'dist/node/worker.js'));
  const shim = join(broken, 'src/cli/bin.mjs');
  copyFileSync(bin, shim);
  const start = (env: Record<string, string>) =>
    spawnSync(process.execPath, [shim, 'run', 'status-quo', '--months', '1'], { encoding: 'utf8', env: { PATH: process.env.PATH ?? '', ...env } });
  const plain = start({});
  expect([plain.status, plain.stdout, plain.stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  expect(plain.stderr).toContain('PARCOURS_DEBUG');
  const { status, stderr } = start({ PARCOURS_DEBUG: '1' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\s+at /m);
});

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const here = resolve(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'parcours-exact-'));
cpSync(join(here, '.config'), join(copy, '.config'), { recursive: true });
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Lines of `text` that the linter refuses when the file stands at `path`. */
function refused(path: string, text: string): Promise<number[]> {
  const file = join(copy, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const linter = join(here, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--config-path', '.config', '--reporter=json', '--max-diagnostics=200', path];
  return new Promise((done, fail) => {
    execFile(process.execPath, [linter, ...options], { cwd: copy }, (_, out, err) => {
      if (!out.trim()) return fail(new Error(err));
      const { diagnostics } = JSON.parse(out) as { diagnostics: { category: string; location: { start: { line: number } } }[] };
      done([...new Set(diagnostics.filter(({ category }) => category === 'plugin').map(({ location }) => location.start.line))].sort((a, b) => a - b));
    });
  });
}

const faults = [
  'export const a = Math.exp(1);',
  'export const b = Math.pow(2, 3);',
  'export const c = 2 ** 3;',
  'export function d(x: number) { let y = x; y **= 2; return y; }',
  'export const e = Math.random();',
  'export const f = Date.now();',
  'export const g = new Date(2026, 0, 1);',
  'export const h = performance.now();',
  "export const i = 'a'.localeCompare('b');",
  'export const j = (1).toLocaleString();',
  "export const k = new Intl.NumberFormat('fr');",
  'const { tanh } = Math; export const l = tanh(1);',
  "export const m = Math['hypot'](1, 2);",
];
const exact = [
  'export const a = Math.sqrt(2) * Math.floor(1.5) + Math.imul(2, 3) + Math.LN2; // Math.exp, 2 ** 3',
  "export const performances = 'Date.now()';",
];

test.each(['src/engine/core/fault.ts', 'src/engine/mechanisms/fault.ts', 'src/experiments/fault.ts'])(
  'what differs between hosts is refused in %s',
  async (path) => {
    expect(await refused(path, faults.join('\n'))).toEqual(faults.map((_, line) => line + 1));
  },
);

test('exact arithmetic, words in comments and in texts are accepted', async () => {
  expect(await refused('src/engine/core/exact.ts', exact.join('\n'))).toEqual([]);
});

test('elsewhere the clock and Math are free', async () => {
  expect(await refused('src/cli/free.ts', faults.join('\n'))).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const here = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'parcours-reporter-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs one test file of the given text under the reporter. */
function run(name: string, text: string): { lines: string[]; code: number | null } {
  writeFileSync(join(folder, `${name}.test.mjs`), text);
  const options = ['run', name, '--root', folder, '--globals', '--reporter', join(here, 'test/reporter.ts')];
  const { stdout, status } = spawnSync(process.execPath, [join(here, 'node_modules/vitest/vitest.mjs'), ...options], { cwd: here, encoding: 'utf8' });
  return { lines: stdout.trimEnd().split('\n'), code: status };
}

test('the last line counts what passed and failed, the line above what was skipped', () => {
  const { lines, code } = run('mixed', "test('good', () => {});\ntest.skip('later', () => {});\ntest('bad', () => { expect(1).toBe(2); });");
  expect(lines.slice(-2)).toEqual(['1 test skipped', '1 passed, 1 failed']);
  expect(lines.join('\n')).toMatch(/FAILED mixed\.test\.mjs > bad\n {2}expected 1 to be 2[\s\S]*\n {2}at \S*mixed\.test\.mjs:3\n/);
  expect(code).not.toBe(0);
});

test('all passed: no failure, no word of skipping, exit code 0', () => {
  const { lines, code } = run('fine', "test('good', () => {});");
  expect(lines.at(-1)).toBe('1 passed, 0 failed');
  expect(lines.join('\n')).not.toMatch(/skipped|FAILED/);
  expect(code).toBe(0);
});

test.each([
  [
    'a hook that throws',
    "describe('part', () => { beforeAll(() => { throw new Error('hook'); }); test('a', () => {}); test('b', () => {}); });",
    '0 passed, 1 failed',
  ],
  ['a file that does not load', "import './absent.mjs';\ntest('a', () => {});", '0 passed, 1 failed'],
  [
    'an error outside any test',
    "test('a', async () => { Promise.reject(new Error('stray')); await new Promise((done) => setTimeout(done, 50)); });",
    '1 passed, 1 failed',
  ],
  ['a file without a test', 'export {};', '0 passed, 1 failed'],
])('%s is a failure', (name, text, last) => {
  const { lines, code } = run(name.replaceAll(' ', '-'), text);
  expect(lines.at(-1)).toBe(last);
  expect(code).not.toBe(0);
});

test('running no file at all is a failure', () => {
  const { lines, code } = run('present', "test('a', () => {});");
  expect([lines.at(-1), code]).toEqual(['1 passed, 0 failed', 0]);
  rmSync(join(folder, 'present.test.mjs'));
  const none = spawnSync(
    process.execPath,
    [join(here, 'node_modules/vitest/vitest.mjs'), 'run', 'absent', '--root', folder, '--reporter', join(here, 'test/reporter.ts')],
    { cwd: here, encoding: 'utf8' },
  );
  expect(none.stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
  expect(none.status).not.toBe(0);
});

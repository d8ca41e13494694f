import * as fs from 'node:fs';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { checkPlace, resultFiles, writeFolder } from '../../src/cli/folder.ts';
import { lockName, type Reserved, reserve } from '../../src/cli/reserve.ts';
import { folder } from './parcours.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, renameSync: vi.fn(real.renameSync) };
});

const { path: here, remove } = folder();
afterAll(remove);
afterEach(() => void vi.mocked(fs.renameSync).mockClear());

const files = (text: string) => resultFiles.map((name) => ({ name, bytes: Buffer.from(`${text} ${name}`) }));
const texts = (place: string) => Object.fromEntries(readdirSync(place).map((name) => [name, readFileSync(join(place, name), 'utf8')]));
const fresh = (name: string) => {
  mkdirSync(join(here, name));
  return join(here, name);
};

/** Every rename in turn fails once. */
test('a folder is replaced as a whole or not at all, whichever file fails', () => {
  const place = fresh('whole');
  writeFolder(place, files('old'));
  const before = texts(place);
  expect(Object.keys(before)).toHaveLength(resultFiles.length);
  const real = vi.mocked(fs.renameSync).getMockImplementation()!;
  for (let failing = 1; failing <= 2 * resultFiles.length; failing++) {
    let n = 0;
    vi.mocked(fs.renameSync).mockImplementation((from, to) => {
      if (++n === failing) throw Object.assign(new Error('no'), { code: 'EIO' });
      real(from, to);
    });
    expect(() => writeFolder(place, files('new'))).toThrow('no');
    expect([failing, texts(place)]).toEqual([failing, before]);
  }
  vi.mocked(fs.renameSync).mockImplementation(real);
  writeFolder(place, files('new'));
  expect(texts(place)['manifest.json']).toBe('new manifest.json');
  expect(readdirSync(place).sort()).toEqual([...resultFiles].sort());
});

test('while files change places no manifest stands there', () => {
  const place = fresh('manifest');
  writeFolder(place, files('old'));
  const real = vi.mocked(fs.renameSync).getMockImplementation()!;
  const seen: boolean[] = [];
  vi.mocked(fs.renameSync).mockImplementation((from, to) => {
    seen.push(existsSync(join(place, 'manifest.json')));
    real(from, to);
  });
  writeFolder(place, files('new'));
  vi.mocked(fs.renameSync).mockImplementation(real);
  expect(seen).toEqual([true, ...new Array(2 * resultFiles.length - 1).fill(false)]);
});

const taken = (place: string, force = false): Reserved => {
  const reserved = reserve(place, force);
  if (!reserved.ok) throw new Error(JSON.stringify(reserved.problems));
  return reserved.value;
};
const refused = (place: string) => {
  const reserved = reserve(place, false);
  return reserved.ok ? [] : reserved.problems.map(({ code, found }) => [code, found]);
};

test('a folder is held by one command at a time, and nothing is left of what was made for nothing', () => {
  const place = join(here, 'a/b/c');
  const first = taken(place);
  expect(refused(place)).toEqual([['out-locked', join(place, lockName)]]);
  first.release();
  first.release();
  expect(existsSync(join(here, 'a'))).toBe(false);
});

test('force takes over a lock: the first command knows it, and its end leaves the other in place', () => {
  const place = fresh('taken');
  const first = taken(place);
  const second = taken(place, true);
  expect([first.isOurs(), second.isOurs()]).toEqual([false, true]);
  first.release();
  expect(second.isOurs()).toBe(true);
  second.release();
  expect(readdirSync(place)).toEqual([]);
});

test('what cannot hold a result is told, each case by its own words, and nothing is left', () => {
  writeFileSync(join(here, 'file'), 'text');
  symlinkSync(join(here, 'nowhere'), join(here, 'dangling'));
  const codes = (place: string) => checkPlace(place).map(({ code, found }) => [code, found]);
  expect(codes(join(here, 'file/inside'))).toEqual([['out-not-a-folder', join(here, 'file')]]);
  expect(codes(join(here, 'dangling/inside'))).toEqual([['out-link-to-nothing', join(here, 'dangling')]]);
  expect(codes(join(here, 'n'.repeat(300)))).toEqual([['out-unwritable', 'ENAMETOOLONG']]);
  mkdirSync(join(here, 'blocked/series.csv'), { recursive: true });
  expect(refused(join(here, 'blocked'))).toEqual([['out-unwritable', 'EISDIR']]);
  expect(refused(join(here, 'made', 'n'.repeat(300)))).toEqual([['out-unwritable', 'ENAMETOOLONG']]);
  expect(existsSync(join(here, 'made'))).toBe(false);
});

test.runIf(existsSync('/proc/self'))('a place where the system takes no folder is refused at once', () => {
  expect(refused('/proc/x')).toEqual([['out-unwritable', expect.stringMatching(/^(ENOENT|EACCES)$/)]]);
  expect(refused('/proc/x/y')).toEqual([['out-unwritable', expect.stringMatching(/^(ENOENT|EACCES)$/)]]);
});

import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Problem, Read } from '../io/problem.ts';
import { allFiles, firstStanding, reason } from './folder.ts';
import { problem } from './options.ts';

/** The file that says a folder is being written to. */
export const lockName = '.parcours.lock';

/** A folder that is there, can be written to, and is ours until it is released. */
export interface Reserved {
  /** False once another command took the folder over. */
  readonly isOurs: () => boolean;
  /** Removes the lock, and the folders made for nothing. Calling it again does nothing. */
  readonly release: () => void;
}

/** Makes a folder and its parents one by one, since Node's own recursion does not end under `/proc`. Gives those it made, the deepest first. */
function makeFolder(folder: string): string[] {
  const missing: string[] = [];
  const there = firstStanding(resolve(folder));
  for (let path = resolve(folder); path !== there; path = dirname(path)) missing.push(path);
  const made: string[] = [];
  try {
    for (const path of missing.toReversed()) {
      if (makeOne(path)) made.unshift(path);
    }
  } catch (error) {
    removeEmpty(made);
    throw error;
  }
  return made;
}

/** False when another command made the folder in the meantime. */
function makeOne(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (reason(error) === 'EEXIST' && statSync(path).isDirectory()) return false;
    throw error;
  }
}

function removeEmpty(folders: readonly string[]): void {
  try {
    for (const path of folders) rmdirSync(path);
  } catch {
    // One that holds something stays, and so do those above it.
  }
}

/** Creates the lock, or takes it over. False when another command holds it. */
function takeLock(lock: string, token: string, force: boolean): boolean {
  try {
    writeFileSync(lock, token, { flag: 'wx' });
    return true;
  } catch (error) {
    if (reason(error) !== 'EEXIST') throw error;
    if (!force) return false;
    const beside = `${lock}.${token}`;
    writeFileSync(beside, token);
    renameSync(beside, lock);
    return true;
  }
}

function tokenIn(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return undefined;
  }
}

/** Folders that stand where a file of the result must go. */
const inTheWay = (folder: string): Problem[] =>
  allFiles
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
    .map((path) => problem('out-unwritable', path, { found: 'EISDIR' }));

/** Makes a folder ready and locks it against other commands, before anything is computed. `force` takes over a lock, left behind or not. */
export function reserve(folder: string, force: boolean): Read<Reserved> {
  const lock = join(folder, lockName);
  const token = randomUUID();
  let made: string[] = [];
  try {
    made = makeFolder(folder);
    const blocking = inTheWay(folder);
    if (blocking.length > 0) return { ok: false, problems: blocking };
    if (!takeLock(lock, token, force)) return { ok: false, problems: [problem('out-locked', `--out ${folder}`, { found: lock })] };
  } catch (error) {
    removeEmpty(made);
    return { ok: false, problems: [problem('out-unwritable', `--out ${folder}`, { found: reason(error) })] };
  }
  const isOurs = (): boolean => tokenIn(lock) === token;
  const release = (): void => {
    process.off('exit', release);
    if (!isOurs()) return;
    rmSync(lock, { force: true });
    removeEmpty(made);
  };
  process.on('exit', release);
  return { ok: true, value: { isOurs, release }, warnings: [] };
}

import { randomUUID } from 'node:crypto';
import { accessSync, closeSync, constants, existsSync, fsyncSync, lstatSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canonical } from '../io/canonical.ts';
import type { WrittenFile } from '../io/manifest.ts';
import type { Problem } from '../io/problem.ts';
import { problem } from './options.ts';

/** The files of a result, in the order they are put in place: the manifest last, so that it never speaks of files that are not there. */
export const resultFiles = ['runs.parquet', 'runs.csv', 'series.parquet', 'series.csv', 'comparison.csv', 'manifest.json'] as const;

/** Those that only some results have. */
const optionalFiles = ['sequences.parquet', 'sequences.csv'] as const;
/** Every name that a file of a result may have. */
export const allFiles = [...optionalFiles, ...resultFiles] as const;

/** What identifies a result before it is computed. */
export interface Identity {
  readonly modelVersion: string;
  readonly request: unknown;
  readonly scenarios: readonly { readonly id: string; readonly rules: unknown }[];
}

/** The code of an error of the system, or its words. */
export const reason = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** The manifest that stands in a folder, or undefined when there is none that can be read. */
function standing(folder: string): Identity | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Identity;
  } catch {
    return undefined;
  }
}

const identify = ({ modelVersion, request, scenarios }: Identity): string =>
  canonical({ modelVersion, request, scenarios: scenarios.map(({ id, rules }) => ({ id, rules })) });

function isSame(found: Identity | undefined, wanted: Identity): boolean {
  try {
    return found !== undefined && identify(found) === identify(wanted);
  } catch {
    return false;
  }
}

/** Whether something stands at a path, be it a link to nothing. */
function stands(path: string): boolean {
  try {
    return lstatSync(path) !== undefined;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(reason(error))) return false;
    throw error;
  }
}

/** The nearest of a path and its parents that stands. */
export const firstStanding = (path: string): string => (stands(path) || dirname(path) === path ? path : firstStanding(dirname(path)));

/** Why nothing could be written to `folder`, whatever the result. Touches nothing. */
export function checkPlace(folder: string): Problem[] {
  const path = `--out ${folder}`;
  try {
    const there = firstStanding(resolve(folder));
    const stats = statSync(there, { throwIfNoEntry: false });
    if (!stats) return [problem('out-link-to-nothing', path, { found: there })];
    if (!stats.isDirectory()) return [problem('out-not-a-folder', path, { found: there })];
    accessSync(there, constants.W_OK | constants.X_OK);
    return [];
  } catch (error) {
    return [problem('out-unwritable', path, { found: reason(error) })];
  }
}

/** A result that stands in `folder` already, told before anything is computed. The same result may be written again. */
export function checkOccupied(folder: string, wanted: Identity): Problem[] {
  const occupied = allFiles.some((name) => existsSync(join(folder, name)));
  return occupied && !isSame(standing(folder), wanted) ? [problem('out-occupied', `--out ${folder}`)] : [];
}

/** Writes a file and waits until it is safe on disk. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Where a file stands in turn: under a temporary name, in place, and what it replaces, set aside. */
interface Move {
  readonly bytes: Uint8Array;
  readonly written: string;
  readonly place: string;
  readonly aside: string;
}

/** Puts the moves made so far back, the last one first, so that the manifest is the last to speak again. */
function putBack(aside: readonly Move[], placed: readonly Move[]): void {
  for (const { place } of placed) rmSync(place, { force: true });
  for (const move of aside.toReversed()) renameSync(move.aside, move.place);
}

/** All or nothing: a failure on the way leaves what was there. While files change places there is no manifest to vouch for them. */
function replaceAll(moves: readonly Move[], obsolete: readonly Move[]): void {
  const aside: Move[] = [];
  const placed: Move[] = [];
  try {
    for (const move of [...obsolete, ...moves].toReversed()) {
      if (!existsSync(move.place)) continue;
      renameSync(move.place, move.aside);
      aside.push(move);
    }
    for (const move of moves) {
      renameSync(move.written, move.place);
      placed.push(move);
    }
  } catch (error) {
    putBack(aside, placed);
    throw error;
  }
}

/**
 * Writes files in the order given, the manifest last: each under a temporary name, and put in place once all are safe on disk.
 * What an earlier result had and this one has not goes. Nothing can interrupt it halfway but the end of the process; a failure leaves the folder as it was.
 */
export function writeFolder(folder: string, files: readonly WrittenFile[]): void {
  const mark = randomUUID();
  const moveOf = (name: string, bytes: Uint8Array): Move => {
    const hidden = join(folder, `.${name}.${mark}`);
    return { bytes, written: `${hidden}.tmp`, place: join(folder, name), aside: `${hidden}.old` };
  };
  const moves = files.map(({ name, bytes }) => moveOf(name, bytes));
  const obsolete = optionalFiles.filter((name) => !files.some((file) => file.name === name)).map((name) => moveOf(name, new Uint8Array()));
  try {
    for (const { written, bytes } of moves) writeWhole(written, bytes);
    replaceAll(moves, obsolete);
    for (const { aside } of [...moves, ...obsolete]) rmSync(aside, { force: true });
    syncFolder(folder);
  } finally {
    for (const { written } of moves) rmSync(written, { force: true });
  }
}

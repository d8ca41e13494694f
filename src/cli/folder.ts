import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync, accessSync, constants } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canonical } from '../io/canonical.ts';
import type { WrittenFile } from '../io/manifest.ts';
import type { Problem } from '../io/problem.ts';
import { problem } from './options.ts';

/** The files of a result, in the order they are put in place: the manifest last, so that it never speaks of files that are not there. */
export const resultFiles = ['runs.parquet', 'runs.csv', 'series.parquet', 'series.csv', 'comparison.csv', 'manifest.json'] as const;

/** What identifies a result before it is computed. */
export interface Identity {
  readonly modelVersion: string;
  readonly request: unknown;
  readonly scenarios: readonly { readonly id: string; readonly rules: unknown }[];
}

const reason = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

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

const firstStanding = (path: string): string => (existsSync(path) || dirname(path) === path ? path : firstStanding(dirname(path)));

/** Why nothing could be written to `folder`, whatever the result. */
export function checkPlace(folder: string): Problem[] {
  const path = `--out ${folder}`;
  const there = firstStanding(resolve(folder));
  try {
    if (!statSync(there).isDirectory()) return [problem('out-not-a-folder', path)];
    accessSync(there, constants.W_OK | constants.X_OK);
    return [];
  } catch (error) {
    return [problem('out-unwritable', path, { found: reason(error) })];
  }
}

/** A result that stands in `folder` already, told before anything is computed. The same result may be written again. */
export function checkOccupied(folder: string, wanted: Identity): Problem[] {
  const occupied = resultFiles.some((name) => existsSync(join(folder, name)));
  return occupied && !isSame(standing(folder), wanted) ? [problem('out-occupied', `--out ${folder}`)] : [];
}

function writeWhole(path: string, bytes: Uint8Array): void {
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

/**
 * Writes files in the order given, each under a temporary name and put in place once all are safe on disk.
 * Nothing can interrupt it halfway but the end of the process; a failure leaves no temporary file.
 */
export function writeFolder(folder: string, files: readonly WrittenFile[]): void {
  mkdirSync(folder, { recursive: true });
  const moves = files.map(({ name, bytes }) => ({ bytes, from: join(folder, `.${name}.${process.pid}.tmp`), to: join(folder, name) }));
  try {
    for (const { from, bytes } of moves) writeWhole(from, bytes);
    for (const { from, to } of moves) renameSync(from, to);
    syncFolder(folder);
  } finally {
    for (const { from } of moves) rmSync(from, { force: true });
  }
}

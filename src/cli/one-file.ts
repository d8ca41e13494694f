import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../io/problem.ts';
import { checkPlace, reason, writeWhole } from './folder.ts';
import { problem } from './options.ts';

/** Characters of a file looked at to know what it is. */
const HEAD = 4_096;

function headOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const first = Buffer.alloc(HEAD);
    return first.toString('utf8', 0, readSync(file, first, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}

/** What stands in the way of writing a file to `out`, told before anything is computed. One that is ours, by its head, may be replaced; another only when told so. */
export function inTheWay(out: string, force: boolean, isOurs: (head: string) => boolean): Problem[] {
  const path = `--out ${out}`;
  try {
    const place = checkPlace(dirname(resolve(out)));
    if (place.length > 0) return place.map((one) => ({ ...one, path }));
    const stats = statSync(out, { throwIfNoEntry: false });
    if (!stats) return [];
    if (stats.isDirectory()) return [problem('file-is-folder', path)];
    return force || isOurs(headOf(out)) ? [] : [problem('out-is-another-file', path)];
  } catch (error) {
    return [problem('out-unwritable', path, { found: reason(error) })];
  }
}

/** Writes one file and touches no other: under a temporary name beside it, then in place once safe on disk. Makes the folders that are missing. */
export function writeOne(out: string, text: string): void {
  const place = resolve(out);
  const folder = dirname(place);
  mkdirSync(folder, { recursive: true });
  const beside = join(folder, `.${basename(place)}.${randomUUID()}.tmp`);
  try {
    writeWhole(beside, Buffer.from(text));
    renameSync(beside, place);
  } finally {
    rmSync(beside, { force: true });
  }
}

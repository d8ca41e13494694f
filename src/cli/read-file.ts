import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mostBytes, tooLarge } from '../io/json.ts';
import type { Problem } from '../io/problem.ts';
import { problem } from './options.ts';

export type FileRead = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly problem: Problem };

const refuse = (code: string, path: string, found = ''): FileRead => ({ ok: false, problem: problem(code, path, { found }) });

/** The bytes of a handle, up to `most`. */
function bytesOf(file: number, most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  let length = 0;
  for (let n = -1; n !== 0 && length < most; length += n) n = readSync(file, bytes, length, most - length, null);
  return bytes.subarray(0, length);
}

/** The bytes of a file a person names, at most 1 MiB: a larger one is refused with its size, without being read whole. */
export function readBytes(path: string): FileRead {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const stats = fstatSync(file);
    if (stats.isDirectory()) return refuse('file-is-folder', path);
    const bytes = bytesOf(file, mostBytes + 1);
    if (bytes.length <= mostBytes) return { ok: true, bytes };
    return { ok: false, problem: tooLarge(path, Math.max(stats.size, bytes.length)) };
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? refuse('file-missing', path) : refuse('file-unreadable', path, code);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

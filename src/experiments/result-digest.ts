import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RunResult } from '../engine/index.ts';

/** SHA-256 of the sorted lines "run key, space, run digest, line feed": independent of the order of runs and scenarios. */
export function resultDigest(runs: readonly Pick<RunResult, 'key' | 'digest'>[]): string {
  const lines = runs.map(({ key, digest }) => `${key} ${digest}\n`).sort();
  return bytesToHex(sha256(utf8ToBytes(lines.join(''))));
}

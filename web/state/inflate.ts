import { Inflate } from 'fflate';

const STEP = 64;

/** Inflates `bytes` in small steps and gives up as soon as more than `limit` bytes come out: null then, and for broken data. */
export function inflateUpTo(bytes: Uint8Array, limit: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    size += part.length;
    if (size <= limit) parts.push(part);
  });
  try {
    for (let i = 0; i < bytes.length && size <= limit; i += STEP) stream.push(bytes.subarray(i, i + STEP), i + STEP >= bytes.length);
  } catch {
    return null;
  }
  if (size > limit) return null;
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

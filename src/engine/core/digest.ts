import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';

const utf8 = (text: string): Uint8Array => {
  const out: number[] = [];
  for (const char of text) {
    const c = char.codePointAt(0)!;
    if (c < 0x80) out.push(c);
    else if (c < 0x800) out.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) out.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else out.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  return Uint8Array.from(out);
};

/** SHA-256, in hexadecimal, of the canonical text of a plain value. */
export const hashOf = (value: unknown): string => bytesToHex(sha256(utf8(canonical(value))));

/** Digest of a run: its canonical request, then each indicator by sorted id with its series in little-endian float64. */
export function runDigest(request: unknown, series: Readonly<Record<string, Float64Array>>): string {
  const hash = sha256.create();
  hash.update(utf8(canonical(request)));
  for (const id of Object.keys(series).sort()) {
    hash.update(utf8(id));
    hash.update(littleEndian(id, series[id]));
  }
  return bytesToHex(hash.digest());
}

function littleEndian(id: string, values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  for (let m = 0; m < values.length; m++) {
    if (Number.isNaN(values[m])) throw new RangeError(`Indicator "${id}" is not a number in month ${m}.`);
    view.setFloat64(m * 8, values[m] === 0 ? 0 : values[m], true);
  }
  return bytes;
}

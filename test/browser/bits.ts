import { exp, log, logistic } from '../../src/engine/core/math.ts';

const functions = { exp, log, logistic };
const inputs = 50_000;

/** FNV-1a over the bits of each function's values at inputs spread over their range: two hosts agree on it only if they agree on every bit. */
export function bits(from: Readonly<Record<string, (x: number) => number>> = functions): Record<string, string> {
  const value = new Float64Array(1);
  const words = new Uint32Array(value.buffer);
  const hashOf = (f: (x: number) => number) => {
    let hash = 0x811c9dc5;
    for (let i = 1; i <= inputs; i += 1) {
      value[0] = f(i * 0.001234567);
      hash = Math.imul(hash ^ (words[0] as number), 0x01000193);
      hash = Math.imul(hash ^ (words[1] as number), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return Object.fromEntries(Object.entries(from).map(([name, f]) => [name, hashOf(f)]));
}

import { runSeed } from '../../engine/core/seed.ts';
import { log } from '../../engine/core/math.ts';
import { second, threefry } from '../../engine/core/threefry.ts';

/** Draws of one purpose of a study: each depends on the seed, the purpose, `i` and `k`, and on nothing drawn before. */
export interface Luck {
  /** Uniform in [0, 1). */
  uniform(i: number, k: number): number;
  /** Standard normal. `k` under 2²⁶. */
  normal(i: number, k: number): number;
}

const TO_UNIT = 1 / 4_294_967_296;
/** Pairs tried before giving up: the chance that all fail is under 10⁻⁴². */
const TRIES = 64;

/** Opens the draws of a purpose under a seed text. Normal draws by Marsaglia’s polar method, which needs no sine. */
export function openLuck(seed: string, purpose: string): Luck {
  const { k0, k1 } = runSeed(`${purpose}\u0000${seed}`, 0);
  return {
    uniform: (i, k) => (threefry(k0, k1, i, k) >>> 0) * TO_UNIT,
    normal(i, k) {
      for (let t = 0; t < TRIES; t++) {
        const u = 2 * (threefry(k0, k1, i, k * TRIES + t) >>> 0) * TO_UNIT - 1;
        const v = 2 * (second[0]! >>> 0) * TO_UNIT - 1;
        const square = u * u + v * v;
        if (square > 0 && square < 1) return u * Math.sqrt((-2 * log(square)) / square);
      }
      return 0;
    },
  };
}

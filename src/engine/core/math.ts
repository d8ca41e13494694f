import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';

const LN2_HI = 0.6931471803691238;
const LN2_LO = 1.9082149292705877e-10;
/** Under this, 1 + x. */
const TINY = 1 / 268_435_456;
const MOST = 700;
/** 2 to the power k, at place k + BIAS. */
const BIAS = 1022;
const powers = new Float64Array(2 * BIAS + 1).fill(1);
for (let k = 1; k <= BIAS; k++) {
  powers[BIAS + k] = 2 * powers[BIAS + k - 1];
  powers[BIAS - k] = powers[BIAS - k + 1] / 2;
}

/**
 * e to the power x: the same bits in every host, which `Math.exp` is not. It is the library’s own reduction and polynomial (FreeBSD’s), bit for bit,
 * written in one piece where no result can overflow: the product by a power of two is then exact. Beyond, the library itself.
 */
export function exp(x: number): number {
  if (!(x > -MOST && x < MOST)) return stdlibExp(x);
  if (x > -TINY && x < TINY) return 1 + x;
  const k = Math.trunc(x < 0 ? Math.LOG2E * x - 0.5 : Math.LOG2E * x + 0.5);
  const hi = x - k * LN2_HI;
  const lo = k * LN2_LO;
  const r = hi - lo;
  const t = r * r;
  const c =
    r - t * (0.16666666666666602 + t * (-0.0027777777777015593 + t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  return (1 - (lo - (r * c) / (2 - c) - hi)) * powers[k + BIAS];
}

/** Natural logarithm: the same bits in every host. */
export const log: (x: number) => number = stdlibLn;

/** 1 ÷ (1 + e^−x), without overflow on either side. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

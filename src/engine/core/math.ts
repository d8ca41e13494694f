import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';

/** e to the power x: the same bits in every host, which `Math.exp` is not. */
export const exp: (x: number) => number = stdlibExp;

/** Natural logarithm: the same bits in every host. */
export const log: (x: number) => number = stdlibLn;

/** 1 ÷ (1 + e^−x), without overflow on either side. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

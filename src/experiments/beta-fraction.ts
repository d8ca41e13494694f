const TINY = 1e-300;
const TERMS = 20_000;
const solid = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/**
 * The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method as modified by Thompson and Barnett:
 * I_x(a, b) = x^a (1 − x)^b ÷ (a B(a, b)) × fraction. Converges fast for x < (a + 1) ÷ (a + b + 2).
 */
export function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / solid(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= TERMS; m++) {
    const twice = a + 2 * m;
    const even = (m * (b - m) * x) / ((twice - 1) * twice);
    d = 1 / solid(1 + even * d);
    c = solid(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / (twice * (twice + 1));
    d = 1 / solid(1 + odd * d);
    c = solid(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) <= 2 * Number.EPSILON) return fraction;
  }
  throw new Error(`The incomplete beta function did not converge at x = ${x}, a = ${a}, b = ${b}.`);
}

const STEPS = 200;

/**
 * Root of a falling function between `low` (where it is positive) and `high` (where it is not):
 * Newton's method, halving the bracket whenever a step leaves it or shrinks too slowly.
 */
export function solveFalling(value: (x: number) => number, slope: (x: number) => number, low: number, high: number): number {
  let x = (low + high) / 2;
  let last = high - low;
  for (let step = 0; step < STEPS; step++) {
    const y = value(x);
    if (y === 0) return x;
    if (y > 0) low = x;
    else high = x;
    const newton = x - y / slope(x);
    const trusted = newton > low && newton < high && 2 * Math.abs(newton - x) < last;
    const next = trusted ? newton : (low + high) / 2;
    last = Math.abs(next - x);
    if (last <= Number.EPSILON * Math.abs(next)) return next;
    x = next;
  }
  return x;
}

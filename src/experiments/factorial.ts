/** A contrast of a full two-level design: which factors it multiplies, as bits. 1, 2, 4… are the main effects; 3 is the interaction of the first two. */
export type Contrast = number;

const bits = (n: number): number => {
  let count = 0;
  for (let left = n; left > 0; left &= left - 1) count++;
  return count;
};

/**
 * The value of one contrast in one replication: half the effect scale of Yates, that is the mean of the cells where the product of signs is +1
 * less the mean of those where it is −1. `cells[k]` is the outcome with the factors of the bits of `k` on. Needs a power of two of cells.
 */
export function contrastOf(cells: readonly number[], contrast: Contrast): number {
  if (cells.length < 2 || bits(cells.length) !== 1) throw new RangeError(`${cells.length} cells are not a full two-level design.`);
  if (!(contrast > 0 && contrast < cells.length)) throw new RangeError(`Contrast ${contrast} is outside a design of ${cells.length} cells.`);
  let sum = 0;
  for (let cell = 0; cell < cells.length; cell++) {
    const minus = bits(contrast & ~cell) % 2 === 1;
    sum += minus ? -cells[cell]! : cells[cell]!;
  }
  return (2 * sum) / cells.length;
}

/** Every contrast of a design of `factors`, main effects first, then by number of factors. */
export const contrasts = (factors: number): Contrast[] =>
  Array.from({ length: (1 << factors) - 1 }, (_, k) => k + 1).sort((a, b) => bits(a) - bits(b) || a - b);

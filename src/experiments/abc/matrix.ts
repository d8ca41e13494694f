/** A small dense matrix, by rows. */
export type Matrix = readonly (readonly number[])[];

/** Lower factor L of a symmetric positive definite matrix, L Lᵀ = A. Throws a RangeError on any other. */
export function cholesky(a: Matrix): number[][] {
  const n = a.length;
  const l = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i]![j]!;
      for (let k = 0; k < j; k++) rest -= l[i]![k]! * l[j]![k]!;
      if (i !== j) l[i]![j] = rest / l[j]![j]!;
      else if (rest > 0) l[i]![i] = Math.sqrt(rest);
      else throw new RangeError('The matrix is not positive definite.');
    }
  }
  return l;
}

/** x such that L x = b, for a lower factor. */
export function forward(l: Matrix, b: readonly number[]): number[] {
  const x: number[] = [];
  for (let i = 0; i < b.length; i++) {
    let rest = b[i]!;
    for (let k = 0; k < i; k++) rest -= l[i]![k]! * x[k]!;
    x.push(rest / l[i]![i]!);
  }
  return x;
}

/** x such that L Lᵀ x = b. */
export function solve(l: Matrix, b: readonly number[]): number[] {
  const x = forward(l, b);
  for (let i = b.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < b.length; k++) x[i]! -= l[k]![i]! * x[k]!;
    x[i]! /= l[i]![i]!;
  }
  return x;
}

export const identity = (n: number): number[][] => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => Number(i === j)));

export interface Eigen {
  readonly value: number;
  readonly vector: readonly number[];
}

const SWEEPS = 60;

/** Eigenvalues and unit eigenvectors of a symmetric matrix by Jacobi’s rotations, largest first. */
export function eigen(matrix: Matrix): Eigen[] {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = identity(n);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  }
  const found = a.map((row, i) => ({ value: row[i]!, vector: v.map((line) => line[i]!) }));
  return found.sort((x, y) => y.value - x.value);
}

/** Turns axes p and q so that their entry vanishes. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const off = a[p]![q]!;
  if (Math.abs(off) < 1e-300) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of a) turn(row, p, q, c, s);
  const [rp, rq] = [a[p]!, a[q]!];
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [rp[k]!, rq[k]!];
    rp[k] = c * x - s * y;
    rq[k] = s * x + c * y;
  }
  for (const row of v) turn(row, p, q, c, s);
}

function turn(row: number[], p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p]!, row[q]!];
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}

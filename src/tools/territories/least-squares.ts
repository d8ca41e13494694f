/** Coefficients that least squares give to the columns of `rows`, for `targets`. Throws when the columns do not differ enough. */
export function leastSquares(rows: readonly (readonly number[])[], targets: readonly number[]): number[] {
  const width = rows[0]?.length ?? 0;
  const system = Array.from({ length: width }, (_, i) => [
    ...Array.from({ length: width }, (_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
    rows.reduce((sum, row, k) => sum + row[i]! * targets[k]!, 0),
  ]);
  return solve(system);
}

/** Solves a square system given with its right-hand side as a last column, by elimination with the largest pivot. */
function solve(system: number[][]): number[] {
  const n = system.length;
  for (let column = 0; column < n; column++) {
    const pivot = largest(system, column);
    if (Math.abs(system[pivot]![column]!) < 1e-12) throw new Error('Least squares: the columns do not differ enough.');
    [system[column], system[pivot]] = [system[pivot]!, system[column]!];
    for (let row = column + 1; row < n; row++) subtract(system[row]!, system[column]!, column);
  }
  const solution = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row--) {
    const known = solution.reduce((sum, value, j) => (j > row ? sum + value * system[row]![j]! : sum), 0);
    solution[row] = (system[row]![n]! - known) / system[row]![row]!;
  }
  return solution;
}

function largest(system: readonly number[][], column: number): number {
  let best = column;
  for (let row = column + 1; row < system.length; row++) {
    if (Math.abs(system[row]![column]!) > Math.abs(system[best]![column]!)) best = row;
  }
  return best;
}

function subtract(row: number[], pivot: readonly number[], column: number): void {
  const ratio = row[column]! / pivot[column]!;
  for (let j = column; j < row.length; j++) row[j] = row[j]! - ratio * pivot[j]!;
}

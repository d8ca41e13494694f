import { GROUPS, groupOf, NEEDS } from './people.ts';

/** Mean severity under which a case reads as easy, and over which it reads as hard: about the thirds of the paid stock. */
export const EASY_UNDER = 0.22;
export const HARD_OVER = 0.34;

/** Severity of each group of needs: the worst need in it. */
export function groupSeverities(needs: Float32Array, row: number, out: Float64Array): void {
  out.fill(0, 0, GROUPS);
  for (let n = 0; n < NEEDS; n++) {
    const severity = needs[row * NEEDS + n];
    if (severity > out[groupOf[n]]) out[groupOf[n]] = severity;
  }
}

export function meanSeverity(needs: Float32Array, row: number): number {
  let sum = 0;
  for (let n = 0; n < NEEDS; n++) sum += needs[row * NEEDS + n];
  return sum / NEEDS;
}

/** The class of a case whose mean severity and group severities read as given. */
export function classify(mean: number, groups: Float64Array): number {
  const level = mean < EASY_UNDER ? 0 : mean > HARD_OVER ? 2 : 1;
  let main = 0;
  for (let g = 1; g < GROUPS; g++) if (groups[g] > groups[main]) main = g;
  return level * GROUPS + main;
}

const groups = new Float64Array(GROUPS);

/** The true class of a person: what a perfect reading would say. */
export function trueClass(needs: Float32Array, row: number): number {
  groupSeverities(needs, row, groups);
  return classify(meanSeverity(needs, row), groups);
}

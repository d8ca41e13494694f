import type { Context } from '../context.ts';
import { exp } from '../core/math.ts';
import { HORIZON, type Option, type Situation, type Term, TERMS, type TermName, termNames } from './terms.ts';

/** Options a structure can weigh at once: keep, close, four partners told in full or in part. */
const MOST_OPTIONS = 12;

/** The one place where a structure decides: utilities as sums of named terms, chances by softmax. */
export interface Kernel {
  readonly terms: readonly Term[];
  readonly utilities: Float64Array;
  readonly chances: Float64Array;
  /** Terms of each option last weighed, side by side: what events record. */
  readonly weighed: Float64Array;
}

const placeOf = Object.fromEntries(termNames.map((name, i) => [name, i])) as Record<TermName, number>;

/** What its workers came for: true durable exits and relief of needs, wherever they happen, against the hours of the act. */
export const missionTerm: Term = {
  name: 'mission',
  value: (option, s, { technology }) => HORIZON * s.mission * (s.gain + technology['relief-worth'][0] * s.relief) * (option.holds + option.elsewhere),
};

export const actTerm: Term = { name: 'act', value: (option) => -option.act };

/** What the act does to the structure's own budget. */
export const budgetTerm: Term = { name: 'budget', value: (option) => option.money };

export const createKernel = (added: readonly Term[]): Kernel => ({
  terms: [missionTerm, actTerm, budgetTerm, ...added],
  utilities: new Float64Array(MOST_OPTIONS),
  chances: new Float64Array(MOST_OPTIONS),
  weighed: new Float64Array(MOST_OPTIONS * TERMS),
});

/** Utility of one option, in hours; its terms go to place `o` of `weighed`. */
export function weigh(kernel: Kernel, o: number, option: Option, situation: Situation, context: Context): number {
  const at = o * TERMS;
  kernel.weighed.fill(0, at, at + TERMS);
  let sum = 0;
  for (let t = 0; t < kernel.terms.length; t++) {
    const term = kernel.terms[t];
    const value = term.value(option, situation, context);
    kernel.weighed[at + placeOf[term.name]] += value;
    sum += value;
  }
  kernel.utilities[o] = sum;
  return sum;
}

/** Chances of the first `n` options weighed, P ∝ exp(β·U). */
export function choose(kernel: Kernel, n: number, precision: number): void {
  let best = kernel.utilities[0];
  for (let o = 1; o < n; o++) if (kernel.utilities[o] > best) best = kernel.utilities[o];
  let total = 0;
  for (let o = 0; o < n; o++) {
    kernel.chances[o] = exp(precision * (kernel.utilities[o] - best));
    total += kernel.chances[o];
  }
  for (let o = 0; o < n; o++) kernel.chances[o] /= total;
}

/** Place of the option that a uniform draw falls on. */
export function pick(kernel: Kernel, n: number, draw: number): number {
  let left = draw;
  for (let o = 0; o < n - 1; o++) {
    left -= kernel.chances[o];
    if (left < 0) return o;
  }
  return n - 1;
}

import type { Context } from '../context.ts';
import { exp } from '../core/math.ts';
import { HORIZON, type Option, type Situation, type Term, TERMS, type TermName, termNames } from './terms.ts';

/** Options a structure can weigh at once: keep, close, four partners told in full or in part. */
const MOST_OPTIONS = 12;

/** The one place where a structure decides: utilities as sums of named terms, chances by softmax. */
export interface Kernel {
  readonly terms: readonly Term[];
  /** What each term is worth, and its place in `weighed`: as many as there are names, those that nobody fills being worth nothing. */
  readonly values: readonly Term['value'][];
  readonly places: Uint8Array;
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

const nothing = (): number => 0;

/** A term of a mechanism switched off: worth nothing, in its place, so that the others keep theirs. */
export const silent = ({ name }: Term): Term => ({ name, value: nothing });

export function createKernel(added: readonly Term[]): Kernel {
  const terms = [missionTerm, actTerm, budgetTerm, ...added];
  const names = terms.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new RangeError('A term of the kernel is declared twice.');
  const empty = termNames.filter((name) => !names.includes(name));
  return {
    terms,
    values: [...terms.map(({ value }) => value), ...empty.map(() => nothing)],
    places: Uint8Array.from([...names, ...empty], (name) => placeOf[name]),
    utilities: new Float64Array(MOST_OPTIONS),
    chances: new Float64Array(MOST_OPTIONS),
    weighed: new Float64Array(MOST_OPTIONS * TERMS),
  };
}

/**
 * Utility of one option, in hours; its terms go to place `o` of `weighed`. One line a term and no loop: each call is then compiled in place, where
 * a loop calls blindly and allocates every number returned.
 */
export function weigh(kernel: Kernel, o: number, option: Option, s: Situation, context: Context): number {
  const { values: v } = kernel;
  const at = o * TERMS;
  let sum = 0;
  sum += kept(kernel, at, 0, v[0](option, s, context));
  sum += kept(kernel, at, 1, v[1](option, s, context));
  sum += kept(kernel, at, 2, v[2](option, s, context));
  sum += kept(kernel, at, 3, v[3](option, s, context));
  sum += kept(kernel, at, 4, v[4](option, s, context));
  sum += kept(kernel, at, 5, v[5](option, s, context));
  sum += kept(kernel, at, 6, v[6](option, s, context));
  sum += kept(kernel, at, 7, v[7](option, s, context));
  sum += kept(kernel, at, 8, v[8](option, s, context));
  sum += kept(kernel, at, 9, v[9](option, s, context));
  sum += kept(kernel, at, 10, v[10](option, s, context));
  sum += kept(kernel, at, 11, v[11](option, s, context));
  sum += kept(kernel, at, 12, v[12](option, s, context));
  kernel.utilities[o] = sum;
  return sum;
}

function kept({ weighed, places }: Kernel, at: number, t: number, value: number): number {
  // Minus zero is kept as zero.
  weighed[at + places[t]] = value + 0;
  return value;
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

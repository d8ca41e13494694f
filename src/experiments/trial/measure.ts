import { estimate } from '../estimate.ts';
import type { Estimate } from '../types.ts';
import { ATOM, type Atom, atomsOf, cellAtom, orderAtoms } from './atoms.ts';
import type { Played } from './play.ts';
import type { Experiment, Measure } from './types.ts';

/** Sums of an atom over replications. */
type Sums = (atom: Atom) => Float64Array;

/** The mean of a cell: its twins’ mean over all, plus what its people gained on their own twins. */
function adjusted(sums: Float64Array, { kind }: Atom): number {
  const [n, own, twins, all, base] = sums as unknown as [number, number, number, number, number];
  if (kind !== 'mean') return own / n;
  return base / all + (own - twins) / n;
}

/** Hazard ratio of two cells, each relative to its twins. */
function hazardRatio(a: Float64Array, b: Float64Array): number {
  const relative = ([events, risk, twinEvents, twinRisk]: Float64Array): number => events! / risk! / (twinEvents! / twinRisk!);
  return relative(a) / relative(b);
}

/** Share of pairs of cells that stand in the published order, the greatest first. */
function inOrder(values: readonly number[]): number {
  let right = 0;
  let pairs = 0;
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++) {
      pairs++;
      if (values[i]! > values[j]!) right++;
    }
  return right / pairs;
}

function combined(experiment: Experiment, measure: Measure, sums: Sums): number {
  const own = plain(experiment, measure, sums);
  const divided = measure.over ? own / combined(experiment, measure.over, sums) : own;
  return measure.minus ? divided - combined(experiment, measure.minus, sums) : divided;
}

function plain(experiment: Experiment, measure: Measure, sums: Sums): number {
  if (measure.kind === 'rank') return inOrder(orderAtoms(experiment, measure).map((one) => adjusted(sums(one), one)));
  const of = cellAtom(experiment, measure, 'of');
  if (measure.kind === 'level' || measure.kind === 'gini' || measure.kind === 'correlation') return adjusted(sums(of), of);
  const against = cellAtom(experiment, measure, 'against');
  if (measure.kind === 'hazard-ratio') return hazardRatio(sums(of), sums(against));
  const [a, b] = [adjusted(sums(of), of), adjusted(sums(against), against)];
  return measure.kind === 'difference' ? a - b : measure.kind === 'ratio' ? a / b : (a - b) / b;
}

/**
 * A measure over all replications, with its interval by leaving one out: ratios are those of pooled sums, not means of noisy ratios.
 * The estimate is made of the pseudo-values n·θ − (n−1)·θ₋ᵣ. Undefined when nobody is in a cell, or nothing happened there to divide by.
 */
export function measureOver(experiment: Experiment, measure: Measure, scale: number, runs: readonly Played[]): Estimate | undefined {
  const places = new Map(atomsOf(experiment).map(({ key }, n) => [key, n]));
  const total = new Map<number, Float64Array>();
  const sumsOf =
    (without: Played | undefined): Sums =>
    (atom) => {
      const n = places.get(atom.key)!;
      let all = total.get(n);
      if (!all) {
        all = new Float64Array(ATOM);
        for (const { atoms } of runs) for (let k = 0; k < ATOM; k++) all[k]! += atoms[n * ATOM + k]!;
        total.set(n, all);
      }
      return without ? all.map((value, k) => value - without.atoms[n * ATOM + k]!) : all;
    };
  const whole = scale * combined(experiment, measure, sumsOf(undefined));
  if (!Number.isFinite(whole)) return undefined;
  const n = runs.length;
  if (n < 2) return estimate([whole], 'level');
  const pseudo = runs.map((one) => n * whole - (n - 1) * scale * combined(experiment, measure, sumsOf(one)));
  return pseudo.every(Number.isFinite) ? estimate(pseudo, 'level') : undefined;
}

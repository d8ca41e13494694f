import { estimate } from '../estimate.ts';
import type { Estimate } from '../types.ts';
import { ATOM, type Atom, atomsOf, cellAtom, orderAtoms } from './atoms.ts';
import type { Played } from './play.ts';
import { alone, type Experiment, type Measure } from './types.ts';

/** What a measure is made from: the sums of an atom over replications, and what it was divided by on the way, in order. */
interface Pool {
  readonly sums: (atom: Atom) => Float64Array;
  readonly divisors: number[];
}

/** The mean of a cell: its twins’ mean over all, plus what its people gained on their own twins. A hazard is events over months at risk. */
function adjusted(sums: Float64Array, { kind }: Atom): number {
  const [n, own, twins, all, base] = sums as unknown as [number, number, number, number, number];
  if (kind === 'hazard') return n / own;
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

/** A measure of pooled sums: first divided by another, then less a third, each a measure of its own. */
function combined(experiment: Experiment, measure: Measure, pool: Pool): number {
  const own = measure.kind === 'group' ? combined(experiment, measure.measure!, pool) : plain(experiment, measure, pool);
  const divided = measure.over ? divide(own, combined(experiment, measure.over, pool), pool) : own;
  return measure.minus ? divided - combined(experiment, measure.minus, pool) : divided;
}

function divide(a: number, b: number, { divisors }: Pool): number {
  divisors.push(b);
  return a / b;
}

function plain(experiment: Experiment, measure: Measure, pool: Pool): number {
  const { sums } = pool;
  if (measure.kind === 'rank') return inOrder(orderAtoms(experiment, measure).map((one) => adjusted(sums(one), one)));
  const of = cellAtom(experiment, measure, 'of');
  if (alone.includes(measure.kind)) return adjusted(sums(of), of);
  const against = cellAtom(experiment, measure, 'against');
  if (measure.kind === 'hazard-ratio') return hazardRatio(sums(of), sums(against));
  const [a, b] = [adjusted(sums(of), of), adjusted(sums(against), against)];
  if (measure.kind === 'difference') return a - b;
  return divide(measure.kind === 'ratio' ? a : a - b, b, pool);
}

/** A measure and its divisors, made of all replications but one. */
interface Made {
  readonly value: number;
  readonly divisors: readonly number[];
}

/**
 * A measure over all replications, with its interval by leaving one out: sums are pooled over replications first, and differences and ratios, however
 * nested, are made of pooled sums, not as means of noisy ratios. The estimate is made of the pseudo-values n·θ − (n−1)·θ₋ᵣ.
 * When the interval of something it divides by holds zero, the ratio has no bounds (Fieller 1954): it is told without an interval, and so undecided.
 * Undefined when nobody is in a cell, or nothing happened there to divide by.
 */
export function measureOver(experiment: Experiment, measure: Measure, scale: number, runs: readonly Played[]): Estimate | undefined {
  const sumsOf = sumsOver(experiment, runs);
  const make = (without: Played | undefined): Made => {
    const divisors: number[] = [];
    const value = scale * combined(experiment, measure, { sums: (atom) => sumsOf(atom, without), divisors });
    return { value, divisors };
  };
  const whole = make(undefined);
  if (!Number.isFinite(whole.value)) return undefined;
  const n = runs.length;
  if (n < 2) return estimate([whole.value], 'level');
  const left = runs.map(make);
  const pseudo = (all: number, without: readonly number[]) => without.map((one) => n * all - (n - 1) * one);
  if (
    whole.divisors.some((divisor, d) =>
      mayBeZero(
        pseudo(
          divisor,
          left.map(({ divisors }) => divisors[d]!),
        ),
      ),
    )
  )
    return estimate([whole.value], 'level');
  const values = pseudo(
    whole.value,
    left.map(({ value }) => value),
  );
  return values.every(Number.isFinite) ? estimate(values, 'level') : undefined;
}

function mayBeZero(values: readonly number[]): boolean {
  if (!values.every(Number.isFinite)) return true;
  const { low, high } = estimate(values, 'level');
  return low! <= 0 && high! >= 0;
}

/** Sums of each atom over replications, all of them or all but one. */
function sumsOver(experiment: Experiment, runs: readonly Played[]): (atom: Atom, without: Played | undefined) => Float64Array {
  const places = new Map(atomsOf(experiment).map(({ key }, n) => [key, n]));
  const total = new Map<number, Float64Array>();
  return ({ key }, without) => {
    const n = places.get(key)!;
    let all = total.get(n);
    if (!all) {
      all = new Float64Array(ATOM);
      for (const { atoms } of runs) for (let k = 0; k < ATOM; k++) all[k]! += atoms[n * ATOM + k]!;
      total.set(n, all);
    }
    return without ? all.map((value, k) => value - without.atoms[n * ATOM + k]!) : all;
  };
}

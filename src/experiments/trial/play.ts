import { indicators, type RunRequest, type RunResult, settle, simulate, type Trial, type TrialRecord } from '../../engine/index.ts';
import { ATOM, type Atom } from './atoms.ts';
import { hazardOf, outcomeOf } from './outcomes.ts';
import { correlation, gini } from './spread.ts';
import type { Cell } from './types.ts';

/** One replication of an experiment on one ground: the unit of parallel work. */
export interface Job {
  readonly population: number;
  readonly months: number;
  readonly replication: number;
  /** The run in which units are assigned; its trial draws the lottery. For a territory, one run an arm, in their order. */
  readonly runs: readonly RunRequest[];
  /** Arms by place. */
  readonly arms: readonly string[];
  readonly strata: readonly string[];
  readonly saturations: readonly number[];
  readonly territory: boolean;
  readonly atoms: readonly Atom[];
}

/** Numbers of a replication, `ATOM` for each atom in turn. */
export interface Played {
  readonly replication: number;
  readonly atoms: Float64Array;
}

/**
 * Plays the trial and its twin, a world of the same people and luck where everyone is in the first arm, and reads the atoms.
 * Each person is compared with his twin, so that what separates arms by the luck of the lottery alone is taken out: a cell’s mean is the
 * twins’ mean over all plus what its people gained on their twins.
 */
export function play(job: Job): Played {
  const first = job.runs[0]!;
  const world = settle(first);
  const run = (request: RunRequest, trial: Partial<Trial>): RunResult => simulate({ ...request, trial: { ...request.trial!, ...trial } }, { from: world });
  const drawn = run(first, job.territory ? { all: 0 } : {});
  const { members } = drawn.trial!;
  const twin = job.territory ? drawn : run(first, { all: 0, members });
  const others = job.territory ? [drawn, ...job.runs.slice(1).map((request, a) => run(request, { all: a + 1, members }))] : [drawn];
  const atoms = new Float64Array(job.atoms.length * ATOM);
  job.atoms.forEach((atom, n) => {
    const of = others[job.territory ? job.arms.indexOf(atom.cell.arm) : 0]!;
    atoms.set(read(job, atom, of, twin), n * ATOM);
  });
  return { replication: job.replication, atoms };
}

function read(job: Job, atom: Atom, of: RunResult, twin: RunResult): ArrayLike<number> {
  if (atom.kind === 'indicator') return [1, seriesMean(of, atom)];
  if (atom.kind === 'correlation') return [1, correlationOf(job, atom.cell, of.trial!)];
  const inside = members(job, atom.cell, of.trial!);
  if (atom.kind === 'gini') return [1, gini(outcomeOf(of.trial!, atom.outcome!).filter((_, k) => inside[k]))];
  return atom.kind === 'hazard' ? hazards(atom, inside, of, twin) : means(job, atom, inside, of, twin);
}

function seriesMean({ series, levels }: RunResult, { outcome }: Atom): number {
  const { indicator, survey, from, to, as } = outcome!;
  if (survey !== undefined) return levels[survey] ?? Number.NaN;
  const values = series[indicator!]!.subarray(from - 1, to);
  if (as === 'end') return values[values.length - 1]!;
  const sum = values.reduce((a, b) => a + b, 0);
  return as === 'sum' ? sum : sum / values.length;
}

/** Which people a cell holds: those of its arm, stratum and saturations. */
function members(job: Job, { arm, stratum, saturation }: Cell, { members: all }: TrialRecord): Uint8Array {
  const a = job.arms.indexOf(arm);
  const s = stratum === undefined ? -1 : job.strata.indexOf(stratum);
  return Uint8Array.from(all.ids, (_, k) => {
    if (!job.territory && all.group[k] !== a) return 0;
    if (s >= 0 && !(all.strata[k]! & (1 << s))) return 0;
    if (!saturation) return 1;
    const share = job.saturations[all.place[k]! - 1]!;
    return saturation[0] <= share && share <= saturation[1] ? 1 : 0;
  });
}

/** People of the cell, sums of their figure and of their twins’; people of the stratum, sum of their twins’. */
function means(job: Job, { outcome, cell }: Atom, inside: Uint8Array, of: RunResult, twin: RunResult): Float64Array {
  const own = outcomeOf(of.trial!, outcome!);
  const other = outcomeOf(twin.trial!, outcome!);
  const s = cell.stratum === undefined ? -1 : job.strata.indexOf(cell.stratum);
  const out = new Float64Array(ATOM);
  own.forEach((value, k) => {
    if (inside[k]) {
      out[0]!++;
      out[1]! += value;
      out[2]! += other[k]!;
    }
    if (s >= 0 && !(of.trial!.members.strata[k]! & (1 << s))) return;
    out[3]!++;
    out[4]! += other[k]!;
  });
  return out;
}

/** Events and months at risk of the cell, and of its twins. */
function hazards({ outcome }: Atom, inside: Uint8Array, of: RunResult, twin: RunResult): Float64Array {
  const own = hazardOf(of.trial!, outcome!);
  const other = hazardOf(twin.trial!, outcome!);
  const out = new Float64Array(ATOM);
  inside.forEach((in_, k) => {
    if (!in_) return;
    out[0]! += own.events[k]!;
    out[1]! += own.risk[k]!;
    out[2]! += other.events[k]!;
    out[3]! += other.risk[k]!;
  });
  return out;
}

/** Over structures: results declared against durable exits, both for a person followed a month. */
function correlationOf(job: Job, { arm }: Cell, { structures: s }: TrialRecord): number {
  const a = job.arms.indexOf(arm);
  const rows = Array.from(s.followed.keys()).filter((j) => s.followed[j]! > 0 && (job.territory || s.group[j] === a));
  return correlation(
    rows.map((j) => s.declared[j]! / s.followed[j]!),
    rows.map((j) => s.exits[j]! / s.followed[j]!),
  );
}

/** Ids of indicators an outcome may name. */
export const indicatorIds: readonly string[] = indicators.map(({ id }) => id);

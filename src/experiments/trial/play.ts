import { indicators, type RunRequest, type RunResult, settle, simulate, type Trial, type TrialRecord } from '../../engine/index.ts';
import { ATOM, type Atom } from './atoms.ts';
import { percentile } from '../sums.ts';
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
  /** Month in which the first units begin: windows on figures of the whole territory count from there. */
  readonly start: number;
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
    const places = armsOf(atom.cell).map((arm) => job.arms.indexOf(arm));
    const worlds = job.territory ? places.map((a) => others[a]!) : [drawn];
    atoms.set(read(job, atom, worlds, twin), n * ATOM);
  });
  return { replication: job.replication, atoms };
}

/** What an atom reads of the worlds of its cell: the one where arms were drawn or, for a territory, one for each arm pooled. */
function read(job: Job, atom: Atom, worlds: readonly RunResult[], twin: RunResult): ArrayLike<number> {
  const trials = worlds.map(({ trial }) => trial!);
  if (atom.kind === 'indicator') return [worlds.length, worlds.reduce((sum, world) => sum + seriesMean(world, atom, job.start), 0)];
  if (atom.kind === 'correlation') return [1, correlationOf(job, atom.cell, trials)];
  const twins = trials.map((trial) => twinsOf(trial, twin.trial!));
  const insides = trials.map((trial, w) => members(job, atom.cell, trial, twins[w]!));
  if (atom.kind === 'gini') return [1, gini(Float64Array.from(trials.flatMap((trial, w) => figures(outcomeOf(trial, atom.outcome!), insides[w]!))))];
  if (atom.quantile !== undefined) return quantiles(job, atom, insides, trials, twins, twin.trial!);
  const each = trials.map((trial, w) =>
    atom.kind === 'hazard' ? hazards(atom, insides[w]!, trial, twins[w]!, twin.trial!) : means(job, atom, insides[w]!, trial, twins[w]!, twin.trial!),
  );
  return each.reduce((sum, one) => sum.map((value, k) => value + one[k]!));
}

const figures = (values: Float64Array, inside: Uint8Array): number[] => Array.from(values).filter((_, k) => inside[k]);

function seriesMean({ series, levels }: RunResult, { outcome }: Atom, start: number): number {
  const { indicator, survey, from, to, as } = outcome!;
  if (survey !== undefined) return levels[survey] ?? Number.NaN;
  const values = series[indicator!]!.subarray(start + from - 1, start + to);
  if (as === 'end') return values[values.length - 1]!;
  const sum = values.reduce((a, b) => a + b, 0);
  return as === 'sum' ? sum : sum / values.length;
}

/**
 * The line of each person in the twin world: people enrolled in the same month stand there in the order of their rows, which may differ. −1 for whoever
 * that world had already lost when they were enrolled: such a person is compared with nobody, and left out.
 */
function twinsOf({ members: { ids } }: TrialRecord, { members }: TrialRecord): Int32Array {
  const lines = new Map(Array.from(members.ids, (id, k) => [id, k]));
  return Int32Array.from(ids, (id) => lines.get(id) ?? -1);
}

/** Arms of a cell, each once. */
const armsOf = ({ arm }: Cell): readonly string[] => (typeof arm === 'string' ? [arm] : [...new Set(arm)]);

/** Which people a cell holds: those of its arms, stratum and saturations. */
function members(job: Job, cell: Cell, { members: all }: TrialRecord, twins: Int32Array): Uint8Array {
  const { stratum, saturation } = cell;
  const arms = armsOf(cell).map((arm) => job.arms.indexOf(arm));
  const s = stratum === undefined ? -1 : job.strata.indexOf(stratum);
  return Uint8Array.from(all.ids, (_, k) => {
    if (twins[k]! < 0) return 0;
    if (!job.territory && !arms.includes(all.group[k]!)) return 0;
    if (s >= 0 && !(all.strata[k]! & (1 << s))) return 0;
    if (!saturation) return 1;
    const share = job.saturations[all.place[k]! - 1]!;
    return saturation[0] <= share && share <= saturation[1] ? 1 : 0;
  });
}

/** People of the cell, sums of their figure and of their twins’; people of the stratum, sum of their twins’. */
function means(job: Job, { outcome, cell }: Atom, inside: Uint8Array, of: TrialRecord, twins: Int32Array, twin: TrialRecord): Float64Array {
  const own = outcomeOf(of, outcome!);
  const other = outcomeOf(twin, outcome!);
  const all = stratumOf(job, cell, of, twins);
  const out = new Float64Array(ATOM);
  own.forEach((value, k) => {
    if (inside[k]) {
      out[0]!++;
      out[1]! += value;
      out[2]! += other[twins[k]!]!;
    }
    if (!all[k]) return;
    out[3]!++;
    out[4]! += other[twins[k]!]!;
  });
  return out;
}

/** People of the study in the stratum of a cell, whatever their arm. */
function stratumOf(job: Job, { stratum }: Cell, { members: { strata } }: TrialRecord, twins: Int32Array): Uint8Array {
  const s = stratum === undefined ? -1 : job.strata.indexOf(stratum);
  return Uint8Array.from(strata, (mark, k) => (twins[k]! >= 0 && (s < 0 || mark & (1 << s)) ? 1 : 0));
}

/** As means, of a quantile of the people: that of the cell, of its twins, and of the twins of all. A replication with nobody in the cell says nothing. */
function quantiles(
  job: Job,
  { outcome, cell, quantile }: Atom,
  insides: readonly Uint8Array[],
  trials: readonly TrialRecord[],
  twins: readonly Int32Array[],
  twin: TrialRecord,
): number[] {
  const figured = outcomeOf(twin, outcome!);
  const others = twins.map((lines) => Float64Array.from(lines, (k) => figured[k] ?? Number.NaN));
  const of = (values: readonly number[]) => percentile(Float64Array.from(values).sort(), quantile!);
  const own = trials.flatMap((trial, w) => figures(outcomeOf(trial, outcome!), insides[w]!));
  if (own.length === 0) return [0, 0, 0, 0, 0];
  const paired = insides.flatMap((inside, w) => figures(others[w]!, inside));
  return [1, of(own), of(paired), 1, of(figures(others[0]!, stratumOf(job, cell, trials[0]!, twins[0]!)))];
}

/** Events and months at risk of the cell, and of its twins. */
function hazards({ outcome }: Atom, inside: Uint8Array, of: TrialRecord, twins: Int32Array, twin: TrialRecord): Float64Array {
  const own = hazardOf(of, outcome!);
  const other = hazardOf(twin, outcome!);
  const out = new Float64Array(ATOM);
  inside.forEach((in_, k) => {
    if (!in_) return;
    out[0]! += own.events[k]!;
    out[1]! += own.risk[k]!;
    out[2]! += other.events[twins[k]!]!;
    out[3]! += other.risk[twins[k]!]!;
  });
  return out;
}

/** Over structures: results declared against durable exits, both for a person followed a month. */
function correlationOf(job: Job, cell: Cell, trials: readonly TrialRecord[]): number {
  const arms = armsOf(cell).map((arm) => job.arms.indexOf(arm));
  const rows = trials.flatMap(({ structures: s }) =>
    Array.from(s.followed.keys())
      .filter((j) => s.followed[j]! > 0 && (job.territory || arms.includes(s.group[j]!)))
      .map((j) => ({ declared: s.declared[j]! / s.followed[j]!, exits: s.exits[j]! / s.followed[j]! })),
  );
  return correlation(
    rows.map(({ declared }) => declared),
    rows.map(({ exits }) => exits),
  );
}

/** Ids of indicators an outcome may name. */
export const indicatorIds: readonly string[] = indicators.map(({ id }) => id);

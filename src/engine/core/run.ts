import type { Territory } from '../world/territory.ts';
import type { Lives, Watching } from '../lives.ts';
import type { Arm, Rules } from './rules.ts';
import type { Trial, TrialRecord } from './trial.ts';

/** One replication of one rule book in one territory: the unit of parallel work. */
export interface RunRequest {
  readonly rules: Rules;
  readonly territory: Territory;
  /** Agents on minimum income or entitled at month 0. */
  readonly population: number;
  /** Months reported, after 24 months of warm-up under the territory's own base rules. */
  readonly months: number;
  readonly seed: string;
  readonly replication: number;
  readonly arms?: readonly Arm[];
  /** Parameter values of this replication, warm-up included: a posterior draw. Without it, defaults. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** A study played inside the run. Part of the key. */
  readonly trial?: Trial;
  /** Who is looked at more closely: outside the key and the digest. */
  readonly watching?: Watching;
}

export interface RunResult {
  /** Run key: SHA-256 of what was asked. */
  readonly key: string;
  /** Run digest: SHA-256 of what was asked and every bit of what came out. */
  readonly digest: string;
  readonly replication: number;
  /** Readings on the definitions of published surveys, in %: a year on, ten years on, mean of the months. Outside the digest. */
  readonly levels: Readonly<Record<string, number>>;
  /** One closed monthly series per indicator id. */
  readonly series: Readonly<Record<string, Float64Array>>;
  /** What was seen of the people watched, when some were. Outside the digest. */
  readonly lives?: Lives;
  /** What was recorded of the trial, when one was played. Outside the digest. */
  readonly trial?: TrialRecord;
}

import type { RunRequest, RunResult } from '../engine/index.ts';

/** Runs requests somewhere (here, in workers) and gives results in the order asked. Supplied from above. */
export type Run = (requests: readonly RunRequest[], onResult?: (index: number, result: RunResult) => void) => Promise<RunResult[]>;

declare const made: unique symbol;

/**
 * A figure shown to anyone. `low` and `high`: 95 % interval of the mean over replications (Student).
 * `p5` and `p95`: spread between replications, a different thing. With n < 2 all four are null.
 * Only `estimate()` makes one.
 */
export interface Estimate {
  readonly [made]: true;
  readonly kind: 'level' | 'paired-difference';
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly p5: number | null;
  readonly p95: number | null;
  readonly n: number;
}

/** In how many replications the scenario did better than its reference, ties counted half, with Wilson's interval. */
export interface Better {
  readonly wins: number;
  readonly n: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What can be said of a difference: `difference` needs a Holm-adjusted p under 0.05 over the table's indicators. */
export type Finding =
  | { readonly word: 'difference'; readonly direction: 'up' | 'down'; readonly verdict: 'better' | 'worse' | 'neutral' }
  | { readonly word: 'no-difference'; readonly needed: number | null }
  | { readonly word: 'identical' }
  | { readonly word: 'unknown' };

export interface Difference {
  readonly estimate: Estimate;
  /** Null for neutral indicators and for n < 2. */
  readonly better: Better | null;
  /** Var(unpaired) ÷ Var(paired); null when it cannot be told. */
  readonly pairingGain: number | null;
  /** Two-sided p of the paired t test, and Holm-adjusted over the table; null when n < 2. */
  readonly p: number | null;
  readonly pHolm: number | null;
  readonly finding: Finding;
}

/** Monthly mean over replications, its 95 % interval, and the 5th to 95th percentile between replications. */
export interface Band {
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly p5: Float64Array;
  readonly p95: Float64Array;
  readonly n: number;
}

export interface ScenarioResult {
  readonly id: string;
  readonly title: { readonly fr: string; readonly en: string };
  readonly digest: string;
  readonly indicators: Readonly<Record<string, Estimate>>;
}

/** A posterior that replications drew their parameters from. */
export interface PosteriorUsed {
  readonly id: string;
  /** SHA-256 of its parameters and particles. */
  readonly digest: string;
  readonly particles: number;
  /** By how much the errors of its targets were stretched; 1 when they hold as stated. */
  readonly tolerance: number;
}

/** What `--json` prints: nothing machine-dependent in it. */
export interface ComparisonResult {
  readonly schema: 'parcours/result@1';
  readonly modelVersion: string;
  readonly command: 'run' | 'compare';
  readonly seed: string;
  readonly territory: string;
  readonly population: number;
  readonly months: number;
  readonly replications: number;
  readonly scenarios: readonly ScenarioResult[];
  /** Where the parameters of each replication were drawn, when they were not held at their default values. */
  readonly posterior?: PosteriorUsed;
  readonly differences: readonly { readonly scenario: string; readonly against: string; readonly indicators: Readonly<Record<string, Difference>> }[];
  readonly digest: string;
  readonly warnings: readonly { readonly code: string; readonly values: Readonly<Record<string, string | number>> }[];
}

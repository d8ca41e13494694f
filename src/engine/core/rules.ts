/** A dated change of the rule book, resolved: values are numbers, a choice being its place in its list. */
export interface Change {
  /** Takes effect before this month is simulated. */
  readonly at: number;
  /** Exclusive: from this month on the earlier value is back. */
  readonly until?: number;
  /** Months over which the change is spread linearly. */
  readonly over?: number;
  readonly set: Readonly<Record<string, number>>;
}

/** A rule book, resolved: bundles opened into their details, titles and reasons gone. What runs and what is hashed. */
export interface Rules {
  /** Levers and parameters that differ from their default, by id. */
  readonly set: Readonly<Record<string, number>>;
  readonly timeline: readonly Change[];
  /** Mechanisms switched off, by key, sorted. */
  readonly off: readonly string[];
}

/** Overrides for some units only: a trial's arm. */
export interface Arm {
  readonly set: Readonly<Record<string, number>>;
  readonly unit: 'person' | 'structure' | 'zone';
  /** Share of the units assigned, by keyed lottery. */
  readonly share: number;
}

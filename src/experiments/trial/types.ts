import type { Rules, ServiceSpec, Edits, Territory, Text, Who } from '../../engine/index.ts';
import type { Estimate } from '../types.ts';

/** The closed list of units that arms are given to. For a territory, each arm is the whole territory under its own rules. */
export const units = ['person', 'caseworker', 'structure', 'zone', 'territory'] as const;
export type Unit = (typeof units)[number];

/**
 * How a figure of each person is made of the months of a window: its mean, its sum, whether it was ever above zero, its last value, the months before
 * it is first above zero (all of the window for those who never are), or how many times it rises above zero, a spell under way at the start included.
 */
export const summaries = ['mean', 'sum', 'ever', 'end', 'first', 'spells'] as const;
/** Summaries that a figure of the whole territory may have. */
export const territorySummaries = ['mean', 'sum', 'end'] as const;

/** What is compared: a figure of each person over a window of months since the person’s unit began (1 is the first), or an indicator of the territory. */
export interface Outcome {
  /** Letters: 1 in one of these statuses, 0 elsewhere. */
  readonly status?: string;
  /** A reading, by key. */
  readonly reading?: string;
  /** Readings added up, each times its worth. */
  readonly readings?: Readonly<Record<string, number>>;
  /** A worth for each status letter. */
  readonly weights?: Readonly<Record<string, number>>;
  /** 1 for those a service of the trial took on. */
  readonly served?: boolean;
  /** An indicator of the whole territory, its monthly mean over the window. */
  readonly indicator?: string;
  /** A level on the definition of a published survey, by id; the window is the survey’s own. */
  readonly survey?: string;
  /** Read as 1 in the months when the figure is above this, 0 in the others. */
  readonly above?: number;
  readonly from: number;
  readonly to: number;
  readonly as: (typeof summaries)[number];
}

/** Part of the people of a study: an arm, or several pooled person by person, and within it a stratum or the zones of some saturations. */
export interface Cell {
  readonly arm: string | readonly string[];
  readonly stratum?: string;
  readonly saturation?: readonly [low: number, high: number];
}

/** The closed list of what is measured. */
export const kinds = ['level', 'difference', 'relative', 'ratio', 'hazard', 'hazard-ratio', 'gini', 'correlation', 'rank', 'group'] as const;
export type Kind = (typeof kinds)[number];
/** Kinds made of one cell, and kinds that compare two. The other two are a rank, of many, and a group, of none. */
export const alone: readonly Kind[] = ['level', 'hazard', 'gini', 'correlation'];
export const compared: readonly Kind[] = ['difference', 'relative', 'ratio', 'hazard-ratio'];
/** Measures within measures, at most: the one of the row is the first. */
export const DEEPEST = 5;

/** One figure of an experiment: of one cell against another, alone or combined with other figures. First divided by one, then less another. */
export interface Measure {
  readonly kind: Kind;
  readonly outcome?: string;
  /** For a group: a whole measure in brackets, so that what it comes to is divided or lessened as one. */
  readonly measure?: Measure;
  readonly of: Cell;
  readonly against?: Cell;
  /** Cells in the published order, for a rank: the share of pairs in that order, from 0 to 1. */
  readonly order?: readonly Cell[];
  readonly ground?: string;
  /** The window, when it is not the outcome’s. */
  readonly from?: number;
  readonly to?: number;
  /** A quantile of the people of each cell instead of their mean: 0.5 for the median. */
  readonly quantile?: number;
  /** Divided by this figure, or less this figure. */
  readonly over?: Measure;
  readonly minus?: Measure;
}

export const targets = ['level', 'effect', 'sign', 'profile', 'null'] as const;
export type Target = (typeof targets)[number];

/** Where the model agrees, in the unit of the measure. A sign has one bound, zero; a null has a margin on both sides. */
export interface Band {
  readonly low?: number;
  readonly high?: number;
}

export interface Published {
  readonly point?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface Point {
  readonly from: number;
  readonly to: number;
  readonly agrees: Band;
}

export interface Estimand {
  readonly id: string;
  readonly title: Text;
  /** The one source it rests on, when the experiment cites several. */
  readonly row?: string;
  readonly unit: string;
  readonly target: Target;
  readonly measure: Measure;
  readonly published: Published;
  readonly agrees: Band;
  /** A time profile: the window and the band of each point. */
  readonly points?: readonly Point[];
  /** Why the model and the publication differ, when they do. */
  readonly miss?: Text;
  /** Multiplies the measure: 100 for percentages. */
  readonly scale: number;
}

export interface ArmPlan {
  readonly id: string;
  readonly title: Text;
  readonly share: number;
  readonly set: Readonly<Record<string, number>>;
  readonly people?: Edits;
  readonly structures?: Edits;
  readonly service?: ServiceSpec;
  readonly takeUp?: number;
  readonly lasts?: number;
  readonly undo?: boolean;
}

export interface Ground {
  readonly id: string;
  readonly rules: Rules;
  readonly territory: Territory;
}

export interface EvidenceSource {
  readonly row: string;
  /** V seen, V2 seen in a secondary source, D direction only, R recalled and never scored. */
  readonly tag: 'V' | 'V2' | 'D' | 'R';
  readonly title: string;
  readonly url?: string;
}

/**
 * What a published row is for: a test, which is scored; one added once the model stood, first played blind and scored apart; a level the model was set on;
 * or only shown.
 */
export const uses = ['test', 'blind', 'calibration', 'shown'] as const;

/** A published trial, natural experiment or level, ready to be played inside the model. */
export interface Experiment {
  readonly id: string;
  readonly title: Text;
  readonly story: Text;
  readonly use: (typeof uses)[number];
  readonly sources: readonly EvidenceSource[];
  readonly population: number;
  readonly months: number;
  readonly enrol: number;
  readonly unit: Unit;
  readonly bodies?: readonly number[];
  readonly saturations?: readonly number[];
  readonly waves?: readonly number[];
  /** Posts of services follow those who leave them for one of the trial. */
  readonly postsFollow?: boolean;
  readonly who: Who;
  readonly strata: Readonly<Record<string, Who>>;
  readonly arms: readonly ArmPlan[];
  readonly grounds: readonly Ground[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly estimands: readonly Estimand[];
}

/** From the worst to the best: the order in which rows are shown. */
export const verdicts = ['wrong-sign', 'broken', 'off', 'undecided', 'kept', 'agrees'] as const;
export type Verdict = (typeof verdicts)[number];

/** One row of the table: what was published, what the model gives, and what that makes of it. */
export interface Row {
  readonly experiment: Experiment;
  readonly estimand: Estimand;
  /** Undefined when it cannot be made: nobody in a cell, or nothing there to divide by. */
  readonly model: Estimate | undefined;
  /** The points of a profile, in order. */
  readonly points?: readonly Estimate[];
  readonly verdict: Verdict;
  /** Model over published, when the verdict is `off` and both are known. */
  readonly factor?: number;
}

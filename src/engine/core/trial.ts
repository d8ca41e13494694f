/** Who belongs to a study, or to a part of it: every condition must hold. Bounds are inclusive. */
export interface Who {
  /** Letters of statuses, `OWA`. */
  readonly status?: string;
  /** Households: single, lone-parent, couple, couple-with-children. */
  readonly household?: readonly string[];
  /** Networks of the lead structure, by key. */
  readonly body?: readonly string[];
  /** Bounds on readings, by key. */
  readonly within?: Readonly<Record<string, readonly [low: number, high: number]>>;
  /** Place among the people of the study by one reading, from 0 (lowest) to 1. */
  readonly rank?: { readonly of: string; readonly from: number; readonly to: number };
}

/** What is done to a figure of a unit when it is assigned. */
export type Edit = { readonly set: number } | { readonly times: number } | { readonly plus: number };
export type Edits = Readonly<Record<string, Edit>>;

/** One arm of a trial. Its values of levers and parameters are those of the arm of the same place in the request, less one. */
export interface Group {
  /** Share of the units. */
  readonly share: number;
  /** Done once to the people assigned, by name of an attribute. */
  readonly people?: Edits;
  /** Done once to the structures assigned, by name of an attribute. */
  readonly structures?: Edits;
  /** Place of the service of the trial that people are sent to. */
  readonly service?: number;
  /** Share of those assigned who take the offer up: the others are read with the arm, and have nothing of it. */
  readonly takeUp?: number;
  /** Months after which the arm's values cease, and its service lets people go. Without it, they last. */
  readonly lasts?: number;
  /** What was done to people is taken back then: each figure moves by as much the other way, and no further than where it stood. */
  readonly undo?: boolean;
}

/** A team that exists for the trial alone: closed until it begins, and open to nobody else. */
export interface ServiceSpec {
  /** Network it is like, by place. */
  readonly body: number;
  /** People for one worker, once those sent are there. */
  readonly filesPerWorker: number;
  /** Attributes that differ from those of its network. */
  readonly edits?: Edits;
}

/** People already chosen by the same trial in another world: the twin of each is recorded. */
export interface Members {
  readonly ids: Uint32Array;
  /** Month in which each was enrolled. */
  readonly enrolled: Uint16Array;
  readonly group: Uint8Array;
  readonly place: Uint8Array;
  readonly begins: Uint16Array;
  readonly strata: Uint32Array;
}

/** A study played inside a run: who is enrolled, how units are assigned, what is recorded. It has no part in an ordinary run. */
export interface Trial {
  readonly unit: 'person' | 'caseworker' | 'structure' | 'zone';
  readonly who: Who;
  /** For structures: networks that may be assigned. */
  readonly bodies?: readonly number[];
  /** Months during which people who come to fit are enrolled. */
  readonly enrol: number;
  /** Months recorded of each person. */
  readonly months: number;
  readonly groups: readonly Group[];
  /** Two stages: shares of a zone's people who are assigned to arms other than the first; each zone draws one. */
  readonly saturations?: readonly number[];
  /** Months at which units begin: each draws one. */
  readonly waves?: readonly number[];
  /** Posts of services follow those who leave them for one of the trial, so that those left gain no time by it. */
  readonly postsFollow?: boolean;
  /** Every unit in this group, whatever its lottery: the twin world (0), or an arm that is a territory. */
  readonly all?: number;
  /** Readings kept month by month, by key. */
  readonly track: readonly string[];
  readonly strata: readonly Who[];
  readonly services: readonly ServiceSpec[];
  readonly members?: Members;
}

/** What was seen of a trial. Statuses and readings are month after month for each person in turn; who has left the model stays as last seen. */
export interface TrialRecord {
  readonly members: Members;
  readonly months: number;
  readonly statuses: Uint8Array;
  readonly tracks: Readonly<Record<string, Float32Array>>;
  /** 1 for those who took up what their arm offers: taken on by its service, if it has one. */
  readonly served: Uint8Array;
  /** By structure: its group, and sums over the run of results declared, true durable exits, and people followed times months. */
  readonly structures: { readonly group: Uint8Array; readonly declared: Float64Array; readonly exits: Float64Array; readonly followed: Float64Array };
}

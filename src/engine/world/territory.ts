import type { Text } from '../core/text.ts';
import type { Evidence } from '../core/parameter.ts';

/** A figure of a territory: its value, year, how it is known, and its error when it was estimated. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly year: string;
  readonly evidence: Evidence;
  readonly source: string;
  /** For an estimate: multiplicative one-standard-error interval, from leaving one out. */
  readonly low?: number;
  readonly high?: number;
}

export type NeedName = 'housing' | 'health' | 'mobility' | 'family' | 'skills' | 'rights' | 'justice';

/** Needs that places treat. */
export type SolutionName = 'housing' | 'health' | 'mobility' | 'family' | 'skills';

export interface ZoneInput {
  readonly id: string;
  readonly label: Text;
  /** Share of the territory's inhabitants who live there. Shares sum to 1. */
  readonly share: number;
  /** What the share rests on. */
  readonly population?: Figure;
  /**
   * Figures of its own. Only their ratio to the mean of the zones that state them is used, so any definition will do that is the same for all;
   * a zone that states none stands at the mean.
   */
  readonly unemployment?: Figure;
  /** How frequent the minimum income is. */
  readonly minimumIncome?: Figure;
  /** How frequent the needs of housing, of mobility and of childcare are. */
  readonly housing?: Figure;
  readonly transport?: Figure;
  readonly childcare?: Figure;
  /** Places for one inhabitant on minimum income, by need. */
  readonly places?: Partial<Readonly<Record<SolutionName, Figure>>>;
  /** Files per worker of the body seated there to serve its residents, where it is not the territory’s. */
  readonly filesPerWorker?: Figure;
  /** Minutes of travel to other zones, by id. A pair stated once holds both ways; the others take the shortest path through those stated. */
  readonly minutes?: Readonly<Record<string, number>>;
}

/** How one of the networks stands in a territory, where it is not as in a French département. */
export interface BodyInput {
  readonly label?: Text;
  /** Share of the people led by other bodies that this one leads: for the municipal centre, the local mission and the association. */
  readonly share?: number;
  /** Zones that have one team each; the teams are cut and seated by posts when this is not stated. */
  readonly seats?: readonly string[];
  /** Whether a team serves only the residents of its zone. */
  readonly residentsOnly?: boolean;
  /** Shares of its contracts by slot of funder: State, département, CAF. Sum 1. */
  readonly payers?: readonly number[];
}

export type BodyName = 'employment-service' | 'departement' | 'ccas' | 'local-mission' | 'association' | 'operator';

/** A kind of social enterprise where it is not as in France. */
export interface EnterpriseInput {
  readonly label?: Text;
  /** Places for people on the minimum income. */
  readonly places: Figure;
  /** Months of its contract, which is then the longest stay. */
  readonly stay?: Figure;
  /** Share of ends of stays that reopen unemployment insurance, among those that no job follows. */
  readonly insured?: Figure;
  /** € a year for a place. */
  readonly subsidy?: Figure;
  /** Shares of the subsidy by slot of funder. Sum 1. */
  readonly payers?: readonly number[];
}

export type EnterpriseName = 'work-site' | 'intermediary' | 'insertion-company' | 'insertion-agency' | 'long-term';

/** The three slots of funders; what stands in them is the territory’s affair. */
export type FunderName = 'state' | 'departement' | 'caf';

/** A refund of the minimum income paid, by each zone’s own number of recipients. */
export interface RefundInput {
  /** Share refunded from so many recipients on, in the mean of the year before last; from 0 up. */
  readonly scale: readonly { readonly from: number; readonly share: Figure }[];
  /** Growth over a year without which a threshold passed does not raise the share. */
  readonly growth: Figure;
  /** Fall over a year under which a share too high is left as it is; beyond, it loses `decay` a year. */
  readonly tolerance: Figure;
  readonly decay: Figure;
  /** Refunded on top for people under contract. */
  readonly underContract: Figure;
}

/** A territory as its file states it (`parcours/territory@1`). Persons, households, euros and posts are real counts. */
export interface Territory {
  /** INSEE code, `11`. */
  readonly code: string;
  /** Slug used outside, `aude`. */
  readonly id: string;
  readonly label: Text;
  readonly portrait?: Text;
  readonly preset?: boolean;
  /** Country; France when it is not stated. The national levels are read on French territories alone. */
  readonly country?: 'BE';
  /** Words to use where its institutions are not those of France. */
  readonly vocabulary?: 'belgium';
  /** Other names it may be asked by. */
  readonly also?: readonly string[];
  readonly bodies?: Readonly<Partial<Record<BodyName, BodyInput>>>;
  /** Who pays the minimum income out, who bears it, who refunds part of it. In France: the fund, the département (or the State), the State. */
  readonly benefits?: { readonly payer: FunderName; readonly bearer: FunderName; readonly refunder: FunderName };
  readonly funders?: Readonly<Partial<Record<FunderName, Text>>>;
  /** How part of the minimum income is refunded; `compensation` of what was paid at the start when it is not stated. */
  readonly refund?: RefundInput;
  /** Kinds of social enterprise; once stated, those left out have no place. */
  readonly enterprises?: Readonly<Partial<Record<EnterpriseName, EnterpriseInput>>>;
  /** Adults in a paid household, where it is not `people.adults-per-household`: 1 where the right is personal. */
  readonly adultsPerHousehold?: Figure;
  /** Parameters that stand here otherwise than in a French département, by id, in their own unit. */
  readonly values?: Readonly<Record<string, Figure>>;
  readonly population: Figure;
  /** Population aged 15 to 69. */
  readonly workingAge: Figure;
  /** Localised unemployment rate, %. */
  readonly unemployment: Figure;
  /** Share of people under 60 % of the median standard of living, %. */
  readonly poverty: Figure;
  /** Households paid the minimum income. */
  readonly minimumIncomeHouseholds: Figure;
  /** Minimum income paid, € per paid household and month. */
  readonly benefit: Figure;
  /** Share of the minimum income that the State compensates to its payer, 0 to 1 (1 where recentralised). */
  readonly compensation: Figure;
  /** Département insertion spending, as a share of the minimum income paid, 0 to 1. */
  readonly insertionShare: Figure;
  /** Share of oriented people led by the employment service, by the département, by others, 0 to 1. Sum 1. */
  readonly leads: { readonly employmentService: Figure; readonly departement: Figure; readonly other: Figure };
  /** Files per worker, by the same three. */
  readonly filesPerWorker: { readonly employmentService: Figure; readonly departement: Figure; readonly other: Figure };
  readonly zones: readonly ZoneInput[];
}

import type { Context } from '../context.ts';

/** Names of the terms of a structure's utility, in their order. All in hours of staff time. */
export const termNames = [
  'mission',
  'target',
  'load',
  'act',
  'credibility',
  'duty',
  'audit',
  'contract',
  'conviction',
  'output',
  'budget',
  'pay',
  'competence',
] as const;
export type TermName = (typeof termNames)[number];
export const TERMS = termNames.length;

/** What a structure may do with one person, told by what it changes. */
export interface Option {
  /** Share of the next six months that the person spends with this structure. */
  holds: number;
  /** Value of the person's next six months elsewhere, as a share of what this structure would give. */
  elsewhere: number;
  /** 1 when the person enters (or stays in) what the structure's rate is out of. */
  enters: number;
  /** Hours of the act itself. */
  act: number;
  /** Change of credibility with the partner concerned. */
  credit: number;
  /** 1 when the act is a refusal that a duty to accept forbids. */
  refuses: number;
  /** Extra results declared by the act, true or not. */
  results: number;
  /** 1 when the result declared is untrue. */
  untrue: number;
  /** Share of what is paid for taking a person on that the act earns. */
  head: number;
  /** Months, of the six ahead, in which the body bears the person's local help. */
  pays: number;
  /** Hours per post and month that the act brings in through a contract. */
  brings: number;
  /** Distance that the act puts, or keeps, between what is done and what its workers hold right, as far as they must. */
  strain: number;
  /** Money that the act brings or spares, in the hours of staff time it pays. */
  money: number;
}

/** The structure and the person as it sees them, by class. All rates are a month. */
export interface Situation {
  structure: number;
  /** Hours a durable exit is worth to its workers (µ). */
  mission: number;
  /** Durable exits added by this structure's hours, and relief of needs, a month. */
  gain: number;
  relief: number;
  /** Results counted a month if the person is held here, and if not. */
  counted: number;
  /** Hours the person takes a month, and their price. */
  hours: number;
  price: number;
  /** Hours that one more counted result is worth: own, and the group's share as felt. */
  own: number;
  joint: number;
  /** 1 when a rate is judged; the rate asked over six months. */
  rate: number;
  asked: number;
  /** Hours that taking a person on pays. */
  entry: number;
  /** What one point of credibility with this partner brings, in hours. */
  credibility: number;
  /** What the person's work brings beyond what a place costs, in hours a month, at the weight that money has. */
  output: number;
  /** What a month of local help to the person costs the body, in hours. */
  aid: number;
}

/** A term a mechanism adds to the kernel: nothing when the mechanism is off. */
export interface Term {
  readonly name: TermName;
  value(option: Option, situation: Situation, context: Context): number;
}

/** Months a structure looks ahead. */
export const HORIZON = 6;

export const newOption = (fields: Partial<Option> = {}): Option => ({
  holds: 0,
  elsewhere: 0,
  enters: 0,
  act: 0,
  credit: 0,
  refuses: 0,
  results: 0,
  untrue: 0,
  head: 0,
  pays: 0,
  brings: 0,
  strain: 0,
  money: 0,
  ...fields,
});

export const newSituation = (): Situation => ({
  structure: 0,
  mission: 0,
  gain: 0,
  relief: 0,
  counted: 0,
  hours: 0,
  price: 0,
  own: 0,
  joint: 0,
  rate: 0,
  asked: 0,
  entry: 0,
  credibility: 0,
  output: 0,
  aid: 0,
});

import type { Text } from '../core/text.ts';
import { f64 } from '../core/table.ts';
import { PRACTICE } from './structures.ts';

export const funderList = [
  { key: 'state', label: { fr: 'État', en: 'State' } },
  { key: 'departement', label: { fr: 'Département', en: 'Département' } },
  { key: 'caf', label: { fr: 'CAF', en: 'CAF (family benefit fund)' } },
  { key: 'grouping', label: { fr: 'pot commun', en: 'common pot' } },
] as const satisfies readonly { key: string; label: Text }[];
export const STATE = 0;
export const DEPARTEMENT = 1;
export const CAF = 2;
/** The pooled budget: no income of its own. */
export const POT = 3;
export const FUNDERS = 4;

export const lines = [
  { key: 'benefits', label: { fr: 'prestations', en: 'benefits' } },
  { key: 'repair', label: { fr: 'réparation', en: 'repair' } },
  { key: 'insertion', label: { fr: 'insertion', en: 'insertion' } },
  { key: 'investment', label: { fr: 'investissement social', en: 'social investment' } },
  { key: 'engineering', label: { fr: 'ingénierie et évaluation', en: 'engineering and evaluation' } },
] as const satisfies readonly { key: string; label: Text }[];
export const BENEFITS = 0;
export const REPAIR = 1;
export const INSERTION = 2;
export const INVESTMENT = 3;
export const ENGINEERING = 4;
export const LINES = 5;

/** Share of insertion money invested when contracts are set: the default of `budget.investment-share`. */
export const STARTING_INVESTMENT = 0.15;

/** Cents throughout. Each month, income + transfers in = spending + transfers out + Δreserve − Δdebt. */
export const funders = {
  income: f64('own income this month'),
  transfersIn: f64('received from other funders this month'),
  transfersOut: f64('paid to other funders this month'),
  spent: f64('spent this month, by line', LINES),
  paidNow: f64('paid to structures this month, arrears left out'),
  settled: f64('arrears paid to structures this month'),
  planned: f64('planned a month, by line', LINES),
  base: f64('planned a month at the start, by line', LINES),
  reserve: f64('reserve'),
  debt: f64('debt'),
  openingReserve: f64('reserve when the month opened'),
  openingDebt: f64('debt when the month opened'),
  cut: f64('share of insertion and investment withheld this month'),
  shifted: f64('moved from the repair plan to investment so far, a month'),
  overrun: f64('what was owed beyond the plan this month and not covered'),
  pooled: f64('paid into the common pot this month'),
  voted: f64('added to the plan of the start by yearly votes, by line', LINES),
  specification: f64('c: practice asked in its contracts, by phase and axis, 0 to 1', PRACTICE),
  yearlyIncome: f64('own income a month under the plan of the start'),
} as const;

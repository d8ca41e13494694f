import type { Context } from '../context.ts';
import { cents } from '../core/money.ts';
import { f64, u8 } from '../core/table.ts';
import type { Text } from '../core/text.ts';
import { LEVELS } from './people.ts';
import { FUNDERS_OF_CONTRACTS } from './structures.ts';
import { header, type World } from './world.ts';

/** Legal forms of a social enterprise; apart from its trade. */
export const forms = [
  { key: 'association', label: { fr: 'association', en: 'association' } },
  { key: 'company', label: { fr: 'société', en: 'company' } },
] as const satisfies readonly { key: string; label: Text }[];

/** What a social enterprise sells. */
export const trades = [
  { key: 'upkeep', label: { fr: 'entretien, réemploi, espaces verts', en: 'upkeep, reuse, green spaces' } },
  { key: 'hours', label: { fr: 'heures chez des particuliers et des collectivités', en: 'hours at homes and local bodies' } },
  { key: 'production', label: { fr: 'production et services marchands', en: 'production and market services' } },
  { key: 'missions', label: { fr: 'missions d’intérim', en: 'temporary agency work' } },
  { key: 'unmet', label: { fr: 'travaux utiles que personne ne vend', en: 'useful work that nobody sells' } },
] as const satisfies readonly { key: string; label: Text }[];

/** The five kinds under one label, in the order of the rows. Nothing branches on a kind: they differ by their columns. */
export const enterpriseKinds = [
  { key: 'work-site', form: 0, trade: 0, label: { fr: 'atelier et chantier d’insertion', en: 'work-training workshop' } },
  { key: 'intermediary', form: 0, trade: 1, label: { fr: 'association intermédiaire', en: 'neighbourhood work association' } },
  { key: 'insertion-company', form: 1, trade: 2, label: { fr: 'entreprise d’insertion', en: 'work-integration company' } },
  { key: 'insertion-agency', form: 1, trade: 3, label: { fr: 'entreprise de travail temporaire d’insertion', en: 'work-integration temp agency' } },
  { key: 'long-term', form: 0, trade: 4, label: { fr: 'emploi durable protégé', en: 'long-term protected work' } },
] as const satisfies readonly { key: string; form: number; trade: number; label: Text }[];
export const ENTERPRISES = enterpriseKinds.length;

/** No employer among the social enterprises. */
export const NO_EMPLOYER = 255;

/**
 * One row per kind: the enterprises of a kind in a territory answer as one. People, hours and euros are real. Left out: their number and
 * size, distance within the territory, and workers who were not on the minimum income.
 */
export const enterprises = {
  form: u8('place in the list of legal forms'),
  trade: u8('place in the list of trades'),
  standing: f64('places today for people on the minimum income'),
  places: f64('places this month'),
  filled: f64('people at work this month'),
  staffed: f64('people its supervisors are in number for'),
  supervision: f64('hours of supervision a month for one person of ordinary needs'),
  contract: f64('months of a contract, 0 for one without term'),
  limited: u8('1 when stays have a legal limit'),
  care: f64('0 to 1: how much insertion counts against production for its management'),
  subsidy: f64('cents a month for a place held, by funder', FUNDERS_OF_CONTRACTS),
  sale: f64('cents a month, net of purchases, for the output of one ordinary worker'),
  breakEven: f64('output of a worker, in ordinary workers, at which a place pays for itself'),
  pressure: f64('what an hour’s worth of money weighs against an hour of mission'),
  output: f64('output this month, in ordinary workers'),
  standard: f64('hours that the last people taken on were worth'),
  asked: f64('people proposed over about a year, by difficulty', LEVELS),
  hired: f64('people taken on over about a year, by difficulty', LEVELS),
  reference: f64('mean working ability of people accompanied in the first month'),
  cash: f64('cents in hand'),
  debt: f64('cents borrowed'),
  received: f64('cents of subsidy received this month, by funder', FUNDERS_OF_CONTRACTS),
  fromPot: f64('cents received from the common pot this month'),
  sales: f64('cents of sales this month'),
  wages: f64('cents of wages of people in insertion this month'),
  supervised: f64('cents of supervision and equipment this month'),
} as const;

/** How the places for a limited stay divide: employees by kind at the end of 2022 (Dares) by the share on RSA, 55, 25, 35 and 25 % (assumed). */
const MIX = [0.616, 0.19, 0.116, 0.078] as const;
/** Hours of supervision a month for one person. Assumed. */
const SUPERVISION = [18, 5, 11, 6, 10] as const;
/** Output at which a place pays for itself, as a share of an ordinary worker’s: what the price of sales is set by. Assumed. */
const BREAK_EVEN = [0.42, 0.56, 0.55, 0.58, 0.31] as const;
/** Months of a contract; none for work without term. Six on sites and in companies, shorter where hours or missions are sold. */
const CONTRACT = [6, 3, 6, 3, 0] as const;
const LIMITED = [1, 1, 1, 1, 0] as const;
/** Weight of insertion against production for those who manage. Assumed. */
const CARE = [0.7, 0.5, 0.4, 0.25, 0.8] as const;
/** Who pays the subsidy: State, département, CAF. Départements co-fund work sites for people on RSA, and long-term work. Assumed shares. */
const PAYERS = [
  [0.75, 0.25, 0],
  [1, 0, 0],
  [1, 0, 0],
  [1, 0, 0],
  [0.87, 0.13, 0],
] as const;

/** Enterprises of a territory before its first month: places by right-holders, prices at which each kind breaks even. */
export function startEnterprises({ enterprises: e, head }: World, rules: Context['rules']): void {
  const p = rules['social-economy'];
  const rightHolders = head[header.population] * head[header.scale] * (1 - rules.people['non-take-up'][0]);
  const wage = cents(p.wage[0]);
  const hour = cents(rules.kernel['hour-cost'][0]);
  const subsidies = [p['subsidy-work-site'], p['subsidy-intermediary'], p['subsidy-company'], p['subsidy-agency'], p['subsidy-long-term']];
  for (let k = 0; k < ENTERPRISES; k++) {
    e.form[k] = enterpriseKinds[k].form;
    e.trade[k] = enterpriseKinds[k].trade;
    e.limited[k] = LIMITED[k];
    e.standing[k] = ((k < MIX.length ? MIX[k] * p.places[0] : p['long-term-places'][0]) / 100) * rightHolders;
    e.places[k] = e.standing[k];
    e.supervision[k] = SUPERVISION[k];
    e.contract[k] = CONTRACT[k];
    e.care[k] = CARE[k];
    let subsidy = 0;
    for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++) {
      const paid = Math.round((cents(subsidies[k][0]) * PAYERS[k][f]) / 12);
      e.subsidy[k * FUNDERS_OF_CONTRACTS + f] = paid;
      subsidy += paid;
    }
    e.breakEven[k] = BREAK_EVEN[k];
    e.sale[k] = Math.max(0, Math.round((wage + SUPERVISION[k] * hour - subsidy) / BREAK_EVEN[k]));
    e.cash[k] = Math.round(e.standing[k] * (wage + SUPERVISION[k] * hour));
  }
}

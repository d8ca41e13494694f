import { f64, u8 } from '../core/table.ts';
import type { Text } from '../core/text.ts';
import { LEVELS } from './people.ts';
import { FUNDERS_OF_CONTRACTS } from './structures.ts';

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
  lapsed: f64('places whose enterprise closed and that are not allotted again yet'),
  filled: f64('people at work this month'),
  staffed: f64('people its supervisors are in number for'),
  supervision: f64('hours of supervision a month for one person of ordinary needs'),
  contract: f64('months of a contract, 0 for one without term'),
  longest: f64('months of the longest stay, 0 for the common rule'),
  insured: f64('share of ends of stays that reopen unemployment insurance, −1 for the common rule'),
  limited: u8('1 when stays have a legal limit'),
  care: f64('0 to 1: how much insertion counts against production for its management'),
  subsidy: f64('cents a month for a place held, by funder', FUNDERS_OF_CONTRACTS),
  sale: f64('cents a month, net of purchases, for the output of one ordinary worker'),
  breakEven: f64('output of a worker, in ordinary workers, at which a place pays for itself'),
  approved: f64('output of a worker, in ordinary workers, at which a place paid for itself when it was approved'),
  pressure: f64('what an hour’s worth of money weighs against an hour of mission'),
  output: f64('output this month, in ordinary workers'),
  perHead: f64('output of one person at work of late, in ordinary workers'),
  standard: f64('hours that the last people taken on were worth'),
  asked: f64('people proposed over about a year, by difficulty', LEVELS),
  hired: f64('people taken on over about a year, by difficulty', LEVELS),
  reference: f64('mean working ability of people accompanied in the first month'),
  cash: f64('cents in hand'),
  debt: f64('cents borrowed'),
  received: f64('cents of subsidy received this month, by funder', FUNDERS_OF_CONTRACTS),
  fromPot: f64('cents received from the common pot this month'),
  lastPot: f64('cents received from the common pot last month'),
  lost: f64('cents of debt lost to lenders this month, as enterprises closed'),
  sales: f64('cents of sales this month'),
  wages: f64('cents of wages of people in insertion this month'),
  supervised: f64('cents of supervision and equipment this month'),
} as const;

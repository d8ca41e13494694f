import { f64, u16 } from '../core/table.ts';
import { NEEDS, SOLUTIONS } from './people.ts';

/** Zones a territory may have. */
export const MOST_ZONES = 1000;

export const STAGES = 3;
/** Months out of work that employers tell apart: none to eight and more. */
export const SPELLS = 9;
export const SEEKER_CLASSES = 3;
/** Places of the two vacancy stocks. */
export const SHORT = 0;
export const DURABLE = 1;

/** One row per zone. Vacancies, seekers, places and money are real. */
export const zones = {
  share: f64('share of the people of the model who live there'),
  scarcity: f64('unemployment relative to the territory'),
  tension: f64('how frequent a need is there relative to the territory, by need', NEEDS),
  means: f64('share of the territory’s places, by need', SOLUTIONS),
  away: f64('share of search spent in other zones by someone with no need of mobility'),
  moved: f64('people of the model who left it over about a year'),
  lostByMoving: f64('those of them who lost rights or local help by it'),
  gravity: f64('pull of the other zones together, as seen from here'),
  vacancies: f64('vacancies, short and durable', 2),
  vacancyInflow: f64('new vacancies a month at the start, short and durable (per unit of search until the first month settles it)', 2),
  referenceSearch: f64('search at the start, short and durable', 2),
  ownSearch: f64('search of people of the model this month in the zone they live in, in grains, short and durable', 2),
  awaySearch: f64('search of its residents this month in other zones, in grains, short and durable', 2),
  search: f64('search this month, short and durable', 2),
  hiresPerSearch: f64('hires per unit of search this month, short and durable', 2),
  screened: f64('what a spell of so many months says to employers: hires per search against those of a spell of eight months, less one', SPELLS),
  referenceQueue: f64('search per durable vacancy at the start'),
  ranked: f64('how much more training is worth than at the start, as candidates are more for each vacancy, less one'),
  awayPerSearch: f64('hires per unit of search spent in other zones this month, short and durable', 2),
  otherSeekers: f64('other job seekers, by readiness', SEEKER_CLASSES),
  otherSearch: f64('their search after the same vacancies, short and durable', 2),
  outsideHires: f64('hires of other seekers this month, short and durable', 2),
  hires: f64('people of the model hired this month, short and durable', 2),
  tightness: f64('vacancy inflow of this month relative to the start'),
  inflow: f64('entries of this month relative to the start'),
  refund: f64('share refunded of the minimum income paid there'),
  entitled: f64('people of the model entitled as the month opened, right open or not'),
  front: f64('claims for what its front offices can give, relative to the start'),
  recipients: f64('recipients: sum over the months of this year, then means of the three years before', 4),
  paid: f64('cents of minimum income due this month, before scaling'),
  paidUnderContract: f64('cents of it to people under contract'),
  places: f64('solutions that exist, by need', SOLUTIONS),
  used: f64('solutions held, by need, in real places', SOLUTIONS),
  unmet: f64('people who asked and got none this month, by need', SOLUTIONS),
  severe: f64('people of the model with a severe need, by need', NEEDS),
  pipeline: f64('places being built, by need and stage', SOLUTIONS * STAGES),
  programmes: f64('places being built by the common pot, by need and stage', SOLUTIONS * STAGES),
  mapError: f64('σ of what is known of unmet needs, by need', SOLUTIONS),
  believed: f64('believed effect of a place, by need', SOLUTIONS),
  allocation: f64('share of the pot by need', SOLUTIONS),
} as const;

/** Ordered pairs of zones: row `a × zones + b`. */
export const roads = {
  minutes: u16('minutes of travel from one zone to the other'),
} as const;

import type { Context } from '../context.ts';
import { cents } from '../core/money.ts';
import { startEnterprises } from './open-enterprises.ts';
import { startSchemes } from './open-schemes.ts';
import { CAF, DEPARTEMENT, INSERTION, INVESTMENT, LINES, STARTING_INVESTMENT, STATE } from './funders.ts';
import { ledByBody } from './organise.ts';
import { adultsPerHousehold } from './populate.ts';
import { startRefund } from '../refund.ts';
import { SOLUTIONS } from './people.ts';
import { AXES, FUNDERS_OF_CONTRACTS, PRACTICE } from './structures.ts';
import type { Territory } from './territory.ts';
import { MEAN_NEED, openCommuting, pull } from './travel.ts';
import { header, type World } from './world.ts';
import { DURABLE, SEEKER_CLASSES, SHORT, STAGES } from './zones.ts';

/** Vacancies a month per unit of search in a labour market of average unemployment (7.4 %, France, 2024). Assumed; see the two-stock oracle. */
const INFLOW_PER_SEARCH = [0.0365, 0.029] as const;
const AVERAGE_UNEMPLOYMENT = 7.4;
/** Activity rate of 15 to 69, between .62 and .72 across départements. */
const ACTIVITY = 0.66;
/** Other job seekers by readiness: shares, and search relative to a typical seeker. Assumed. */
const SEEKERS = [
  [0.4, 1.2],
  [0.35, 0.8],
  [0.25, 0.4],
] as const;
/** Readiness of others for a durable job. Assumed. */
const THEIR_READINESS = 0.75;
/** How investment divides among needs at the start. Assumed: where queues take it within ten years. */
const MIX = [0.18, 0.22, 0.27, 0.19, 0.14] as const;
const PLACES = ['housing', 'health', 'mobility', 'family', 'skills'] as const;
/** Practice that each funder of contracts asks for at the start, the same in every phase: individual to collective, work first to social first. Assumed. */
const ASKED = [
  [0.3, 0.3],
  [0.35, 0.6],
  [0.5, 0.65],
] as const;
/** Results per head by which a price by result is set. Assumed. */
const EXPECTED_RESULTS = 0.25;

/** Slots of funders by name. */
const SLOTS = { state: STATE, departement: DEPARTEMENT, caf: CAF } as const;

/** Labour market, places and plans of a territory before its first month. */
export function startTerritory(world: World, territory: Territory, rules: Context['rules']): void {
  const { head } = world;
  startRefund(world, territory, territory.minimumIncomeHouseholds.value * adultsPerHousehold(territory, rules.people['adults-per-household'][0]));
  const { payer, bearer, refunder } = territory.benefits ?? {
    payer: 'caf',
    bearer: territory.compensation.value >= 1 ? 'state' : 'departement',
    refunder: 'state',
  };
  head[header.benefitPayer] = SLOTS[payer];
  head[header.benefitBearer] = SLOTS[bearer];
  head[header.refunder] = SLOTS[refunder];
  head[header.inhabitants] = territory.population.value;
  head[header.baseBenefits] = Math.floor(territory.benefit.value / adultsPerHousehold(territory, rules.people['adults-per-household'][0]));
  head[header.expectedResults] = EXPECTED_RESULTS;
  head[header.entryBalance] = 1;
  ledByBody(territory, 1, 0).forEach((share, b) => {
    head[header.ledShares + b] = share;
    head[header.sentShares + b] = share;
  });
  startLabour(world, territory, rules);
  if (world.counts.zones > 1) spreadOthers(world, rules);
  startMoney(world, rules);
  startEnterprises(world, territory, rules);
  startSchemes(world, rules);
}

/** Other seekers count in the market as far as they are after the same vacancies. */
function startLabour({ head, zones, counts }: World, territory: Territory, rules: Context['rules']): void {
  const met = rules.displacement.overlap[0];
  const jobless = (territory.unemployment.value / 100) * territory.workingAge.value * ACTIVITY;
  const others = Math.max(0.1 * jobless, jobless - 0.45 * head[header.caseloadBase]);
  territory.zones.forEach((zone, z) => {
    for (let c = 0; c < SEEKER_CLASSES; c++) {
      const people = others * zone.share * zones.scarcity[z] * SEEKERS[c][0];
      zones.otherSeekers[z * SEEKER_CLASSES + c] = people;
      zones.otherSearch[z * 2 + SHORT] += met * people * SEEKERS[c][1];
      zones.otherSearch[z * 2 + DURABLE] += met * people * SEEKERS[c][1] * THEIR_READINESS;
    }
    const scarcity = AVERAGE_UNEMPLOYMENT / (territory.unemployment.value * zones.scarcity[z]);
    zones.vacancyInflow[z * 2 + SHORT] = INFLOW_PER_SEARCH[SHORT] * scarcity;
    zones.vacancyInflow[z * 2 + DURABLE] = INFLOW_PER_SEARCH[DURABLE] * scarcity;
    zones.tightness[z] = 1;
    zones.inflow[z] = 1;
  });
  if (counts.zones !== territory.zones.length) throw new RangeError('A world has the zones of its territory.');
}

/** Other seekers look for work in other zones as a typical person of the model does. */
function spreadOthers(world: World, rules: Context['rules']): void {
  const { zones, counts } = world;
  openCommuting(world, rules);
  const atHome = zones.otherSearch.slice();
  for (let a = 0; a < counts.zones; a++) {
    const away = zones.away[a] * (1 - MEAN_NEED);
    for (let m = 0; m < 2; m++) {
      const leaves = atHome[a * 2 + m] * away;
      zones.otherSearch[a * 2 + m] -= leaves;
      for (let b = 0; b < counts.zones; b++) if (b !== a) zones.otherSearch[b * 2 + m] += leaves * pull(world, a, b);
    }
  }
}

/** Contracts are planned as written; investment stands beside them; places are those that this investment keeps up. */
function startMoney({ structures: s, counts, funders: f, zones }: World, rules: Context['rules']): void {
  const departement = rules.books['departement-investment'][0];
  const stage = rules.repair['lag-months'][0] / STAGES;
  ASKED.forEach((asked, k) => {
    for (let q = 0; q < PRACTICE; q++) f.specification[k * PRACTICE + q] = asked[q % AXES];
  });
  let contracts = 0;
  for (let j = 0; j < counts.structures; j++) {
    for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) {
      const month = Math.round(s.contract[j * FUNDERS_OF_CONTRACTS + k] / 12);
      f.planned[[STATE, DEPARTEMENT, CAF][k] * LINES + INSERTION] += month;
      contracts += month;
    }
  }
  const invested = (contracts * STARTING_INVESTMENT) / (1 - STARTING_INVESTMENT);
  f.planned[DEPARTEMENT * LINES + INVESTMENT] = Math.round(invested * departement);
  f.planned[STATE * LINES + INVESTMENT] = Math.round(invested * (1 - departement));
  for (let z = 0; z < counts.zones; z++) {
    for (let n = 0; n < SOLUTIONS; n++) {
      const built = ((invested * MIX[n]) / cents(rules.repair[PLACES[n]][0])) * zones.means[z * SOLUTIONS + n];
      zones.places[z * SOLUTIONS + n] = built / rules.repair.wear[0];
      for (let g = 0; g < STAGES; g++) zones.pipeline[(z * SOLUTIONS + n) * STAGES + g] = built * stage;
    }
  }
}

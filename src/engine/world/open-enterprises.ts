import type { Context } from '../context.ts';
import { cents } from '../core/money.ts';
import { ENTERPRISES, enterpriseKinds } from './enterprises.ts';
import { FUNDERS_OF_CONTRACTS } from './structures.ts';
import type { EnterpriseInput, Territory } from './territory.ts';
import { header, type World } from './world.ts';

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

/** A kind that a territory which states its own does not have. */
const NONE_HERE: EnterpriseInput = { places: { value: 0, unit: 'places', year: '2000', evidence: 'assumed', source: 'none' } };

/** Enterprises of a territory before its first month: places by right-holders, prices at which each kind breaks even. */
export function startEnterprises({ enterprises: e, head }: World, territory: Territory, rules: Context['rules']): void {
  const p = rules['social-economy'];
  const rightHolders = head[header.population] * head[header.scale] * (1 - rules.people['non-take-up'][0]);
  const wage = cents(p.wage[0]);
  const hour = cents(rules.kernel['hour-cost'][0]);
  const subsidies = [p['subsidy-work-site'], p['subsidy-intermediary'], p['subsidy-company'], p['subsidy-agency'], p['subsidy-long-term']];
  for (let k = 0; k < ENTERPRISES; k++) {
    e.form[k] = enterpriseKinds[k].form;
    e.trade[k] = enterpriseKinds[k].trade;
    const own = territory.enterprises && (territory.enterprises[enterpriseKinds[k].key] ?? NONE_HERE);
    const payers = own?.payers ?? PAYERS[k];
    e.limited[k] = LIMITED[k];
    e.longest[k] = own?.stay?.value ?? 0;
    e.insured[k] = own?.insured?.value ?? -1;
    e.standing[k] = own ? own.places.value : ((k < MIX.length ? MIX[k] * p.places[0] : p['long-term-places'][0]) / 100) * rightHolders;
    e.places[k] = e.standing[k];
    e.supervision[k] = SUPERVISION[k];
    e.contract[k] = own?.stay?.value ?? CONTRACT[k];
    e.care[k] = CARE[k];
    let subsidy = 0;
    for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++) {
      const paid = Math.round((cents(own?.subsidy?.value ?? subsidies[k][0]) * payers[f]) / 12);
      e.subsidy[k * FUNDERS_OF_CONTRACTS + f] = paid;
      subsidy += paid;
    }
    e.breakEven[k] = BREAK_EVEN[k];
    e.approved[k] = BREAK_EVEN[k];
    e.perHead[k] = BREAK_EVEN[k];
    e.sale[k] = Math.max(0, Math.round((wage + SUPERVISION[k] * hour - subsidy) / BREAK_EVEN[k]));
    e.cash[k] = Math.round(e.standing[k] * (wage + SUPERVISION[k] * hour));
  }
}

import { type Context, tally } from '../context.ts';
import { alsoUniform, lotteryNumber, uniform } from '../core/draws.ts';
import { exp, log } from '../core/math.ts';
import { mechanism } from '../core/mechanism.ts';
import { cents, fromGrains, grains } from '../core/money.ts';
import { earn, entitledToInsurance } from '../insurance.ts';
import { HORIZON } from '../kernel/terms.ts';
import { ENTERPRISES } from '../world/enterprises.ts';
import { leave, resume, tell } from '../world/moves.ts';
import { LEVELS, levelOfClass, NEEDS, SKILLS } from '../world/people.ts';
import { trueClass } from '../world/perception.ts';
import { D, I, N, S } from '../world/status.ts';
import { FUNDERS_OF_CONTRACTS } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { DURABLE, SHORT } from '../world/zones.ts';
import { closeSome, closing, findFailing, lift, subsidise, subsidyOf } from './social-economy/agreements.ts';
import { hire } from './social-economy/hiring.ts';
import { hamzaoui, parameters } from './social-economy/parameters.ts';
import { costs, demand, insertionShare, outputOf, type P, SIDE_NEED, spent, worthOf } from './social-economy/worth.ts';

const YEAR = 12;
const MOST_PRESSURE = 2;

const atWork = new Float64Array(ENTERPRISES);
const produced = new Float64Array(ENTERPRISES);

/** A month at work: needs ease, output is made, contracts end or are renewed, enterprises that can borrow no more close. */
function work(context: Context, p: P): void {
  const { people, enterprises: e, head } = context.world;
  const { status: statuses } = people;
  const rows = head[header.rows];
  atWork.fill(0);
  produced.fill(0);
  findFailing(context, p);
  for (let i = 0; i < rows; i++) if (statuses[i] === I) workOne(context, i, p);
  for (let k = 0; k < ENTERPRISES; k++) {
    e.filled[k] = atWork[k] * head[header.scale];
    e.output[k] = fromGrains(produced[k]) * head[header.scale];
  }
  closeSome(context, p);
}

function workOne(context: Context, i: number, p: P): void {
  const { world, streams, month } = context;
  const { people, enterprises: e } = world;
  const k = people.employer[i];
  atWork[k]++;
  produced[k] += grains(outputOf(context, i, k, p));
  if (context.on.has('needs')) relieve(context, i, p.relief[0] * insertionShare(context, k));
  const u = uniform(streams['social-economy.stay'], people.id[i], month.now);
  const v = alsoUniform();
  if (u < p['gives-up'][0] + closing(k, p)) goBack(context, i);
  else if (contractEnds(context, i, k, p) && !renewed(context, i, k, p)) finish(context, i, k, v, e.limited[k] === 1, p);
}

function relieve({ world: { people } }: Context, i: number, rate: number): void {
  for (let n = 0; n < NEEDS; n++) people.needs[i * NEEDS + n] *= Math.max(0, 1 - (n === SKILLS ? rate : SIDE_NEED * rate));
}

/** The longest stay: the kind’s own, or the common one. */
const longest = ({ world: { enterprises: e } }: Context, k: number, p: P): number => e.longest[k] || p['longest-stay'][0];

/** A contract comes up at its term; one without term, yearly and only when the enterprise can borrow no more. */
function contractEnds(context: Context, i: number, k: number, p: P): boolean {
  const { people, enterprises: e } = context.world;
  const since = people.since[i];
  if (since === 0) return false;
  if (e.limited[k] && since >= longest(context, k, p)) return true;
  if (e.contract[k] > 0) return since % e.contract[k] === 0;
  return since % YEAR === 0 && spent(context, k, p);
}

/** Kept when worth more than whoever would come next, as the last people taken on were; never past the limit, nor by one who can borrow no more. */
function renewed(context: Context, i: number, k: number, p: P): boolean {
  const { world, streams, month, technology } = context;
  const { people, enterprises: e, head } = world;
  if (e.limited[k] && people.since[i] >= longest(context, k, p)) return false;
  if (spent(context, k, p) || e.filled[k] > e.places[k] + head[header.scale] / 2) return false;
  const u = (lotteryNumber(streams['social-economy.stay'], people.id[i], month.now, 1) + 0.5) / 4_294_967_296;
  const margin = worthOf(context, i, k, 0, p) - Math.max(0, e.standard[k]);
  return margin + log(u / (1 - u)) / technology.precision[0] > 0;
}

/** The end of a stay: the search prepared meanwhile meets vacancies at once, or not; then insurance, or the service that led before. */
function finish(context: Context, i: number, k: number, v: number, prepared: boolean, p: P): void {
  const { world, scratch } = context;
  const { people, zones, head, enterprises: e } = world;
  const z = people.zone[i] * 2;
  const search = people.ability[i] * people.ready[i];
  const durable = search * people.ready[i] * zones.hiresPerSearch[z + DURABLE];
  const short = search * zones.hiresPerSearch[z + SHORT];
  const chance = prepared ? 1 - exp(-p['exit-months'][0] * (durable + short)) : 0;
  scratch.tally[tally.insertionEnds]++;
  earn(context, i, 1);
  if (v < chance) {
    const lasting = v * (durable + short) < durable * chance;
    zones.hires[z + (lasting ? DURABLE : SHORT)] += head[header.scale];
    if (lasting) scratch.tally[tally.insertionDurable]++;
    else scratch.tally[tally.insertionShort]++;
    if (lasting && levelOfClass(trueClass(people.needs, i)) === LEVELS - 1) scratch.tally[tally.durableHard]++;
    leave(context, i, lasting ? D : S);
    tell(context, i, 'social-economy.placed');
  } else if (v < chance + (1 - chance) * (e.insured[k] < 0 ? p.insured[0] : e.insured[k]) && entitledToInsurance(context, i)) {
    leave(context, i, N);
    tell(context, i, 'social-economy.ended');
  } else goBack(context, i);
}

function goBack(context: Context, i: number): void {
  context.scratch.tally[tally.insertionReturns]++;
  resume(context, i, 'social-economy.ended');
}

/** Subsidies by place held, sales by output, wages and supervision; a surplus beyond what is kept goes to equipment; what is short is borrowed, and presses on output. */
function settle(context: Context, p: P): void {
  const { enterprises: e } = context.world;
  for (let k = 0; k < ENTERPRISES; k++) {
    const subsidy = subsidise(context, k, e.filled[k]);
    e.sales[k] = Math.round(e.output[k] * demand(context, p) * e.sale[k]);
    e.wages[k] = Math.round(e.filled[k] * cents(p.wage[0]));
    e.staffed[k] += (e.filled[k] - e.staffed[k]) / STAFFING_MONTHS;
    e.supervised[k] = Math.round(e.staffed[k] * e.supervision[k] * cents(context.technology['hour-cost'][0]));
    const result = subsidy + e.sales[k] - e.wages[k] - e.supervised[k];
    const ceiling = Math.round(p['comfort-months'][0] * costs(context, k, p));
    const equipment = Math.max(0, Math.min(result, e.cash[k] - e.debt[k] + result - ceiling));
    e.supervised[k] += equipment;
    const kept = e.cash[k] - e.debt[k] + result - equipment;
    e.cash[k] = Math.max(0, kept);
    e.debt[k] = Math.max(0, -kept);
    press(context, k, result, p);
  }
}
/** Months over which supervisors follow the number of people. Assumed. */
const STAFFING_MONTHS = 6;

/** The output asked is what a place needs to pay for itself; money weighs more as cash runs short, six months ahead at this month’s result. */
function press(context: Context, k: number, result: number, p: P): void {
  const { enterprises: e } = context.world;
  const cost = cents(p.wage[0]) + e.supervision[k] * cents(context.technology['hour-cost'][0]);
  const raised = lift(context, k, e.filled[k]);
  let subsidy = 0;
  for (let x = 0; x < FUNDERS_OF_CONTRACTS; x++) subsidy += subsidyOf(context, k, x) * raised;
  const perUnit = demand(context, p) * e.sale[k];
  if (perUnit > 0) e.breakEven[k] = Math.max(0, cost - subsidy) / perUnit;
  const comfort = p['comfort-months'][0] * costs(context, k, p);
  const ahead = e.cash[k] - e.debt[k] + HORIZON * result;
  const short = Math.max(0, Math.min(MOST_PRESSURE, 1 - ahead / comfort));
  e.pressure[k] += (p['output-weight'][0] * 2 * (1 - e.care[k]) * (AT_EASE + short) - e.pressure[k]) / QUARTER;
}
const QUARTER = 3;
/** Weight of money for an enterprise at ease, relative to one that has nothing left. Assumed. */
const AT_EASE = 0.3;

/** Off: nobody on the minimum income works there; those who did go back to their service. */
function empty(context: Context): void {
  const { people, enterprises: e, head } = context.world;
  for (let i = 0; i < head[header.rows]; i++) if (people.status[i] === I) resume(context, i, 'social-economy.ended');
  e.filled.fill(0);
  e.output.fill(0);
}

/** Off: the same places are subsidised and held by people from elsewhere, who earn what comes in: no money is freed. */
function payOthers(context: Context): void {
  const { enterprises: e } = context.world;
  for (let k = 0; k < ENTERPRISES; k++) {
    e.wages[k] = subsidise(context, k, e.places[k]);
    e.sales[k] = 0;
    e.supervised[k] = 0;
  }
}

export const socialEconomy = mechanism({
  id: 'M19',
  key: 'social-economy',
  label: { fr: 'Économie sociale d’insertion', en: 'Social economy of insertion' },
  seeds: ['S0'],
  pattern: {
    fr: 'La pression à produire choisit les plus productifs ; ceux à qui il faudrait un long séjour tournent ; les places sont rares.',
    en: 'Output pressure selects the productive; those needing long stays cycle back; places are scarce.',
  },
  parameters,
  terms: [{ name: 'output', value: (option, s) => HORIZON * s.output * option.holds }],
  steps: { referral: hire, outcomes: work, accounts: settle },
  off: {
    words: {
      fr: 'Les places d’insertion vont à d’autres publics, et leur argent avec elles.',
      en: 'Insertion places go to other people, and their money with them.',
    },
    steps: { needs: empty, accounts: payOthers },
  },
  sources: [hamzaoui],
});

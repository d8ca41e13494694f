import { type Context, tally } from '../context.ts';
import { alsoUniform, uniform, WARM_UP } from '../core/draws.ts';
import { keyedLottery } from '../core/lottery.ts';
import { mechanism } from '../core/mechanism.ts';
import { cents } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { borne } from '../books.ts';
import { refundBeyondPlan, voteRefund } from '../refund.ts';
import { BENEFITS, DEPARTEMENT, INSERTION, INVESTMENT, LINES, POT, REPAIR, STARTING_INVESTMENT, STATE } from '../world/funders.ts';
import { isWatched, tell } from '../world/moves.ts';
import { HOUSING, NEEDS, SKILLS, SOLUTIONS } from '../world/people.ts';
import { A, VACANT } from '../world/status.ts';
import { header } from '../world/world.ts';
import { STAGES } from '../world/zones.ts';
import { parameters } from './repair/parameters.ts';

type P = Values<typeof parameters>;

const names = ['housing', 'health', 'mobility', 'family', 'skills'] as const;
/** A need over this asks for a solution; under that one gives it back. */
const ASKS_OVER = 0.5;
const GIVES_BACK_UNDER = 0.15;
/** One person in six asks in a given month; what is held is looked at once a quarter. */
const ASKS_EVERY = 6;
const QUARTER = 3;

/** Solutions are given back, then given out: longest support first, keyed lottery, never more than exist. */
function giveOut(context: Context, p: P): void {
  const askers = giveBack(context, p);
  for (let z = 0; z < context.world.counts.zones; z++) for (let n = 0; n < SOLUTIONS; n++) allot(context, z, n, askers);
}

/** Solutions held are counted again, and given back by those whose need has eased or whose stay ends. Lists those whose turn it is to ask. */
function giveBack(context: Context, p: P): number {
  const { world, scratch, streams, month } = context;
  const { people, head, zones } = world;
  const { status: statuses, solved, id } = people;
  zones.used.fill(0);
  const rows = head[header.rows];
  const turn = month.now + WARM_UP;
  let askers = 0;
  for (let i = 0; i < rows; i++) {
    if (statuses[i] === VACANT) continue;
    if (statuses[i] === A && (id[i] + turn) % ASKS_EVERY === 0) scratch.asking[askers++] = i;
    if (solved[i] === 0) continue;
    const due = (id[i] + turn) % QUARTER === 0;
    const u = due ? uniform(streams['solutions.release'], id[i], month.now) : 1;
    const over = u < QUARTER / p['stay-months'][people.arm[i]];
    if (due && solved[i] & HOME && alsoUniform() < QUARTER * p['home-lost'][people.arm[i]] * 2 * people.distress[i]) loseHome(context, i);
    for (let n = 0; n < SOLUTIONS; n++) {
      if (!(solved[i] & (1 << n))) continue;
      if (over || people.needs[i * NEEDS + n] < GIVES_BACK_UNDER) {
        solved[i] &= ~(1 << n);
        if (isWatched(context, i)) tell(context, i, 'repair.given-back', { facts: [n, people.needs[i * NEEDS + n]] });
      } else {
        zones.used[people.zone[i] * SOLUTIONS + n] += head[header.scale];
        if (n === SKILLS) people.learned[i] += p.learning[people.arm[i]] * (1 - people.learned[i]);
      }
    }
  }
  return askers;
}

/** A lease breaks: the home is missing again. */
function loseHome(context: Context, i: number): void {
  const { people } = context.world;
  people.solved[i] &= ~HOME;
  people.needs[i * NEEDS + HOUSING] = Math.max(people.needs[i * NEEDS + HOUSING], HOME_LOST);
  if (isWatched(context, i)) tell(context, i, 'repair.home-lost', { facts: [HOUSING, people.needs[i * NEEDS + HOUSING]] });
}
const HOME = 1 << HOUSING;
/** Severity of the need of housing of someone who has just lost a home. Assumed. */
const HOME_LOST = 0.9;

function allot(context: Context, z: number, n: number, askers: number): void {
  const { world, scratch, streams, month } = context;
  const { people, head, zones } = world;
  let q = 0;
  for (let a = 0; a < askers; a++) {
    const i = scratch.asking[a];
    if (people.zone[i] !== z || people.needs[i * NEEDS + n] <= ASKS_OVER || people.solved[i] & (1 << n)) continue;
    scratch.rows[q] = i;
    scratch.ids[q] = people.id[i];
    scratch.priority[q] = 255 - Math.min(255, people.since[i]);
    q++;
  }
  const at = z * SOLUTIONS + n;
  const free = Math.max(0, Math.floor((zones.places[at] - zones.used[at]) / head[header.scale]));
  keyedLottery(free, q, scratch, streams['solutions.rank'], month.now, n);
  let given = 0;
  for (let k = 0; k < q; k++) {
    if (!scratch.won[k]) {
      if (isWatched(context, scratch.rows[k])) tell(context, scratch.rows[k], 'repair.none', { facts: [n, people.needs[scratch.rows[k] * NEEDS + n]] });
      continue;
    }
    people.solved[scratch.rows[k]] |= 1 << n;
    given++;
    if (isWatched(context, scratch.rows[k])) tell(context, scratch.rows[k], 'repair.solution', { facts: [n, people.needs[scratch.rows[k] * NEEDS + n]] });
  }
  zones.used[at] += given * head[header.scale];
  zones.unmet[at] = (q - given) * head[header.scale];
  scratch.tally[tally.solutionsAsked] += q;
  scratch.tally[tally.solutionsGiven] += given;
}

/** The plan of next month, and the cover of this month's overrun. */
function settle(context: Context, p: P): void {
  plan(context, p);
  cover(context, DEPARTEMENT, p);
  cover(context, STATE, p);
}

/** Points shifted move the plan from repair to investment; what repair owes is not lowered by a plan. */
function plan({ world, rules, month }: Context, p: P): void {
  const { funders: f } = world;
  if (month.now < 0) return;
  if (month.now > 0 && month.now % YEAR === 0) voteRefund(world, p['vote-follows'][0]);
  for (let k = STATE; k <= DEPARTEMENT; k++) {
    const at = k * LINES;
    if (month.now > 0 && month.now % YEAR === 0) vote(world, k, p);
    const envelope = f.base[at + REPAIR] + f.base[at + INSERTION] + f.base[at + INVESTMENT];
    f.shifted[k] += ((rules.budget.shift[0] / 100) * envelope) / YEAR;
    const shifted = Math.round(Math.min(f.shifted[k], 0.8 * f.base[at + REPAIR]));
    f.planned[at + REPAIR] = f.voted[at + REPAIR] + f.base[at + REPAIR] - shifted;
    const share = rules.budget['investment-share'][0];
    const discretionary = f.base[at + INSERTION] + f.base[at + INVESTMENT];
    f.planned[at + INVESTMENT] = Math.max(0, f.base[at + INVESTMENT] + shifted + Math.round((share - STARTING_INVESTMENT) * discretionary));
  }
}
const YEAR = 12;

/** The yearly vote: next year's plan and the general budget behind it follow most of the way what is owed now. */
function vote(world: Context['world'], k: number, p: P): void {
  const { funders: f } = world;
  const at = k * LINES;
  const benefits = Math.round(p['vote-follows'][0] * (borne(world, k) - f.planned[at + BENEFITS]));
  const repair = Math.round(p['vote-follows'][0] * (f.spent[at + REPAIR] - f.base[at + REPAIR] - f.voted[at + REPAIR]));
  f.planned[at + BENEFITS] += benefits;
  f.voted[at + REPAIR] += repair;
  f.yearlyIncome[k] += benefits + repair;
}

/** Owed beyond the plan, net of what is refunded on it: the reserve first, then what the State compensates, then a cut in insertion and investment, then debt. */
function cover({ world, rules }: Context, k: number, p: P): void {
  const { funders: f, head } = world;
  const at = k * LINES;
  if (head[header.month] < 0) {
    f.cut[k] = 0;
    return;
  }
  const refunded = k === head[header.benefitBearer] ? refundBeyondPlan(world) : 0;
  const owed = borne(world, k) - refunded + f.spent[at + REPAIR] + f.debt[k] / p['repayment-months'][0];
  const over = Math.max(0, owed - f.planned[at + BENEFITS] - f.planned[at + REPAIR]);
  const afterReserve = Math.max(0, over - f.reserve[k]);
  const compensated = k === DEPARTEMENT ? Math.round(rules.budget.compensation[0] * afterReserve) : 0;
  f.transfersOut[STATE] += compensated;
  f.transfersIn[DEPARTEMENT] += compensated;
  f.overrun[k] = afterReserve - compensated;
  const discretionary = Math.max(1, f.planned[at + INSERTION] + f.planned[at + INVESTMENT]);
  f.cut[k] += 0.25 * (Math.min(p['most-cut'][0], (rules.budget.squeeze[0] * f.overrun[k]) / discretionary) - f.cut[k]);
}

const shareOfNeed = new Float64Array(SOLUTIONS);

/** Money becomes places in three stages; places wear out. Members build for those who ask; the pot builds where its map says. */
function build({ world }: Context, p: P): void {
  const { zones, counts, funders: f } = world;
  const own = f.spent[DEPARTEMENT * LINES + INVESTMENT] + f.spent[STATE * LINES + INVESTMENT] + f.spent[2 * LINES + INVESTMENT];
  const pot = f.spent[POT * LINES + INVESTMENT];
  const rate = Math.min(1, STAGES / p['lag-months'][0]);
  for (let z = 0; z < counts.zones; z++) {
    asked(world, z);
    for (let n = 0; n < SOLUTIONS; n++) {
      const unit = cents(p[names[n]][0]);
      const mine = ((own * shareOfNeed[n]) / unit) * zones.means[z * SOLUTIONS + n];
      const common = ((pot * zones.allocation[z * SOLUTIONS + n]) / unit) * zones.share[z];
      const at = (z * SOLUTIONS + n) * STAGES;
      const faster = rate * (1 + 0.5 * world.head[header.engineers]);
      const arrived = advance(zones.pipeline, at, mine, rate) + advance(zones.programmes, at, common, Math.min(1, faster));
      zones.places[z * SOLUTIONS + n] = zones.places[z * SOLUTIONS + n] * (1 - p.wear[0]) + arrived;
    }
  }
}

/** Own spending follows own queues: those who came and were told to wait, and places already held. */
function asked({ zones }: Context['world'], z: number): void {
  let sum = 0;
  for (let n = 0; n < SOLUTIONS; n++) {
    shareOfNeed[n] = zones.unmet[z * SOLUTIONS + n] * ASKS_EVERY + zones.used[z * SOLUTIONS + n] + 1;
    sum += shareOfNeed[n];
  }
  for (let n = 0; n < SOLUTIONS; n++) shareOfNeed[n] /= sum;
}

function advance(stages: Float64Array, at: number, added: number, rate: number): number {
  let moving = added;
  for (let g = 0; g < STAGES; g++) {
    const out = stages[at + g] * rate;
    stages[at + g] += moving - out;
    moving = out;
  }
  return moving;
}

/** Off: nothing is cut, and as many solutions stand as before. */
function untouched({ world }: Context): void {
  world.funders.cut.fill(0);
}

export const repair = mechanism({
  id: 'M20',
  key: 'repair',
  label: { fr: 'Réparation et investissement social', en: 'Repair and social investment' },
  seeds: ['S1'],
  pattern: {
    fr: 'Piège de la réparation : un dépassement mange l’investissement ; un creux, puis un gain, ou pas.',
    en: 'Repair trap: an overrun eats investment; a dip, then a gain, or not.',
  },
  parameters,
  steps: { support: giveOut, accounts: settle, governance: build },
  off: {
    words: { fr: 'Rien n’est coupé et les solutions restent en nombre.', en: 'Nothing is cut and solutions stay as many.' },
    steps: { support: giveOut, accounts: untouched },
  },
  sources: [{ title: 'Terra Nova', row: 'seed:S1' }],
});

import type { Context } from './context.ts';
import { split } from './core/money.ts';
import type { Values } from './core/parameter.ts';
import type { bookParameters } from './world/costs.ts';
import { BENEFITS, DEPARTEMENT, ENGINEERING, FUNDERS, INSERTION, INVESTMENT, LINES, POT, REPAIR, STARTING_INVESTMENT, STATE } from './world/funders.ts';
import { ENTERPRISES } from './world/enterprises.ts';
import { NEEDS } from './world/people.ts';
import { paid, X } from './world/status.ts';
import { FUNDERS_OF_CONTRACTS } from './world/structures.ts';
import { refundDue, reviewRefunds } from './refund.ts';
import { header } from './world/world.ts';

type P = Values<typeof bookParameters>;

const needNames = ['housing', 'health', 'mobility', 'family', 'skills', 'rights', 'justice'] as const;
const PLAN_MEMORY = 1 / 6;

/** What is owed this month: benefits, repair, investment and what members pay into the common pot. */
export function openBooks(context: Context, p: P): void {
  const { world } = context;
  const { funders: f } = world;
  for (let k = 0; k < FUNDERS; k++) {
    f.openingReserve[k] = f.reserve[k];
    f.openingDebt[k] = f.debt[k];
  }
  reviewRefunds(world);
  f.spent[STATE * LINES + ENGINEERING] += world.head[header.auditsDue];
  world.head[header.auditsDue] = 0;
  payBenefits(context);
  payRepair(context, p);
  invest(context);
}

/** Contracts and wages, then income; what is left or missing is saved or borrowed. The books of each funder balance to the cent. */
export function settleBooks(context: Context, p: P): void {
  payContracts(context);
  payWages(context, p);
  drawIncome(context);
  closeBooks(context, p);
}

/** People paid, and cents due to them and withheld from them. */
const sums = { count: 0, due: 0, withheld: 0 };

/** The loop stands alone: a hot loop followed by more work is compiled again and again. */
function sumBenefits({ world, rules }: Context): void {
  const { status: statuses, benefit, arm } = world.people;
  const share = rules.conditionality['sanction-share'];
  const rows = world.head[header.rows];
  let count = 0;
  let due = 0;
  let withheld = 0;
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (!paid[status]) continue;
    due += benefit[i];
    count++;
    if (status === X) withheld += Math.round(benefit[i] * share[arm[i]]);
  }
  sums.count = count;
  sums.due = due;
  sums.withheld = withheld;
}

/**
 * One funder pays; whoever bears it refunds the payer the same month, when they are not one; another compensates, by the amount of the start or by a
 * scale on what is paid. Who is who is the territory’s.
 */
function payBenefits(context: Context): void {
  sumBenefits(context);
  const { head, funders: f } = context.world;
  const total = Math.round((sums.due - sums.withheld) * head[header.scale]);
  head[header.benefitsDue] = sums.due - sums.withheld;
  head[header.paidPeople] = sums.count;
  head[header.benefitsPaid] = total;
  const payer = head[header.benefitPayer];
  const bearer = head[header.benefitBearer];
  const refunder = head[header.refunder];
  f.spent[payer * LINES + BENEFITS] += total;
  if (payer !== bearer) transfer(context, bearer, payer, total);
  head[header.refunded] = 0;
  if (bearer === refunder) return;
  const base = head[header.month] < 0 ? total : f.base[bearer * LINES + BENEFITS];
  head[header.refunded] = head[header.refundOnPaid] ? refundDue(context) : Math.round(context.world.refunds.share[0] * base);
  transfer(context, refunder, bearer, head[header.refunded]);
}

function transfer({ world: { funders: f } }: Context, from: number, to: number, amount: number): void {
  f.transfersOut[from] += amount;
  f.transfersIn[to] += amount;
}

function payRepair({ world }: Context, p: P): void {
  const { head, zones, funders: f } = world;
  let total = 0;
  for (let z = 0; z < world.counts.zones; z++) {
    for (let n = 0; n < NEEDS; n++) total += Math.round(zones.severe[z * NEEDS + n] * head[header.scale] * p[needNames[n]][0] * 100);
  }
  const own = Math.round(total * p['departement-repair'][0]);
  f.spent[DEPARTEMENT * LINES + REPAIR] += own;
  f.spent[STATE * LINES + REPAIR] += total - own;
}

/** Members' own investment, and what they owe the common pot: first from investment, then from contracts. */
function invest({ world, rules }: Context): void {
  const { funders: f, head } = world;
  const more = rules.capacity.solutions[0] / 100;
  const transition = Math.round((rules.budget['transition-fund'][0] * 100 * head[header.paidPeople] * head[header.scale]) / 12);
  const pooling = rules.governance.pooling[0];
  for (let k = 0; k < POT; k++) {
    const planned = Math.round(Math.max(0, f.planned[k * LINES + INVESTMENT]) * more * (1 - f.cut[k]));
    const asked = Math.round(pooling * (planned + Math.max(0, f.planned[k * LINES + INSERTION]) * (1 - f.cut[k])));
    f.pooled[k] = asked;
    f.transfersOut[k] += asked;
    f.transfersIn[POT] += asked;
    f.spent[k * LINES + INVESTMENT] += Math.max(0, planned - asked) + (k === STATE ? transition : 0);
  }
}

const weights = new Float64Array(65_536);
const parts = new Float64Array(65_536);

/** Share of what was promised for insertion that a funder pays this month: less what is invested, cut, or pooled beyond investment. */
export function insertionHonoured({ world, rules }: Context, k: number): number {
  const { funders: f } = world;
  const posts = (1 - rules.budget['investment-share'][0]) / (1 - STARTING_INVESTMENT);
  const planned = Math.max(0, f.planned[k * LINES + INSERTION]);
  const beyond = planned > 0 ? Math.max(0, f.pooled[k] - Math.max(0, f.planned[k * LINES + INVESTMENT])) / planned : 0;
  return posts * (1 - f.cut[k]) * (1 - Math.min(1, beyond));
}

/** Contracts by twelfths, less what was cut, what results lost, and what pooling took beyond investment. The pot pays back what it does not use. */
function payContracts(context: Context): void {
  const { world, rules } = context;
  const { structures: s, counts } = world;
  for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) {
    const honoured = insertionHonoured(context, k);
    for (let j = 0; j < counts.structures; j++) {
      const staff = rules.capacity.staff[s.arm[j]] / 100;
      const due = (s.contract[j * FUNDERS_OF_CONTRACTS + k] / 12) * staff * s.paidShare[j] * honoured;
      payContract(context, j, k, Math.round(due));
    }
  }
  for (let j = 0; j < counts.structures; j++) {
    const owed = Math.round(s.headsDue[j] * s.perHead[j] + s.resultsDue[j] * s.perResult[j]);
    s.headsDue[j] = 0;
    s.resultsDue[j] = 0;
    if (owed > 0) pay(context, j, STATE, owed);
  }
  giveBack(context);
}

/** A share of a contract may be paid late: it is owed to the structure, which gets what is owed little by little. */
function payContract(context: Context, j: number, k: number, due: number): void {
  const { structures: s, funders: f } = context.world;
  const at = j * FUNDERS_OF_CONTRACTS + k;
  const late = Math.round(due * s.lateShare[j]);
  const owed = s.arrears[at] + late;
  const settled = s.lateMonths[j] > 1 ? Math.ceil(owed / s.lateMonths[j]) : owed;
  s.arrears[at] = owed - settled;
  s.accrued[at] += late;
  s.settled[at] += settled;
  pay(context, j, k, due - late);
  pay(context, j, k, settled);
  f.paidNow[k] -= settled;
  f.settled[k] += settled;
}

/** Money reaches a structure: a contract, a price, or a debt that its funder stands for. */
export function pay({ world }: Context, j: number, k: number, amount: number): void {
  world.structures.received[j * FUNDERS_OF_CONTRACTS + k] += amount;
  world.structures.cash[j] += amount;
  world.funders.spent[k * LINES + INSERTION] += amount;
  world.funders.paidNow[k] += amount;
}

/** What the pot has left after programmes, engineers and evaluation goes to structures by contract, and to social enterprises by subsidy. */
function giveBack({ world }: Context): void {
  const { structures: s, enterprises: e, counts, funders: f } = world;
  const n = counts.structures;
  const at = POT * LINES;
  const left = f.transfersIn[POT] - f.spent[at + INVESTMENT] - f.spent[at + ENGINEERING];
  if (left <= 0) return;
  for (let j = 0; j < counts.structures; j++)
    weights[j] = s.contract[j * FUNDERS_OF_CONTRACTS] + s.contract[j * FUNDERS_OF_CONTRACTS + 1] + s.contract[j * FUNDERS_OF_CONTRACTS + 2];
  for (let k = 0; k < ENTERPRISES; k++) {
    weights[n + k] = 0;
    for (let x = 0; x < FUNDERS_OF_CONTRACTS; x++) weights[n + k] += 12 * e.filled[k] * e.subsidy[k * FUNDERS_OF_CONTRACTS + x];
  }
  split(left, weights, n + ENTERPRISES, parts);
  for (let j = 0; j < counts.structures; j++) {
    s.fromPot[j] += parts[j];
    s.cash[j] += parts[j];
  }
  for (let k = 0; k < ENTERPRISES; k++) {
    e.fromPot[k] += parts[n + k];
    e.cash[k] += parts[n + k];
  }
  f.spent[at + INSERTION] += left;
}

/** Wages first; a structure that cannot pay borrows up to its overdraft, and beyond that lets workers go at once. */
function payWages({ world }: Context, p: P): void {
  const { structures: s, counts, head } = world;
  for (let j = 0; j < counts.structures; j++) {
    const wage = head[header.wageCents];
    const most = Math.round(p['structure-credit'][s.arm[j]] * wage * Math.max(1, s.posts[j]));
    let owed = Math.round(s.workers[j] * wage);
    while (s.workers[j] > 1 && s.cash[j] + most - s.debt[j] < owed) {
      s.workers[j]--;
      owed = Math.round(s.workers[j] * wage);
    }
    // One that closed pays its workers what its debts leave.
    if (s.closed[j]) owed = Math.max(0, s.cash[j] - s.debt[j]);
    s.wages[j] = owed;
    s.cash[j] -= owed;
    if (s.cash[j] < 0) {
      s.debt[j] -= s.cash[j];
      s.cash[j] = 0;
    } else if (s.debt[j] > 0) {
      const repaid = Math.min(s.debt[j], s.cash[j]);
      s.debt[j] -= repaid;
      s.cash[j] -= repaid;
    }
  }
}

/** Before month 0 income follows spending and the plan is learnt; from month 0 income is what the plan of the start called for. */
function drawIncome({ world }: Context): void {
  const { funders: f, head } = world;
  const settling = head[header.month] < 0;
  const first = head[header.month] === -24;
  if (settling) head[header.refundPlanned] = first ? head[header.refunded] : learn(head[header.refundPlanned], head[header.refunded]);
  for (let k = 0; k < FUNDERS; k++) {
    const at = k * LINES;
    let spent = 0;
    for (let l = 0; l < LINES; l++) spent += f.spent[at + l];
    const net = spent + f.transfersOut[k] - f.transfersIn[k];
    if (!settling) {
      f.income[k] = f.yearlyIncome[k];
      continue;
    }
    f.income[k] = net;
    f.yearlyIncome[k] += first ? net : Math.round(PLAN_MEMORY * (net - f.yearlyIncome[k]));
    for (let l = 0; l < LINES; l++) {
      const now = l === BENEFITS ? borne(world, k) : f.spent[at + l];
      f.base[at + l] = first ? now : learn(f.base[at + l], now);
      if (l !== INVESTMENT) f.planned[at + l] = f.base[at + l];
    }
  }
}

const learn = (plan: number, now: number): number => Math.round(plan + PLAN_MEMORY * (now - plan));

/** Minimum income borne by a funder this month, before compensation. */
export function borne({ head }: Context['world'], k: number): number {
  return k === head[header.benefitBearer] ? head[header.benefitsPaid] : 0;
}

/** What is left of the month goes to debt, then to the reserve; what is missing comes from the reserve, then is borrowed. */
function closeBooks({ world }: Context, p: P): void {
  const { funders: f } = world;
  for (let k = 0; k < FUNDERS; k++) {
    const at = k * LINES;
    let spent = 0;
    for (let l = 0; l < LINES; l++) spent += f.spent[at + l];
    let balance = f.income[k] + f.transfersIn[k] - f.transfersOut[k] - spent;
    const fromDebt = Math.max(-f.debt[k], Math.min(0, -balance));
    f.debt[k] += fromDebt;
    balance += fromDebt;
    const fromReserve = Math.max(-f.reserve[k], balance);
    f.reserve[k] += fromReserve;
    balance -= fromReserve;
    f.debt[k] -= balance;
    // Above its ceiling the reserve goes back to the general budget.
    const ceiling = Math.round(p['reserve-months'][0] * (f.base[at + BENEFITS] + f.base[at + REPAIR]));
    const back = Math.max(0, f.reserve[k] - ceiling);
    f.reserve[k] -= back;
    f.income[k] -= back;
  }
}

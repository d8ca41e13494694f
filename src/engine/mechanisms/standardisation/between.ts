import type { Context } from '../../context.ts';
import { cents, grains } from '../../core/money.ts';
import type { Values } from '../../core/parameter.ts';
import { CAF, DEPARTEMENT, ENGINEERING, LINES, STATE } from '../../world/funders.ts';
import { CONTROL, FUNDERS_OF_CONTRACTS, PRACTICE, REPORTING, ROUTINE, USES } from '../../world/structures.ts';
import { header } from '../../world/world.ts';
import type { parameters } from './parameters.ts';
import { approach } from './practice.ts';

type P = Values<typeof parameters>;

export const YEAR = 12;
/** Visits a year to each partner when everything is judged on practice seen. */
const MOST_VISITS = 4;
const middle = new Float64Array(PRACTICE);

/** Cents a year from a funder. Those paid by the person are paid by the State: what their staff costs stands for it. */
export function yearly({ world }: Context, j: number, f: number): number {
  const { structures: s, head } = world;
  if (s.perHead[j] + s.perResult[j] === 0) return s.contract[j * FUNDERS_OF_CONTRACTS + f];
  return f === STATE ? s.workers[j] * YEAR * head[header.wageCents] : 0;
}

/** Share of a structure's yearly money that comes from a funder: how far it depends on it. */
export function shareOf(context: Context, j: number, f: number): number {
  let sum = 0;
  for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) sum += yearly(context, j, k);
  return sum > 0 ? yearly(context, j, f) / sum : 0;
}

/** Whoever arrives chose this house for what it holds right: practice comes back to it as posts are filled anew. */
export function renew({ world }: Context, p: P): void {
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++) {
    if (s.departures[j] > 0) approach(s.practice, j, s.conviction, j, p.newcomers[s.arm[j]] * Math.min(1, s.departures[j] / Math.max(1, s.workers[j])));
  }
}

/** Shared training draws practices towards the mean of those who attend, by the hour; hours are taken from work. True when there is some. */
export function train({ world, rules }: Context, p: P): boolean {
  const { structures: s, counts } = world;
  const hours = rules.outsourcing.training[0] / YEAR;
  if (hours <= 0) return false;
  let staff = 0;
  middle.fill(0);
  for (let j = 0; j < counts.structures; j++) {
    staff += s.workers[j];
    for (let q = 0; q < PRACTICE; q++) middle[q] += s.workers[j] * s.practice[j * PRACTICE + q];
  }
  for (let q = 0; q < PRACTICE; q++) middle[q] /= staff;
  for (let j = 0; j < counts.structures; j++) {
    approach(s.practice, j, middle, 0, Math.min(1, p['training-pull'][s.arm[j]] * hours));
    s.demand[j * USES + ROUTINE] += grains(s.workers[j] * 60 * hours);
  }
  return true;
}

/** A funder visits its partners as often as it judges on what it sees, by the part of their money that it gives. */
export function visit(context: Context, f: number, p: P): void {
  const { structures: s, counts, funders } = context.world;
  const monthly = (MOST_VISITS * context.rules.outsourcing.monitoring[0]) / YEAR;
  let visits = 0;
  for (let j = 0; j < counts.structures; j++) {
    const due = monthly * shareOf(context, j, f);
    visits += due;
    s.demand[j * USES + CONTROL] += grains(due * 60 * p['visit-hours'][s.arm[j]]);
  }
  funders.spent[[STATE, DEPARTEMENT, CAF][f] * LINES + ENGINEERING] += Math.round(visits * cents(p['visit-cost'][0]));
}

/** The more a contract specifies, the more of it there is to fill in for each file. */
export function fillIn({ world, rules }: Context, p: P): void {
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++)
    s.demand[j * USES + REPORTING] += grains(s.caseload[j] * rules.outsourcing.specification[0] * p.filling[s.arm[j]]);
}

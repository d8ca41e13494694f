import type { Context } from '../../context.ts';
import { cents } from '../../core/money.ts';
import type { Values } from '../../core/parameter.ts';
import { weigh } from '../../kernel/kernel.ts';
import { newOption, newSituation } from '../../kernel/terms.ts';
import { NEEDS, NONE, SKILLS } from '../../world/people.ts';
import { DURABLE } from '../../world/zones.ts';
import type { parameters } from './parameters.ts';

export type P = Values<typeof parameters>;

/** Relief of needs other than skills during a job, relative to skills. Assumed. */
export const SIDE_NEED = 0.4;
/** Months of a stay: 144,600 employees for 174,800 entries a year. */
const TYPICAL_STAY = 10;
/** Place, among the options an enterprise weighs, of taking the person on. */
export const TAKE = 0;
const PASS = 1;

const take = newOption({ holds: 1 });
const pass = newOption();
const candidate = newSituation();

/** Share of supervision that goes to the person rather than to what is sold: by what an hour is worth on either side. */
export const insertionShare = ({ world: { enterprises: e } }: Context, k: number): number => e.care[k] / (e.care[k] + e.pressure[k]);

/** Durable exits that a stay adds a month, in months of unhindered search: what is prepared before it ends, less what work holds up. */
export const exitGain = ({ world: { enterprises: e } }: Context, k: number, p: P): number =>
  (e.limited[k] ? p['exit-months'][0] / TYPICAL_STAY : 0) - (1 - p['search-at-work'][0]);

/** What six months of this person are worth to an enterprise beyond an empty place, in hours: mission, output, supervision, hiring. */
export function worthOf(context: Context, i: number, k: number, act: number, p: P): number {
  const { world, kernel, technology } = context;
  const { people, enterprises: e, zones } = world;
  const hour = cents(technology['hour-cost'][0]);
  const durable = people.ability[i] * people.ready[i] * people.ready[i] * zones.hiresPerSearch[people.zone[i] * 2 + DURABLE];
  // The lead answers for the candidate: an enterprise has no row among structures.
  candidate.structure = people.lead[i] === NONE ? 0 : people.lead[i];
  candidate.mission = technology['mission-mean'][0] * 2 * e.care[k];
  candidate.gain = durable * exitGain(context, k, p);
  candidate.relief = p.relief[0] * insertionShare(context, k) * relievable(context, i);
  candidate.hours = e.supervision[k] * (1 + p['supervision-need'][0] * (people.load[i] - ORDINARY_LOAD));
  candidate.price = e.pressure[k];
  candidate.output = e.pressure[k] * (((outputOf(context, i, k, p) - e.breakEven[k]) * demand(context, p) * e.sale[k]) / hour + e.supervision[k]);
  take.act = act;
  return weigh(kernel, TAKE, take, candidate, context) - weigh(kernel, PASS, pass, candidate, context);
}
/** Severities of the seven needs of an ordinary candidate, summed. */
const ORDINARY_LOAD = 2;

/** Severity that work may relieve: skills in full, other needs in part. */
const relievable = ({ world: { people } }: Context, i: number): number => {
  const skills = people.needs[i * NEEDS + SKILLS];
  return skills + SIDE_NEED * Math.max(0, people.load[i] - skills);
};

/** Work of one person, in ordinary workers: what keeps one from finding a job keeps one from working only in part, hence the root. */
export function outputOf(context: Context, i: number, k: number, p: P): number {
  const { people, enterprises: e } = context.world;
  const able = Math.sqrt((people.ability[i] * people.ready[i]) / e.reference[k]);
  return (able / (1 + able)) * (1 + p['production-gain'][0] * (1 - insertionShare(context, k)));
}

/** Sales this month relative to the start, at equal work. */
export function demand({ world: { zones, counts } }: Context, p: P): number {
  let tightness = 0;
  for (let z = 0; z < counts.zones; z++) tightness += zones.tightness[z] / counts.zones;
  return 1 + p['sales-cycle'][0] * (Math.min(1.5, tightness) - 1);
}

/** Cents that a month of the places held costs. */
export const costs = ({ world: { enterprises: e }, technology }: Context, k: number, p: P): number =>
  Math.max(1, e.filled[k]) * cents(p.wage[0]) + e.staffed[k] * e.supervision[k] * cents(technology['hour-cost'][0]);

/** Months of costs that an enterprise may owe before it takes nobody on. Assumed. */
export const CREDIT_MONTHS = 3;

/** True when an enterprise can borrow no more. */
export const spent = (context: Context, k: number, p: P): boolean => context.world.enterprises.debt[k] > CREDIT_MONTHS * costs(context, k, p);

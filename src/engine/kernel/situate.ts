import type { Context } from '../context.ts';
import { CLASSES, GROUPS, groupOfClass, levelOfClass } from '../world/people.ts';
import { slotOf } from '../world/organise.ts';
import { TIES } from '../world/structures.ts';
import { DURABLE, SHORT } from '../world/zones.ts';
import { durableHeld, shortHeld } from './lasting.ts';
import type { Situation } from './terms.ts';

/**
 * How structure `j` sees a person of perceived class `c`: the very functions that later move people (hires per search, support effect,
 * relief), taken at the mean of the class. Fills `s`; allocates nothing.
 */
export function situate(context: Context, j: number, c: number, s: Situation): void {
  const { structures, zones } = context.world;
  const { scratch, technology: t, rules } = context;
  const arm = structures.arm[j];
  const z = structures.zone[j];
  const at = j * CLASSES + c;
  const n = Math.max(1, scratch.classPeople[c]);
  const skill = structures.skill[j * GROUPS + groupOfClass(c)];
  const effect = structures.effect[at];
  const durable = (scratch.classDurable[c] / n) * zones.hiresPerSearch[z * 2 + DURABLE];
  const short = (scratch.classSearch[c] / n) * zones.hiresPerSearch[z * 2 + SHORT];
  const boost = t['support-effect'][0] * skillFactor(t, skill, levelOfClass(c)) * structures.toWork[j] * effect;
  s.structure = j;
  s.mission = structures.mission[j];
  s.gain = durable * boost;
  s.relief = t['relief-rate'][0] * skill * structures.toNeeds[j] * effect * (scratch.classGroupNeed[c] / n);
  s.counted = (durable * durableHeld(context, j) + short * shortHeld(context, j)) * (1 + boost);
  s.hours = structures.hours[at];
  s.price = structures.lambda[j];
  const weight = rules.evaluation['joint-weight'][arm];
  s.own = (1 - weight) * structures.value[j];
  s.joint = weight * structures.felt[j] * structures.sharedValue[j];
  s.rate = rules.evaluation.denominator[arm];
  s.asked = structures.targetRate[j];
  s.entry = structures.perHead[j] / (t['hour-cost'][0] * 100);
  s.credibility = 0;
  s.output = 0;
}

/** What practices found together add to the yield of a case handed over on tie `t`: less and less as they are many. */
export function jointYield({ world, rules, on }: Context, t: number): number {
  if (!on.has('uncertain-institution')) return 1;
  const { ties, structures: s } = world;
  const j = Math.floor(t / TIES);
  const known = ties.innovations[t] + s.practices[j];
  return 1 + (rules['uncertain-institution']['invention-yield'][s.arm[j]] * known) / (1 + known);
}

/** The same for someone whom `sender` handed over to `j`. */
export function handedYield(context: Context, sender: number, j: number): number {
  const slot = slotOf(context.world, sender, j);
  return slot < 0 ? 1 : jointYield(context, sender * TIES + slot);
}

/**
 * What a service's skill in the person's main need makes of its support to search. A service with none keeps some effect, as it still gives
 * contacts; and the simpler the case, the less the need stands between contacts and a job. Assumed.
 */
export function skillFactor(t: Context['technology'], skill: number, level: number): number {
  const stands = level === 0 ? t['need-stands-easy'][0] : level === 1 ? t['need-stands-middle'][0] : t['need-stands-hard'][0];
  return 1 - stands * (0.6 - 0.8 * skill);
}

/** Useful hours of a class, from its difficulty. */
export function halfHours(context: Context, c: number): number {
  const t = context.technology;
  const level = levelOfClass(c);
  return level === 0 ? t['half-hours-easy'][0] : level === 1 ? t['half-hours-middle'][0] : t['half-hours-hard'][0];
}

/** Floor hours of one file of a class. */
export function floorHours(context: Context, c: number): number {
  const { scratch, technology: t } = context;
  return t['floor-hours'][0] + t['floor-hours-need'][0] * (scratch.classNeed[c] / Math.max(1, scratch.classPeople[c]));
}

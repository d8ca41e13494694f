import { cents } from '../core/money.ts';
import { exp, log } from '../core/math.ts';
import type { Values } from '../core/parameter.ts';
import { NO_EMPLOYER } from './enterprises.ts';
import type { peopleParameters } from './parameters.ts';
import { FRAGILE, NEEDS, NONE, OTHER_BENEFIT, styleOf } from './people.ts';
import type { World } from './world.ts';

/** Attributes drawn once per person, each from a stream of its own. */
export const attributes = [
  'class',
  'ability',
  'common',
  'housing',
  'health',
  'mobility',
  'family',
  'skills',
  'rights',
  'justice',
  'trust',
  'distress',
  'age',
  'household',
  'tie',
  'other-benefit',
  'zone',
  'amount',
  'status',
  'claimed',
  'tenure',
  'working',
  'oriented',
  'lead',
  'structure',
  'elapsed',
  'style',
] as const;
export type Attribute = (typeof attributes)[number];

/** Mark of needs not yet read: the next month reads them out of turn. */
export const UNREAD = -1;

const needAttributes: readonly Attribute[] = ['housing', 'health', 'mobility', 'family', 'skills', 'rights', 'justice'];

/** Standard logistic variate scaled to a standard deviation of 1: √3/π. */
const TO_UNIT_SD = 0.5513288954217921;
const spread = (u: number): number => log((u + 1e-9) / (1 - u + 1e-9)) * TO_UNIT_SD;

/** Share of paid households by type: single 55.6 %, lone parent 32.1 %, couples 12.3 % (INSEE, end 2021), and the benefit of each relative to the mean. */
const householdShares = [0.556, 0.877, 0.903, 1] as const;
const householdAmount = [0.92, 1.15, 1.1, 1.2] as const;

/** Severity of a need at rank u when a share `p` of people have it over one half. Few are at the far end, as crises and recovery leave them. */
function severity(u: number, p: number): number {
  const t = u > 1 - p ? (u - 1 + p) / p : u / (1 - p);
  return u > 1 - p ? 0.5 + 0.5 * t * t : 0.5 * t * t;
}

/**
 * Writes what a person is, whoever does the drawing: the initial generators, or keyed draws for a newcomer.
 * Needs share one factor: with a chance `needs-shared` a need takes the person's common rank, so margins stay those declared.
 */
export function drawPerson(
  world: World,
  row: number,
  id: number,
  fragileShare: number,
  p: Values<typeof peopleParameters>,
  benefit: number,
  u: (attribute: Attribute) => number,
): void {
  const { people } = world;
  const fragile = u('class') < fragileShare;
  people.id[row] = id;
  people.zone[row] = zoneAt(world, u('zone'));
  const tie = u('tie');
  people.flags[row] = (fragile ? FRAGILE : 0) | (u('other-benefit') < p['other-benefit'][0] ? OTHER_BENEFIT : 0);
  people.ability[row] = (fragile ? p['ability-fragile'][0] : p['ability-other'][0]) * exp(p['ability-spread'][0] * spread(u('ability')));
  people.learned[row] = 0;
  drawNeeds(world, row, fragile, p, u);
  const load = meanNeed(world, row);
  people.trust[row] = clamp(p['trust-mean'][0] + 0.2 * spread(u('trust')) - 0.3 * (load - 0.3));
  const disposition = p['distress-spread'][0] * spread(u('distress'));
  people.disposition[row] = Math.round(255 * clamp(0.5 + disposition));
  people.distress[row] = clamp(p['distress-mean'][0] + disposition + 0.5 * (load - 0.3));
  people.belief[row] = 0.01;
  people.age[row] = Math.floor(18 * 12 + 44 * 12 * u('age'));
  const h = u('household');
  const household = householdShares.findIndex((share) => h < share);
  people.household[row] = household < 0 ? 3 : household;
  people.benefit[row] = cents(Math.max(20, benefit * householdAmount[people.household[row]] * (0.75 + 0.5 * u('amount'))));
  people.tie[row] = tie < p.unattached[0] ? 0 : 2;
  people.style[row] = styleOf(u('style'));
  people.lead[row] = NONE;
  people.sender[row] = NONE;
  people.file[row] = 0;
  people.since[row] = 0;
  people.tenure[row] = 0;
  people.perceived[row] = 0;
  people.timer[row] = 0;
  people.solved[row] = 0;
  people.severe[row] = 0;
  people.rights[row] = 0;
  people.ready[row] = 0;
  people.load[row] = UNREAD;
  people.handOffs[row] = people.refusals[row] = people.bounces[row] = people.retellings[row] = people.sanctions[row] = 0;
  people.presence[row] = 0;
  people.startTenure[row] = 0;
  people.paths[row] = 0;
  people.fear[row] = Math.round(255 * p['moving-fear'][0]);
  people.moving[row] = 0;
  people.watched[row] = 0;
  people.arm[row] = 0;
  people.employer[row] = NO_EMPLOYER;
  people.schemes[row] = 0;
}

function drawNeeds(world: World, row: number, fragile: boolean, p: Values<typeof peopleParameters>, u: (attribute: Attribute) => number): void {
  const common = u('common');
  const shared = p['needs-shared'][0];
  // A shift of rank up for the fragile and down for the others, weighted so that the whole keeps its margins.
  const { tension } = world.zones;
  const at = world.people.zone[row] * NEEDS;
  const shift = p['needs-fragile'][0] * (fragile ? 1 - p['fragile-share'][0] : -p['fragile-share'][0]);
  for (let n = 0; n < NEEDS; n++) {
    const v = u(needAttributes[n]);
    const rank = v < shared ? common : (v - shared) / (1 - shared);
    const share = p[needAttributes[n] as 'housing'][0] * tension[at + n];
    world.people.needs[row * NEEDS + n] = share <= 0 ? 0 : severity(clamp(rank + shift), Math.min(0.95, share));
  }
}

/** The zone a uniform draw falls on, by shares of people. */
function zoneAt({ zones, counts }: World, u: number): number {
  let left = u;
  for (let z = 0; z < counts.zones; z++) {
    left -= zones.share[z];
    if (left < 0) return z;
  }
  return counts.zones - 1;
}

export function meanNeed(world: World, row: number): number {
  let sum = 0;
  for (let n = 0; n < NEEDS; n++) sum += world.people.needs[row * NEEDS + n];
  return sum / NEEDS;
}

const clamp = (x: number): number => Math.max(0, Math.min(1, x));

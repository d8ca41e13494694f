import type { Context } from '../context.ts';
import { exp } from '../core/math.ts';
import { parameter } from '../core/parameter.ts';
import { HOUSING, MOBILITY, NEEDS, SOLUTIONS } from './people.ts';
import type { Figure, Territory, ZoneInput } from './territory.ts';
import type { World } from './world.ts';

const assumed = { title: 'Assumed; swept' } as const;

/** What distance does to people. It does nothing in a territory of one zone. */
export const zoneParameters = {
  'service-minutes': parameter({
    label: { fr: 'Temps de trajet qui réduit de deux tiers le recours à un service', en: 'Travel time that cuts the use of a service by two thirds' },
    unit: 'minutes',
    value: 25,
    range: [10, 60],
    possible: [1, 600],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'zone',
  }),
  'work-minutes': parameter({
    label: { fr: 'Temps de trajet qui réduit de deux tiers la recherche d’emploi', en: 'Travel time that cuts the search for work by two thirds' },
    unit: 'minutes',
    value: 30,
    range: [15, 60],
    possible: [1, 600],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'zone',
  }),
  'work-away': parameter({
    label: { fr: 'Recherche d’emploi hors de sa zone, si elle est proche', en: 'Search for work outside one’s zone, when it is near' },
    unit: 'share of search',
    value: 0.4,
    range: [0.1, 0.6],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'zone',
  }),
  'need-slows': parameter({
    label: { fr: 'Trajet allongé par un besoin de mobilité entier', en: 'Travel lengthened by a full need of mobility' },
    unit: 'times',
    value: 1,
    range: [0.3, 3],
    possible: [0, 20],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'person',
  }),
};
export const zonesId = 'zones';

/** Travel between two zones that no path of stated pairs joins. */
const FAR = 60;
/** Minutes are held up to here. */
const LONGEST = 600;

const solutionNames = ['housing', 'health', 'mobility', 'family', 'skills'] as const;
const FAMILY = 3;

/** A figure of each zone relative to its mean over the territory's people; 1 where it is not stated. */
export function relative(zones: readonly ZoneInput[], figure: (zone: ZoneInput) => Figure | undefined): readonly number[] {
  let sum = 0;
  let weight = 0;
  for (const zone of zones) {
    const found = figure(zone);
    if (!found) continue;
    sum += zone.share * found.value;
    weight += zone.share;
  }
  return zones.map((zone) => {
    const found = figure(zone);
    return !found || sum === 0 ? 1 : found.value / (sum / weight);
  });
}

/** Share of the model's people in each zone: inhabitants times how frequent the minimum income is there. */
export function peopleShares(zones: readonly ZoneInput[]): readonly number[] {
  const rate = relative(zones, (z) => z.minimumIncome);
  const all = zones.reduce((sum, zone, z) => sum + zone.share * rate[z], 0);
  return zones.map((zone, z) => (zone.share * rate[z]) / all);
}

/** Minutes between every two zones: those stated, either way, and the shortest path through them for the others. */
export function travelTimes(zones: readonly ZoneInput[]): Float64Array {
  const n = zones.length;
  const place = new Map(zones.map(({ id }, z) => [id, z]));
  const out = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  zones.forEach((zone, a) => {
    out[a * n + a] = 0;
    for (const [id, minutes] of Object.entries(zone.minutes ?? {})) {
      const b = place.get(id);
      if (b === undefined || b === a) continue;
      out[a * n + b] = minutes;
      out[b * n + a] = minutes;
    }
  });
  for (let k = 0; k < n; k++) {
    for (let a = 0; a < n; a++) {
      const first = out[a * n + k];
      if (first === Number.POSITIVE_INFINITY) continue;
      for (let b = 0; b < n; b++) if (first + out[k * n + b] < out[a * n + b]) out[a * n + b] = first + out[k * n + b];
    }
  }
  return out.map((minutes) => (minutes === Number.POSITIVE_INFINITY ? FAR : Math.min(LONGEST, Math.round(minutes))));
}

/** The zones of a world before anyone lives there: shares, relative figures, roads. */
export function layOut({ zones: z, roads, counts }: World, { zones }: Territory): void {
  const n = counts.zones;
  const shares = peopleShares(zones);
  const scarcity = relative(zones, (zone) => zone.unemployment);
  z.tension.fill(1);
  const tension = [
    [HOUSING, relative(zones, (zone) => zone.housing)],
    [MOBILITY, relative(zones, (zone) => zone.transport)],
    [FAMILY, relative(zones, (zone) => zone.childcare)],
  ] as const;
  for (let a = 0; a < n; a++) {
    z.share[a] = shares[a];
    z.scarcity[a] = scarcity[a];
    for (const [need, figures] of tension) z.tension[a * NEEDS + need] = figures[a];
  }
  for (let k = 0; k < SOLUTIONS; k++) {
    const per = relative(zones, (zone) => zone.places?.[solutionNames[k]]);
    const all = per.reduce((sum, rate, a) => sum + rate * shares[a], 0);
    for (let a = 0; a < n; a++) z.means[a * SOLUTIONS + k] = (per[a] * shares[a]) / all;
  }
  roads.minutes.set(travelTimes(zones));
}

const toService = new Float64Array(LONGEST + 1);
const toServiceInNeed = new Float64Array(LONGEST + 1);
const toWork = new Float64Array(LONGEST + 1);

/** Tables of what distance leaves, at this month's values. To be called before `nearness`. */
export function openRoads({ world, rules }: Context): void {
  if (world.counts.zones === 1) return;
  const scale = rules.zones['service-minutes'][0];
  const slower = 1 + rules.zones['need-slows'][0];
  for (let m = 0; m <= LONGEST; m++) {
    toService[m] = exp(-m / scale);
    toServiceInNeed[m] = exp((-m * slower) / scale);
  }
}

/** What distance leaves of a structure's pull on a person: 1 in the zone one lives in, nothing from a structure that serves only residents of another. */
export function nearness({ people, structures, roads, counts }: World, i: number, j: number): number {
  if (counts.zones === 1) return 1;
  if (structures.local[j] && structures.zone[j] !== people.zone[i]) return 0;
  const m = roads.minutes[people.zone[i] * counts.zones + structures.zone[j]];
  const near = toService[m];
  return near + people.needs[i * NEEDS + MOBILITY] * (toServiceInNeed[m] - near);
}

/** The same for the people of a zone, at a mean need of mobility. */
export function zoneNearness({ structures, roads, counts }: World, a: number, j: number): number {
  if (counts.zones === 1) return 1;
  const b = structures.zone[j];
  if (structures.local[j] && b !== a) return 0;
  const m = roads.minutes[a * counts.zones + b];
  return toService[m] + MEAN_NEED * (toServiceInNeed[m] - toService[m]);
}

/** Mean severity of the need of mobility among people of the model. Assumed; only the split among networks rests on it. */
export const MEAN_NEED = 0.3;

/** How much residents of each zone search elsewhere, and what pulls them. Fills `away` and `gravity`; also the table `pull` reads. */
export function openCommuting(world: World, rules: Context['rules']): void {
  const { zones, roads, counts } = world;
  const n = counts.zones;
  const scale = rules.zones['work-minutes'][0];
  for (let m = 0; m <= LONGEST; m++) toWork[m] = exp(-m / scale);
  for (let a = 0; a < n; a++) {
    let nearest = LONGEST;
    let gravity = 0;
    for (let b = 0; b < n; b++) {
      if (b === a) continue;
      const m = roads.minutes[a * n + b];
      if (m < nearest) nearest = m;
      gravity += zones.share[b] * toWork[m];
    }
    zones.away[a] = gravity > 0 ? rules.zones['work-away'][0] * toWork[nearest] : 0;
    zones.gravity[a] = gravity;
  }
}

/** Share of the search that residents of `a` spend elsewhere which goes to `b`. */
export const pull = ({ zones, roads, counts }: World, a: number, b: number): number =>
  (zones.share[b] * toWork[roads.minutes[a * counts.zones + b]]) / zones.gravity[a];

/** Share of a person's search spent outside the zone: less with a need of mobility. */
export const searchAway = ({ people, zones }: World, i: number): number => zones.away[people.zone[i]] * (1 - people.needs[i * NEEDS + MOBILITY]);

import { type Context, tally } from '../context.ts';
import { alsoUniform, uniform, WARM_UP } from '../core/draws.ts';
import { log } from '../core/math.ts';
import { mechanism } from '../core/mechanism.ts';
import { cents, grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { DEPARTEMENT, ENGINEERING, LINES } from '../world/funders.ts';
import { become, closeFile, isWatched, tell } from '../world/moves.ts';
import { HOUSING, NEEDS, NONE } from '../world/people.ts';
import { A, E, N, O, rightOpen, U, VACANT, W } from '../world/status.ts';
import { OUTREACH, USES } from '../world/structures.ts';
import { pull } from '../world/travel.ts';
import { header } from '../world/world.ts';
import { DURABLE, MOST_ZONES } from '../world/zones.ts';
import { negotiate, openNegotiations, settleFile } from './mobility/competence.ts';
import { parameters, trombert } from './mobility/parameters.ts';

type V = Values<typeof parameters>;

/** A person thinks of moving once a year, each in a month of one’s own. */
const YEAR = 12;
/** Moves a year, per resident, at which neighbours hear all there is to hear. Assumed. */
const HEARD_AT = 0.03;
/** A belief of 1 in its column. */
const SURE = 255;
/** Standard deviation of a logistic variate to 1. */
const TO_UNIT_SD = 0.5513288954217921;

/** Moves of the month by the zone they left, and those that lost something. Merged when everyone has acted. */
const left = new Float64Array(MOST_ZONES);
const lost = new Float64Array(MOST_ZONES);

/**
 * People think of another zone: work, a home, family, against what they believe a move costs in rights and local help. Those who go take their file with them,
 * or leave it behind; bodies then agree on who is competent, or dispute it. Left out: moves out of the territory, and homes found or lost on the way.
 */
function step(context: Context, p: V): void {
  const { zones, counts } = context.world;
  if (counts.zones === 1) return;
  left.fill(0);
  lost.fill(0);
  openNegotiations();
  everyone(context, p);
  for (let z = 0; z < counts.zones; z++) {
    zones.moved[z] += left[z] - zones.moved[z] / YEAR;
    zones.lostByMoving[z] += lost[z] - zones.lostByMoving[z] / YEAR;
  }
}

function everyone(context: Context, p: V): void {
  const { people, head } = context.world;
  const { status: statuses, moving, id, since } = people;
  const rows = head[header.rows];
  const turn = context.month.now + WARM_UP;
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (status === VACANT) continue;
    if (moving[i] > 0) waitForFile(context, i, p);
    else if ((id[i] + turn) % YEAR === 0 && mayGo(status, since[i])) think(context, i, status, p);
  }
}

/** Those who look for work, or wait for help; not in the month in which they become entitled. */
const mayGo = (status: number, since: number): boolean => status === A || status === W || status === O || status === N || (status === E && since > 0);

/** Once a year: what neighbours tell, then whether to go. */
function think(context: Context, i: number, status: number, p: V): void {
  const { world, scratch, streams, month } = context;
  const { people, zones } = world;
  const arm = people.arm[i];
  const from = people.zone[i];
  hear(context, i, from, p);
  if (zones.gravity[from] === 0) return;
  const u = uniform(streams['mobility.move'], people.id[i], month.now);
  const to = destination(context, from, alsoUniform());
  const gain = log((u + 1e-9) / (1 - u + 1e-9)) * TO_UNIT_SD + pullOf(context, i, from, to, p) - p.settled[arm];
  if (gain <= 0) return;
  const helped = (status === A ? 0.5 : 0) + (people.solved[i] ? 0.5 : 0);
  const atRisk = rightOpen[status] * p.rights[arm] + helped * p.care[arm];
  if (gain > (people.fear[i] / SURE) * atRisk) {
    move(context, i, status, from, to, p);
    return;
  }
  scratch.tally[tally.forgone]++;
  if (isWatched(context, i)) tell(context, i, 'mobility.forgone', { facts: [people.fear[i] / SURE] });
}

/** Jobs found in the other zone, and homes that are easier to find there for whoever needs one. */
function pullOf({ world }: Context, i: number, from: number, to: number, p: V): number {
  const { people, zones } = world;
  const arm = people.arm[i];
  const jobs = zones.hiresPerSearch[from * 2 + DURABLE];
  const better = jobs > 0 ? zones.hiresPerSearch[to * 2 + DURABLE] / jobs - 1 : 0;
  const easier = 1 - zones.tension[to * NEEDS + HOUSING] / zones.tension[from * NEEDS + HOUSING];
  return p.jobs[arm] * better + 2 * p.homes[arm] * people.needs[i * NEEDS + HOUSING] * easier;
}

/** The zone one thinks of: the larger and the nearer, the more often. */
function destination({ world }: Context, from: number, u: number): number {
  let rest = u;
  let last = from;
  for (let z = 0; z < world.counts.zones; z++) {
    if (z === from) continue;
    last = z;
    rest -= pull(world, from, z);
    if (rest < 0) return z;
  }
  return last;
}

/** What neighbours who left went through, as far as there were any. */
function hear({ world }: Context, i: number, zone: number, p: V): void {
  const { people, zones, head } = world;
  const moves = zones.moved[zone];
  if (moves <= 0) return;
  const heard = Math.min(1, moves / (HEARD_AT * zones.share[zone] * head[header.population]));
  believe(people.fear, i, zones.lostByMoving[zone] / moves, p.hearsay[people.arm[i]] * heard);
}

function believe(fear: Uint8Array, i: number, seen: number, weight: number): void {
  fear[i] += Math.round(weight * (SURE * seen - fear[i]));
}

function move(context: Context, i: number, status: number, from: number, to: number, p: V): void {
  const { world, scratch, streams, month, rules } = context;
  const { people } = world;
  const arm = people.arm[i];
  scratch.tally[tally.moves]++;
  left[from]++;
  people.zone[i] = to;
  // Places are where they are: what the person held stays behind.
  people.solved[i] = 0;
  const covered = rules.mobility.competence[arm] === 1 || uniform(streams['mobility.rights'], people.id[i], month.now) < rules.mobility.continuity[arm];
  const interrupted = alsoUniform() < p.interruption[arm];
  tell(context, i, 'mobility.moved');
  const harmed = rightOpen[status] ? takeFile(context, i, status, covered, interrupted, p) : !covered && loseTie(context, i, status);
  if (harmed) lost[from]++;
  believe(people.fear, i, harmed ? 1 : 0, p['own-lesson'][arm]);
}

/** Without an open right: the tie to the territory is to be made anew, and no service waits for the person any more. */
function loseTie({ world }: Context, i: number, status: number): boolean {
  if (world.people.lead[i] !== NONE) closeFile(world, i);
  if (status !== E) return false;
  world.people.tie[i] = Math.min(1, world.people.tie[i]);
  return true;
}

/** The file of someone with an open right. True when income or the known lead is lost on the way. */
function takeFile(context: Context, i: number, status: number, covered: boolean, interrupted: boolean, p: V): boolean {
  const { people } = context.world;
  const arm = people.arm[i];
  if (people.lead[i] !== NONE && !livesAway(context, i)) return false;
  if (context.rules.mobility.competence[arm] === 1) {
    if (status === A) visit(context, people.lead[i], YEAR, p);
    return false;
  }
  people.tie[i] = 1;
  people.moving[i] = 1;
  if (!covered) {
    const unpaid = interrupted && context.on.has('claiming');
    people.timer[i] = p['transfer-months'][arm];
    if (unpaid) become(context.world, i, U);
    else if (status !== O) become(context.world, i, O);
    tell(context, i, unpaid ? 'mobility.unpaid' : 'mobility.unfollowed');
  }
  waitForFile(context, i, p);
  return people.status[i] === U || (status === A && !covered);
}

/** Another team of the same network is nearer than the lead: the file has to change hands. */
function livesAway({ world }: Context, i: number): boolean {
  const { people, structures: s, roads, counts } = world;
  const at = people.zone[i] * counts.zones;
  const k = people.lead[i];
  const minutes = roads.minutes[at + s.zone[k]];
  if (minutes === 0) return false;
  for (let j = 0; j < counts.structures; j++) if (s.body[j] === s.body[k] && s.posts[j] > 0 && roads.minutes[at + s.zone[j]] < minutes) return true;
  return false;
}

/** Whoever follows someone from afar goes there, or sees the person less for it: hours, `months` of them at once. Support that outlasts a year is left out. */
function visit({ world }: Context, k: number, months: number, p: V): void {
  world.structures.demand[k * USES + OUTREACH] += grains(world.head[header.scale] * months * p['visit-minutes'][world.structures.arm[k]]);
}

/** A month of a file between two zones: what keeping or advancing costs, then who takes it. */
function waitForFile(context: Context, i: number, p: V): void {
  const { world, rules, scratch } = context;
  const { people } = world;
  const status = people.status[i];
  if (status !== A && status !== W && status !== O && status !== U) {
    settleFile(world, i);
    return;
  }
  const arm = people.arm[i];
  const covered = status === A || status === W;
  const advanced = !covered && rules.mobility['default-payer'][arm] === 1;
  if (covered) {
    visit(context, people.lead[i], 1, p);
    scratch.tally[tally.keptMonths]++;
  } else if (advanced) scratch.tally[tally.advancedMonths]++;
  if (negotiate(context, i, covered, advanced, p)) return;
  if (people.moving[i] === 1) scratch.tally[tally.disputes]++;
  people.moving[i]++;
  // With claiming off nobody’s payment is suspended.
  if (covered || !context.on.has('claiming')) return;
  if (advanced) {
    if (status !== U) return;
    become(world, i, O);
    tell(context, i, 'mobility.advanced');
    return;
  }
  if (status !== U) {
    become(world, i, U);
    tell(context, i, 'mobility.disputed');
  }
  people.timer[i] = Math.max(2, people.timer[i]);
  scratch.tally[tally.disputeUnpaid]++;
}

/** What keeping rights and advancing payments cost this month. */
function charge({ world, scratch }: Context, p: V): void {
  const { head, funders: f } = world;
  const kept = scratch.tally[tally.keptMonths] * cents(p['keeping-cost'][0]);
  const advanced = scratch.tally[tally.advancedMonths] * cents(p['advance-cost'][0]);
  f.spent[DEPARTEMENT * LINES + ENGINEERING] += Math.round((kept + advanced) * head[header.scale]);
}

/** Off: nobody moves, and what was under way is settled. */
function stay({ world }: Context): void {
  const { moving } = world.people;
  for (let i = 0; i < world.head[header.rows]; i++) if (moving[i] > 0) settleFile(world, i);
}

export const mobility = mechanism({
  id: 'M23',
  key: 'mobility',
  label: { fr: 'Changement de zone et litiges de compétence', en: 'Moving between zones and disputes of competence' },
  seeds: ['S4'],
  pattern: {
    fr: 'On renonce à déménager de peur de perdre droits et aides locales, surtout si l’on est suivi ; les organismes se disputent la compétence, davantage si personne ne paie par défaut ; une règle de continuité épargne à bon compte des récits répétés.',
    en: 'People forgo moves for fear of losing rights and local help, those who are followed most; bodies dispute who is competent, more so with no default payer; a continuity rule spares repeated inquiries cheaply.',
  },
  parameters,
  terms: [{ name: 'competence', value: (option, s) => -option.pays * s.aid }],
  steps: {
    mobility: (context, p) => {
      step(context, p);
      charge(context, p);
    },
  },
  off: { words: { fr: 'Personne ne change de zone.', en: 'Nobody changes zone.' }, steps: { mobility: stay } },
  sources: [trombert, { title: 'Belgique : règle de continuité de 2022', row: 'fact:F17' }],
});

import { type Context, lane, tally } from '../context.ts';
import { alsoUniform, uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { cents, grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { countMember } from '../cohort.ts';
import { claimAtOnce } from '../labour.ts';
import { CAF, ENGINEERING, LINES } from '../world/funders.ts';
import { become, isWatched, openRight, resume, tell } from '../world/moves.ts';
import { KNOWN, NEEDS, OTHER_BENEFIT, PUT_OFF, REGISTERED } from '../world/people.ts';
import { A, E, entitled as hasRight, L, O, P, U, W } from '../world/status.ts';
import { OUTREACH, USES } from '../world/structures.ts';
import { freeRow, header } from '../world/world.ts';
import { notDeterred } from './claiming/deterred.ts';
import { openFrontOffices } from './claiming/front-office.ts';
import { drees, parameters } from './claiming/parameters.ts';

type V = Values<typeof parameters>;

/** Mean severity and trust at which a meeting has its declared effect: those of people entitled who do not claim, at the start. */
const USUAL_BURDEN = 0.28;
const USUAL_TRUST = 0.52;
/** Months that a claim usually takes. */
const USUAL_DELAY = 1;
/** Households from here on hold a second adult. */
const COUPLE = 2;

/** Rights asked for, withdrawn, opened and suspended; outreach to those who ask for nothing. Left out: refusals of claims by the fund. */
function step(context: Context, p: V): void {
  openFrontOffices(context, p['office-elasticity'][0]);
  everyone(context, p);
  payForClaims(context, p, context.rules.access.delay[0]);
  chargeOutreach(context, p);
}

function everyone(context: Context, p: V): void {
  const { people, zones, head } = context.world;
  const { status: statuses, zone } = people;
  const rows = head[header.rows];
  zones.entitled.fill(0);
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    zones.entitled[zone[i]] += hasRight[status];
    if (status === E) entitled(context, i, p);
    else if (status === P) pending(context, i, p);
    else if (status === U) {
      if (people.timer[i] > 1) people.timer[i]--;
      else resume(context, i, 'claiming.resumed');
    } else if (status === O || status === W || status === A) maybeSuspend(context, i, p);
  }
}

function entitled(context: Context, i: number, p: V): void {
  const { world, streams, month, rules } = context;
  const { people } = world;
  const arm = people.arm[i];
  const u = uniform(streams['person.claim'], people.id[i], month.now);
  const v = alsoUniform();
  if (people.tie[i] < 2) {
    if (v < p['tie-months'][arm] && ++people.tie[i] === 2) tell(context, i, 'claiming.address');
    return;
  }
  const flags = people.flags[i];
  const known = (flags & OTHER_BENEFIT) !== 0;
  const willing = (0.5 + people.trust[i]) * world.zones.front[people.zone[i]];
  let pace = (known ? p['claim-known'][arm] : p['claim-unknown'][arm]) * (flags & KNOWN ? 1.6 : 1);
  if (flags & REGISTERED) pace = Math.max(pace, p['claim-registered'][arm]);
  else if (flags & PUT_OFF) pace = Math.min(pace, p['claim-again'][arm]);
  if (flags & PUT_OFF) getOver(context, i);
  let hazard = Math.min(1, pace * willing * notDeterred(context, i));
  // Outreach takes the upper end of the second draw, ceasing to be entitled the lower one.
  if (v > 1 - rules.access.outreach[arm] / 100) {
    context.scratch.tally[tally.outreach]++;
    hazard += Math.min(1, p['meeting-effect'][arm] * ease(context, i, p)) * (1 - hazard);
    if (isWatched(context, i)) tell(context, i, 'claiming.met', { facts: [rules.access.outreach[arm] / 100] });
  }
  if (known) hazard += rules.access.proactive[arm] / 12;
  if (u < hazard) claim(context, i, hazard);
  else if (v < p['gives-up'][arm]) becomesUnentitled(context, i, p['gives-up'][arm]);
}

/** Help is easier to use for those with fewer needs and more trust: 1 at the usual burden and trust. */
function ease({ world: { people } }: Context, i: number, p: V): number {
  const arm = people.arm[i];
  const burden = Math.max(0, people.load[i]) / NEEDS;
  return Math.max(0, 1 - p['meeting-burden'][arm] * (burden - USUAL_BURDEN) + p['meeting-trust'][arm] * (people.trust[i] - USUAL_TRUST));
}

/** The reluctance that a withdrawn claim leaves wears off. */
function getOver({ world: { people } }: Context, i: number): void {
  if (people.timer[i] > 1) people.timer[i]--;
  else people.flags[i] &= ~PUT_OFF;
}

function claim(context: Context, i: number, hazard: number): void {
  const { world, scratch, rules } = context;
  scratch.tally[tally.claims]++;
  if (isWatched(context, i)) tell(context, i, 'claiming.claimed', { facts: [hazard, world.people.trust[i]] });
  const delay = rules.access.delay[world.people.arm[i]];
  become(world, i, P);
  world.people.timer[i] = delay;
  if (delay === 0) openRight(context, i);
}

function becomesUnentitled(context: Context, i: number, chance: number): void {
  if (isWatched(context, i)) tell(context, i, 'claiming.unentitled', { facts: [chance] });
  if (context.world.people.flags[i] & KNOWN) become(context.world, i, L);
  else {
    context.scratch.tally[tally.goneForGood]++;
    countMember(context.world, i);
    freeRow(context.world, i);
  }
}

/** A month of waiting: some give up, and ask again later and less; others are a month nearer to their right. */
function pending(context: Context, i: number, p: V): void {
  const { world, streams, month } = context;
  const { people } = world;
  const chance = givesUpWaiting(context, i, p);
  if (uniform(streams['person.claim'], people.id[i], month.now) < chance) {
    if (isWatched(context, i)) tell(context, i, 'claiming.withdrawn', { facts: [chance, people.trust[i], people.distress[i], people.since[i]] });
    become(world, i, E);
    people.flags[i] |= PUT_OFF;
    people.timer[i] = p['reluctance-months'][people.arm[i]];
  } else if (people.timer[i] > 1) people.timer[i]--;
  else openRight(context, i);
}

/** Those who give up waiting: more of the distrustful and distressed, of those who live with someone, and where more than the usual wait is asked. */
function givesUpWaiting({ world: { people }, rules, persons }: Context, i: number, p: V): number {
  const arm = people.arm[i];
  const weary = Math.max(0, 1 + persons['trust-mean'][0] - people.trust[i] + people.distress[i] - persons['distress-mean'][0]);
  const longer = 1 + p['withdraws-longer'][arm] * Math.max(0, rules.access.delay[arm] - USUAL_DELAY);
  return p.withdraws[arm] * weary * longer * (people.household[i] >= COUPLE ? p['withdraws-means'][arm] : 1);
}

function maybeSuspend(context: Context, i: number, p: V): void {
  const { world, scratch, streams, month } = context;
  const { people } = world;
  if (people.tenure[i] < 65_534) people.tenure[i]++;
  if (lane(scratch.lanes, i, 3) >= p.suspension[people.arm[i]]) return;
  people.timer[i] = 1 + Math.floor(3 * uniform(streams['person.claim'], people.id[i], month.now));
  context.scratch.tally[tally.suspended]++;
  become(world, i, U);
  if (isWatched(context, i)) tell(context, i, 'claiming.suspended', { facts: [p.suspension[people.arm[i]], people.timer[i]] });
}

/** Faster processing takes more front-office staff: the cost of a claim is inverse to the delay. */
function payForClaims(context: Context, p: V, delay: number): void {
  const { world, scratch, rules } = context;
  const scale = world.head[header.scale];
  const claims = scratch.tally[tally.claims] * scale * cents(p['claim-cost'][0]) * (2 / (1 + delay));
  const offers = (scratch.tally[tally.claims] + 1) * scale * cents(p['exchange-cost'][0]) * rules.access.proactive[0];
  world.funders.spent[CAF * LINES + ENGINEERING] += Math.round(claims + offers);
}

/** Meetings take the time of the bodies that may not refuse, by posts. */
function chargeOutreach(context: Context, p: V): void {
  const { world, scratch } = context;
  const { structures: s, counts } = world;
  let posts = 0;
  for (let j = 0; j < counts.structures; j++) if (!s.mayRefuse[j]) posts += s.posts[j];
  const minutes = scratch.tally[tally.outreach] * world.head[header.scale] * p['meeting-minutes'][0];
  for (let j = 0; j < counts.structures; j++) if (!s.mayRefuse[j]) s.demand[j * USES + OUTREACH] += grains((minutes * s.posts[j]) / posts);
}

export const claiming = mechanism({
  id: 'M2',
  key: 'claiming',
  label: { fr: 'Demande et rattachement', en: 'Claiming and attachment' },
  seeds: ['S4'],
  pattern: {
    fr: 'Recours proche du niveau publié, plus faible loin des services ; un reste sans rattachement.',
    en: 'Take-up near the published level, lower far from services; an unattached residue.',
  },
  parameters,
  steps: { claiming: step },
  off: {
    words: {
      fr: 'Qui a droit demande aussitôt, et rien n’est retiré ni suspendu.',
      en: 'Whoever is entitled claims at once, and nothing is withdrawn or suspended.',
    },
    steps: { claiming: claimAtOnce },
  },
  sources: [{ title: 'Trombert 2019', row: 'seed:S4' }, drees],
});

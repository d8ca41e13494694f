import { type Context, lane, tally } from '../context.ts';
import { alsoUniform, uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { cents, grains } from '../core/money.ts';
import { parameter, type Values } from '../core/parameter.ts';
import { countMember } from '../cohort.ts';
import { claimAtOnce } from '../labour.ts';
import { CAF, ENGINEERING, LINES } from '../world/funders.ts';
import { become, isWatched, openRight, resume, tell } from '../world/moves.ts';
import { KNOWN, OTHER_BENEFIT } from '../world/people.ts';
import { A, E, L, O, P, U, W } from '../world/status.ts';
import { OUTREACH, USES } from '../world/structures.ts';
import { freeRow, header } from '../world/world.ts';

const drees = { title: 'DREES 2022, Mesurer régulièrement le non-recours', row: 'effect:R4', date: '2022' } as const;
const assumed = { title: 'Assumed', row: 'seed:S4' } as const;

const parameters = {
  'claim-known': parameter({
    label: { fr: 'Demande, connu d’une autre prestation', en: 'Claim, known through another benefit' },
    unit: 'share a month',
    value: 0.104,
    range: [0.05, 0.4],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'estimated',
    source: drees,
    scope: 'person',
  }),
  'claim-unknown': parameter({
    label: { fr: 'Demande, inconnu des services', en: 'Claim, unknown to services' },
    unit: 'share a month',
    value: 0.016,
    range: [0.01, 0.1],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'estimated',
    source: drees,
    scope: 'person',
  }),
  'gives-up': parameter({
    label: { fr: 'Cesse d’avoir droit sans avoir demandé', en: 'Ceases to be entitled without claiming' },
    unit: 'share a month',
    value: 0.018,
    range: [0.01, 0.06],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'estimated',
    source: drees,
    scope: 'person',
  }),
  'meeting-effect': parameter({
    label: { fr: 'Demande après une rencontre', en: 'Claim after a meeting' },
    unit: 'share of meetings',
    value: 0.3,
    range: [0.15, 0.5],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'person',
  }),
  'tie-months': parameter({
    label: { fr: 'Obtenir une domiciliation', en: 'Getting an address registered' },
    unit: 'share a month',
    value: 0.05,
    range: [0.01, 0.2],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'person',
  }),
  suspension: parameter({
    label: { fr: 'Versement suspendu', en: 'Payment suspended' },
    unit: 'share a month',
    value: 0.016,
    range: [0.005, 0.03],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'estimated',
    source: { title: 'Nord 2017-2018 : 4,1 % de sorties brutes par mois', date: '2018' },
    scope: 'person',
  }),
  'meeting-minutes': parameter({
    label: { fr: 'Temps d’une rencontre', en: 'Time of a meeting' },
    unit: 'minutes',
    value: 90,
    range: [45, 180],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'claim-cost': parameter({
    label: { fr: 'Instruire une demande en un mois', en: 'Processing a claim within a month' },
    unit: 'EUR',
    value: 60,
    range: [30, 120],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'funder',
  }),
  'exchange-cost': parameter({
    label: { fr: 'Proposer un droit d’office', en: 'Offering a right unasked' },
    unit: 'EUR',
    value: 25,
    range: [5, 60],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'funder',
  }),
};
type V = Values<typeof parameters>;

/** Rights asked for, opened and suspended; outreach to those who ask for nothing. Left out: refusals of claims by the fund. */
function step(context: Context, p: V): void {
  everyone(context, p);
  payForClaims(context, p, context.rules.access.delay[0]);
  chargeOutreach(context, p);
}

function everyone(context: Context, p: V): void {
  const { people, head } = context.world;
  const { status: statuses } = people;
  const rows = head[header.rows];
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (status === E) entitled(context, i, p);
    else if (status === P) pending(context, i);
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
  const known = (people.flags[i] & OTHER_BENEFIT) !== 0;
  const trusting = 0.5 + people.trust[i];
  let hazard = (known ? p['claim-known'][arm] : p['claim-unknown'][arm]) * trusting * (people.flags[i] & KNOWN ? 1.6 : 1);
  // Outreach takes the upper end of the second draw, ceasing to be entitled the lower one.
  if (v > 1 - rules.access.outreach[arm] / 100) {
    context.scratch.tally[tally.outreach]++;
    hazard += p['meeting-effect'][arm] * (1 - hazard);
    if (isWatched(context, i)) tell(context, i, 'claiming.met', { facts: [rules.access.outreach[arm] / 100] });
  }
  if (known) hazard += rules.access.proactive[arm] / 12;
  if (u < hazard) claim(context, i, hazard);
  else if (v < p['gives-up'][arm]) becomesUnentitled(context, i, p['gives-up'][arm]);
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

function pending(context: Context, i: number): void {
  const { people } = context.world;
  if (people.timer[i] > 1) people.timer[i]--;
  else openRight(context, i);
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
    words: { fr: 'Qui a droit demande aussitôt, et rien n’est suspendu.', en: 'Whoever is entitled claims at once, and nothing is suspended.' },
    steps: { claiming: claimAtOnce },
  },
  sources: [{ title: 'Trombert 2019', row: 'seed:S4' }, drees],
});

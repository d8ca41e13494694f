import { type Context, lane, tally } from '../context.ts';
import { uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import { parameter, type Values } from '../core/parameter.ts';
import { choose, weigh } from '../kernel/kernel.ts';
import { jointYield, situate } from '../kernel/situate.ts';
import { type ActName, choiceOf } from '../events.ts';
import { newOption, newSituation } from '../kernel/terms.ts';
import { competent } from '../world/directory.ts';
import { become, closeFile, isWatched, tell } from '../world/moves.ts';
import { CLASSES, GROUPS, groupOfClass, LEVELS, levelOfClass, NONE } from '../world/people.ts';
import { A, O, W } from '../world/status.ts';
import { SORTING, TIES, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';

const assumed = { title: 'Assumed', row: 'seed:S4' } as const;

const parameters = {
  review: parameter({
    label: { fr: 'Dossiers revus chaque mois', en: 'Files reviewed each month' },
    unit: 'share a month',
    value: 0.04,
    range: [0.02, 0.25],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'sending-hours': parameter({
    label: { fr: 'Temps pour passer un dossier', en: 'Time to pass a file on' },
    unit: 'hours',
    value: 6,
    range: [1, 9.6],
    possible: [0, 40],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'closing-hours': parameter({
    label: { fr: 'Ce que coûte de fermer un dossier', en: 'What closing a file costs' },
    unit: 'hours',
    value: 6,
    range: [2, 12],
    possible: [0, 80],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
};
type V = Values<typeof parameters>;

const MOST_PARTNERS = 4;
const KEEP = 0;
const CLOSE = 1;
const FIRST_PARTNER = 2;
const OPTIONS = FIRST_PARTNER + MOST_PARTNERS;
const named = (place: number): ActName => (place === KEEP ? 'keep' : place === CLOSE ? 'close' : 'send');

/** Share of the six months that a person who bounces back spends here. */
const RETURNED = 0.8;

const keep = newOption({ holds: 1, enters: 1 });
const close = newOption();
const send = newOption();
const situation = newSituation();
const elsewhere = newSituation();
const slots = new Int32Array(MOST_PARTNERS);

/**
 * Files come up for review: keep the person, pass on to a partner able to treat the main need, or close.
 * Chances are weighed once by structure and class; each person reviewed draws against them.
 */
function step(context: Context, p: V): void {
  mark(context, p);
  weighMarked(context, p);
  reviewAll(context, p);
}

/** Which structures and classes have a file to review this month: the others are not weighed. */
function mark({ world, scratch }: Context, p: V): void {
  const { people, head, structures: s } = world;
  const { status: statuses, lead, perceived } = people;
  const rows = head[header.rows];
  scratch.leave.fill(0);
  for (let i = 0; i < rows; i++) {
    if (statuses[i] === A && lane(scratch.lanes, i, 2) < p.review[s.arm[lead[i]]]) scratch.leave[(lead[i] * CLASSES + perceived[i]) * OPTIONS + KEEP] = MARKED;
  }
}
const MARKED = -1;

function reviewAll(context: Context, p: V): void {
  const { world, scratch, streams, month } = context;
  const { people, head, structures: s } = world;
  const { status: statuses, lead, perceived, id } = people;
  const rows = head[header.rows];
  for (let i = 0; i < rows; i++) {
    if (statuses[i] !== A || lane(scratch.lanes, i, 2) >= p.review[s.arm[lead[i]]]) continue;
    const at = (lead[i] * CLASSES + perceived[i]) * OPTIONS;
    const u = uniform(streams['person.review'], id[i], month.now);
    if (u >= scratch.leave[at + KEEP]) passOn(context, i, lead[i], u - scratch.leave[at + KEEP], at, p);
  }
}

function weighMarked(context: Context, p: V): void {
  const { world, scratch, kernel, technology } = context;
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++) {
    for (let c = 0; c < CLASSES; c++) {
      const at = (j * CLASSES + c) * OPTIONS;
      if (scratch.leave[at + KEEP] !== MARKED) continue;
      const n = weighOne(context, j, c, p);
      choose(kernel, n, technology.precision[s.arm[j]]);
      for (let o = 0; o < OPTIONS; o++) scratch.leave[at + o] = o < n ? kernel.chances[o] : 0;
    }
  }
}

function weighOne(context: Context, j: number, c: number, p: V): number {
  const { world, kernel } = context;
  const { ties, structures: s } = world;
  const arm = s.arm[j];
  const partners = bestPartners(context, j, c);
  situate(context, j, c, situation);
  weigh(kernel, KEEP, keep, situation, context);
  close.act = s.mayRefuse[j] ? p['closing-hours'][arm] : 4 * p['closing-hours'][arm];
  weigh(kernel, CLOSE, close, situation, context);
  for (let q = 0; q < partners; q++) {
    const t = j * TIES + slots[q];
    const chance = (ties.accepted[t * LEVELS + levelOfClass(c)] + 1) / (ties.asked[t * LEVELS + levelOfClass(c)] + 2);
    situate(context, ties.partner[t], c, elsewhere);
    const worthHere = situation.gain + situation.relief * context.technology['relief-worth'][0];
    const worthThere = jointYield(context, t) * (elsewhere.gain + elsewhere.relief * context.technology['relief-worth'][0]);
    send.holds = RETURNED * (1 - chance);
    send.enters = send.holds;
    send.elsewhere = worthHere > 0 ? Math.min(4, (chance * worthThere) / worthHere) : chance;
    send.act = p['sending-hours'][arm] * (1 - ties.trust[t] / 2) + context.rules.meaning['distance-hours'][arm] * (ties.distance[t] - 1);
    send.credit = chance - 0.5;
    situation.credibility = ties.credibility[t] * (ties.accepted[t * LEVELS] + ties.accepted[t * LEVELS + 1] + ties.accepted[t * LEVELS + 2]) * 0.1;
    weigh(kernel, FIRST_PARTNER + q, send, situation, context);
  }
  return FIRST_PARTNER + partners;
}

/** Up to four tied partners with the most skill in the main need seen. Their slots go to `slots`. */
function bestPartners({ world }: Context, j: number, c: number): number {
  const { ties, structures: s } = world;
  const g = groupOfClass(c);
  let n = 0;
  for (let slot = 0; slot < TIES; slot++) {
    const k = ties.partner[j * TIES + slot];
    // Of those that each serve their own residents, none sends to another of its body.
    if (k === NONE || (s.local[k] && s.body[k] === s.body[j])) continue;
    const skill = s.skill[k * GROUPS + g];
    let at = n;
    while (at > 0 && s.skill[ties.partner[j * TIES + slots[at - 1]] * GROUPS + g] < skill) at--;
    if (at >= MOST_PARTNERS) continue;
    if (n < MOST_PARTNERS) n++;
    for (let q = n - 1; q > at; q--) slots[q] = slots[q - 1];
    slots[at] = slot;
  }
  return n;
}

function passOn(context: Context, i: number, j: number, u: number, at: number, p: V): void {
  const { world, scratch } = context;
  const { people } = world;
  let o = CLOSE;
  for (let left = u - scratch.leave[at + CLOSE]; left >= 0 && o < OPTIONS - 1; left -= scratch.leave[at + ++o]);
  const partners = weighOne(context, j, people.perceived[i], p) - FIRST_PARTNER;
  const closes = o === CLOSE || o - FIRST_PARTNER >= partners;
  const choice = isWatched(context, i) ? choiceOf(context.kernel, closes ? CLOSE : o, FIRST_PARTNER + partners, named) : undefined;
  if (closes) {
    if (choice) tell(context, i, 'off-loading.closed', { choice });
    closeFile(world, i);
    become(world, i, O);
    return;
  }
  const slot = slots[o - FIRST_PARTNER];
  hand(context, i, j, slot);
  if (choice) tell(context, i, 'off-loading.sent', { choice });
}

/** Minutes taken by passing a person on. Assumed. */
const SENDING_MINUTES = 45;

function hand({ world, scratch, rules }: Context, i: number, j: number, slot: number): void {
  const { people, ties, structures: s } = world;
  const t = j * TIES + slot;
  const scale = world.head[header.scale];
  ties.asked[t * LEVELS + levelOfClass(people.perceived[i])] += scale;
  s.demand[j * USES + SORTING] += grains(scale * Math.max(0, SENDING_MINUTES + 60 * rules.meaning['distance-hours'][s.arm[j]] * (ties.distance[t] - 1)));
  people.sender[i] = j;
  people.lead[i] = competent(world, i, ties.partner[t]);
  if (people.handOffs[i] < 255) people.handOffs[i]++;
  scratch.tally[tally.sent]++;
  become(world, i, W);
}

export const offLoading = mechanism({
  id: 'M5',
  key: 'off-loading',
  label: { fr: 'Délestage, concurrence inversée', en: 'Off-loading, inverted competition' },
  seeds: ['S4'],
  pattern: {
    fr: 'Plus de renvois quand les moyens sont rares et que chacun est jugé à part ; les plus en difficulté ont les plus longues chaînes.',
    en: 'More bounces when means are scarce and each is judged apart; the hardest people have the longest chains.',
  },
  parameters,
  steps: { referral: step },
  off: { words: { fr: 'Personne n’est passé à un autre service.', en: 'Nobody is passed on to another service.' } },
  sources: [{ title: 'Trombert 2019', row: 'seed:S4' }],
});

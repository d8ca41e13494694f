import { insertionHonoured } from '../books.ts';
import { type Context, tally } from '../context.ts';
import { uniform, WARM_UP } from '../core/draws.ts';
import { keyedLottery } from '../core/lottery.ts';
import { mechanism } from '../core/mechanism.ts';
import { fromGrains, grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { INSERTION, LINES } from '../world/funders.ts';
import { isWatched, tell } from '../world/moves.ts';
import { NEEDS } from '../world/people.ts';
import { SCHEMES, STACKS } from '../world/schemes.ts';
import { A, rightOpen, statuses as list, VACANT } from '../world/status.ts';
import { MEETINGS, REPORTING, ROUTINE, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { parameters, terraNova } from './stacking/parameters.ts';

type P = Values<typeof parameters>;

const QUARTER = 3;
const YEAR = 12;
/** Hours of full activity a month: 35 a week. */
const FULL_HOURS = 151.67;

/** By set of schemes: how many, how many contacts they come to, and grains of minutes of paper for one agent. */
const many = new Float64Array(STACKS);
const contacts = new Float64Array(STACKS);
const paper = new Float64Array(STACKS);
/** The part of one of them, in grains of minutes for one person. */
const each = new Float64Array(STACKS);
const allowed = new Uint8Array(256);
const held = new Float64Array(SCHEMES);
const owed = new Float64Array(SCHEMES);

for (let b = 1; b < STACKS; b++) many[b] = many[b >> 1] + (b & 1);

/** A funder counts its own people, asks for its own paper and gives its own appointments; it takes in by need, whoever else follows the person. */
function follow(context: Context, p: P): void {
  open(context, p);
  spread(context, p);
  const n = everyone(context, p);
  const { schemes: s, head } = context.world;
  for (let k = 0; k < SCHEMES; k++) {
    s.held[k] = held[k] * head[header.scale];
    s.minutes[k] = fromGrains(owed[k]) * head[header.scale];
    takeIn(context, k, n);
  }
}

/** Places follow what funders pay for; the frame comes in over its setting up, and takes hours while it does and after. */
function open(context: Context, p: P): void {
  const { world, rules } = context;
  const { schemes: s, structures, counts, head } = world;
  for (let k = 0; k < SCHEMES; k++) {
    const goal = (s.standing[k] * rules.capacity.schemes[0] * insertionHonoured(context, s.funder[k])) / 100;
    s.places[k] += (goal - s.places[k]) / YEAR;
  }
  const gap = rules.governance['integrated-frame'][0] - head[header.framed];
  const step = gap > 0 ? Math.min(gap, 1 / p['frame-months'][0]) : Math.max(gap, -1 / p['frame-months'][0]);
  head[header.framed] += step;
  for (let j = 0; j < counts.structures; j++) {
    const arm = structures.arm[j];
    structures.demand[j * USES + MEETINGS] += grains(structures.workers[j] * p['frame-minutes'][arm] * head[header.framed]);
    if (step > 0) structures.demand[j * USES + ROUTINE] += grains(structures.workers[j] * 60 * p['frame-hours'][arm] * step * p['frame-months'][0]);
  }
}

/** What each set of schemes comes to, under the frame there is: it shares all but the first. */
function spread({ world, scratch, rules }: Context, p: P): void {
  const { head, schemes: s } = world;
  const kept = 1 - p['frame-shares'][0] * head[header.framed];
  const lock = rules.conditionality.lock[0];
  for (let b = 0; b < STACKS; b++) {
    contacts[b] = many[b] > 1 ? 1 + (many[b] - 1) * kept : many[b];
    each[b] = b === 0 ? 0 : grains((contacts[b] / many[b]) * p.paper[0]);
    paper[b] = grains(contacts[b] * p.paper[0] * head[header.scale]);
    scratch.unstacked[b] = Math.max(0, 1 - (lock * contacts[b] * p.appointments[0]) / FULL_HOURS);
  }
  for (let status = 0; status < list.length; status++) {
    allowed[status] = 0;
    for (let k = 0; k < SCHEMES; k++) if (s.mask[k] & (1 << status)) allowed[status] |= 1 << k;
  }
}

/** Who is followed by whom: services are lost with the status that gave them; paper is owed; each file is looked at once a quarter. Lists who may come in. */
function everyone(context: Context, p: P): number {
  const { world, scratch, month } = context;
  const { people, structures: s, head } = world;
  const { status: statuses, schemes, id, lead } = people;
  const { asking } = scratch;
  const rows = head[header.rows];
  const turn = month.now + WARM_UP;
  let n = 0;
  held.fill(0);
  owed.fill(0);
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (status === VACANT) continue;
    const had = schemes[i];
    if (had !== 0 && had & ~allowed[status]) lose(context, i, had & allowed[status]);
    const looked = (id[i] + turn) % QUARTER === 0;
    if (looked && schemes[i] !== 0) meet(context, i, p);
    const stack = schemes[i];
    if (stack !== 0) {
      for (let k = 0; k < SCHEMES; k++) {
        if (!(stack & (1 << k))) continue;
        held[k]++;
        if (status === A) owed[k] += each[stack];
      }
      if (status === A) s.demand[lead[i] * USES + REPORTING] += paper[stack];
    }
    if (looked && rightOpen[status]) asking[n++] = i;
  }
  return n;
}

function lose(context: Context, i: number, left: number): void {
  const { people } = context.world;
  context.scratch.tally[tally.servicesLost] += many[people.schemes[i]] - many[left];
  people.schemes[i] = left;
  tell(context, i, 'stacking.lost');
}

/** A quarter of appointments: some are missed, more when they are many and distress is high; those kept relieve the need of each scheme; stays end. */
function meet(context: Context, i: number, p: P): void {
  const { world, scratch, streams, month, on } = context;
  const { people, schemes: s, structures, head } = world;
  const stack = people.schemes[i];
  const n = contacts[stack];
  const chance = Math.min(1, QUARTER * n * p.missed[0] * (0.5 + people.distress[i]) * (1 + p.collision[0] * (n - 1)));
  const u = uniform(streams['stacking.appointment'], people.id[i], month.now);
  const missed = u < chance;
  scratch.tally[tally.appointments]++;
  if (missed) {
    scratch.tally[tally.appointmentsMissed]++;
    people.trust[i] *= 1 - p['missed-trust'][0];
    if (people.status[i] === A) structures.demand[people.lead[i] * USES + REPORTING] += grains(head[header.scale] * p['missed-minutes'][0]);
  }
  for (let k = 0; k < SCHEMES; k++) {
    if (!(stack & (1 << k))) continue;
    const at = i * NEEDS + s.need[k];
    if (!missed && on.has('needs')) people.needs[at] *= 1 - Math.min(1, QUARTER * p.relief[0]);
    const over = uniform(streams['stacking.appointment'], people.id[i], month.now, 1 + k) < QUARTER / p['stay-months'][0];
    if (over || people.needs[at] < p.floor[0] / 2) people.schemes[i] &= ~(1 << k);
  }
}

/** Places of one scheme go to the most severe need, then by keyed lottery; other schemes of the same person are not looked at. */
function takeIn(context: Context, k: number, n: number): void {
  const { world, scratch, streams, month, rules } = context;
  const { people, schemes: s, head } = world;
  const need = s.need[k];
  const floor = rules.stacking.floor[0];
  let q = 0;
  for (let a = 0; a < n; a++) {
    const i = scratch.asking[a];
    const severity = people.needs[i * NEEDS + need];
    if (severity < floor || people.schemes[i] & (1 << k) || !(s.mask[k] & (1 << people.status[i]))) continue;
    scratch.rows[q] = i;
    scratch.ids[q] = people.id[i];
    scratch.priority[q] = 255 - Math.floor(255 * severity);
    q++;
  }
  const free = Math.max(0, Math.round((s.places[k] - s.held[k]) / head[header.scale]));
  keyedLottery(free, q, scratch, streams['stacking.place'], month.now, k);
  for (let w = 0; w < q; w++) {
    if (!scratch.won[w]) continue;
    const i = scratch.rows[w];
    people.schemes[i] |= 1 << k;
    s.held[k] += head[header.scale];
    scratch.tally[tally.schemeEntries]++;
    if (isWatched(context, i)) tell(context, i, 'stacking.entered', { facts: [need, people.needs[i * NEEDS + need]] });
  }
}

/** Each funder pays for its own places, out of its insertion line. */
function pay({ world }: Context): void {
  const { schemes: s, funders: f } = world;
  for (let k = 0; k < SCHEMES; k++) {
    s.paid[k] = Math.round(s.held[k] * s.price[k]);
    f.spent[s.funder[k] * LINES + INSERTION] += s.paid[k];
  }
}

/** Off: nobody is followed by a scheme; leads owe the paper of today, the same for every file, and the places are paid for others. */
function plain({ world }: Context, p: P): void {
  const { people, schemes: s, structures, head, counts } = world;
  people.schemes.fill(0, 0, head[header.rows]);
  head[header.framed] = 0;
  for (let k = 0; k < SCHEMES; k++) {
    s.held[k] = s.standing[k];
    s.minutes[k] = 0;
  }
  for (let j = 0; j < counts.structures; j++)
    structures.demand[j * USES + REPORTING] += grains(structures.caseload[j] * p['ordinary-paper'][structures.arm[j]]);
}

export const stacking = mechanism({
  id: 'M22',
  key: 'stacking',
  label: { fr: 'Segmentation et empilement', en: 'Segmentation and stacking' },
  seeds: ['S1'],
  pattern: {
    fr: 'L’empilement gaspille des heures ; un cadre commun ne multiplie les moyens que là où il y en a.',
    en: 'Stacking wastes hours; an integrated frame multiplies means only where there are some.',
  },
  parameters,
  steps: { support: follow, accounts: pay },
  off: {
    words: {
      fr: 'Aucun dispositif ne suit personne ; les écritures restent celles d’aujourd’hui, les mêmes pour chaque dossier.',
      en: 'No scheme follows anybody; paper stays as today, the same for every file.',
    },
    steps: { support: plain, accounts: pay },
  },
  sources: [terraNova],
});

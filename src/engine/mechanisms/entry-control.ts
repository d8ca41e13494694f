import { type Context, tally } from '../context.ts';
import { uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { choose, pick, weigh } from '../kernel/kernel.ts';
import { handedYield, situate } from '../kernel/situate.ts';
import { type ActName, type Decision, choiceOf } from '../events.ts';
import { HORIZON, newOption, newSituation } from '../kernel/terms.ts';
import { chooseStructure, keptOut, lastResort, networkShares, outsource, sharesFor } from '../world/directory.ts';
import { become, firstContact, isWatched, tell } from '../world/moves.ts';
import { CLASSES, CONTACTED, groupOfClass, LEVELS, levelOfClass, NONE, WITHHELD } from '../world/people.ts';
import { slotOf } from '../world/organise.ts';
import { A, W } from '../world/status.ts';
import { RULES, SHARED_FILE, SORTING, TIES, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { parameters } from './entry-control/parameters.ts';

type V = Values<typeof parameters>;

const ACCEPT = 0;
const WAIT = 1;
const REFUSE = 2;
const named = (place: number): ActName => (place === ACCEPT ? 'accept' : place === WAIT ? 'wait' : 'refuse');
const accept = newOption({ holds: 1, enters: 1, head: 1 });
const wait = newOption();
const refuse = newOption({ refuses: 1 });
const situation = newSituation();
let shares = new Float64Array(6);
const led: number[] = [0, 0, 0, 0, 0, 0];

/** Each service answers those sent to it: accept, keep waiting, refuse. Answers of a month rest on the loads of the month before. */
function step(context: Context, p: V): void {
  const { head } = context.world;
  for (let b = 0; b < 6; b++) led[b] = head[header.sentShares + b];
  outsource(led, context.rules.outsourcing.share[0]);
  shares = sharesFor(context.world, shares);
  networkShares(context, led, shares);
  context.scratch.answers.fill(-1);
  answerAll(context, p);
}

function answerAll(context: Context, p: V): void {
  const { people, head } = context.world;
  const rows = head[header.rows];
  for (let i = 0; i < rows; i++) if (people.status[i] === W) answer(context, i, p);
}

function answer(context: Context, i: number, p: V): void {
  const { world, scratch, streams, month, kernel } = context;
  const { people, structures: s } = world;
  const j = people.lead[i];
  if (keptOut(context, i, j)) return;
  const level = levelOfClass(people.perceived[i]);
  const options = s.mayRefuse[j] ? 3 : 2;
  expect(context, i, j, options, p);
  const o = pick(kernel, options, uniform(streams['admission.decision'], people.id[i], month.now));
  if (o !== WAIT) {
    scratch.tally[tally.asked]++;
    if (level === LEVELS - 1) scratch.tally[tally.askedHard]++;
    if (level === 0) scratch.tally[tally.askedEasy]++;
    s.demand[j * USES + SORTING] += grains(head0(context) * p['sorting-minutes'][s.arm[j]]);
  }
  const choice = isWatched(context, i) ? choiceOf(kernel, o, options, named) : undefined;
  if (o === ACCEPT) admit(context, i, j, p, choice);
  else if (o === REFUSE) turnAway(context, i, j, p, choice);
  else if (choice) tell(context, i, 'entry-control.waits', { choice });
}

/** Chances of the three answers. Those who come from no partner and are not watched share those of their class, weighed once a month. */
function expect(context: Context, i: number, j: number, options: number, p: V): void {
  const { world, scratch, kernel, technology } = context;
  const { people, structures: s } = world;
  const at = (j * CLASSES + people.perceived[i]) * ANSWERS;
  const shared = people.sender[i] === NONE && !people.watched[i];
  if (shared && scratch.answers[at] >= 0) {
    for (let o = 0; o < options; o++) kernel.chances[o] = scratch.answers[at + o];
    return;
  }
  weighAnswers(context, i, j, p);
  choose(kernel, options, technology.precision[s.arm[j]]);
  if (shared) for (let o = 0; o < options; o++) scratch.answers[at + o] = kernel.chances[o];
}
const ANSWERS = 3;

const head0 = (context: Context): number => context.world.head[header.scale];

function weighAnswers(context: Context, i: number, j: number, p: V): void {
  const { world, kernel, technology, rules } = context;
  const { people, structures: s, ties } = world;
  const arm = s.arm[j];
  situate(context, j, people.perceived[i], situation);
  const sender = people.sender[i];
  if (sender !== NONE) situation.gain *= handedYield(context, sender, j);
  const slot = sender === NONE ? -1 : slotOf(world, j, sender);
  const trust = slot < 0 ? 0 : ties.trust[j * TIES + slot];
  situation.credibility = slot < 0 ? 0 : ties.credibility[j * TIES + slot] * ties.asked[(j * TIES + slot) * LEVELS] * 0.1;
  const later = Math.max(0, (HORIZON - s.expectedWait[j]) / HORIZON);
  accept.act = slot < 0 ? 0 : p['joint-hours'][arm] * (1 - trust / 2) + rules.meaning['distance-hours'][arm] * (ties.distance[j * TIES + slot] - 1);
  accept.credit = slot < 0 ? 0 : trust;
  wait.holds = later;
  wait.enters = wait.head = later;
  wait.act = p['waiting-hours'][arm];
  refuse.elsewhere = technology.elsewhere[0];
  refuse.act = p['refusal-hours'][arm];
  refuse.credit = slot < 0 ? 0 : -trust;
  weigh(kernel, ACCEPT, accept, situation, context);
  weigh(kernel, WAIT, wait, situation, context);
  weigh(kernel, REFUSE, refuse, situation, context);
}

function admit(context: Context, i: number, j: number, p: V, choice?: Decision): void {
  const { world, scratch, rules } = context;
  const { people, structures: s, ties } = world;
  const scale = head0(context);
  if (isWatched(context, i)) tell(context, i, 'entry-control.accepted', { choice });
  scratch.tally[tally.admitted]++;
  s.inflow[j] += scale;
  s.headsDue[j] += scale;
  // A common file spares part of the first interview of someone handed on; a file that came in part lengthens it.
  const sender = people.sender[i];
  const shared = Math.min(1, world.head[header.sharedFile] * s.practised[j * RULES + SHARED_FILE]);
  const spared = sender === NONE ? 0 : p['file-spares'][s.arm[j]] * shared;
  const slot = sender === NONE ? -1 : slotOf(world, sender, j);
  const agreeing = slot < 0 ? 0 : 60 * rules.meaning['distance-hours'][s.arm[j]] * (ties.distance[sender * TIES + slot] - 1);
  s.demand[j * USES + SORTING] += grains(scale * Math.max(0, p['intake-minutes'][s.arm[j]] * (2 - people.file[i]) * (1 - spared) + agreeing));
  if (!(people.flags[i] & CONTACTED)) firstContact(context, i);
  if (sender !== NONE) {
    if (slot >= 0) {
      ties.accepted[(sender * TIES + slot) * LEVELS + levelOfClass(people.perceived[i])] += scale;
      ties.live[sender * TIES + slot] = 0;
      ties.joint[sender * TIES + slot] += scale;
    }
    if (people.file[i] < 0.5) retell(context, i);
  }
  become(world, i, A);
}

/** The file has not followed: the person tells the story again. */
function retell(context: Context, i: number): void {
  const { world, scratch } = context;
  const { people } = world;
  if (people.retellings[i] < 255) people.retellings[i]++;
  people.trust[i] *= 0.96;
  people.file[i] = 0.6;
  scratch.tally[tally.retold]++;
  if (isWatched(context, i)) tell(context, i, 'entry-control.retold', { facts: [people.trust[i]] });
}

function turnAway(context: Context, i: number, j: number, p: V, choice?: Decision): void {
  const { world, scratch } = context;
  const { people, structures: s, ties } = world;
  const level = levelOfClass(people.perceived[i]);
  scratch.tally[tally.refused]++;
  if (level === LEVELS - 1) scratch.tally[tally.refusedHard]++;
  if (level === 0) scratch.tally[tally.refusedEasy]++;
  s.refused[j] += head0(context);
  if (people.refusals[i] < 255) people.refusals[i]++;
  people.trust[i] *= 1 - p['refusal-hurt'][people.arm[i]];
  if (choice) tell(context, i, 'entry-control.refused', { choice });
  const sender = people.sender[i];
  if (sender === NONE) sendElsewhere(context, i, j, p);
  else {
    if (people.bounces[i] < 255) people.bounces[i]++;
    scratch.tally[tally.bounced]++;
    const slot = slotOf(world, sender, j);
    if (slot >= 0) ties.failures[sender * TIES + slot] += head0(context);
    // Back to whoever sent the person, who keeps the file.
    people.lead[i] = sender;
    people.sender[i] = NONE;
    people.flags[i] &= ~WITHHELD;
    become(world, i, A);
    tell(context, i, 'entry-control.bounced');
  }
}

function sendElsewhere(context: Context, i: number, j: number, p: V): void {
  const { people } = context.world;
  const desperate = people.refusals[i] - Math.floor(people.refusals[i] / p.patience[0]) * p.patience[0] === 0;
  let next = desperate ? lastResort(context, i, 8) : -1;
  if (next < 0) next = chooseStructure(context, i, groupOfClass(people.perceived[i]), shares, j, 9);
  if (next !== NONE) people.lead[i] = next;
  people.sender[i] = NONE;
  become(context.world, i, W);
  tell(context, i, desperate ? 'entry-control.last-resort' : 'entry-control.elsewhere');
}

/** Off: whoever is sent is admitted. */
function open(context: Context, p: V): void {
  const { people, head } = context.world;
  for (let i = 0; i < head[header.rows]; i++) {
    if (people.status[i] !== W) continue;
    context.scratch.tally[tally.asked]++;
    admit(context, i, people.lead[i], p);
  }
}

export const entryControl = mechanism({
  id: 'M4',
  key: 'entry-control',
  label: { fr: 'Contrôle des entrées', en: 'Entry control' },
  seeds: ['S4'],
  pattern: {
    fr: 'Les refus montent avec la charge, de plus en plus vite, et tombent sur ceux qui cumulent les besoins.',
    en: 'Refusals rise with load, faster and faster, and fall on people with several needs.',
  },
  parameters,
  steps: { admission: step },
  off: { words: { fr: 'Qui est envoyé est reçu.', en: 'Whoever is sent is received.' }, steps: { admission: open } },
  sources: [{ title: 'Trombert 2019', row: 'seed:S4' }],
});

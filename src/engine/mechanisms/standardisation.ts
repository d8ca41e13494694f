import type { Context } from '../context.ts';
import { uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains, split } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { choiceOf } from '../events.ts';
import { choose, weigh } from '../kernel/kernel.ts';
import { newOption, newSituation } from '../kernel/terms.ts';
import { become, closeFile, tell } from '../world/moves.ts';
import { NONE } from '../world/people.ts';
import { A, O, W } from '../world/status.ts';
import { FUNDERS_OF_CONTRACTS, PRACTICE, REPORTING, ROUTINE, TIES, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { gerard, parameters } from './standardisation/parameters.ts';
import { fillIn, renew, shareOf, train, visit, YEAR, yearly } from './standardisation/between.ts';
import { aim } from './standardisation/aim.ts';
import { approach, distance, refit } from './standardisation/practice.ts';

type P = Values<typeof parameters>;

const QUARTER = 3;
const STAY = 0;
const MOVE = 1;
/** Draws of a structure in a call of funder `f`: 4f + what is decided. */
const DECISIONS = 4;
/** Share of its money from which a funder is a structure’s main one. */
const MAIN = 0.5;
const [LEAVE, ADOPT, CONFORM, COPY] = [0, 1, 2, 3];

const stay = newOption();
const move = newOption();
const situation = newSituation();
/** Practices and forms as the call found them, what the copy or the adoption would be, and what is paid anew. */
let practiceThen = new Float64Array(0);
let formThen = new Float64Array(0);
const tried = new Float64Array(PRACTICE);
const middle = new Float64Array(PRACTICE);
const weights = new Float64Array(65_536);
const paid = new Float64Array(65_536);

/** Funders call for projects in turn; between calls there are files to fill in, visits, shared training. */
function step(context: Context, p: P): void {
  const { world, month, rules } = context;
  const length = rules.outsourcing['call-length'][0];
  renew(context, p);
  let moved = train(context, p);
  for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++) {
    const at = month.now + Math.floor((f * length) / FUNDERS_OF_CONTRACTS);
    if (at - Math.floor(at / length) * length !== length - 1) continue;
    call(context, f, length, p);
    moved = true;
  }
  for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++) visit(context, f, p);
  fillIn(context, p);
  if (!moved && month.now >= 1 && month.now % QUARTER !== 0) return;
  refit(world, p['fit-width'][0], month.now < 1);
  aim(world, p['aim-moves'][0], month.now < 1);
}

/** Hours that a contract pays per post and month. */
const hoursPaid = (context: Context, j: number, f: number): number =>
  yearly(context, j, f) / YEAR / (context.technology['hour-cost'][0] * 100) / Math.max(1, context.world.structures.posts[j]);

/** A call: each partner of the funder stays or leaves; adopts in practice or not; conforms on paper or not; copies the best rated or not. */
function call(context: Context, f: number, length: number, p: P): void {
  const { structures: s, counts } = context.world;
  if (practiceThen.length < s.practice.length) {
    practiceThen = new Float64Array(s.practice.length);
    formThen = new Float64Array(s.practice.length);
  }
  practiceThen.set(s.practice);
  formThen.set(s.form);
  let total = 0;
  for (let j = 0; j < counts.structures; j++) {
    if (yearly(context, j, f) <= 0) continue;
    total += s.contract[j * FUNDERS_OF_CONTRACTS + f];
    s.demand[j * USES + REPORTING] += grains(s.workers[j] * 60 * p.bidding[s.arm[j]]);
    situation.structure = j;
    situation.mission = s.mission[j];
    if (leaves(context, j, f, p)) leave(context, j, f);
    else {
      adopt(context, j, f, length, p);
      conform(context, j, f, length, p);
      if (shareOf(context, j, f) >= MAIN) copy(context, j, f, length, p);
    }
  }
  award(context, f, total, p);
  listen(context, f, p);
}

/** Whether the act in `move` is preferred to that in `stay`. */
function prefers(context: Context, j: number, f: number, decision: number): boolean {
  const { kernel, streams, month, technology } = context;
  weigh(kernel, STAY, stay, situation, context);
  weigh(kernel, MOVE, move, situation, context);
  choose(kernel, 2, technology.precision[context.world.structures.arm[j]]);
  return uniform(streams['standardisation.renewal'], j, month.now, DECISIONS * f + decision) < kernel.chances[MOVE];
}

function options(): void {
  stay.brings = stay.strain = stay.act = move.brings = move.strain = move.act = 0;
}

/**
 * A contract brings the hours it pays, at what an hour is worth here, and asks as far as it specifies for a practice that may not be what
 * workers hold right. The last contract is never left: closing is left out.
 */
function leaves(context: Context, j: number, f: number, p: P): boolean {
  const { structures: s, funders } = context.world;
  if (!s.mayLeave[j] || shareOf(context, j, f) >= 1) return false;
  options();
  move.brings = -s.lambda[j] * hoursPaid(context, j, f);
  stay.strain = context.rules.outsourcing.specification[0] * p.conviction[s.arm[j]] * distance(s.conviction, j, funders.specification, f);
  return prefers(context, j, f, LEAVE);
}

/** The contract ends: its posts go, and as many of the people followed go back to be oriented. */
function leave(context: Context, j: number, f: number): void {
  const { world, kernel, streams, month } = context;
  const { structures: s, people, head } = world;
  const share = shareOf(context, j, f);
  const choice = choiceOf(kernel, MOVE, 2, (place) => (place === MOVE ? 'leave' : 'renew'));
  for (let i = 0; i < head[header.rows]; i++) {
    if ((people.status[i] !== A && people.status[i] !== W) || people.lead[i] !== j) continue;
    if (uniform(streams['standardisation.exit'], people.id[i], month.now) >= share) continue;
    tell(context, i, 'standardisation.left', { choice, facts: [share] });
    closeFile(world, i);
    become(world, i, O);
  }
  s.posts[j] *= 1 - share;
  s.contract[j * FUNDERS_OF_CONTRACTS + f] = 0;
  s.contractsLeft[j]++;
}

/** In practice: what the visits will see is paid, what is relearnt costs hours, and workers may have to do what they hold wrong. */
function adopt(context: Context, j: number, f: number, length: number, p: P): void {
  const { structures: s, funders } = context.world;
  const arm = s.arm[j];
  const { specification, monitoring } = context.rules.outsourcing;
  const gap = distance(s.practice, j, funders.specification, f);
  tried.set(s.practice.subarray(j * PRACTICE, (j + 1) * PRACTICE));
  approach(tried, 0, funders.specification, f, specification[0]);
  const moved = gap * specification[0];
  options();
  move.brings = p.penalty[arm] * specification[0] * monitoring[0] * moved * hoursPaid(context, j, f);
  move.act = (p.adopting[arm] * moved) / length;
  stay.strain = p.conviction[arm] * distance(s.practice, j, s.conviction, j);
  move.strain = p.conviction[arm] * distance(tried, 0, s.conviction, j);
  if (!prefers(context, j, f, ADOPT)) return;
  s.practice.set(tried, j * PRACTICE);
  s.demand[j * USES + ROUTINE] += grains(s.workers[j] * 60 * p.adopting[arm] * moved);
}

/** On paper: one declares what one does, or comes closer to what is asked; those who do not come and see read no more. Keeping up a form that is not one's practice takes hours. */
function conform(context: Context, j: number, f: number, length: number, p: P): void {
  const { structures: s, funders } = context.world;
  const arm = s.arm[j];
  const { specification, monitoring } = context.rules.outsourcing;
  tried.set(s.form.subarray(j * PRACTICE, (j + 1) * PRACTICE));
  approach(tried, 0, funders.specification, f, specification[0]);
  const closer = distance(s.practice, j, funders.specification, f) - distance(tried, 0, funders.specification, f);
  const feigned = distance(tried, 0, s.practice, j);
  options();
  move.brings = p.penalty[arm] * specification[0] * (1 - monitoring[0]) * closer * hoursPaid(context, j, f);
  move.act = (p.conforming[arm] * feigned) / length;
  if (!prefers(context, j, f, CONFORM)) {
    approach(s.form, j, s.practice, j, 1);
    return;
  }
  s.form.set(tried, j * PRACTICE);
  s.demand[j * USES + REPORTING] += grains(s.workers[j] * 60 * p.conforming[arm] * feigned);
}

/**
 * The tied partner that declares most for a hundred people followed is copied, in form and in practice, if results pay enough: a service
 * takes the whole of the difference for the doing of its manner, since it sees nothing else.
 */
function copy(context: Context, j: number, f: number, length: number, p: P): void {
  const { structures: s, ties } = context.world;
  const arm = s.arm[j];
  const rate = (k: number): number => s.pace[k] / Math.max(1, s.caseload[k]);
  let best = j;
  for (let t = j * TIES; t < (j + 1) * TIES; t++) if (ties.partner[t] !== NONE && rate(ties.partner[t]) > rate(best)) best = ties.partner[t];
  if (best === j) return;
  tried.set(s.practice.subarray(j * PRACTICE, (j + 1) * PRACTICE));
  approach(tried, 0, practiceThen, best, p.copying[arm]);
  const moved = p.copying[arm] * distance(s.practice, j, practiceThen, best);
  options();
  move.brings = ((rate(best) - rate(j)) * p.copying[arm] * s.caseload[j] * s.value[j]) / Math.max(1, s.posts[j]);
  move.act = (p.adopting[arm] * moved) / length;
  stay.strain = p.conviction[arm] * distance(s.practice, j, s.conviction, j);
  move.strain = p.conviction[arm] * distance(tried, 0, s.conviction, j);
  if (!prefers(context, j, f, COPY)) return;
  s.practice.set(tried, j * PRACTICE);
  approach(s.form, j, formThen, best, p.copying[arm]);
  s.demand[j * USES + ROUTINE] += grains(s.workers[j] * 60 * p.adopting[arm] * moved);
}

/** The funder's money is the same in all, leavers' part included: it goes by volume and by how close form, and practice as far as seen, are to what was asked. */
function award(context: Context, f: number, total: number, p: P): void {
  const { structures: s, counts, funders } = context.world;
  const { specification, monitoring } = context.rules.outsourcing;
  const seen = monitoring[0];
  let bids = 0;
  for (let j = 0; j < counts.structures; j++) {
    weights[j] = 0;
    if (yearly(context, j, f) <= 0) continue;
    const amiss = (1 - seen) * distance(s.form, j, funders.specification, f) + seen * distance(s.practice, j, funders.specification, f);
    s.compliance[j] = 1 - p.penalty[s.arm[j]] * specification[0] * Math.min(1, amiss);
    weights[j] = s.contract[j * FUNDERS_OF_CONTRACTS + f] * s.compliance[j];
    bids += weights[j];
  }
  if (bids <= 0) return;
  split(total, weights, counts.structures, paid);
  for (let j = 0; j < counts.structures; j++) {
    if (weights[j] <= 0) continue;
    const at = j * FUNDERS_OF_CONTRACTS + f;
    let all = 0;
    for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) all += s.contract[j * FUNDERS_OF_CONTRACTS + k];
    s.posts[j] *= 1 + (paid[j] - s.contract[at]) / all;
    s.contract[at] = paid[j];
  }
}

/** Those who carry the volume are heard when the next specification is written: it moves towards the form they declare, by volume. */
function listen(context: Context, f: number, p: P): void {
  const { structures: s, counts, funders } = context.world;
  let volume = 0;
  middle.fill(0);
  for (let j = 0; j < counts.structures; j++) {
    const carried = yearly(context, j, f);
    volume += carried;
    for (let q = 0; q < PRACTICE; q++) middle[q] += carried * s.form[j * PRACTICE + q];
  }
  if (volume <= 0) return;
  for (let q = 0; q < PRACTICE; q++) middle[q] /= volume;
  approach(funders.specification, f, middle, 0, p.listening[0]);
}

/** Off: every practice suits everyone alike, and leans to neither side. */
function alike({ world }: Context): void {
  world.structures.fit.fill(1);
  world.structures.toWork.fill(1);
  world.structures.toNeeds.fill(1);
  world.structures.compliance.fill(1);
}

export const standardisation = mechanism({
  id: 'M12',
  key: 'standardisation',
  label: { fr: 'Standardisation', en: 'Standardisation' },
  seeds: ['S3'],
  pattern: {
    fr: 'D’appel en appel les pratiques se ressemblent ; les demandes peu communes sont moins bien servies ; des partenaires attachés à leurs valeurs s’en vont.',
    en: 'From call to call practices grow alike; unusual needs are served less well; partners driven by values leave.',
  },
  parameters,
  terms: [
    { name: 'contract', value: (option) => option.brings },
    { name: 'conviction', value: (option, s) => -option.strain * s.mission },
  ],
  steps: { context: step },
  off: {
    words: {
      fr: 'Les contrats se reconduisent sans rien demander ; toute pratique convient à chacun.',
      en: 'Contracts are renewed and ask for nothing; every practice suits everyone.',
    },
    steps: { context: alike },
  },
  sources: [gerard],
});

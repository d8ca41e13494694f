import { type Context, tally } from '../../context.ts';
import { uniform } from '../../core/draws.ts';
import { grains } from '../../core/money.ts';
import type { Values } from '../../core/parameter.ts';
import { type ActName, choiceOf } from '../../events.ts';
import { choose, pick, weigh } from '../../kernel/kernel.ts';
import { situate } from '../../kernel/situate.ts';
import { HORIZON, newOption, newSituation } from '../../kernel/terms.ts';
import { chooseStructure, networkShares, outsource, sharesFor } from '../../world/directory.ts';
import { become, isWatched, tell } from '../../world/moves.ts';
import { CONTACTED, groupOfClass, NONE } from '../../world/people.ts';
import { A, U, W } from '../../world/status.ts';
import { SORTING, USES } from '../../world/structures.ts';
import { header, type World } from '../../world/world.ts';
import type { parameters } from './parameters.ts';

type V = Values<typeof parameters>;

/** Of the six months ahead, those a dispute is expected to take, and the chance of losing it. Assumed. */
const DISPUTED = 3;
const LOSES = 0.5;
/** Months, out of six, that the loser of a dispute has the person. */
const AFTER = LOSES * (HORIZON - DISPUTED);
const HOUR = 60;

const TAKE = 0;
const LEAVE = 1;
const accept = newOption({ holds: 1, enters: 1, pays: HORIZON });
const contest = newOption({ holds: AFTER / HORIZON, enters: AFTER / HORIZON, refuses: 1 });
const takeBack = newOption({ holds: 1, enters: 1, pays: HORIZON });
const press = newOption();
const situation = newSituation();
const named =
  (yes: ActName, no: ActName) =>
  (place: number): ActName =>
    place === TAKE ? yes : no;
const asked = named('accept', 'contest');
const askedBack = named('take-back', 'contest');

let shares = new Float64Array(6);
const led: number[] = [0, 0, 0, 0, 0, 0];
let open = false;

/** A new month of negotiations: whom people would be sent to is worked out when the first file asks. */
export function openNegotiations(): void {
  open = false;
}

function openShares(context: Context): void {
  const { head } = context.world;
  for (let b = 0; b < led.length; b++) led[b] = head[header.sentShares + b];
  outsource(led, context.rules.outsourcing.share[0]);
  shares = sharesFor(context.world, shares);
  networkShares(context, led, shares);
  open = true;
}

/** One month of a file that follows its person: the body of the new zone takes it, or the former takes it back, or both contest. True when it is settled. */
export function negotiate(context: Context, i: number, covered: boolean, advanced: boolean, p: V): boolean {
  const { people } = context.world;
  if (!open) openShares(context);
  const k = people.lead[i];
  const j = chooseStructure(context, i, groupOfClass(people.perceived[i]), shares, k, 11);
  if (j === NONE) {
    settleFile(context.world, i);
    return true;
  }
  const late = people.moving[i] >= p['longest-dispute'][0];
  if (late || takes(context, i, j, covered, advanced, p)) handOver(context, i, j, covered, p);
  else if (k !== NONE && takesBack(context, i, k, covered, p)) comeBack(context, i, k, p);
  else return false;
  return true;
}

/** Does the body of the zone where the person lives now take the file? Contesting spares the person’s hours and money for a while, and costs hours. */
function takes(context: Context, i: number, j: number, covered: boolean, advanced: boolean, p: V): boolean {
  const { world, technology } = context;
  const arm = world.structures.arm[j];
  accept.act = p['opening-hours'][arm];
  contest.act = p['contest-hours'][arm] * DISPUTED;
  contest.elsewhere = technology.elsewhere[0] * (covered ? 1 - AFTER / HORIZON : (HORIZON - DISPUTED - AFTER) / HORIZON);
  contest.pays = AFTER + (advanced ? DISPUTED : 0);
  return decide(context, i, j, accept, contest, 0, p);
}

/** Does the former body keep someone who lives elsewhere, rather than hold out for the other to take the file? */
function takesBack(context: Context, i: number, k: number, covered: boolean, p: V): boolean {
  const { world, technology } = context;
  const arm = world.structures.arm[k];
  takeBack.act = (p['visit-minutes'][arm] / HOUR) * HORIZON;
  press.holds = ((covered ? DISPUTED : 0) + AFTER) / HORIZON;
  press.enters = press.holds;
  press.pays = press.holds * HORIZON;
  press.elsewhere = (technology.elsewhere[0] * (HORIZON - DISPUTED - AFTER)) / HORIZON;
  press.act = p['contest-hours'][arm] * DISPUTED;
  return decide(context, i, k, takeBack, press, 1, p);
}

function decide(context: Context, i: number, j: number, yes: typeof accept, no: typeof accept, k: 0 | 1, p: V): boolean {
  const { world, kernel, technology, streams, month } = context;
  const { people, structures: s } = world;
  situate(context, j, people.perceived[i], situation);
  situation.aid = p['local-aid'][0] / technology['hour-cost'][0];
  weigh(kernel, TAKE, yes, situation, context);
  weigh(kernel, LEAVE, no, situation, context);
  choose(kernel, 2, technology.precision[s.arm[j]]);
  const o = pick(kernel, 2, uniform(streams['mobility.dispute'], people.id[i], month.now, k));
  if (o === LEAVE) s.demand[j * USES + SORTING] += grains(world.head[header.scale] * p['contest-hours'][s.arm[j]] * HOUR);
  if (isWatched(context, i)) {
    const choice = choiceOf(kernel, o, 2, k === 0 ? asked : askedBack);
    if (o === LEAVE) tell(context, i, 'mobility.contested', { choice, other: j });
    else tell(context, i, k === 0 ? 'mobility.accepted' : 'mobility.taken-back', { choice, other: j });
  }
  return o === TAKE;
}

/** The file changes hands. Unless the former body kept the person meanwhile, little of it follows and the story is told again. */
function handOver(context: Context, i: number, j: number, covered: boolean, p: V): void {
  const { world, scratch } = context;
  const { people, structures: s, head } = world;
  const known = people.lead[i] !== NONE;
  const scale = head[header.scale];
  const met = (people.flags[i] & CONTACTED) !== 0;
  s.demand[j * USES + SORTING] += grains(scale * p['opening-hours'][s.arm[j]] * HOUR);
  settleFile(world, i);
  if (!known) return;
  people.lead[i] = j;
  people.sender[i] = NONE;
  people.file[i] = 1;
  if (met) s.inflow[j] += scale;
  if (met) s.headsDue[j] += scale;
  if (met && !covered) {
    scratch.tally[tally.movedRetold]++;
    scratch.tally[tally.retold]++;
    if (people.retellings[i] < 255) people.retellings[i]++;
    people.trust[i] *= RETOLD;
    people.file[i] = PIECED;
    s.demand[j * USES + SORTING] += grains(scale * p['first-inquiry'][s.arm[j]]);
  }
  resettle(context, i);
}
/** Trust left after telling one's story again, and what is then known of it: as when a partner keeps part of a file back. */
const RETOLD = 0.96;
const PIECED = 0.6;

function comeBack(context: Context, i: number, k: number, p: V): void {
  const { world } = context;
  const { structures: s, head } = world;
  s.demand[k * USES + SORTING] += grains(head[header.scale] * p['visit-minutes'][s.arm[k]]);
  settleFile(world, i);
  resettle(context, i);
}

/** Followed, or waiting, again: at once, or when a payment interrupted opens again. */
function resettle(context: Context, i: number): void {
  const { people } = context.world;
  const goal = people.flags[i] & CONTACTED ? A : W;
  if (people.status[i] === U || people.status[i] === goal) return;
  become(context.world, i, goal);
  tell(context, i, 'mobility.settled');
}

/** One body is competent again. */
export function settleFile({ people }: World, i: number): void {
  people.moving[i] = 0;
  people.tie[i] = 2;
}

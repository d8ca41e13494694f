import { type Context, tally } from './context.ts';
import { FIRST_YEAR, monthsToCount } from './kernel/lasting.ts';
import { closeFile, tell } from './world/moves.ts';
import { slotOf } from './world/organise.ts';
import { COUNTED, DURABLE_COUNTED, NONE } from './world/people.ts';
import { D, E, N, off, S } from './world/status.ts';
import { TIES } from './world/structures.ts';
import { header } from './world/world.ts';

/** Places of the credit rules: to the lead alone, to each in full, shared. */
const EVERY = 1;
const SHARED = 2;

/** Reads what became of people with a file: true durable exits, results that the definition counts, files to close. */
export function countResults(context: Context): void {
  const { people, head } = context.world;
  const { status: statuses, lead, since } = people;
  const rows = head[header.rows];
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (off[status] === 0 && status !== E) continue;
    if (lead[i] === NONE) continue;
    if (status === D || status === S) inWork(context, i, status);
    else if (since[i] > 0 || status === N || status === E) release(context, i);
  }
}

function inWork(context: Context, i: number, status: number): void {
  const { world } = context;
  const { people, structures: s } = world;
  const j = people.lead[i];
  if (status === D && !(people.flags[i] & DURABLE_COUNTED)) {
    people.flags[i] |= DURABLE_COUNTED;
    s.trueExits[j] += world.head[header.scale];
    context.scratch.tally[tally.servedExits]++;
    closedWell(context, i, j);
  }
  if (!(people.flags[i] & COUNTED) && people.since[i] >= monthsToCount(context, j)) {
    people.flags[i] |= COUNTED;
    context.scratch.tally[tally.counted]++;
    tell(context, i, 'evaluation.counted');
    credit(context, i, 1);
  }
  if (people.since[i] >= FIRST_YEAR) release(context, i);
}

/** Gives a result to those who may claim it. Under "each in full" one exit is counted by everyone it went through. */
export function credit(context: Context, i: number, result: number): void {
  const { world, rules, scratch } = context;
  const { people, structures: s } = world;
  const j = people.lead[i];
  const rule = rules.evaluation.credit[s.arm[j]];
  const sender = people.sender[i];
  const both = sender !== NONE && rule !== 0;
  give(context, j, both && rule === SHARED ? result / 2 : result);
  if (both) give(context, sender, rule === SHARED ? result / 2 : result);
  if (sender !== NONE) shareWord(context, j, sender, both, result);
  scratch.tally[tally.mirror] += both && rule === EVERY ? 2 * result : result;
}

/** A shared case is a joint result for each by the weight of joint results, when both may name it or when they are judged in one group. */
function shareWord({ world, rules }: Context, j: number, sender: number, both: boolean, result: number): void {
  const { structures: s, head } = world;
  if (!both && s.grouped[j] !== s.grouped[sender]) return;
  const weight = rules.evaluation['joint-weight'];
  s.jointly[j] += result * head[header.scale] * weight[s.arm[j]];
  s.jointly[sender] += result * head[header.scale] * weight[s.arm[sender]];
}

function give({ world }: Context, j: number, result: number): void {
  const { structures: s, head } = world;
  const real = result * head[header.scale];
  s.counted[j] += real;
  s.declared[j] += real;
  s.resultsDue[j] += real;
}

function closedWell({ world }: Context, i: number, j: number): void {
  const { people, ties, head } = world;
  const sender = people.sender[i];
  if (sender === NONE) return;
  const there = slotOf(world, sender, j);
  const back = slotOf(world, j, sender);
  if (there >= 0) ties.successes[sender * TIES + there] += head[header.scale];
  if (back >= 0) ties.successes[j * TIES + back] += head[header.scale];
}

/** The service closes the file; the structure is remembered as the last lead only while it holds it. */
function release({ world }: Context, i: number): void {
  world.people.flags[i] &= ~COUNTED;
  closeFile(world, i);
}

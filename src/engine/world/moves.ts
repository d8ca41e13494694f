import { type Context, tally } from '../context.ts';
import { type Cause, record, type Why } from '../events.ts';
import { NO_EMPLOYER } from './enterprises.ts';
import { CAME_BACK, CONTACTED, DURABLE_COUNTED, HELD, KNOWN, LEVELS, levelOfClass, NONE, PUT_OFF, REGISTERED, WITHHELD, WORKING } from './people.ts';
import { A, C, D, I, O, rightOpen, S, U, W, X } from './status.ts';
import type { World } from './world.ts';

/** Moves a person to a status. Every change of status passes here. How one came to be entitled is forgotten with it. */
export function become({ people }: World, i: number, status: number): void {
  if (status === U || status === X || status === C || status === I) people.flags[i] = people.status[i] === A ? people.flags[i] | HELD : people.flags[i] & ~HELD;
  people.flags[i] &= ~(REGISTERED | PUT_OFF);
  people.status[i] = status;
  people.since[i] = 0;
  people.employer[i] = NO_EMPLOYER;
}

/** No service holds the person any more. */
export function closeFile({ people }: World, i: number): void {
  people.lead[i] = NONE;
  people.sender[i] = NONE;
  people.file[i] = 0;
  people.solved[i] = 0;
  people.flags[i] &= ~(WITHHELD | CAME_BACK);
}

/** Is the person's life followed? Asked before working out why something happened. */
export const isWatched = ({ world }: Context, i: number): boolean => world.people.watched[i] === 1;

/**
 * The month's turns of watched people, with what weighed: the terms of a choice of a structure, or the facts of a draw.
 * The structure concerned is the lead unless said otherwise: tell before the lead changes, or say which.
 */
export function tell(context: Context, i: number, cause: Cause, why?: Float64Array | Why): void {
  const { people } = context.world;
  if (people.watched[i]) record(context.events, context.month.now, people.id[i], cause, people.lead[i], why);
}

/** The right to the minimum income opens: a person known before goes back to where the file was left. */
export function openRight(context: Context, i: number): void {
  const { people } = context.world;
  const { flags } = people;
  people.tenure[i] = 0;
  flags[i] &= ~(CONTACTED | WORKING | DURABLE_COUNTED);
  const back = flags[i] & KNOWN && people.lead[i] !== NONE;
  if (back) flags[i] |= CAME_BACK;
  become(context.world, i, back ? W : O);
  context.scratch.tally[tally.opened]++;
  tell(context, i, 'claiming.opened');
}

/** Back to where the person stood with the service before a suspension, a sanction, an insertion job or a stay away: accompanied, waiting, or nowhere. */
export function resume(context: Context, i: number, cause: Cause): void {
  const { world } = context;
  const { people } = world;
  become(world, i, people.lead[i] === NONE ? O : people.flags[i] & HELD ? A : W);
  tell(context, i, cause);
}

/** The first support of this spell on benefit begins. */
export function firstContact(context: Context, i: number): void {
  const { people } = context.world;
  const { scratch } = context;
  people.flags[i] |= CONTACTED;
  scratch.tally[tally.firstContact]++;
  scratch.tally[tally.firstContactMonths] += people.tenure[i];
  if (levelOfClass(people.perceived[i]) === LEVELS - 1) {
    scratch.tally[tally.firstContactHard]++;
    scratch.tally[tally.firstContactMonthsHard] += people.tenure[i];
  }
  if (isWatched(context, i)) tell(context, i, 'entry-control.first-contact', { facts: [people.tenure[i]] });
}

/** Leaves the minimum income, or a wait for it, towards `status`. A file stays open until the month's results are closed. */
export function leave(context: Context, i: number, status: number): void {
  const { world, scratch } = context;
  const had = rightOpen[world.people.status[i]] === 1;
  if (had) {
    scratch.tally[tally.exits]++;
    if (status === S || status === D) scratch.tally[tally.exitsToWork]++;
  }
  if (status === D) scratch.tally[tally.durable]++;
  if (status === S) scratch.tally[tally.short]++;
  world.people.flags[i] &= ~WORKING;
  become(world, i, status);
}

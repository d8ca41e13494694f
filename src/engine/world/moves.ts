import { type Context, tally } from '../context.ts';
import { type Cause, record } from '../events.ts';
import { CONTACTED, DURABLE_COUNTED, KNOWN, NONE, WITHHELD, WORKING } from './people.ts';
import { A, D, O, rightOpen, S, W } from './status.ts';
import type { World } from './world.ts';

/** Moves a person to a status. Every change of status passes here. */
export function become({ people }: World, i: number, status: number): void {
  people.status[i] = status;
  people.since[i] = 0;
}

/** No service holds the person any more. */
export function closeFile({ people }: World, i: number): void {
  people.lead[i] = NONE;
  people.sender[i] = NONE;
  people.file[i] = 0;
  people.solved[i] = 0;
  people.flags[i] &= ~WITHHELD;
}

/** The month's events of watched people, with the terms that weighed when a structure decided. */
export function tell(context: Context, i: number, cause: Cause, terms?: Float64Array): void {
  if (context.world.people.watched[i]) record(context.events, context.month.now, context.world.people.id[i], cause, terms);
}

/** The right to the minimum income opens: a person known before goes back to where the file was left. */
export function openRight(context: Context, i: number): void {
  const { people } = context.world;
  const { flags } = people;
  people.tenure[i] = 0;
  flags[i] &= ~(CONTACTED | WORKING | DURABLE_COUNTED);
  become(context.world, i, flags[i] & KNOWN && people.lead[i] !== NONE ? W : O);
  context.scratch.tally[tally.opened]++;
  tell(context, i, 'claiming.opened');
}

/** Back to the service after a suspension or a sanction: the file was never closed. */
export function resume({ world }: Context, i: number): void {
  const { people } = world;
  become(world, i, people.lead[i] === NONE ? O : people.flags[i] & CONTACTED ? A : W);
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

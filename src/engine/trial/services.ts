import type { Context } from '../context.ts';
import type { ServiceSpec } from '../core/trial.ts';
import { become, closeFile, firstContact } from '../world/moves.ts';
import { CONTACTED, KNOWN, NONE } from '../world/people.ts';
import { trueClass } from '../world/perception.ts';
import { A, O, W } from '../world/status.ts';
import { FUNDERS_OF_CONTRACTS, PRIVATE } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { apply, structureAttributes } from './edits.ts';

/** Who may be sent to a service: someone with the right open, oriented or not. */
export const reachable = (status: number): boolean => status === O || status === W || status === A;

/** Takes a person on, whatever service held the file. The situation is read anew, without error. */
export function takeOn(context: Context, i: number, j: number): void {
  const { world } = context;
  const { people } = world;
  const solved = people.solved[i];
  closeFile(world, i);
  people.solved[i] = solved;
  people.lead[i] = j;
  people.file[i] = 1;
  world.structures.headsDue[j] += world.head[header.scale];
  people.perceived[i] = trueClass(people.needs, i);
  people.flags[i] |= KNOWN;
  become(world, i, A);
  if (!(people.flags[i] & CONTACTED)) firstContact(context, i);
}

/** A person's time in the programme is over: back to the service that held the file before, or to orientation when none did. */
export function giveBack({ world }: Context, i: number, j: number, former: number): void {
  const { people } = world;
  if (people.lead[i] !== j) return;
  const held = people.status[i] === A || people.status[i] === W;
  const solved = people.solved[i];
  closeFile(world, i);
  if (former === NONE) {
    if (held) become(world, i, O);
    return;
  }
  people.lead[i] = former;
  people.file[i] = FORMER_FILE;
  people.solved[i] = solved;
  if (held) become(world, i, A);
}
/** Share of a file that a service still holds of someone it gets back. Assumed: that of the start. */
const FORMER_FILE = 0.7;

/** Nobody is left in the programme. */
export function closeService({ world }: Context, j: number): void {
  world.structures.closed[j] = 1;
  world.structures.posts[j] = world.structures.workers[j] = 0;
}

/** Opens a service with the attributes asked for. A public body moves workers it has; an operator that begins has everything to learn. */
export function openService({ world, rules }: Context, j: number, spec: ServiceSpec): void {
  const { structures: s } = world;
  s.closed[j] = 0;
  if (s.kind[j] === PRIVATE) s.know[j] = rules.workload['newcomer-routine'][0];
  if (spec.edits) apply(structureAttributes, spec.edits, world, j);
}

/** Posts follow the people held, at the files per worker asked for; the contract pays their wages. A post is not cut in parts: a few people have one worker. */
export function staffService({ world }: Context, j: number, { filesPerWorker }: ServiceSpec, held: number): void {
  const { structures: s, head } = world;
  const posts = Math.max(1, Math.round((held * head[header.scale]) / filesPerWorker));
  s.posts[j] = s.workers[j] = posts;
  for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++) s.contract[j * FUNDERS_OF_CONTRACTS + f] = 0;
  if (s.perHead[j] + s.perResult[j] === 0) s.contract[j * FUNDERS_OF_CONTRACTS + s.mainFunder[j]] = posts * 12 * head[header.wageCents];
}

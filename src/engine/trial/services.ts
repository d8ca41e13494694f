import type { Context } from '../context.ts';
import type { ServiceSpec } from '../core/trial.ts';
import { become, closeFile, firstContact } from '../world/moves.ts';
import { CONTACTED, KNOWN } from '../world/people.ts';
import { trueClass } from '../world/perception.ts';
import { A, O, W } from '../world/status.ts';
import { FUNDERS_OF_CONTRACTS } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { apply, structureAttributes } from './edits.ts';

/** Who may be sent to a service: someone with the right open, oriented or not. */
export const reachable = (status: number): boolean => status === O || status === W || status === A;

/** Takes a person on, whatever service held the file. The situation is read anew, without error. */
export function takeOn(context: Context, i: number, j: number): void {
  const { world } = context;
  const { people } = world;
  closeFile(world, i);
  people.lead[i] = j;
  people.file[i] = 1;
  people.perceived[i] = trueClass(people.needs, i);
  people.flags[i] |= KNOWN;
  become(world, i, A);
  if (!(people.flags[i] & CONTACTED)) firstContact(context, i);
}

/** The programme is over: those it still holds go back to orientation. */
export function letGo(context: Context, j: number): void {
  const { world } = context;
  const { people, head } = world;
  for (let i = 0; i < head[header.rows]; i++) {
    if (people.lead[i] !== j) continue;
    const held = people.status[i] === A || people.status[i] === W;
    closeFile(world, i);
    if (held) become(world, i, O);
  }
  world.structures.closed[j] = 1;
  world.structures.posts[j] = world.structures.workers[j] = 0;
}

/** Opens a service with the attributes asked for. */
export function openService({ world }: Context, j: number, spec: ServiceSpec): void {
  world.structures.closed[j] = 0;
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

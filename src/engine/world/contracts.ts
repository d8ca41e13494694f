import { POSTS_PAID } from './organise.ts';
import { FUNDERS_OF_CONTRACTS } from './structures.ts';
import { header, type World } from './world.ts';

/** Cents a year under contract with a structure, all funders. */
export function contractOf({ structures: s }: World, j: number): number {
  let sum = 0;
  for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) sum += s.contract[j * FUNDERS_OF_CONTRACTS + k];
  return sum;
}

/** The funder with most of a structure's contract money; the one it had when it has none left. */
export function mainFunderOf({ structures: s }: World, j: number): number {
  let main: number = s.mainFunder[j];
  let most = 0;
  for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) {
    if (s.contract[j * FUNDERS_OF_CONTRACTS + k] <= most) continue;
    most = s.contract[j * FUNDERS_OF_CONTRACTS + k];
    main = k;
  }
  return main;
}

/** Changes what a funder has under contract with a structure, in cents a year; the posts that it pays follow. */
export function changeContract({ structures: s, head }: World, j: number, k: number, amount: number): void {
  s.contract[j * FUNDERS_OF_CONTRACTS + k] += amount;
  s.posts[j] = Math.max(0, s.posts[j] + amount / (12 * head[header.wageCents] * POSTS_PAID));
}

/** Works by body before some change of posts; see `followPosts`. */
const before = new Float64Array(256);
const after = new Float64Array(256);

function postsByBody({ structures: s, counts }: World, out: Float64Array): void {
  out.fill(0);
  for (let j = 0; j < counts.structures; j++) if (s.competes[j]) out[s.body[j]] += s.posts[j];
}

/** Notes the posts of each network that competes for contracts, before money moves. */
export const beforeMoves = (world: World): void => postsByBody(world, before);

/** Those who orient send people where the posts went: shares of the networks that compete move with their posts, their sum stays. */
export function followPosts(world: World): void {
  const { head } = world;
  postsByBody(world, after);
  for (const at of [header.ledShares, header.sentShares]) {
    let sum = 0;
    let moved = 0;
    for (let b = 0; b < NETWORKS; b++) {
      if (before[b] <= 0) continue;
      sum += head[at + b];
      moved += (head[at + b] * after[b]) / before[b];
    }
    if (moved <= 0) continue;
    for (let b = 0; b < NETWORKS; b++) if (before[b] > 0) head[at + b] *= (after[b] * sum) / (before[b] * moved);
  }
}
const NETWORKS = 6;

import type { Context } from '../../context.ts';
import { GROUPS, NONE } from '../../world/people.ts';
import { TIES } from '../../world/structures.ts';
import { header } from '../../world/world.ts';
import type { Values } from '../../core/parameter.ts';
import type { parameters } from './parameters.ts';

type P = Values<typeof parameters>;

/**
 * Joint teams: where services are integrated, a file draws on the skill of its lead's partners as well, as far as each is trusted. What is lent
 * is the best of them, never the sum; a service as skilled as its partners gains nothing by it, and all pay the meetings. Left out: that a
 * partner's hours spent on another's file are missing from its own.
 */
export function team({ world }: Context, p: P): void {
  const { structures: s, ties, counts, head } = world;
  const share = head[header.integrated] * p['team-share'][0];
  for (let j = 0; j < counts.structures; j++) {
    for (let g = 0; g < GROUPS; g++) {
      const own = s.skill[j * GROUPS + g];
      let lent = own;
      if (share > 0) {
        for (let t = j * TIES; t < (j + 1) * TIES; t++) {
          const k = ties.partner[t];
          if (k === NONE || s.closed[k]) continue;
          const offered = own + ties.trust[t] * (s.skill[k * GROUPS + g] - own);
          if (offered > lent) lent = offered;
        }
      }
      s.reach[j * GROUPS + g] = own + share * (lent - own);
    }
  }
}

/** Off: a file draws on the skill of its lead alone. */
export function alone({ world }: Context): void {
  const { structures: s, counts } = world;
  for (let q = 0; q < counts.structures * GROUPS; q++) s.reach[q] = s.skill[q];
}

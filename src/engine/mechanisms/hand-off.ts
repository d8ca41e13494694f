import { type Context, tally } from '../context.ts';
import { uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import { parameter, type Values } from '../core/parameter.ts';
import { closeFile, isWatched, leave, tell } from '../world/moves.ts';
import { slotOf } from '../world/organise.ts';
import { NONE } from '../world/people.ts';
import { V, W } from '../world/status.ts';
import { SORTING, TIES, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';

const assumed = { title: 'Assumed; no national measure of loss between services exists', row: 'seed:S4' } as const;

const parameters = {
  loss: parameter({
    label: { fr: 'Perte à un passage de relais', en: 'Loss at a hand-off' },
    unit: 'share of hand-offs, no trust',
    value: 0.35,
    range: [0.1, 0.6],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'person',
  }),
  warmth: parameter({
    label: { fr: 'Ce que sauve un passage accompagné', en: 'What a warm hand-off saves' },
    unit: 'share, full trust between services',
    value: 0.7,
    range: [0.3, 0.9],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'warm-minutes': parameter({
    label: { fr: 'Temps d’un passage accompagné', en: 'Time of a warm hand-off' },
    unit: 'minutes at each end, full trust',
    value: 40,
    range: [20, 90],
    possible: [0, 600],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
};
type P = Values<typeof parameters>;

/** Every hand-off may lose the person: the same hazard each time, higher for those who trust little, so the weakly attached are lost first. */
function step(context: Context, p: P): void {
  const { world, streams, month } = context;
  const { people, head, ties, structures: s } = world;
  for (let i = 0; i < head[header.rows]; i++) {
    if (people.status[i] !== W || people.since[i] !== 0 || people.sender[i] === NONE) continue;
    const j = people.sender[i];
    const slot = slotOf(world, j, people.lead[i]);
    const trust = slot < 0 ? 0 : ties.trust[j * TIES + slot];
    const warm = Math.max(trust, head[header.integrated]);
    s.demand[j * USES + SORTING] += grains(head[header.scale] * p['warm-minutes'][0] * warm);
    s.demand[people.lead[i] * USES + SORTING] += grains(head[header.scale] * p['warm-minutes'][0] * warm);
    const hazard = p.loss[people.arm[i]] * (1 - people.trust[i]) * (1 - p.warmth[0] * warm);
    if (uniform(streams['referral.loss'], people.id[i], month.now) < hazard) lose(context, i, hazard, warm);
  }
}

function lose(context: Context, i: number, hazard: number, warm: number): void {
  context.scratch.tally[tally.handOffLost]++;
  context.scratch.tally[tally.lost]++;
  if (isWatched(context, i)) tell(context, i, 'hand-off.lost', { facts: [hazard, context.world.people.trust[i], warm] });
  closeFile(context.world, i);
  leave(context, i, V);
}

export const handOff = mechanism({
  id: 'M7',
  key: 'hand-off',
  label: { fr: 'Passage de relais et continuité', en: 'Hand-off and continuity' },
  seeds: ['S4'],
  pattern: {
    fr: 'Un passage de relais perd d’abord ceux qui font peu confiance, et moins de monde quand les services sont liés.',
    en: 'A hand-off loses first those who trust little, and fewer people when services are bound together.',
  },
  parameters,
  steps: { referral: step },
  off: { words: { fr: 'Aucun passage de relais ne perd personne.', en: 'No hand-off loses anybody.' } },
  sources: [{ title: 'Trombert 2019', row: 'seed:S4' }],
});

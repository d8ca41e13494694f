import { contractOf } from '../../src/engine/world/contracts.ts';
import { FUNDERS_OF_CONTRACTS } from '../../src/engine/world/structures.ts';
import type { World } from '../../src/engine/index.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

/** Shares of contract money that one funder brings to every second member, and to the others. */
const BOUND = 0.95;
const LOOSE = 0.36;
const MONTHS = 24;

/** Every second member lives by one funder, the State, the others by three: the same money in all. */
function depend(world: World): void {
  const { structures: s, counts } = world;
  let n = 0;
  for (let j = 0; j < counts.structures; j++) {
    if (!s.collective[j]) continue;
    const all = contractOf(world, j);
    const main = Math.floor(all * (n++ % 2 === 0 ? BOUND : LOOSE));
    const rest = Math.floor((all - main) / 2);
    s.contract.set([main, rest, all - main - rest], j * FUNDERS_OF_CONTRACTS);
  }
}

function look({ now, note, month }: Seen): void {
  const { collective, closed, dependence, deal, staffTrust } = now.structures;
  for (let j = 0; j < now.counts.structures; j++) {
    if (!collective[j] || closed[j]) continue;
    const bound = dependence[j]! > (BOUND + LOOSE) / 2;
    note(bound ? 'bound deal' : 'loose deal', 100 * deal[j]!);
    if (month >= MONTHS / 2) note('trust', 100 * staffTrust[j]!);
  }
}

const contrast = (run: Reading): number => run.mean('bound deal') - run.mean('loose deal');

ablation('collective-stance', {
  population: 200,
  months: MONTHS,
  prepare: depend,
  books: {
    each: {},
    stance: { set: { 'associations.collective-stance': 1 } },
  },
  look,
  patterns: {
    'those who depend on one funder deal apart more often (points)': { margin: 5, contrast: ({ stance }) => contrast(stance) },
    'a common position that many leave in private costs the trust of workers (points out of 100)': {
      margin: 3,
      contrast: ({ each, stance }) => each.mean('trust') - stance.mean('trust'),
    },
  },
});

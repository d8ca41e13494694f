import { seeks } from '../../src/engine/world/status.ts';
import { DURABLE, SHORT } from '../../src/engine/world/zones.ts';
import { ablation, type Book } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const NEWCOMERS = 4_194_304;

/** Chance of being hired this month of people present from the start, out of those who seek, by arm. */
function look({ context, now, before, each, note }: Seen): void {
  const { arm, id, zone, ready } = now.people;
  each((i) => {
    if (id[i]! >= NEWCOMERS || !seeks[before.people.status[i]!]) return;
    const z = 2 * zone[i]!;
    const perSearch = now.zones.hiresPerSearch[z + SHORT]! + ready[i]! * now.zones.hiresPerSearch[z + DURABLE]!;
    note(arm[i] === 1 ? 'helped' : 'not helped', 100 * context.scratch.effective[i]! * perSearch);
  });
}

const TREATED = 0.75;
const HELP = { 'kernel.support-effect': 4 };
const MANY_JOBS = { 'conjuncture.tightness': 2, 'displacement.elasticity': 0 };
const FEW_JOBS = { 'conjuncture.tightness': 0.3, 'displacement.elasticity': 0 };
const JOBS_THAT_FOLLOW = { 'conjuncture.tightness': 0.3, 'displacement.elasticity': 1 };

/** The same people are treated in every book; in some, nothing is done for them. */
const book = (set: Readonly<Record<string, number>>, treatment: Readonly<Record<string, number>>): Book => ({
  set,
  arms: [{ set: treatment, unit: 'person', share: TREATED }],
});

/** Hires that those not helped lose when the others are helped, in per cent. */
const spillOver = (helped: Reading, nobody: Reading): number => 100 * (1 - helped.mean('not helped') / nobody.mean('not helped'));

ablation('displacement', {
  months: 15,
  replications: 48,
  books: {
    many: book(MANY_JOBS, {}),
    manyHelped: book(MANY_JOBS, HELP),
    few: book(FEW_JOBS, {}),
    fewHelped: book(FEW_JOBS, HELP),
    following: book(JOBS_THAT_FOLLOW, {}),
    followingHelped: book(JOBS_THAT_FOLLOW, HELP),
  },
  look,
  patterns: {
    'those helped are hired more, with or without (points a month)': {
      margin: 0.1,
      remains: true,
      contrast: ({ many, manyHelped }) => manyHelped.mean('helped') - many.mean('helped'),
    },
    'at the expense of those not helped (% of their hires)': { margin: 0.7, contrast: ({ few, fewHelped }) => spillOver(fewHelped, few) },
    'more so when jobs are scarce (points)': {
      margin: 0.4,
      contrast: ({ many, manyHelped, few, fewHelped }) => spillOver(fewHelped, few) - spillOver(manyHelped, many),
    },
    'less so when vacancies follow search (points)': {
      margin: 0.4,
      contrast: ({ few, fewHelped, following, followingHelped }) => spillOver(fewHelped, few) - spillOver(followingHelped, following),
    },
  },
});

import { A } from '../../src/engine/world/status.ts';
import { OUTREACH, SORTING, USES } from '../../src/engine/world/structures.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

/** Moves of the month among people who were followed a month ago, and the share of hours that moves weigh on. */
function look({ now, before, each, note }: Seen): void {
  each((i) => {
    if (before.people.status[i] === A) note('followed', now.people.zone[i] === before.people.zone[i] ? 0 : 1);
  });
  const { minutes } = now.structures;
  let all = 0;
  let spent = 0;
  for (let k = 0; k < minutes.length; k++) {
    all += minutes[k]!;
    if (k % USES === OUTREACH || k % USES === SORTING) spent += minutes[k]!;
  }
  note('spent', (100 * spent) / all);
}

const A_YEAR = 1200; // a share a month, in % a year
const disputes = (run: Reading): number => 100 * run.ratio('competence-disputes', 'moves');
const inquiries = (run: Reading): number => 100 * run.ratio('retellings-after-move', 'moves');
/** Points of all hours. */
const CHEAP = 2;
/** Little holds people back but what they fear to lose, so that many moves are seen. */
const lively = { 'mobility.settled': 1 };

ablation('mobility', {
  replications: 40,
  population: 350,
  months: 24,
  look,
  books: {
    alone: { set: { ...lively, 'mobility.continuity': 0 } },
    rule: { set: { ...lively, 'mobility.continuity': 1 } },
    advanced: { set: { ...lively, 'mobility.continuity': 0, 'mobility.default-payer': 1 } },
  },
  patterns: {
    'those who are followed move less when nothing is carried over (points a year)': {
      margin: 0.1,
      contrast: ({ alone, rule }) => A_YEAR * (rule.mean('followed') - alone.mean('followed')),
    },
    'bodies dispute more files when nobody pays by default (for 100 moves)': {
      margin: 1,
      contrast: ({ alone, advanced }) => disputes(alone) - disputes(advanced),
    },
    'a continuity rule spares inquiries (for 100 moves), and hours barely move': {
      margin: 10,
      contrast: ({ alone, rule }) => (rule.mean('spent') - alone.mean('spent') < CHEAP ? inquiries(alone) - inquiries(rule) : 0),
    },
  },
});

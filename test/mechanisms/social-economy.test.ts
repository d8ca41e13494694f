import type { World } from '../../src/engine/index.ts';
import { ENTERPRISES } from '../../src/engine/world/enterprises.ts';
import { LEVELS, levelOfClass } from '../../src/engine/world/people.ts';
import { A, I, N, O, W } from '../../src/engine/world/status.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const HARD = LEVELS - 1;
/** The row of long-term protected work. */
const LONG_TERM = ENTERPRISES - 1;

/** More places of each kind, and many more without a limit, so that few people are enough to see them; little cash, so that money is soon felt. */
function enlarge({ enterprises: e }: World): void {
  for (let k = 0; k < ENTERPRISES; k++) {
    const times = k === LONG_TERM ? 20 : 4;
    e.standing[k]! *= times;
    e.places[k]! *= times;
    e.cash[k]! *= times / 4;
  }
}

/** Who is taken on by the first kind, and whether hard cases at work leave the job for want of another. */
function look({ month, now, before, each, note }: Seen): void {
  if (month === 0) return;
  each((i) => {
    const { status, employer, perceived } = before.people;
    const is = now.people.status[i]!;
    if (is === I && status[i] !== I && now.people.employer[i] === 0 && month >= 6) note('taken on', levelOfClass(perceived[i]!) === HARD ? 100 : 0);
    if (status[i] !== I || levelOfClass(perceived[i]!) !== HARD) return;
    note(employer[i] === LONG_TERM ? 'long-term' : 'limited', is === A || is === W || is === O || is === N ? 100 : 0);
  });
}

/** Every kind owes a year of wages, beyond what lenders carry. */
function indebt({ enterprises: e }: World): void {
  for (let k = 0; k < ENTERPRISES; k++) {
    e.cash[k] = 0;
    e.debt[k] = Math.round(e.places[k]! * YEAR_OF_WAGES);
  }
}
const YEAR_OF_WAGES = 12 * 185_000;

/** People at work in the last half year, out of a hundred under another book. */
function held(one: Reading, other: Reading): number {
  const most = other.flow('insertion-jobs', 24);
  return most === 0 ? 0 : (100 * one.flow('insertion-jobs', 24)) / most;
}

/** Candidates enough to choose from. */
const many = { 'social-economy.proposal-hours': 4 };

ablation('social-economy', {
  population: 400,
  months: 30,
  prepare: enlarge,
  look,
  books: {
    paid: { set: { ...many, 'capacity.insertion-subsidy': 115 } },
    pressed: { set: { ...many, 'capacity.insertion-subsidy': 90 } },
    few: { set: { ...many, 'capacity.insertion-subsidy': 115, 'capacity.insertion-jobs': 20 } },
    failed: { set: { ...many, 'capacity.insertion-subsidy': 115 }, prepare: indebt },
    shrunk: { set: { ...many, 'budget.investment-share': 0.4 } },
    whole: { set: many },
  },
  patterns: {
    'output pressure selects the productive (points of hard cases among those taken on by work sites)': {
      margin: 3,
      contrast: ({ paid, pressed }) => paid.mean('taken on') - pressed.mean('taken on'),
    },
    'hard cases cycle back from limited stays, more than from long-term work (a month for a hundred at work)': {
      margin: 1,
      contrast: ({ paid }) => (paid.count('long-term') === 0 ? 0 : paid.mean('limited') - paid.mean('long-term')),
    },
    'where places are few more candidates are left without one (points)': {
      margin: 5,
      contrast: ({ paid, few }) =>
        100 * (few.ratio('insertion-unplaced', 'insertion-candidates', 12) - paid.ratio('insertion-unplaced', 'insertion-candidates', 12)),
    },
    'where enterprises owe too much some close, and others take their places within two years (of a hundred jobs without it)': {
      margin: 50,
      contrast: ({ paid, failed }) => held(failed, paid),
    },
    'an envelope smaller by three tenths takes places, and the others are still held (of a hundred jobs without it)': {
      margin: 50,
      contrast: ({ whole, shrunk }) => held(shrunk, whole),
    },
  },
});

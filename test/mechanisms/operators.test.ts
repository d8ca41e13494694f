import { EMPLOYMENT } from '../../src/engine/world/organise.ts';
import { ablation, institutions } from './ablation.ts';
import { CLASSES, GROUPS, LEVELS } from '../../src/engine/world/people.ts';
import { FOLLOW_UP, SUPPORT, USES } from '../../src/engine/world/structures.ts';
import type { Reading, Seen } from './reading.ts';

const MONTHS = 30;
const LATE = 18;
const EARLY = 12;
const PARKED_UNDER = 0.05;
const HARD_FROM = (LEVELS - 1) * GROUPS;

/** Short jobs of those placed by operators that have yet to last before they count: how many, the ends that calls avert, and the time they take. */
function placed({ now, note }: Seen): void {
  const { perHead, perResult, minutes, placed: waiting, kept } = now.structures;
  for (let j = 0; j < now.counts.structures; j++) {
    if (perHead[j]! + perResult[j]! === 0) continue;
    note('placed', waiting[j]!);
    note('kept', waiting[j]! * kept[j]!);
    note('calls', minutes[j * USES + FOLLOW_UP]!);
    note('support', minutes[j * USES + SUPPORT]!);
  }
}

/** Sums over files of operators and of the public employment service: effect of hours, files parked, hard files, and answers. */
function look(seen: Seen): void {
  placed(seen);
  const { month, now, note } = seen;
  if (month >= EARLY && month < LATE) return;
  const when = month < EARLY ? 'early' : 'late';
  const { body, perHead, perResult, byClass, effect, refused, inflow } = now.structures;
  for (let j = 0; j < now.counts.structures; j++) {
    const who = perHead[j]! + perResult[j]! > 0 ? 'operator' : body[j] === EMPLOYMENT ? 'public' : undefined;
    if (!who) continue;
    for (let c = 0; c < CLASSES; c++) {
      const at = j * CLASSES + c;
      note(`${who} files ${when}`, byClass[at]!);
      note(`${who} effect ${when}`, byClass[at]! * effect[at]!);
      if (effect[at]! < PARKED_UNDER) note(`${who} parked ${when}`, byClass[at]!);
      if (c >= HARD_FROM) note(`${who} hard ${when}`, byClass[at]!);
    }
    note(`${who} refused ${when}`, refused[j]!);
    note(`${who} answered ${when}`, refused[j]! + inflow[j]!);
  }
}

const share = (run: Reading, what: string, out: string): number => (100 * run.sum(what)) / Math.max(1, run.sum(out));
const parked = (run: Reading, who: string): number => share(run, `${who} parked late`, `${who} files late`);
const hard = (run: Reading, who: string): number => share(run, `${who} hard late`, `${who} files late`);
const refused = (run: Reading, who: string): number => share(run, `${who} refused late`, `${who} answered late`);
const ahead = (run: Reading, when: string): number =>
  share(run, `public effect ${when}`, `public files ${when}`) - share(run, `operator effect ${when}`, `operator files ${when}`);

ablation('operators', {
  aside: institutions.filter((key) => key !== 'operators'),
  population: 500,
  replications: 48,
  months: MONTHS,
  books: {
    head: { set: { 'outsourcing.share': 0.5, 'outsourcing.result-share': 0 } },
    result: { set: { 'outsourcing.share': 0.5, 'outsourcing.result-share': 1 } },
    lasting: { set: { 'outsourcing.share': 0.5, 'outsourcing.result-share': 1, 'evaluation.exit-length': 6 } },
  },
  look,
  patterns: {
    'paid by the head, operators park more files than the public service (points)': {
      margin: 15,
      contrast: ({ head }) => parked(head, 'operator') - parked(head, 'public'),
    },
    'paid by the head, they turn fewer people away (points)': { margin: 20, contrast: ({ head }) => refused(head, 'public') - refused(head, 'operator') },
    'paid a flat price by result, they follow fewer hard cases than the public service (points)': {
      margin: 5,
      remains: true,
      contrast: ({ result }) => hard(result, 'public') - hard(result, 'operator'),
    },
    'paid a flat price by result, they park more files than the public service (points)': {
      margin: 5,
      absent: 'whoever would not pay is refused at the gate, so few are left to park',
      contrast: ({ result }) => parked(result, 'operator') - parked(result, 'public'),
    },
    'paid for jobs that last six months, they keep more of those they placed in work (% of ends averted)': {
      margin: 5,
      contrast: ({ lasting, head }) => share(lasting, 'kept', 'placed') - share(head, 'kept', 'placed'),
    },
    'and give calls time that they do not give when paid by the head (% of support)': {
      margin: 0.1,
      contrast: ({ lasting, head }) => share(lasting, 'calls', 'support') - share(head, 'calls', 'support'),
    },
    'the public arm does better at first (points of the full effect of support)': { margin: 9, contrast: ({ head }) => ahead(head, 'early') },
    'and the two converge': {
      margin: 1,
      absent: 'habits are learnt, but pay by the head keeps holding staff down',
      contrast: ({ head }) => ahead(head, 'early') - ahead(head, 'late'),
    },
  },
});

import { CLASSES } from '../../src/engine/world/people.ts';
import { W } from '../../src/engine/world/status.ts';
import { SUPPORT, USES } from '../../src/engine/world/structures.ts';
import { ablation, institutions } from './ablation.ts';
import type { Seen } from './reading.ts';

const FIRST_PERIOD = 12;

/** Refusals to those who waited for an answer; what a service feels of the joint result; support time that its people get. */
function look({ month, now, before, each, note }: Seen): void {
  if (month < FIRST_PERIOD) return;
  const { status, lead, refusals } = before.people;
  each((i) => {
    if (status[i] === W && before.structures.mayRefuse[lead[i]!]) note('refused', now.people.refusals[i]! > refusals[i]! ? 100 : 0);
  });
  const { felt, hours, byClass, minutes } = now.structures;
  let spent = 0;
  let available = 0;
  for (let j = 0; j < now.counts.structures; j++) {
    note('felt', 100 * felt[j]!);
    for (let c = 0; c < CLASSES; c++) spent += hours[j * CLASSES + c]! * byClass[j * CLASSES + c]!;
    available += minutes[j * USES + SUPPORT]! / 60;
  }
  note('spent', (100 * spent) / available);
}

const stake = { 'evaluation.stake': 0.5 };

ablation('evaluation', {
  months: 36,
  aside: institutions,
  books: {
    apart: { set: stake },
    small: { set: { ...stake, 'evaluation.joint-weight': 1, 'evaluation.group-staff': 10 } },
    large: { set: { ...stake, 'evaluation.joint-weight': 1 } },
  },
  look,
  patterns: {
    'judged apart, services refuse more than judged together in small groups (points of answers)': {
      margin: 2,
      contrast: ({ apart, small }) => apart.mean('refused') - small.mean('refused'),
    },
    'in a large group a service feels little of the joint result (points)': {
      margin: 10,
      contrast: ({ small, large }) => small.mean('felt') - large.mean('felt'),
    },
    'and each counts on the others: less time goes to the files (points of the time there is)': {
      margin: 1,
      contrast: ({ small, large }) => small.mean('spent') - large.mean('spent'),
    },
  },
});

import { groupOfClass, NONE } from '../../src/engine/world/people.ts';
import { trueClass } from '../../src/engine/world/perception.ts';
import { O } from '../../src/engine/world/status.ts';
import { ablation } from './ablation.ts';
import type { Seen } from './reading.ts';

/** Months until the common diagnosis is in place. */
const SET_UP = 15;

/** People oriented this month, and whether their main need was read amiss: read from the world, not from the model's own count. */
function look({ month, now, before, each, note }: Seen): void {
  if (month < SET_UP) return;
  each((i) => {
    if (before.people.status[i] !== O || now.people.lead[i] === NONE) return;
    note('misread', groupOfClass(now.people.perceived[i]!) === groupOfClass(trueClass(now.people.needs, i)) ? 0 : 100);
  });
}

ablation('orientation', {
  months: 30,
  books: { apart: {}, shared: { set: { 'governance.mission-integration': 1 } }, few: { set: { 'access.orientation': 40 } } },
  look,
  patterns: {
    'people are oriented by a misread need (points)': { margin: 10, contrast: ({ apart }) => apart.mean('misread') },
    'a shared diagnosis misreads fewer (points)': { margin: 4, contrast: ({ apart, shared }) => apart.mean('misread') - shared.mean('misread') },
    'fewer interviews make for a later first contact (months)': {
      margin: 0.5,
      contrast: ({ apart, few }) => few.ratio('first-contact-months', 'first-contacts', 12) - apart.ratio('first-contact-months', 'first-contacts', 12),
    },
  },
});

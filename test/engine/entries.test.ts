import { expect, test } from 'vitest';
import { tally } from '../../src/engine/context.ts';
import { simulate } from '../../src/engine/index.ts';
import { header } from '../../src/engine/world/world.ts';
import { requestOf, rulesOf } from './worlds.ts';

/** Rights of 15 % of a population end every month, three in four of them entitled, at once: more than a month can let in. */
const flood = { 'conjuncture.rights-ended': 15, 'conjuncture.rights-ended-entitled': 0.75, 'conjuncture.rights-ended-lag': 1 };
const MONTHS = 6;

test('those whose unemployment rights end and who find no room this month wait for the next: nobody vanishes', () => {
  const population = 500;
  let entries = 0;
  let held = 0;
  let seekers = 0;
  const request = requestOf({ population, months: MONTHS, rules: rulesOf({ set: flood }) });
  simulate(request, {
    onMonth: ({ month, scratch, world: { head, zones } }) => {
      if (month.now === -1) seekers = zones.otherSeekers.reduce((a, b) => a + b, 0) / head[header.scale]!;
      if (month.now < 0) return;
      entries += scratch.tally[tally.entries]!;
      held = head[header.rightsEnded]!;
      if (month.now === MONTHS - 1) seekers -= zones.otherSeekers.reduce((a, b) => a + b, 0) / head[header.scale]!;
    },
  });
  const due = 0.15 * 0.75 * population * MONTHS;
  expect(held).toBeGreaterThan(100);
  // Whoever is no longer held has left the other job seekers, to the person.
  expect(seekers).toBeCloseTo(due - held, 6);
  expect(entries).toBeGreaterThanOrEqual(due - held);
});

import { expect, test } from 'vitest';
import { settle } from '../../src/engine/index.ts';
import { D, S, seeks } from '../../src/engine/world/status.ts';
import { header } from '../../src/engine/world/world.ts';
import { requestOf } from './worlds.ts';

/** Distress is severe over this. */
const SEVERE = 0.5;

/** Severe distress of those who look for work over that of those in work, at month 0. */
function prevalenceRatio(parameters: Readonly<Record<string, number>>): number {
  const people = { seek: 0, work: 0 };
  const severe = { seek: 0, work: 0 };
  for (let replication = 0; replication < 2; replication++) {
    const world = settle(requestOf({ population: 4_000, seed: 'distress', replication, parameters }));
    for (let i = 0; i < world.head[header.rows]!; i++) {
      const status = world.people.status[i]!;
      const group = seeks[status] ? 'seek' : status === S || status === D ? 'work' : undefined;
      if (!group) continue;
      people[group]++;
      if (world.people.distress[i]! > SEVERE) severe[group]++;
    }
  }
  return severe.seek / people.seek / (severe.work / people.work);
}

test('severe distress is about twice as frequent out of work as in work, because people differ in the same situation', () => {
  const found = prevalenceRatio({});
  expect(found).toBeGreaterThan(1.6);
  expect(found).toBeLessThan(2.6);
  expect(prevalenceRatio({ 'people.distress-spread': 0.01 })).toBeGreaterThan(2 * found);
});

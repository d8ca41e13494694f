import { expect, test } from 'vitest';
import { settle, simulate } from '../../src/engine/index.ts';
import { A, D, S, seeks } from '../../src/engine/world/status.ts';
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

test('support eases the distress of those accompanied, by its yield, and that of nobody else', () => {
  const request = requestOf({ population: 2_000, months: 6, seed: 'calm' });
  const world = settle(request);
  const accompanied = Array.from({ length: world.head[header.rows]! }, (_, i) => i).filter((i) => world.people.status[i] === A);
  const others = Array.from({ length: world.head[header.rows]! }, (_, i) => i).filter((i) => seeks[world.people.status[i]!] && world.people.status[i] !== A);
  const after = (parameters: Readonly<Record<string, number>>) => {
    let seen: { readonly with: number; readonly without: number } | undefined;
    simulate(
      { ...request, months: 1, parameters },
      {
        from: world,
        onMonth: ({ world: { people } }) => {
          const mean = (rows: readonly number[]) => rows.reduce((sum, i) => sum + people.distress[i]!, 0) / rows.length;
          seen = { with: mean(accompanied), without: mean(others) };
        },
      },
    );
    return seen!;
  };
  const [none, much] = [after({ 'needs.calm-rate': 0 }), after({ 'needs.calm-rate': 0.5 })];
  expect(none.with - much.with).toBeGreaterThan(0.005);
  expect(Math.abs(none.without - much.without)).toBeLessThan(0.2 * (none.with - much.with));
});

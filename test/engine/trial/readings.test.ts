import { expect, test } from 'vitest';
import { settle, simulate, type Trial } from '../../../src/engine/index.ts';
import { requestOf } from '../worlds.ts';

const none = { set: {}, unit: 'person', share: 0 } as const;

test('bounds on readings choose people by age, months, household, needs and zone, and strata in the same way', () => {
  const within = { age: [25, 45], tenure: [6, 90], since: [0, 24], skills: [0.2, 1], distress: [0, 0.6], children: [0, 1] } as const;
  const trial: Trial = {
    unit: 'person',
    who: { status: 'OWA', within },
    enrol: 1,
    months: 1,
    groups: [{ share: 1 }],
    track: [],
    strata: [{ within: { children: [1, 1] } }, { within: { couple: [1, 1], 'zone-size': [0, 0.2] } }],
    services: [],
  };
  const request = requestOf({ population: 3_000, months: 1, arms: [none], trial });
  const { people, zones } = settle(request);
  const { ids, strata } = simulate(request).trial!.members;
  const rows = new Map(Array.from({ length: people.id.length }, (_, i) => [people.id[i]!, i]));
  const marks: number[] = [];
  for (const [k, id] of ids.entries()) {
    const i = rows.get(id)!;
    const home = people.household[i]!;
    marks.push(strata[k]!);
    expect([3, 5, 6]).toContain(people.status[i]);
    expect(people.age[i]! / 12 >= 25 && people.age[i]! / 12 <= 45 && people.tenure[i]! >= 6 && people.tenure[i]! <= 90).toBe(true);
    expect(people.since[i]! <= 24 && people.needs[i * 7 + 4]! >= 0.2 && people.distress[i]! <= 0.6).toBe(true);
    expect(Boolean(strata[k]! & 1)).toBe(home === 1 || home === 3);
    expect(Boolean(strata[k]! & 2)).toBe(home >= 2 && zones.share[people.zone[i]!]! <= 0.2);
  }
  expect(ids.length).toBeGreaterThan(10);
  expect(new Set(marks).size).toBeGreaterThan(1);
});

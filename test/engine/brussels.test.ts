import { expect, test } from 'vitest';
import { openRun, runMonth, simulate } from '../../src/engine/simulate.ts';
import { DEPARTEMENT_UNIT, LOCAL_MISSION } from '../../src/engine/world/organise.ts';
import { NONE } from '../../src/engine/world/people.ts';
import { A } from '../../src/engine/world/status.ts';
import { header } from '../../src/engine/world/world.ts';
import { auditor } from './books-check.ts';
import { territoryOf } from './worlds.ts';

const territory = territoryOf('bruxelles-capitale');
const request = { rules: { set: {}, timeline: [], off: [] }, territory, population: 400, months: 6, seed: 'brussels', replication: 0 };

test('each commune is a zone with one CPAS, and nine have a mission locale', () => {
  const { structures, counts } = openRun(request).context.world;
  expect(counts.zones).toBe(19);
  const zonesOf = (body: number): number[] => [...structures.zone].filter((_, j) => structures.body[j] === body).sort((a, b) => a - b);
  expect(zonesOf(DEPARTEMENT_UNIT)).toEqual(Array.from({ length: 19 }, (_, z) => z));
  expect(new Set(zonesOf(LOCAL_MISSION)).size).toBe(9);
  expect(zonesOf(LOCAL_MISSION)).toHaveLength(9);
});

test('a CPAS follows residents of its commune, but for the few it kept or took back after a move', () => {
  const run = openRun(request);
  for (let month = 0; month < 6; month++) runMonth(run.context, run.acts, month);
  const { people, structures, head } = run.context.world;
  let held = 0;
  let own = 0;
  for (let i = 0; i < head[header.rows]!; i++) {
    const lead = people.lead[i]!;
    if (people.status[i] !== A || lead === NONE || !structures.local[lead]) continue;
    held++;
    if (structures.zone[lead] === people.zone[i]) own++;
  }
  expect(held).toBeGreaterThan(50);
  expect(own / held).toBeGreaterThan(0.9);
});

test('books, people, minutes and places are kept every month', () => {
  const opening = openRun(request).context.world;
  const audit = auditor(opening);
  simulate(request, { from: opening, onMonth: audit.onMonth });
  expect(audit.faults).toEqual([]);
});

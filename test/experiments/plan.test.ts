import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rules, Territory } from '../../src/engine/index.ts';
import { placeOf, plan, regroup } from '../../src/experiments/plan.ts';
import { run, shuffled } from './builders.ts';

const rules = (value: number): Rules => ({ set: { 'budget.shift': value }, timeline: [], off: [] });
const territory = { id: 'aude', code: '11' } as Territory;
const experiment = (scenarios: number, replications: number) => ({
  scenarios: Array.from({ length: scenarios }, (_, i) => ({ id: `s${i}`, title: { fr: '', en: '' }, rules: rules(i) })),
  territory,
  population: 1000,
  months: 12,
  seed: 'parcours',
  replications,
});

test('replication 0 of each scenario comes first, then replication 1', () => {
  const requests = plan(experiment(2, 3));
  expect(requests.map(({ replication, rules: { set } }) => [set['budget.shift'], replication])).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [0, 2],
    [1, 2],
  ]);
  expect(requests[0]).toEqual({ rules: rules(0), territory, population: 1000, months: 12, seed: 'parcours', replication: 0 });
});

test('more replications extend a plan and change nothing before', () => {
  expect(plan(experiment(3, 5)).slice(0, 6)).toEqual(plan(experiment(3, 2)));
});

test('the place of a request is found back, and results go home even with gaps', () => {
  const cases = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 1e6 }));
  fc.assert(
    fc.property(cases, ([scenarios, replications, seed]) => {
      const requests = plan(experiment(scenarios, replications));
      requests.forEach((request, index) => {
        expect(placeOf(index, scenarios)).toEqual({ scenario: request.rules.set['budget.shift'], replication: request.replication });
      });
      const results = requests.map((_, index) => run({ ...placeOf(index, scenarios), months: 1 }));
      const lost = new Set(
        shuffled(
          requests.map((_, index) => index),
          seed,
        ).slice(0, Math.floor(requests.length / 3)),
      );
      const kept = results.map((result, index) => (lost.has(index) ? undefined : result));
      const home = regroup(kept, scenarios);
      expect(home.flat()).toHaveLength(results.length - lost.size);
      home.forEach((own, scenario) => {
        for (const { key, replication } of own) expect(key).toBe(run({ scenario, replication, months: 1 }).key);
      });
    }),
    { numRuns: 30 },
  );
});

test('parameters drawn for a replication are the same in every scenario', () => {
  const requests = plan({ ...experiment(2, 3), drawn: (replication) => ({ 'labour.leave': replication }) });
  expect(requests).toHaveLength(6);
  for (const { replication, parameters } of requests) expect(parameters).toEqual({ 'labour.leave': replication });
  expect(plan(experiment(2, 3)).some((request) => 'parameters' in request)).toBe(false);
});

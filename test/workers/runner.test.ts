import { expect, test } from 'vitest';
import { type RunRequest, simulate } from '../../src/engine/index.ts';
import { loadTerritory } from '../../src/io/catalogue.ts';
import { createRunner, partingMonth } from '../../src/workers/runner.ts';

const territory = (await loadTerritory('aude'))!;
const request = (replication: number, weight: number): RunRequest => ({
  rules: { set: weight === 0 ? {} : { 'evaluation.joint-weight': weight }, timeline: [], off: [] },
  territory,
  population: 1_000,
  months: 12,
  seed: 'runner',
  replication,
});

test('sharing the world at month 0 changes no bit, whatever the order of requests', () => {
  const run = createRunner();
  const asked = [request(0, 0), request(0, 1), request(1, 1), request(0, 0.5), request(0, 1)];
  expect(asked.map((one) => run(one).digest)).toEqual(asked.map((one) => simulate(one).digest));
  expect(new Set(asked.map((one) => run(one).digest)).size).toBe(4);
});

const dated = (replication: number, at: number | null, set: Record<string, number> = { 'evaluation.joint-weight': 1 }): RunRequest => ({
  ...request(replication, 0),
  months: 26,
  rules: { set: {}, timeline: at === null ? [] : [{ at, set }], off: [] },
});

test('sharing the months before rule books part changes no bit, whatever the order', () => {
  const orders = [
    [dated(0, null), dated(0, 12), dated(0, 9, { 'conditionality.monitoring': 0.2 })],
    [dated(0, 12), dated(0, 9, { 'conditionality.monitoring': 0.2 }), dated(0, null)],
    [dated(0, 9), dated(1, 12), dated(0, null), dated(0, 0)],
    [dated(0, null), { ...request(0, 1), months: 26 }, dated(0, 12), dated(0, 9)],
    [dated(0, null), dated(0, 12, { 'governance.mission-evaluation': 1, 'governance.mission-programmes': 1, 'governance.pooling': 0.3 })],
  ];
  for (const asked of orders) {
    const run = createRunner();
    expect(asked.map((one) => run(one, asked).digest)).toEqual(asked.map((one) => simulate(one).digest));
  }
});

test('rule books part at their first date, and share nothing when they start unlike', () => {
  expect(partingMonth([dated(0, null), dated(0, 12), dated(0, 9)])).toBe(9);
  expect(partingMonth([dated(0, null), { ...dated(0, 12), rules: { set: { 'capacity.staff': 120 }, timeline: [], off: [] } }])).toBe(0);
  expect(partingMonth([dated(0, 12)])).toBe(0);
});

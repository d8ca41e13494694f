import { expect, test } from 'vitest';
import { type RunRequest, simulate } from '../../src/engine/index.ts';
import { loadTerritory } from '../../src/io/catalogue.ts';
import { createRunner } from '../../src/workers/runner.ts';

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

import { expect, test } from 'vitest';
import { closeIndicator, indicators, settle, simulate } from '../../src/engine/index.ts';
import { studentQuantile } from '../../src/experiments/distributions.ts';
import { requestOf, rulesOf } from '../engine/worlds.ts';

const REPLICATIONS = 12;
const watched = ['on-benefit', 'take-up', 'durable-jobs', 'exits', 'sanctions', 'caseload', 'refusals', 'needs', 'spending', 'repair', 'staff', 'waiting'];
const rules = rulesOf({ set: { 'conditionality.monitoring': 0.08 } });

/** Closed value of each indicator watched, by replication, with so many people in the model. */
function closed(population: number): Map<string, number[]> {
  const found = new Map(watched.map((id) => [id, [] as number[]]));
  for (let replication = 0; replication < REPLICATIONS; replication++) {
    const request = requestOf({ population, months: 36, replication, seed: 'scale', rules });
    const { series } = simulate(request, { from: settle(request) });
    for (const one of indicators) found.get(one.id)?.push(closeIndicator(one, series));
  }
  return found;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: readonly number[]) => values.reduce((a, b) => a + (b - mean(values)) ** 2, 0) / (values.length - 1);

const small = closed(5000);
const large = closed(20_000);

/** A gap that luck gives once in a thousand; and errors small enough that a gap of a third would show. */
test.each(watched)('%s is the same whether 5,000 or 20,000 people stand for the territory', (id) => {
  const [a, b] = [small.get(id)!, large.get(id)!];
  expect([a.length, b.length]).toEqual([REPLICATIONS, REPLICATIONS]);
  const error = Math.sqrt((variance(a) + variance(b)) / REPLICATIONS);
  const gap = Math.abs(mean(a) - mean(b));
  expect(gap, `${mean(a)} against ${mean(b)}, standard error ${error}`).toBeLessThan(studentQuantile(0.9995, 2 * REPLICATIONS - 2) * error);
  expect(error / Math.abs(mean(b))).toBeLessThan(0.1);
});

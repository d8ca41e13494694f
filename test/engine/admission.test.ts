import { beforeAll, expect, test } from 'vitest';
import { openBook, valuesOf } from '../../src/engine/book.ts';
import { settle, type World } from '../../src/engine/index.ts';
import { entryControl } from '../../src/engine/mechanisms/entry-control.ts';
import { openRun } from '../../src/engine/simulate.ts';
import { NONE } from '../../src/engine/world/people.ts';
import { A, W } from '../../src/engine/world/status.ts';
import { TIES } from '../../src/engine/world/structures.ts';
import { cloneWorld, header } from '../../src/engine/world/world.ts';
import { requestOf } from './worlds.ts';
import { tally } from '../../src/engine/context.ts';

const request = requestOf({ population: 1000, seed: 'admission' });
const values = valuesOf(openBook(request.rules), entryControl.key, entryControl.parameters);
let settled: World;
beforeAll(() => {
  settled = settle(request);
});

/** Answers given when everyone accompanied is sent, this month, by their service to its first partner: of those asked, the share refused. */
function refused(change: (world: World) => void, set: Readonly<Record<string, number>> = {}): number {
  const from = cloneWorld(settled);
  const { people, structures, ties, head } = from;
  for (let i = 0; i < head[header.rows]!; i++) {
    if (people.status[i] !== A) continue;
    const sender = people.lead[i]!;
    const partner = ties.partner[sender * TIES]!;
    if (partner === NONE || !structures.mayRefuse[partner]) continue;
    people.status[i] = W;
    people.sender[i] = sender;
    people.lead[i] = partner;
  }
  change(from);
  const { context, turn } = openRun({ ...request, rules: { set, timeline: [], off: [] } }, { from });
  turn(0);
  context.scratch.tally.fill(0);
  entryControl.steps.admission!(context, values);
  expect(context.scratch.tally[tally.asked]).toBeGreaterThan(60);
  return context.scratch.tally[tally.refused]! / context.scratch.tally[tally.asked]!;
}

const scale = (column: (world: World) => Float64Array, factor: number) => (world: World) => {
  const values = column(world);
  for (let k = 0; k < values.length; k++) values[k]! *= factor;
};
const fill = (column: (world: World) => Float64Array, value: number) => (world: World) => void column(world).fill(value);

test('the dearer an hour, the more are refused', () => {
  const found = [0.5, 1, 2, 4].map((factor) => refused(scale(({ structures }) => structures.lambda, factor)));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found[3]).toBeGreaterThan(found[0]! + 0.1);
});

test('trust between services opens doors', () => {
  const dear = (world: World) => scale(({ structures }) => structures.lambda, 2)(world);
  const found = [0, 0.5, 1].map((trust) =>
    refused((world) => {
      dear(world);
      fill(({ ties }) => ties.trust, trust)(world);
    }),
  );
  expect(found[0]).toBeGreaterThan(found[2]!);
  expect(found[1]).toBeLessThanOrEqual(found[0]!);
});

test('a duty to accept, with an arbiter who takes refusals up, closes them; without an arbiter it does not', () => {
  const duty = (arbiter: number) => (world: World) => {
    scale(({ structures }) => structures.lambda, 2)(world);
    world.head[header.integrated] = 1;
    world.head[header.arbiter] = arbiter;
  };
  const free = refused(duty(0));
  expect(refused(duty(1))).toBeLessThan(0.7 * free);
});

test('who may not refuse never does', () => {
  expect(refused(scale(({ structures }) => structures.lambda, 8))).toBeGreaterThan(0.1);
  const from = (world: World) => {
    scale(({ structures }) => structures.lambda, 8)(world);
    world.structures.mayRefuse.fill(0);
  };
  expect(refused(from)).toBe(0);
});

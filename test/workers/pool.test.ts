import { afterEach, expect, test } from 'vitest';
import type { RunRequest } from '../../src/engine/index.ts';
import { Cancelled, createPool, type Pool } from '../../src/workers/pool.ts';
import { spawnNode } from '../../src/workers/spawn.node.ts';

const spawn = () => spawnNode(new URL('./worker.mjs', import.meta.url));
const open: Pool[] = [];

function poolOf(size: number): Pool {
  const pool = createPool({ spawn, size });
  open.push(pool);
  return pool;
}

const ask = (seed: string, count: number, population = 1_000): RunRequest[] =>
  Array.from({ length: count }, (_, replication) => ({ seed, replication, population, months: 12 }) as RunRequest);

afterEach(() => {
  for (const pool of open.splice(0)) pool.close();
});

test.each([1, 2, 5])('results come back in the order asked with %i workers, whichever ends first', async (size) => {
  const seen: number[] = [];
  const results = await poolOf(size).run(ask('slow-first', 17, 1_500_000), { onResult: (index) => seen.push(index) });
  expect(results.map((r) => r.replication)).toEqual(Array.from({ length: 17 }, (_, i) => i));
  expect(results.every((r) => r.series.here?.length === 12 && r.series.here.every((v) => v === r.replication))).toBe(true);
  expect([...seen].sort((a, b) => a - b)).toEqual(results.map((r) => r.replication));
  if (size > 1) expect(seen[0]).not.toBe(0);
});

test('a pool serves one run after another, and two at once', async () => {
  const pool = poolOf(2);
  expect(await pool.run([])).toEqual([]);
  expect(await pool.run(ask('plain', 3))).toHaveLength(3);
  const [first, second] = await Promise.all([pool.run(ask('plain', 6)), pool.run(ask('plain', 4))]);
  expect([first.length, second.length]).toEqual([6, 4]);
});

test('cancelling ends workers that hear nothing, and the pool may be used again', async () => {
  let ended = 0;
  const counted = () => {
    const host = spawn();
    const terminate = () => {
      ended++;
      host.terminate();
    };
    return { ...host, terminate };
  };
  const pool = createPool({ spawn: counted, size: 2 });
  open.push(pool);
  const stuck = pool.run(ask('forever', 4));
  const verdict = expect(stuck).rejects.toBeInstanceOf(Cancelled);
  await pool.run([]);
  pool.cancel();
  await verdict;
  expect(ended).toBe(2);
  expect(await pool.run(ask('plain', 4))).toHaveLength(4);
});

test('a closed pool takes no more work', async () => {
  const pool = poolOf(1);
  pool.close();
  await expect(pool.run(ask('plain', 1))).rejects.toBeInstanceOf(Cancelled);
});

test('a run that throws is rejected with its message, and the next one is served', async () => {
  const pool = poolOf(2);
  await expect(pool.run(ask('throw:5', 8))).rejects.toThrow('Broken in replication 5.');
  expect(await pool.run(ask('plain', 3))).toHaveLength(3);
});

test('a worker that dies rejects its own run only', async () => {
  const pool = poolOf(2);
  const fine = pool.run(ask('plain', 6));
  await expect(pool.run(ask('die:1', 4))).rejects.toThrow('exit code 7');
  expect(await fine).toHaveLength(6);
  expect(await pool.run(ask('plain', 3))).toHaveLength(3);
});

test('a worker that cannot be loaded is said, not waited for', async () => {
  const pool = createPool({ spawn: () => spawnNode(new URL('./no-such-worker.mjs', import.meta.url)), size: 2 });
  await expect(pool.run(ask('plain', 3))).rejects.toThrow(/no-such-worker/);
  pool.close();
});

test('a listener that throws rejects the run', async () => {
  const failing = poolOf(1).run(ask('plain', 3), {
    onResult: () => {
      throw new Error('The listener broke.');
    },
  });
  await expect(failing).rejects.toThrow('The listener broke.');
});

import { expose, proxy, wrap } from 'comlink';
import { expect, test } from 'vitest';
import type { RunRequest, RunResult } from '../../src/engine/index.ts';
import { createService, type Service } from '../../src/workers/service.ts';

const ask = (count: number): RunRequest[] => Array.from({ length: count }, (_, replication) => ({ replication }) as RunRequest);

/** A service on the far side of a channel, as in a worker, and the results its runs have given there. */
function farSide(run: (request: RunRequest) => RunResult) {
  const given: RunResult[] = [];
  const { port1, port2 } = new MessageChannel();
  const keep = (request: RunRequest) => {
    const result = run(request);
    given.push(result);
    return result;
  };
  expose(createService(keep), port1);
  return { service: wrap<Service>(port2), given, close: () => port1.close() };
}

const result = (replication: number): RunResult => {
  const both = new Float64Array([replication, -replication]);
  return { key: 'k', digest: 'd', replication, levels: {}, series: { one: both.subarray(0, 1), other: both.subarray(1) } };
};

test('every result arrives, in order, before the batch ends, and its columns are moved', async () => {
  const { service, given, close } = farSide(({ replication }) => result(replication));
  const seen: [number, RunResult][] = [];
  expect(
    await service.run(
      ask(3),
      proxy((index: number, one: RunResult) => void seen.push([index, one])),
    ),
  ).toBe(3);
  expect(seen.map(([index, { replication, series }]) => [index, replication, series.one![0], series.other![0]])).toEqual([
    [0, 0, 0, -0],
    [1, 1, 1, -1],
    [2, 2, 2, -2],
  ]);
  expect(given.map(({ series }) => series.one!.byteLength)).toEqual([0, 0, 0]);
  close();
});

test('a run that throws ends its batch with its message', async () => {
  const { service, close } = farSide(({ replication }) => {
    if (replication === 1) throw new Error('No such structure.');
    return result(replication);
  });
  const seen: number[] = [];
  await expect(
    service.run(
      ask(3),
      proxy((index: number) => void seen.push(index)),
    ),
  ).rejects.toThrow('No such structure.');
  close();
});

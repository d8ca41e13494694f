// A worker whose runs take, give and break what the request's seed says.
import { parentPort } from 'node:worker_threads';
import { expose, releaseProxy, transfer } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';

const wait = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

function simulate({ seed, replication, months }) {
  const [word, value] = seed.split(':');
  if (word === 'throw' && Number(value) === replication) throw new Error(`Broken in replication ${replication}.`);
  if (word === 'die' && Number(value) === replication) process.exit(7);
  if (word === 'forever') wait(Number.POSITIVE_INFINITY);
  if (word === 'slow-first') wait(replication === 0 ? 150 : 1);
  const column = new Float64Array(months).fill(replication);
  return { key: `key-${replication}`, digest: `digest-${replication}`, replication, series: { here: column } };
}

const service = {
  async run(requests, onDone) {
    const received = [];
    for (const [index, request] of requests.entries()) {
      const result = simulate(request);
      received.push(onDone(index, transfer(result, [result.series.here.buffer])));
    }
    await Promise.all(received);
    onDone[releaseProxy]();
    return received.length;
  },
};

expose(service, nodeEndpoint(parentPort));

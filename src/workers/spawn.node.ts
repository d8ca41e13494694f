import { Worker } from 'node:worker_threads';
import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { Host } from './host.ts';
import type { Service } from './service.ts';

const besideTheProgram = 'worker.js';

/** Starts a worker in Node. The built worker stands beside the built program; another file may be named. */
export function spawnNode(file: URL = new URL(besideTheProgram, import.meta.url)): Host {
  const worker = new Worker(file);
  let asked = false;
  return {
    service: wrap<Service>(nodeEndpoint(worker)),
    terminate() {
      asked = true;
      void worker.terminate();
    },
    onDeath(listener) {
      worker.once('error', (reason) => listener(reason instanceof Error ? reason : new Error(String(reason))));
      worker.once('exit', (code) => asked || listener(new Error(`A worker stopped (exit code ${code}).`)));
    },
  };
}

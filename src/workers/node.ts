import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { service } from './service.ts';

if (!parentPort) throw new Error('This file is a worker: start it with new Worker(...).');
expose(service, nodeEndpoint(parentPort));

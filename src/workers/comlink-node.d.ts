declare module 'comlink/dist/esm/node-adapter.mjs' {
  import type { Endpoint } from 'comlink';
  import type { MessagePort, Worker } from 'node:worker_threads';

  const nodeEndpoint: (end: MessagePort | Worker) => Endpoint;
  // biome-ignore lint/style/noDefaultExport: the library has no other export.
  export { nodeEndpoint as default };
}

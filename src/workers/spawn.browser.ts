import { wrap } from 'comlink';
import type { Host } from './host.ts';
import type { Service } from './service.ts';

/** Starts a worker in a browser, from a file of the page's own origin. */
export function spawnBrowser(): Host {
  const worker = new Worker(new URL('./browser.ts', import.meta.url), { type: 'module' });
  return {
    service: wrap<Service>(worker),
    terminate: () => worker.terminate(),
    onDeath(listener) {
      worker.addEventListener('error', (event) => listener(new Error(event.message || 'A worker could not be loaded.')), { once: true });
    },
  };
}

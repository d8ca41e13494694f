import { type ProxyMethods, releaseProxy, transfer } from 'comlink';
import type { RunRequest, RunResult } from '../engine/index.ts';
import { type Job, play, type Played } from '../experiments/trial/play.ts';
import { createRunner } from './runner.ts';

/** Told of each result as it comes; the answer is awaited, so that no result is still on its way when a batch ends. */
export type OnDone = (index: number, result: RunResult) => unknown;

export type OnPlayed = (index: number, played: Played) => unknown;

export interface Service {
  /** Runs a batch in order and hands each result over, its columns moved and not copied. Gives the number of runs. */
  run(requests: readonly RunRequest[], onDone: OnDone): Promise<number>;
  /** Plays replications of virtual experiments in order and hands over what each gave. */
  play(jobs: readonly Job[], onPlayed: OnPlayed): Promise<number>;
}

const buffers = (result: RunResult): Transferable[] => [...new Set(Object.values(result.series).map((series) => series.buffer as ArrayBuffer))];

/** What a worker offers, around any simulator: the same object in the browser and in Node. */
export const createService = (run: (request: RunRequest, peers: readonly RunRequest[]) => RunResult): Service => ({
  async run(requests, onDone) {
    const received: unknown[] = [];
    requests.forEach((request, index) => {
      const result = run(request, requests);
      received.push(onDone(index, transfer(result, buffers(result))));
    });
    await Promise.all(received);
    (onDone as Partial<ProxyMethods>)[releaseProxy]?.();
    return received.length;
  },
  async play(jobs, onPlayed) {
    const received: unknown[] = [];
    for (const [index, job] of jobs.entries()) received.push(onPlayed(index, play(job)));
    await Promise.all(received);
    (onPlayed as Partial<ProxyMethods>)[releaseProxy]?.();
    return received.length;
  },
});

export const service: Service = createService(createRunner());

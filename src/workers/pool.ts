import { proxy } from 'comlink';
import type { RunRequest, RunResult } from '../engine/index.ts';
import type { Played, Job as TrialJob } from '../experiments/trial/play.ts';
import { batches, type Sized } from './batch.ts';
import type { Host, Spawn } from './host.ts';

/** What a run is rejected with when it was cancelled: no bug, no failure. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export interface RunOptions<R = RunResult> {
  /** Told of each result as it arrives, in any order; `index` is its place in the request. */
  readonly onResult?: (index: number, result: R) => void;
}

export interface Pool<Q extends Sized = RunRequest, R = RunResult> {
  /** Runs requests on the workers. Results come back in the order asked, whichever worker ends first. */
  run(requests: readonly Q[], options?: RunOptions<R>): Promise<R[]>;
  /** Stops every worker at once and rejects what was under way with `Cancelled`. The pool may be used again. */
  cancel(): void;
  /** The same, for good. */
  close(): void;
}

interface Job<Q, R> {
  readonly requests: readonly Q[];
  readonly results: R[];
  readonly onResult: ((index: number, result: R) => void) | undefined;
  readonly resolve: (results: R[]) => void;
  readonly reject: (reason: Error) => void;
  left: number;
}

interface Batch<Q, R> {
  readonly job: Job<Q, R>;
  readonly from: number;
  readonly to: number;
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

/**
 * Workers that start when needed and stay for the next run. A replication is never split, and its place in the
 * answer is the one asked, so the number of workers cannot show. A busy worker hears nothing: cancelling ends it.
 * A worker that dies, or throws, rejects the run it was working for with its message.
 */
export function createPool(setting: { readonly spawn: Spawn; readonly size: number }): Pool {
  return poolOf<RunRequest, RunResult>(setting, ({ service }, requests, onDone) => service.run(requests, onDone));
}

/** The same for virtual experiments: a job is one replication on one ground. */
export function createTrialPool(setting: { readonly spawn: Spawn; readonly size: number }): Pool<TrialJob, Played> {
  return poolOf<TrialJob, Played>(setting, ({ service }, jobs, onDone) => service.play(jobs, onDone));
}

type Ask<Q, R> = (host: Host, requests: Q[], onDone: (index: number, result: R) => void) => Promise<unknown>;

function poolOf<Q extends Sized, R>({ spawn, size }: { readonly spawn: Spawn; readonly size: number }, ask: Ask<Q, R>): Pool<Q, R> {
  const hosts = new Map<Host, Batch<Q, R> | undefined>();
  const jobs = new Set<Job<Q, R>>();
  let queue: Batch<Q, R>[] = [];
  let closed = false;

  function settle(job: Job<Q, R>, reason?: Error): void {
    if (!jobs.delete(job)) return;
    queue = queue.filter((batch) => batch.job !== job);
    if (reason) job.reject(reason);
    else job.resolve(job.results);
  }

  function receive(job: Job<Q, R>, index: number, result: R): void {
    if (!jobs.has(job)) return;
    job.results[index] = result;
    job.left--;
    try {
      job.onResult?.(index, result);
    } catch (reason) {
      settle(job, asError(reason));
    }
    if (job.left === 0) settle(job);
  }

  function drop(host: Host, reason: Error): void {
    if (!hosts.has(host)) return;
    const batch = hosts.get(host);
    hosts.delete(host);
    host.terminate();
    if (batch) settle(batch.job, reason);
    feed();
  }

  async function work(host: Host, batch: Batch<Q, R>): Promise<void> {
    const { job, from, to } = batch;
    hosts.set(host, batch);
    try {
      await ask(
        host,
        job.requests.slice(from, to),
        proxy((i: number, result: R) => receive(job, from + i, result)),
      );
    } catch (reason) {
      settle(job, asError(reason));
    }
    if (!hosts.has(host)) return;
    hosts.set(host, undefined);
    feed();
  }

  function idleHost(): Host | undefined {
    for (const [host, batch] of hosts) if (!batch) return host;
    if (hosts.size >= size) return undefined;
    const host = spawn();
    hosts.set(host, undefined);
    host.onDeath((reason) => drop(host, reason));
    return host;
  }

  function feed(): void {
    while (queue.length > 0) {
      try {
        const host = idleHost();
        if (!host) return;
        void work(host, queue.shift()!);
      } catch (reason) {
        settle(queue[0]!.job, asError(reason));
      }
    }
  }

  function cancel(): void {
    for (const host of hosts.keys()) host.terminate();
    hosts.clear();
    for (const job of [...jobs]) settle(job, new Cancelled('Cancelled.'));
  }

  return {
    run(requests, { onResult } = {}) {
      if (closed) return Promise.reject(new Cancelled('The pool is closed.'));
      if (requests.length === 0) return Promise.resolve([]);
      return new Promise((resolve, reject) => {
        const job: Job<Q, R> = { requests, results: new Array<R>(requests.length), onResult, resolve, reject, left: requests.length };
        jobs.add(job);
        queue.push(...batches(requests, size).map(([from, to]) => ({ job, from, to })));
        feed();
      });
    },
    cancel,
    close() {
      closed = true;
      cancel();
    },
  };
}

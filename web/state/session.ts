import { type ReadonlySignal, signal } from '@preact/signals';
import type { Indicator, RunRequest, RunResult } from '../../src/engine/index.ts';
import { plan } from '../../src/experiments/plan.ts';
import { Cancelled, type Pool } from '../../src/workers/pool.ts';
import { createCache } from './cache.ts';
import { type Asked, gather, type Outcome } from './outcome.ts';

export interface Progress {
  readonly state: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  /** Replications finished in every scenario, and asked for. */
  readonly done: number;
  readonly total: number;
  /** Share of the runs finished, 0 to 1. */
  readonly share: number;
  /** Measured on this very run; null until two runs have been timed. */
  readonly secondsLeft: number | null;
  readonly reason?: string;
}

export interface Session {
  readonly progress: ReadonlySignal<Progress>;
  readonly outcome: ReadonlySignal<Outcome | null>;
  /** Runs an experiment, stopping what was running. Runs already known are not run again. */
  start(experiment: Asked, indicators: readonly Indicator[]): void;
  /** Stops at once. What is known stays. */
  stop(): void;
}

/** One experiment being run. */
interface Turn {
  readonly experiment: Asked;
  readonly indicators: readonly Indicator[];
  readonly requests: readonly RunRequest[];
  readonly results: (RunResult | undefined)[];
  /** Places of the requests that had to be run. */
  readonly missing: readonly number[];
  readonly started: number;
  fresh: number;
  timer?: ReturnType<typeof setTimeout> | undefined;
}

const REFRESH = 300;
const MOST_KEPT = 1200;
/** An older, fuller outcome gives way to a partial one from two replications on: an interval needs two. */
const FEWEST_TO_REPLACE = 2;

/** All that a run depends on, as one text. */
const keyOf = ({ rules, territory, population, months, seed, replication, parameters = {} }: RunRequest) =>
  JSON.stringify([rules, territory.id, population, months, seed, replication, parameters]);

const secondsLeft = ({ started, fresh }: Turn, left: number) => (fresh < 2 ? null : ((performance.now() - started) / 1000 / fresh) * left);

/** Runs experiments in workers and publishes growing results, at most every 300 ms. */
export function createSession(pool: Pool): Session {
  const progress = signal<Progress>({ state: 'idle', done: 0, total: 0, share: 0, secondsLeft: null });
  const outcome = signal<Outcome | null>(null);
  const cache = createCache<RunRequest, RunResult>(keyOf, MOST_KEPT);
  let current: Turn | undefined;

  function publish({ experiment, indicators, results }: Turn, final: boolean): number {
    const { complete, outcome: make } = gather(experiment, indicators, results);
    const known = outcome.value;
    const same = known?.experiment === experiment;
    const enough = final || same || !known ? 1 : FEWEST_TO_REPLACE;
    const nothingNew = same && !final && known.result.replications === complete;
    if (complete >= enough && !nothingNew && indicators.length > 0) outcome.value = make();
    return complete;
  }

  function tell(turn: Turn, state: Progress['state']): void {
    clearTimeout(turn.timer);
    turn.timer = undefined;
    const done = publish(turn, state === 'done');
    const left = turn.missing.length - turn.fresh;
    const { replications: total } = turn.experiment;
    progress.value = { state, done, total, share: 1 - left / turn.requests.length, secondsLeft: secondsLeft(turn, left) };
  }

  function fail(turn: Turn, reason: unknown): void {
    if (turn !== current) return;
    clearTimeout(turn.timer);
    current = undefined;
    pool.cancel();
    progress.value = { ...progress.value, state: 'failed', secondsLeft: null, reason: reason instanceof Error ? reason.message : String(reason) };
  }

  function refresh(turn: Turn): void {
    try {
      if (turn === current) tell(turn, 'running');
    } catch (reason) {
      fail(turn, reason);
    }
  }

  function receive(turn: Turn, index: number, result: RunResult): void {
    cache.set(turn.requests[index]!, result);
    if (turn !== current) return;
    turn.results[index] = result;
    turn.fresh++;
    turn.timer ??= setTimeout(() => refresh(turn), REFRESH);
  }

  async function run(turn: Turn): Promise<void> {
    const asked = turn.missing.map((index) => turn.requests[index]!);
    try {
      tell(turn, 'running');
      await pool.run(asked, { onResult: (place, result) => receive(turn, turn.missing[place]!, result) });
      if (turn === current) tell(turn, 'done');
    } catch (reason) {
      if (!(reason instanceof Cancelled)) fail(turn, reason);
      else if (turn === current) tell(turn, 'stopped');
    }
  }

  return {
    progress,
    outcome,
    start(experiment, indicators) {
      current = undefined;
      if (progress.value.state === 'running') pool.cancel();
      const requests = plan(experiment);
      const results = requests.map((request) => cache.get(request));
      const missing = requests.flatMap((_, index) => (results[index] ? [] : [index]));
      current = { experiment, indicators, requests, results, missing, started: performance.now(), fresh: 0 };
      void run(current);
    },
    stop: () => pool.cancel(),
  };
}

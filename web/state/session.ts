import { type ReadonlySignal, signal } from '@preact/signals';
import { type Indicator, modelVersion, type RunRequest, type RunResult } from '../../src/engine/index.ts';
import { completeReplications, pick } from '../../src/experiments/closed.ts';
import { assemble } from '../../src/experiments/comparison.ts';
import { type Experiment, plan, regroup } from '../../src/experiments/plan.ts';
import type { ComparisonResult } from '../../src/experiments/types.ts';
import { Cancelled, type Pool } from '../../src/workers/pool.ts';
import { createCache } from './cache.ts';

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

/** What is known so far: a result over the replications finished in every scenario, and their runs. */
export interface Outcome {
  readonly experiment: Experiment;
  readonly result: ComparisonResult;
  /** By scenario, in replication order. */
  readonly runs: readonly (readonly RunResult[])[];
}

export interface Session {
  readonly progress: ReadonlySignal<Progress>;
  readonly outcome: ReadonlySignal<Outcome | null>;
  /** Runs an experiment, stopping what was running. Runs already known are not run again. */
  start(experiment: Experiment, indicators: readonly Indicator[]): void;
  /** Stops at once. What is known stays. */
  stop(): void;
}

const REFRESH = 300;

/** When a first partial result may replace an older, fuller one: an interval needs two. */
const FEWEST_TO_REPLACE = 2;

const secondsLeft = (started: number, fresh: number, left: number): number | null => (fresh < 2 ? null : ((performance.now() - started) / 1000 / fresh) * left);

/** Runs experiments in workers and publishes growing results, at most every 300 ms. */
export function createSession(pool: Pool): Session {
  const progress = signal<Progress>({ state: 'idle', done: 0, total: 0, share: 0, secondsLeft: null });
  const outcome = signal<Outcome | null>(null);
  const cache = createCache<RunRequest, RunResult>(
    ({ rules, territory, population, months, seed, replication }) => JSON.stringify([rules, territory.id, population, months, seed, replication]),
    1200,
  );
  let turn = 0;

  function publish(experiment: Experiment, indicators: readonly Indicator[], results: readonly (RunResult | undefined)[], final: boolean): number {
    const grouped = regroup(results, experiment.scenarios.length);
    const complete = completeReplications(grouped);
    const enough = final || outcome.value === null || outcome.value.experiment === experiment ? 1 : FEWEST_TO_REPLACE;
    if (complete.length < enough || indicators.length === 0) return complete.length;
    const known = outcome.value;
    if (known?.experiment === experiment && known.result.replications === complete.length && !final) return complete.length;
    const { scenarios, territory, population, months, seed } = experiment;
    const result = assemble({ command: 'compare', modelVersion, seed, territory: territory.id, population, months, scenarios, results: grouped, indicators });
    outcome.value = { experiment, result, runs: grouped.map((own) => pick(own, complete)) };
    return complete.length;
  }

  async function run(experiment: Experiment, indicators: readonly Indicator[], mine: number) {
    const requests = plan(experiment);
    const results = requests.map((request) => cache.get(request));
    const missing = requests.flatMap((_, index) => (results[index] ? [] : [index]));
    const started = performance.now();
    let fresh = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const total = experiment.replications;
    const tell = (state: Progress['state'], final = false) => {
      clearTimeout(timer);
      timer = undefined;
      const done = publish(experiment, indicators, results, final);
      const left = missing.length - fresh;
      progress.value = { state, done, total, share: 1 - left / requests.length, secondsLeft: secondsLeft(started, fresh, left) };
    };
    const onResult = (place: number, result: RunResult) => {
      const index = missing[place]!;
      cache.set(requests[index]!, result);
      if (mine !== turn) return;
      results[index] = result;
      fresh++;
      timer ??= setTimeout(() => mine === turn && tell('running'), REFRESH);
    };
    try {
      tell('running');
      await pool.run(
        missing.map((index) => requests[index]!),
        { onResult },
      );
      if (mine === turn) tell('done', true);
    } catch (reason) {
      clearTimeout(timer);
      if (mine !== turn) return;
      if (reason instanceof Cancelled) return tell('stopped');
      progress.value = { ...progress.value, state: 'failed', secondsLeft: null, reason: reason instanceof Error ? reason.message : String(reason) };
    }
  }

  return {
    progress,
    outcome,
    start(experiment, indicators) {
      turn++;
      if (progress.value.state === 'running') pool.cancel();
      void run(experiment, indicators, turn);
    },
    stop: () => pool.cancel(),
  };
}

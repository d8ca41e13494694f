import { indicators, modelVersion, type RunResult } from '../engine/index.ts';
import { assemble } from '../experiments/comparison.ts';
import { plan, regroup } from '../experiments/plan.ts';
import type { ComparisonResult } from '../experiments/types.ts';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { startProgress } from './progress.ts';
import type { Study } from './study.ts';
import type { Terminal } from './terminal.ts';

/** A study once computed: its result, and its runs by scenario in replication order. */
export interface Outcome {
  readonly study: Study;
  readonly result: ComparisonResult;
  readonly runs: readonly (readonly RunResult[])[];
}

/** Runs every replication of every scenario in workers, with progress, and assembles the result. */
export async function perform(command: ComparisonResult['command'], study: Study, terminal: Terminal): Promise<Outcome> {
  const requests = plan(study);
  const progress = startProgress(terminal, requests.length);
  const pool = createPool({ spawn: spawnNode, size: study.workers });
  try {
    const results = await pool.run(requests, { onResult: progress.step });
    const runs = regroup(results, study.scenarios.length);
    const { seed, territory, population, months, scenarios, warnings } = study;
    const result = assemble({ command, modelVersion, seed, territory: territory.id, population, months, scenarios, results: runs, indicators, warnings });
    return { study, result, runs };
  } finally {
    progress.end();
    pool.close();
  }
}

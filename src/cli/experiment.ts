import { indicators, modelVersion, type RunResult } from '../engine/index.ts';
import { assemble } from '../experiments/comparison.ts';
import { plan, regroup } from '../experiments/plan.ts';
import type { ComparisonResult } from '../experiments/types.ts';
import type { Problem, Read } from '../io/problem.ts';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { problem } from './options.ts';
import { startProgress } from './progress.ts';
import type { Study } from './study.ts';
import type { Terminal } from './terminal.ts';

/** A study once computed: its result, and its runs by scenario in replication order. */
export interface Outcome {
  readonly study: Study;
  readonly result: ComparisonResult;
  readonly runs: readonly (readonly RunResult[])[];
}

/** What the engine throws when a world has no row left for who enters, and the month it was in. */
const FULL = /^World full\D+(\d+)(?:.*\(month (-?\d+)\)$)?/;

/** A world that fills up is the doing of what was asked and no bug. Undefined for anything else. */
export function fullWorld(error: unknown): Problem | undefined {
  const [, rows, month] = FULL.exec(error instanceof Error ? error.message : '') ?? [];
  return rows === undefined ? undefined : problem('world-full', '', { expected: rows, ...(month === undefined ? {} : { found: month }) });
}

/** Runs every replication of every scenario in workers, with progress, and assembles the result, or says why it could not be. */
export async function perform(command: ComparisonResult['command'], study: Study, terminal: Terminal): Promise<Read<Outcome>> {
  const { sequences } = study;
  const requests = plan(study).map((request) => (sequences === undefined ? request : { ...request, watching: { sample: sequences } }));
  const progress = startProgress(terminal, requests.length);
  const pool = createPool({ spawn: spawnNode, size: study.workers });
  try {
    const results = await pool.run(requests, { onResult: progress.step });
    const runs = regroup(results, study.scenarios.length);
    const { seed, territory, population, months, scenarios, warnings, posterior } = study;
    const result = assemble({
      command,
      modelVersion,
      seed,
      territory: territory.id,
      population,
      months,
      scenarios,
      results: runs,
      indicators,
      warnings,
      posterior,
    });
    return { ok: true, value: { study, result, runs }, warnings: [] };
  } catch (error) {
    const full = fullWorld(error);
    if (full) return { ok: false, problems: [full] };
    throw error;
  } finally {
    progress.end();
    pool.close();
  }
}

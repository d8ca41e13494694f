import type { RunRequest, Territory } from '../engine/index.ts';
import type { Weighed } from '../experiments/abc/sequential.ts';
import { type Calibration, requestsOf, sequenceOf, summariesOf } from '../experiments/calibration.ts';
import type { Pool } from '../workers/pool.ts';
import { fullWorld } from './experiment.ts';

export interface Course {
  readonly calibration: Calibration;
  readonly territory: Territory;
  readonly pool: Pool;
  readonly workers: number;
  /** Summaries of runs done before. */
  readonly before: readonly (readonly number[])[];
  /** Told after each shard: every run so far. */
  readonly save: (summaries: number[][]) => void;
  readonly step: () => void;
}

/** Runs of a shard for each worker: what an interruption loses at most. */
const SHARD = 8;

/** Runs every generation, taking up again after the runs done before. */
export async function runCourse({ calibration, territory, pool, workers, before, save, step }: Course): Promise<Weighed> {
  const sequence = sequenceOf(calibration);
  const { particles, generations } = calibration;
  const all = before.slice(0, particles * generations).map((s) => [...s]);
  for (let g = 0; g < generations; g++) {
    const requests = requestsOf(calibration, territory, g, sequence.next());
    const end = (g + 1) * particles;
    while (all.length < end) {
      const from = all.length - g * particles;
      const shard = requests.slice(from, Math.min(particles, from + SHARD * workers));
      all.push(...(await runShard(pool, shard, calibration, step)));
      save(all);
    }
    sequence.add(all.slice(g * particles, end));
  }
  return sequence.now!;
}

/** What each run of a shard gave; nothing for one whose territory filled up, which only a run alone can tell. */
async function runShard(pool: Pool, shard: readonly RunRequest[], calibration: Calibration, step: () => void): Promise<number[][]> {
  try {
    const results = await pool.run(shard);
    shard.forEach(step);
    return results.map((result) => summariesOf(calibration, result));
  } catch (error) {
    if (!fullWorld(error)) throw error;
    if (shard.length > 1) {
      const halves = [shard.slice(0, shard.length >> 1), shard.slice(shard.length >> 1)];
      return (await runShard(pool, halves[0]!, calibration, step)).concat(await runShard(pool, halves[1]!, calibration, step));
    }
    step();
    return [[]];
  }
}

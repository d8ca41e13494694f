import type { RunRequest, RunResult, Territory } from '../engine/index.ts';
import type { Weighed } from '../experiments/abc/sequential.ts';
import { type Calibration, requestsOf, sequenceOf, summariesOf } from '../experiments/calibration.ts';
import { effectJobs, effectsOf } from '../experiments/calibration-effects.ts';
import type { Job, Played } from '../experiments/trial/play.ts';
import type { Pool } from '../workers/pool.ts';
import { fullWorld } from './experiment.ts';

/** What runs are made with. */
interface Means {
  readonly calibration: Calibration;
  readonly pool: Pool;
  readonly trials: Pool<Job, Played>;
  readonly step: () => void;
}

export interface Course extends Means {
  /** Where levels are read, when some are aimed at. */
  readonly territory: Territory | undefined;
  readonly workers: number;
  /** Summaries of runs done before. */
  readonly before: readonly (readonly number[])[];
  /** Told after each shard: every run so far. */
  readonly save: (summaries: number[][]) => void;
}

/** A set of values to be tried: its number among all, and the run in which levels are read, when some are. */
interface Particle {
  readonly place: number;
  readonly point: readonly number[];
  readonly request: RunRequest | undefined;
}

/** Sets of values of a shard for each worker: what an interruption loses at most. */
const SHARD = 8;

/** Runs every generation, taking up again after the runs done before. */
export async function runCourse({ territory, workers, before, save, ...means }: Course): Promise<Weighed> {
  const { calibration } = means;
  const sequence = sequenceOf(calibration);
  const { particles, generations } = calibration;
  const all = before.slice(0, particles * generations).map((s) => [...s]);
  for (let g = 0; g < generations; g++) {
    const points = sequence.next();
    const requests = territory ? requestsOf(calibration, territory, g, points) : [];
    const tried = points.map((point, i): Particle => ({ place: g * particles + i, point, request: requests[i] }));
    const end = (g + 1) * particles;
    while (all.length < end) {
      const from = all.length - g * particles;
      all.push(...(await runShard(means, tried.slice(from, Math.min(particles, from + SHARD * workers)))));
      save(all);
    }
    sequence.add(all.slice(g * particles, end));
  }
  return sequence.now!;
}

/** What each set of values of a shard gave; nothing for one whose territory filled up, which only a set alone can tell. */
async function runShard(means: Means, shard: readonly Particle[]): Promise<number[][]> {
  try {
    const summaries = await runAll(means, shard);
    for (const _ of shard) means.step();
    return summaries;
  } catch (error) {
    if (!fullWorld(error)) throw error;
    if (shard.length > 1) {
      const halves = [shard.slice(0, shard.length >> 1), shard.slice(shard.length >> 1)];
      return (await runShard(means, halves[0]!)).concat(await runShard(means, halves[1]!));
    }
    means.step();
    return [[]];
  }
}

/** The runs in which levels are read, then the experiments: each pool has all the workers asked for, and they do not work at the same time. */
async function runAll({ calibration, pool, trials }: Means, shard: readonly Particle[]): Promise<number[][]> {
  const runs: (RunResult | undefined)[] = await pool.run(shard.flatMap(({ request }) => request ?? []));
  const jobs = shard.map(({ place, point }) => effectJobs(calibration, place, point));
  const played = await trials.run(jobs.flat(2));
  let next = 0;
  return jobs.map((own, i) => {
    const gave = own.map((list) => {
      next += list.length;
      return played.slice(next - list.length, next);
    });
    return summariesOf(calibration, runs[i], effectsOf(calibration, own, gave));
  });
}

import { freemem } from 'node:os';
import type { Problem } from '../io/problem.ts';
import { problem } from './options.ts';

/** What a study would hold in memory. */
export interface Need {
  readonly population: number;
  readonly months: number;
  /** Scenarios times replications. */
  readonly runs: number;
  readonly indicators: number;
  /** Tables for `--out` are built from the results that are already there. */
  readonly writes: boolean;
  /** People whose statuses are kept month by month. */
  readonly sequences?: number;
}

const BYTES_PER_PERSON = 120;
/** Rows are kept for newcomers and for the month's own work. */
const ROOM = 2.2;
const PER_VALUE = 8;
/** A worker holds the world that runs and the one it began with. */
const WORLDS = 2;
/** The two forms of the series, and the columns they are made from. */
const PER_WRITTEN_VALUE = 60;
const GIBIBYTE = 1024 ** 3;

export const bytesPerWorker = ({ population }: Need): number => BYTES_PER_PERSON * ROOM * WORLDS * population;
/** A letter as a byte, then in the columns of the two files. */
const PER_LETTER = 40;
export const bytesOfResults = ({ months, runs, indicators, writes, sequences = 0 }: Need): number =>
  months * runs * (indicators * (PER_VALUE + (writes ? PER_WRITTEN_VALUE : 0)) + sequences * PER_LETTER);

/** Bytes this process may still take: of the machine, or of the container it runs in. */
export function freeMemory(): number {
  const { availableMemory } = process as { availableMemory?: () => number };
  return Math.min(freemem(), availableMemory?.call(process) || Number.POSITIVE_INFINITY);
}

/** As many workers as asked; fewer when nobody asked for so many and memory would not hold them. */
export function fittingWorkers(need: Need, cores: number, free = freeMemory()): number {
  const most = Math.floor((free - bytesOfResults(need)) / bytesPerWorker(need));
  return Math.max(1, Math.min(cores, need.runs, most));
}

/** What says no before starting a study that memory would not hold, with the figures. */
export function checkMemory(need: Need, workers: number, say: (gibibytes: number) => string, free = freeMemory()): Problem[] {
  const bytes = bytesOfResults(need) + bytesPerWorker(need) * Math.min(workers, need.runs);
  if (bytes <= free) return [];
  return [problem('not-enough-memory', '--population', { expected: say(bytes / GIBIBYTE), found: say(free / GIBIBYTE) })];
}

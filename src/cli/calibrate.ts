import { existsSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { modelVersion, type Territory } from '../engine/index.ts';
import { type Calibration, type Posterior, posteriorOf } from '../experiments/calibration.ts';
import { averageTerritory } from '../experiments/levels.ts';
import { AVERAGE, readCalibration } from '../io/calibration.ts';
import type { CalibrationFile } from '../io/calibration-shape.ts';
import { loadTerritory, territoryIndex } from '../io/catalogue.ts';
import { type KnownExperiments, productExperiments } from '../io/known-experiments.ts';
import { posteriorText } from '../io/posterior.ts';
import { posteriorSchemaName } from '../io/posterior-shape.ts';
import type { Problem, Read } from '../io/problem.ts';
import { createPool, createTrialPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { calibrationReport } from './calibration-report.ts';
import { runCourse } from './calibration-runs.ts';
import { askedHash, readState, removeState, stateFile, writeAtOnce, writeState } from './calibration-state.ts';
import { type Action, type ExitCode, exit } from './command.ts';
import { complain, warn } from './complain.ts';
import { checkPlace, reason } from './folder.ts';
import { dictionary } from './i18n/index.ts';
import { problem } from './options.ts';
import { startProgress } from './progress.ts';
import { readBytes } from './read-file.ts';
import type { Terminal } from './terminal.ts';
import { chooseTerritory } from './territories.ts';

/** What is to be computed, and where it goes. */
interface Asked {
  readonly calibration: Calibration;
  readonly file: CalibrationFile;
  /** Where levels are read, when some are aimed at. */
  readonly territory: Territory | undefined;
  readonly out: string;
  readonly workers: number;
}

async function placeOf(id: string | undefined): Promise<Read<Territory | undefined>> {
  if (id === undefined) return { ok: true, value: undefined, warnings: [] };
  if (id !== AVERAGE) return chooseTerritory(id);
  const all = await Promise.all(territoryIndex.map((entry) => loadTerritory(entry.id)));
  return { ok: true, value: averageTerritory(all as Territory[]), warnings: [] };
}

function readFile(path: string, experiments: KnownExperiments): Read<{ readonly calibration: Calibration; readonly file: CalibrationFile }> {
  const bytes = readBytes(path);
  if (!bytes.ok) return { ok: false, problems: [bytes.problem] };
  const read = readCalibration(bytes.bytes, path, territoryIndex, experiments);
  if (!read.ok) return read;
  const file = JSON.parse(new TextDecoder().decode(bytes.bytes)) as CalibrationFile;
  return { ok: true, value: { calibration: read.value, file }, warnings: read.warnings };
}

/** What stands in the way of writing to `out`. An earlier posterior may be replaced; anything else only when told so. */
function inTheWay(out: string, force: boolean): Problem[] {
  const path = `--out ${out}`;
  const place = checkPlace(dirname(out));
  if (place.length > 0) return place.map((one) => ({ ...one, path }));
  if (!existsSync(out)) return [];
  if (statSync(out).isDirectory()) return [problem('file-is-folder', path)];
  return force || readFileSync(out, 'utf8').includes(posteriorSchemaName) ? [] : [problem('out-is-not-posterior', path)];
}

async function course({ calibration, file, territory, out, workers }: Asked, terminal: Terminal): Promise<Posterior | ExitCode> {
  const words = dictionary(terminal.lang).calibrate;
  const asked = askedHash({ modelVersion, calibration, ...(territory ? { territory } : {}) });
  const before = readState(out, asked).summaries;
  if (before.length > 0) terminal.say(words.resumed(before.length, calibration.particles * calibration.generations));
  let saved = before.length;
  const tellResumable = (code: number): void => {
    if (code === exit.interrupted && saved > 0) terminal.say(words.resumable(stateFile(out)));
  };
  process.once('exit', tellResumable);
  const progress = startProgress(terminal, calibration.particles * calibration.generations - before.length);
  const setting = { spawn: spawnNode, size: workers };
  const pool = createPool(setting);
  const trials = createTrialPool(setting);
  const save = (summaries: number[][]): void => {
    writeState(out, asked, { summaries });
    saved = summaries.length;
  };
  try {
    const posterior = posteriorOf(
      calibration,
      modelVersion,
      await runCourse({ calibration, territory, pool, trials, workers, before, save, step: progress.step }),
    );
    writeAtOnce(out, posteriorText(posterior, file));
    removeState(out);
    return posterior;
  } catch (error) {
    if (saved === 0) throw error;
    terminal.say(words.stopped(reason(error).split('\n', 1)[0]!, stateFile(out)));
    return exit.incomplete;
  } finally {
    process.off('exit', tellResumable);
    progress.end();
    pool.close();
    trials.close();
  }
}

/** `calibrate FILE`: the posterior of the parameters set free, as a file that `run` and `compare` draw from, and what was learned. */
export const calibrate: Action = async ({ values, positionals, problems: typed }, terminal) => {
  const read = positionals[0] === undefined ? undefined : readFile(positionals[0], await productExperiments());
  const out = values.out ?? (read?.ok ? `posterior-${read.value.calibration.id}.json` : undefined);
  const place = read?.ok ? await placeOf(read.value.calibration.territory) : undefined;
  const problems = [
    ...typed,
    ...(read?.ok === false ? read.problems : []),
    ...(place?.ok === false ? place.problems : []),
    ...(out === undefined ? [] : inTheWay(out, values.force === true)),
  ];
  if (problems.length > 0 || !read?.ok || !place?.ok || out === undefined) {
    complain(problems, terminal, 'calibrate');
    return exit.wrongUse;
  }
  warn(read.warnings, terminal);
  const workers = values.workers ?? availableParallelism();
  const done = await course({ ...read.value, territory: place.value, out, workers }, terminal);
  if (typeof done === 'number') return done;
  terminal.say(dictionary(terminal.lang).document(out));
  terminal.print(calibrationReport(done, terminal));
  return exit.done;
};

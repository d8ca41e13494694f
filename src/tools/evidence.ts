import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { modelVersion } from '../engine/index.ts';
import { jobsOf, rowsOf } from '../experiments/trial/jobs.ts';
import type { Job, Played } from '../experiments/trial/play.ts';
import type { Row } from '../experiments/trial/types.ts';
import { benchOf } from '../io/bench.ts';
import { experimentTexts, productSurroundings } from '../io/experiment-catalogue.ts';
import { readExperiment } from '../io/experiment.ts';
import { forestSvg } from '../io/forest.ts';
import { problemLine } from '../io/i18n/index.ts';
import { createTrialPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { evidencePage, withEvidence } from './evidence-page.ts';

/**
 * Plays the whole bench and rewrites its page, its pictures, what the page of Parcours shows of it, and its place in README.md. To be run from the root of the repository; a number of
 * replications may follow. What an experiment gave is kept in `dist/evidence`, so that a bench that was stopped goes on, and words or bands that
 * change are read again without playing. A change under `src/experiments` is not seen there: delete the folder after one.
 */
const replications = Number(process.argv[2] ?? 30);
const readme = 'README.md';
withEvidence(readFileSync(readme, 'utf8'), []);
/** Numbers of a replication, as bytes: a figure that could not be made is not a number, which JSON does not write. */
interface Kept {
  readonly replication: number;
  readonly atoms: string;
}
const pack = (atoms: Float64Array): string => Buffer.from(atoms.buffer, atoms.byteOffset, atoms.byteLength).toString('base64');
const unpack = (text: string): Float64Array => new Float64Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);

const around = await productSurroundings();
const pool = createTrialPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size: availableParallelism() });
const rows: Row[] = [];
for (const [id, text] of experimentTexts) {
  const read = readExperiment(text, `scenarios/evidence/${id}.json`, around);
  if (!read.ok) throw new Error(read.problems.map((problem) => problemLine(problem, 'en')).join('\n'));
  const jobs = jobsOf(read.value, 'parcours', replications);
  const start = performance.now();
  const own = rowsOf(read.value, jobs, await played(id, jobs));
  rows.push(...own);
  console.log(`${id} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
  for (const { estimand, model, verdict } of own)
    console.log(
      `  ${verdict.padEnd(10)} ${estimand.id}: ${model?.mean.toFixed(3)} [${model?.low?.toFixed(3)}, ${model?.high?.toFixed(3)}] against ${JSON.stringify(estimand.points ?? estimand.agrees)}`,
    );
}
pool.close();

async function played(id: string, jobs: readonly Job[]): Promise<readonly Played[]> {
  const file = `dist/evidence/${id}-${createHash('sha256')
    .update(JSON.stringify([modelVersion, jobs]))
    .digest('hex')
    .slice(0, 16)}.json`;
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as Kept[]).map(({ replication, atoms }) => ({ replication, atoms: unpack(atoms) }));
  const all = await pool.run(jobs);
  const kept: Kept[] = all.map(({ replication, atoms }) => ({ replication, atoms: pack(atoms) }));
  mkdirSync('dist/evidence', { recursive: true });
  writeFileSync(`${file}.part`, JSON.stringify(kept));
  renameSync(`${file}.part`, file);
  return all;
}

writeFileSync('scenarios/evidence/README.md', evidencePage(rows, replications));
for (const lang of ['fr', 'en'] as const) writeFileSync(`scenarios/evidence/forest.${lang}.svg`, forestSvg(rows, lang));
mkdirSync('scenarios/evidence/bench', { recursive: true });
for (const lang of ['fr', 'en'] as const)
  writeFileSync(`scenarios/evidence/bench/${lang}.json`, `${JSON.stringify(benchOf(rows, { modelVersion, replications }, lang), null, 1)}\n`);
writeFileSync(readme, withEvidence(readFileSync(readme, 'utf8'), rows));

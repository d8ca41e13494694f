import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { jobsOf, rowsOf } from '../experiments/trial/jobs.ts';
import type { Row } from '../experiments/trial/types.ts';
import { experimentTexts, productSurroundings } from '../io/experiment-catalogue.ts';
import { readExperiment } from '../io/experiment.ts';
import { forestSvg } from '../io/forest.ts';
import { problemLine } from '../io/i18n/index.ts';
import { createTrialPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { evidencePage, withEvidence } from './evidence-page.ts';

/** Plays the whole bench and rewrites its page, its pictures and its place in README.md. To be run from the root of the repository; a number of replications may follow. */
const replications = Number(process.argv[2] ?? 30);
const readme = 'README.md';
withEvidence(readFileSync(readme, 'utf8'), []);
const around = await productSurroundings();
const pool = createTrialPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size: availableParallelism() });
const rows: Row[] = [];
for (const [id, text] of experimentTexts) {
  const read = readExperiment(text, `scenarios/evidence/${id}.json`, around);
  if (!read.ok) throw new Error(read.problems.map((problem) => problemLine(problem, 'en')).join('\n'));
  const jobs = jobsOf(read.value, 'parcours', replications);
  const start = performance.now();
  const own = rowsOf(read.value, jobs, await pool.run(jobs));
  rows.push(...own);
  console.log(`${id} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
  for (const { estimand, model, verdict } of own)
    console.log(
      `  ${verdict.padEnd(10)} ${estimand.id}: ${model?.mean.toFixed(3)} [${model?.low?.toFixed(3)}, ${model?.high?.toFixed(3)}] against ${JSON.stringify(estimand.points ?? estimand.agrees)}`,
    );
}
pool.close();
writeFileSync('scenarios/evidence/README.md', evidencePage(rows, replications));
for (const lang of ['fr', 'en'] as const) writeFileSync(`scenarios/evidence/forest.${lang}.svg`, forestSvg(rows, lang));
writeFileSync(readme, withEvidence(readFileSync(readme, 'utf8'), rows));

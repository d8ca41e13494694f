import { expect, test } from 'vitest';
import { jobsOf, rowsOf } from '../../src/experiments/trial/jobs.ts';
import { play } from '../../src/experiments/trial/play.ts';
import { cellsOf } from '../../src/io/evidence-rows.ts';
import { readExperiment } from '../../src/io/experiment.ts';
import { experimentTexts, productSurroundings } from '../../src/io/experiment-catalogue.ts';
import { textOf } from '../sources.ts';

/** A few experiments of each kind (level, sanction, take-up, service), since the whole bench takes minutes: their rows on the page must be those of this model. */
const replayed = ['s8-where-the-sanctioned-go', 'r2-meeting-a-social-worker', 'c16-shorter-wait', 'i3-one-stop-merger'];

const page = textOf('scenarios/evidence/README.md')!;
const replications = Number(/(\d+) replications for each experiment/.exec(page)?.[1]);
const around = await productSurroundings();

test.each(replayed)('the rows of %s on the page are those of this model (npm run prepare, then npm run evidence)', (id) => {
  const read = readExperiment(experimentTexts.get(id)!, `${id}.json`, around);
  if (!read.ok) throw new Error(`${id} does not read.`);
  const jobs = jobsOf(read.value, 'parcours', replications);
  for (const row of rowsOf(read.value, jobs, jobs.map(play))) {
    const { what, published, band, model } = cellsOf(row, 'en');
    expect(page).toContain(`| ${what} | ${published} | ${band} | ${model} |`);
  }
});

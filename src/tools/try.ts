import { readFileSync } from 'node:fs';
import { productSurroundings } from '../io/experiment-catalogue.ts';
import { readExperiment } from '../io/experiment.ts';
import { problemLine } from '../io/i18n/index.ts';
import { jobsOf, rowsOf } from '../experiments/trial/jobs.ts';
import { play } from '../experiments/trial/play.ts';
const file = process.argv[2]!;
const around = await productSurroundings();
const read = readExperiment(readFileSync(file), file, around);
if (!read.ok) {
  for (const p of read.problems) console.log(problemLine(p, 'en'));
  process.exit(2);
}
const t0 = process.cpuUsage();
const jobs = jobsOf(read.value, 'parcours', Number(process.argv[3] ?? 4));
const played = jobs.map(play);
for (const r of rowsOf(read.value, jobs, played))
  console.log(
    r.estimand.id,
    r.verdict,
    r.model?.mean.toFixed(3),
    r.model?.low?.toFixed(3),
    r.model?.high?.toFixed(3),
    JSON.stringify(r.estimand.agrees),
    r.points?.map((p) => `${p.mean.toFixed(2)} [${p.low?.toFixed(2)}, ${p.high?.toFixed(2)}]`).join(' ') ?? '',
  );
console.log((process.cpuUsage(t0).user / 1e6).toFixed(1), 's');

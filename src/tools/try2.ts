import { readFileSync } from 'node:fs';
import { productSurroundings } from '../io/experiment-catalogue.ts';
import { readExperiment } from '../io/experiment.ts';
import { jobsOf } from '../experiments/trial/jobs.ts';
import { settle, simulate } from '../engine/index.ts';
const file = process.argv[2]!;
const read = readExperiment(readFileSync(file), file, await productSurroundings());
if (!read.ok) throw read.problems;
const r = jobsOf(read.value, 'parcours', 1)[0]!.runs[0]!;
simulate(r, { from: settle(r), onMonth: ({ world, month, kernel: _ }) => {
  const s = world.structures; const n = world.counts.structures;
  for (const j of [0, 1, 2, n - 2, n - 1]) console.log(month.now, j, 'body', s.body[j], 'case', s.caseload[j]!.toFixed(0), 'w', s.workers[j], 'lam', s.lambda[j]!.toFixed(3), 'min', [...s.minutes.slice(j * 8, j * 8 + 8)].map((x) => (x / 60 / Math.max(1, s.caseload[j]!)).toFixed(2)).join('/'), 'hours', [...s.hours.slice(j * 12, j * 12 + 12)].map((x) => x.toFixed(2)).join(' '), 'eff', [...s.effect.slice(j * 12, j * 12 + 12)].map((x) => x.toFixed(2)).join(' '), 'val', s.value[j]!.toFixed(2), s.mission[j]!.toFixed(1), 'know', s.know[j]!.toFixed(2));
} });

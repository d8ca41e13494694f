import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { modelVersion } from '../engine/index.ts';
import { summariesOf } from '../experiments/calibration.ts';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { type BankFile, bankCalibration, bankFile, bankRequests, packLevels, unpackLevels } from './bank-runs.ts';

/**
 * Makes the bank of prior runs on which the calibration is proved, or carries one of the same model on to so many runs.
 * To be run from the root of the repository: `npm run bank -- 10000 1` (runs, workers). What is done is kept as it goes.
 */
const wanted = Number(process.argv[2] ?? 10_000);
const size = Number(process.argv[3] ?? 1);
const SHARD = 100;

const before = existsSync(bankFile) ? (JSON.parse(readFileSync(bankFile, 'utf8')) as BankFile) : undefined;
const done = before?.modelVersion === modelVersion ? unpackLevels(before).slice(0, wanted) : [];
const calibration = bankCalibration(wanted);
const requests = await bankRequests(wanted);
const pool = createPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size });
mkdirSync(dirname(bankFile), { recursive: true });
while (done.length < wanted) {
  const results = await pool.run(requests.slice(done.length, Math.min(wanted, done.length + SHARD)));
  done.push(...results.map((result) => summariesOf(calibration, result)));
  const file: BankFile = { modelVersion, runs: done.length, levels: packLevels(done) };
  writeFileSync(bankFile, `${JSON.stringify(file, null, 1)}\n`);
  process.stderr.write(`\r${done.length}/${wanted}`);
}
pool.close();
process.stderr.write('\n');
console.log(`${bankFile}: ${done.length} runs of ${modelVersion}.`);

import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { type Drawn, drawsFile, neutralityDraw } from './neutrality-runs.ts';
import { neutralityPage } from './neutrality-page.ts';

/**
 * Rewrites `scenarios/NEUTRALITY.md`: the share of draws of what is only assumed in which each policy wins, at equal total spending.
 * To be run from the root of the repository: `npm run neutrality -- 400`. The draws are left in `dist`, for `npm run losing`. Draws that end in a full world are counted and left out.
 */
const wanted = Number(process.argv[2] ?? 400);
const AT_ONCE = 2 * availableParallelism();
const pool = createPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size: availableParallelism() });
const draws: Drawn[] = [];
const failures: string[] = [];
for (let from = 0; from < wanted; from += AT_ONCE) {
  const numbers = Array.from({ length: Math.min(AT_ONCE, wanted - from) }, (_, k) => from + k);
  for (const [k, result] of (await Promise.allSettled(numbers.map((k) => neutralityDraw(pool, k)))).entries()) {
    if (result.status === 'fulfilled') draws.push(result.value);
    else failures.push(`${from + k}: ${(result.reason as Error).message}`);
  }
  process.stderr.write(`\r${draws.length + failures.length}/${wanted}`);
}
pool.close();
process.stderr.write('\n');
for (const failure of failures) console.log(failure);
if (failures.length > wanted / 4) throw new Error(`${failures.length} draws of ${wanted} failed.`);
mkdirSync('dist', { recursive: true });
writeFileSync(drawsFile, JSON.stringify(draws));
writeFileSync('scenarios/NEUTRALITY.md', neutralityPage(draws, failures.length));
console.log(`scenarios/NEUTRALITY.md: ${draws.length} draws.`);

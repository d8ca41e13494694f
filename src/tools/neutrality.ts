import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { modelVersion } from '../engine/index.ts';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { type DrawsFile, drawsFile, neutralityDraw } from './neutrality-runs.ts';
import { neutralityPage } from './neutrality-page.ts';

/**
 * Rewrites `scenarios/NEUTRALITY.md`: the share of draws of what is only assumed in which each policy wins, at equal total spending.
 * To be run from the root of the repository: `npm run neutrality -- 2000`. The draws are left in `dist`, for `npm run losing`, and those of the same model are carried on.
 * Draws that end in a full world are counted and left out.
 */
const wanted = Number(process.argv[2] ?? 2000);
const AT_ONCE = 2 * availableParallelism();
const SHARD = 100;
const pool = createPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size: availableParallelism() });
const nothing: DrawsFile = { modelVersion, draws: [], failures: [] };
const kept = existsSync(drawsFile) ? (JSON.parse(readFileSync(drawsFile, 'utf8')) as DrawsFile) : undefined;
const { draws, failures } = kept?.modelVersion === modelVersion && kept.draws.length + kept.failures.length <= wanted ? kept : nothing;
/** What is done is kept as it goes. */
function save(): void {
  mkdirSync('dist', { recursive: true });
  writeFileSync(drawsFile, JSON.stringify({ modelVersion, draws, failures } satisfies DrawsFile));
}

for (let from = draws.length + failures.length; from < wanted; from += AT_ONCE) {
  const numbers = Array.from({ length: Math.min(AT_ONCE, wanted - from) }, (_, k) => from + k);
  for (const [k, result] of (await Promise.allSettled(numbers.map((k) => neutralityDraw(pool, k)))).entries()) {
    if (result.status === 'fulfilled') draws.push(result.value);
    else failures.push(`${from + k}: ${(result.reason as Error).message}`);
  }
  process.stderr.write(`\r${draws.length + failures.length}/${wanted}`);
  if ((draws.length + failures.length) % SHARD < AT_ONCE) save();
}
pool.close();
process.stderr.write('\n');
for (const failure of failures) console.log(failure);
if (failures.length > wanted / 4) throw new Error(`${failures.length} draws of ${wanted} failed.`);
save();
writeFileSync('scenarios/NEUTRALITY.md', neutralityPage(draws, failures.length));
console.log(`scenarios/NEUTRALITY.md: ${draws.length} draws.`);

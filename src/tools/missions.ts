import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { missionsPage } from './missions-page.ts';
import { missionsRuns } from './missions-runs.ts';

/**
 * Rewrites `scenarios/MISSIONS.md`: the five missions of a grouping, alone and together, in a full 2⁵ design.
 * To be run from the root of the repository: `npm run missions -- 20` (replications).
 */
const replications = Number(process.argv[2] ?? 20);
const pool = createPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size: availableParallelism() });
const results = await missionsRuns(pool, replications);
pool.close();
writeFileSync('scenarios/MISSIONS.md', missionsPage(results, replications));
console.log(`scenarios/MISSIONS.md: ${replications} replications of 32 groupings.`);

import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { readLevels } from '../experiments/levels.ts';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { levelRequests, withLevels } from './level-table.ts';

/** Rewrites the level tables of README.md. To be run from the root of the repository after a change that moves results. */
const file = 'README.md';
withLevels(readFileSync(file, 'utf8'), []);
const pool = createPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size: availableParallelism() });
const readings = readLevels(await pool.run(await levelRequests()));
pool.close();
writeFileSync(file, withLevels(readFileSync(file, 'utf8'), readings));
for (const { level, model, gap } of readings) console.log(`${level.id}: published ${level.published}, model ${model.mean.toFixed(1)}, gap ${gap.toFixed(1)}`);

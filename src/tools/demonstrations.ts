import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { demonstrationsPage } from './demonstrations-page.ts';
import { demonstrations, type Shown, showDemonstration } from './demonstrations-runs.ts';

/** Rewrites `scenarios/DEMONSTRATIONS.md`: what each demonstration expected, and what thirty replications show. To be run from the root of the repository. */
const pool = createPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size: availableParallelism() });
const shown: Shown[] = [];
for (const id of demonstrations) {
  for (const one of await showDemonstration(id, (requests) => pool.run(requests))) {
    shown.push(one);
    const { low, mean, high } = one.difference;
    const mark = one.found === one.told ? '' : '  <- the file says otherwise';
    console.log(
      `${id} against ${one.against}, ${one.indicator.id}: expected ${one.expected}, found ${one.found}, ${mean.toFixed(2)} [${low!.toFixed(2)}, ${high!.toFixed(2)}]${mark}`,
    );
  }
}
pool.close();
writeFileSync('scenarios/DEMONSTRATIONS.md', demonstrationsPage(shown));

import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { demonstrationsPage } from './demonstrations-page.ts';
import { showDemonstrations } from './demonstrations-runs.ts';

/** Rewrites `scenarios/DEMONSTRATIONS.md`: what each demonstration expected, and what thirty replications show. To be run from the root of the repository. */
const pool = createPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size: availableParallelism() });
let done = 0;
const shown = await showDemonstrations((requests) =>
  pool.run(requests, {
    onResult: () => {
      if (++done % 100 === 0) console.log(`${done} runs of ${requests.length}`);
    },
  }),
);
for (const { scenario, against, indicator, expected, told, found, difference } of shown) {
  const { low, mean, high } = difference;
  const mark = found === told ? '' : '  <- the file says otherwise';
  console.log(
    `${scenario} against ${against}, ${indicator.id}: expected ${expected}, found ${found}, ${mean.toFixed(2)} [${low!.toFixed(2)}, ${high!.toFixed(2)}]${mark}`,
  );
}
pool.close();
writeFileSync('scenarios/DEMONSTRATIONS.md', demonstrationsPage(shown));

import { readFileSync } from 'node:fs';
import { openRun, runMonth } from '../../src/engine/simulate.ts';
import { header } from '../../src/engine/world/world.ts';

/** What the program prints: bytes allocated in `MONTHS` months once warm, and bytes kept after them. */
export interface Heap {
  readonly rows: number;
  readonly allocated: number;
  readonly kept: number;
}

const WARM = 120;
const MONTHS = 120;

/** Runs in Node alone, from a bundle, with a nursery so large that nothing is collected unless asked. */
function measure(file: string, population: number): Heap {
  const territory = JSON.parse(readFileSync(file, 'utf8'));
  const rules = { set: { 'evaluation.joint-weight': 0.5, 'governance.mission-integration': 1, 'conditionality.monitoring': 0.1 }, timeline: [], off: [] };
  const { context, acts, turn } = openRun({ rules, territory, population, months: WARM + MONTHS, seed: 'heap', replication: 0 });
  for (let month = 0; month < WARM; month++) {
    turn(month);
    runMonth(context, acts, month);
  }
  const collect = (globalThis as unknown as { gc: () => void }).gc;
  const used = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  collect();
  const before = used();
  for (let month = WARM; month < WARM + MONTHS; month++) {
    turn(month);
    runMonth(context, acts, month);
  }
  const after = used();
  collect();
  return { rows: context.world.head[header.rows] ?? 0, allocated: after - before, kept: used() - before };
}

const [, , file, population] = process.argv;
if (file !== undefined) console.log(JSON.stringify(measure(file, Number(population))));

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { bytesPerRow, modelVersion, type RunRequest, simulate, type Territory } from '../engine/index.ts';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';

/** Months simulated beside those reported: the warm-up counts as work. */
const WARM_UP = 24;
const STATUS_QUO = { set: {}, timeline: [], off: [] } as const;

const territory = JSON.parse(readFileSync(new URL('../../scenarios/territories/aude.json', import.meta.url), 'utf8')) as Territory;

const request = (population: number, months: number, replication: number): RunRequest => ({
  rules: STATUS_QUO,
  territory,
  population,
  months,
  seed: 'bench',
  replication,
});

interface Speed {
  readonly people: number;
  readonly months: number;
  /** Agents of the population asked for × months, warm-up included, per second: former beneficiaries followed as well are not counted. */
  readonly agentMonthsPerSecond: number;
  /** Rows of people alive × months, per second. */
  readonly rowMonthsPerSecond: number;
  /** Growth of the heap over the last months of the loop, bytes. Needs --expose-gc. */
  readonly heapGrowth: number | null;
}

/** Best of `times` runs on one core. */
function speedAt(people: number, months: number, times: number): Speed {
  let best = Number.POSITIVE_INFINITY;
  let rowMonths = 0;
  let heapGrowth: number | null = null;
  for (let k = 0; k < times; k++) {
    let rows = 0;
    let before = 0;
    const start = performance.now();
    let pause = 0;
    simulate(request(people, months, k), {
      onMonth: ({ world, month }) => {
        rows += world.head[6]! - world.head[8]!;
        if (!globalThis.gc || (month.now !== 2 && month.now !== months - 2)) return;
        const paused = performance.now();
        globalThis.gc();
        if (month.now === 2) before = process.memoryUsage().heapUsed;
        else heapGrowth = process.memoryUsage().heapUsed - before;
        pause += performance.now() - paused;
      },
    });
    const seconds = (performance.now() - start - pause) / 1000;
    if (seconds < best) {
      best = seconds;
      rowMonths = rows;
    }
  }
  return {
    people,
    months,
    agentMonthsPerSecond: Math.round((people * (months + WARM_UP)) / best),
    rowMonthsPerSecond: Math.round(rowMonths / best),
    heapGrowth,
  };
}

/** A plain loop of the same kind on flat memory, so that figures of different machines can be set side by side. */
function plainLoop(): number {
  const values = new Float64Array(1_000_000).map((_, i) => i % 97);
  const start = performance.now();
  let sum = 0;
  for (let round = 0; round < 50; round++) for (let i = 0; i < values.length; i++) sum += values[i]! * 0.999 + round;
  return Math.round((50 * values.length) / ((performance.now() - start) / 1000) + 0 * sum);
}

async function replicationsPerMinute(workers: number): Promise<number> {
  const pool = createPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size: workers });
  await pool.run(Array.from({ length: workers }, (_, r) => request(500, 12, r)));
  const start = performance.now();
  const asked = 4 * workers;
  await pool.run(Array.from({ length: asked }, (_, r) => request(10_000, 120, r)));
  const minutes = (performance.now() - start) / 60_000;
  pool.close();
  return Math.round(asked / minutes);
}

const quick = process.argv.includes('--quick');
const sizes: readonly (readonly [people: number, months: number, times: number])[] = quick
  ? [
      [10_000, 60, 2],
      [100_000, 12, 1],
    ]
  : [
      [10_000, 120, 3],
      [100_000, 60, 2],
      [1_000_000, 12, 1],
    ];
const speeds = sizes.map(([people, months, times]) => speedAt(people, months, times));
const workers = availableParallelism();
const report = {
  modelVersion,
  node: process.version,
  workers,
  plainLoopPerSecond: plainLoop(),
  bytesPerRow,
  speeds,
  replicationsPerMinute: await replicationsPerMinute(workers),
};
if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2));
else {
  console.log('people     months  agent-months/s  row-months/s  heap growth (bytes)');
  for (const s of speeds) {
    console.log(
      `${String(s.people).padStart(9)}  ${String(s.months).padStart(6)}  ${String(s.agentMonthsPerSecond).padStart(14)}  ${String(s.rowMonthsPerSecond).padStart(12)}  ${s.heapGrowth ?? 'not measured'}`,
    );
  }
  console.log(`bytes a person: ${bytesPerRow}`);
  console.log(`replications a minute, 10,000 people × 120 months, ${workers} workers: ${report.replicationsPerMinute}`);
  console.log(`plain loop on this machine: ${report.plainLoopPerSecond} additions/s; model ${modelVersion}, node ${process.version}`);
  console.log('\nJSON: npm run bench -- --json');
}

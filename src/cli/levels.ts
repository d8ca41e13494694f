import { availableParallelism } from 'node:os';
import type { RunRequest, RunResult, Territory } from '../engine/index.ts';
import { averageTerritory, type LevelReading, readLevels } from '../experiments/levels.ts';
import { loadTerritory, territoryIndex } from '../io/catalogue.ts';
import { formatNumber } from '../io/format.ts';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { dictionary } from './i18n/index.ts';
import { usualPopulation } from '../experiments/people.ts';
import { startProgress } from './progress.ts';
import { type Row, table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Months that the longest published level looks back on. */
const TEN_YEARS = 120;
const REPLICATIONS = 6;
const STATUS_QUO = { set: {}, timeline: [], off: [] } as const;

/** What the model gives at status quo beside what is published, for the average département and for one territory. */
export interface LevelTable {
  readonly average: readonly LevelReading[];
  readonly territory: readonly LevelReading[];
  readonly replications: number;
}

const requests = (territory: Territory): RunRequest[] =>
  Array.from({ length: REPLICATIONS }, (_, replication) => ({
    rules: STATUS_QUO,
    territory,
    population: Math.min(5_000, usualPopulation(territory)),
    months: TEN_YEARS,
    seed: 'parcours',
    replication,
  }));

/** Runs the status quo in workers and reads the published levels. National levels are read on the average département; one territory departs from them. */
export async function computeLevels(territory: Territory, terminal: Terminal): Promise<LevelTable> {
  const all = await Promise.all(territoryIndex.map(async ({ id }) => (await loadTerritory(id))!));
  const asked = [...requests(averageTerritory(all)), ...requests(territory)];
  const pool = createPool({ spawn: spawnNode, size: availableParallelism() });
  const progress = startProgress(terminal, asked.length);
  try {
    const results: RunResult[] = await pool.run(asked, { onResult: progress.step });
    return { average: readLevels(results.slice(0, REPLICATIONS)), territory: readLevels(results.slice(REPLICATIONS)), replications: REPLICATIONS };
  } finally {
    progress.end();
    pool.close();
  }
}

/** The table "level, published, model, gap". */
export function levelLines({ average, territory, replications }: LevelTable, name: string, terminal: Terminal): string[] {
  const { lang, width } = terminal;
  const words = dictionary(lang).levels;
  const one = (value: number): string => formatNumber(value, lang, 1);
  const interval = dictionary(lang).figures.interval;
  const rows = average.map(
    ({ level, model, gap }, i): Row => [
      level.label[lang],
      one(level.published),
      `${one(model.mean)} ${model.low === null ? '' : interval(one(model.low), one(model.high!))}`,
      formatNumber(gap, lang, 1, { signed: true }),
      one(territory[i]!.model.mean),
      level.row.slice('effect:'.length),
    ],
  );
  const columns = [
    { title: words.level, folds: true },
    { title: words.published, align: 'right' as const },
    { title: words.model, align: 'right' as const },
    { title: words.gap, align: 'right' as const },
    { title: name, align: 'right' as const },
    { title: words.row },
  ];
  return ['', words.title(replications), '', ...table(columns, rows, width), '', words.note];
}

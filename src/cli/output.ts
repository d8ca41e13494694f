import { indicators } from '../engine/index.ts';
import { closedValues } from '../experiments/closed.ts';
import { comparisonTable } from '../io/comparison-table.ts';
import { csvPieces } from '../io/csv.ts';
import { manifestText, type WrittenFile } from '../io/manifest.ts';
import { parquet } from '../io/parquet.ts';
import { runsTable, sequencesTable, seriesTable, type Table } from '../io/tables.ts';
import type { Outcome } from './experiment.ts';

const csv = (table: Table): Uint8Array => Buffer.concat(Array.from(csvPieces(table), (piece) => Buffer.from(piece)));

/** Every file of a result, the manifest last. The same result gives the same bytes, on any machine. */
export function resultsAsFiles({ study, result, runs }: Outcome): WrittenFile[] {
  const scenarios = study.scenarios.map(({ id }, s) => ({ id, runs: runs[s]!, closed: closedValues(indicators, runs[s]!) }));
  const byRun = runsTable(scenarios, indicators);
  const byMonth = seriesTable(scenarios, indicators, study.months);
  const files: WrittenFile[] = [
    { name: 'runs.parquet', bytes: parquet(byRun) },
    { name: 'runs.csv', bytes: csv(byRun) },
    { name: 'series.parquet', bytes: parquet(byMonth) },
    { name: 'series.csv', bytes: csv(byMonth) },
    { name: 'comparison.csv', bytes: csv(comparisonTable(result, indicators)) },
  ];
  const { sequences } = study;
  if (sequences !== undefined) {
    const byPerson = sequencesTable(scenarios, study.months);
    files.push({ name: 'sequences.parquet', bytes: parquet(byPerson) }, { name: 'sequences.csv', bytes: csv(byPerson) });
  }
  const rules = study.scenarios.map((one) => one.rules);
  const manifest = manifestText({ result, rules, indicators, files, ...(sequences === undefined ? {} : { sequences }) });
  return [...files, { name: 'manifest.json', bytes: Buffer.from(manifest) }];
}

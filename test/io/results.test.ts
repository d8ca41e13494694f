import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, test } from 'vitest';
import type { Rules } from '../../src/engine/index.ts';
import { closedValues } from '../../src/experiments/closed.ts';
import { assemble } from '../../src/experiments/comparison.ts';
import { comparisonTable } from '../../src/io/comparison-table.ts';
import { csv, csvPieces } from '../../src/io/csv.ts';
import { manifest, manifestText } from '../../src/io/manifest.ts';
import { parquet } from '../../src/io/parquet.ts';
import { runsTable, seriesTable, type Table } from '../../src/io/tables.ts';
import { indicators, runs } from '../experiments/builders.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-results-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scenarios = ['a', 'b'].map((id, s) => {
  const own = runs(s, 5, 3 * s);
  return { id, runs: own, closed: closedValues(indicators, own) };
});
const result = assemble({
  command: 'compare',
  modelVersion: '0.1.0+test',
  seed: 'parcours',
  territory: 'aude',
  population: 1000,
  months: 24,
  scenarios: scenarios.map(({ id }) => ({ id, title: { fr: `${id}, « fr »`, en: id } })),
  results: scenarios.map((s) => s.runs),
  indicators,
});
const tables: Readonly<Record<string, Table>> = {
  runs: runsTable(scenarios, indicators),
  series: seriesTable(scenarios, indicators, 24),
  comparison: comparisonTable(result, indicators),
};
const hostile: Table = {
  rows: 5,
  columns: [
    { name: 'text, "quoted"', kind: 'text', values: ['a,b', 'say "no"', 'two\nlines', null, ' é ; € '] },
    { name: 'number', kind: 'number', values: Float64Array.of(0.1 + 0.2, -0, 5e-324, 1.7976931348623157e308, -1 / 3) },
    { name: 'maybe', kind: 'number', values: [1.5, null, null, 2, null] },
    { name: 'integer', kind: 'integer', values: [0, 1, 2, null, 4] },
  ],
};

/** What DuckDB reads in a file, with doubles as their eight bytes so that no bit can hide. */
async function read(table: Table, source: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(`select * from ${source}`);
  const bits = (value: unknown, kind: string) =>
    kind === 'number' && value !== null ? Buffer.from(Float64Array.of(value as number).buffer).toString('hex') : value;
  return reader.getRowsJS().map((row) => row.map((value, c) => bits(value, table.columns[c]!.kind)));
}

const expected = (table: Table): unknown[][] => {
  const bits = (value: unknown, kind: string) =>
    kind === 'number' && typeof value === 'number' ? Buffer.from(Float64Array.of(value === 0 ? 0 : value).buffer).toString('hex') : value;
  return Array.from({ length: table.rows }, (_, row) => table.columns.map(({ kind, values }) => bits(values[row] ?? null, kind)));
};

const sqlTypes = { text: 'VARCHAR', integer: 'INTEGER', number: 'DOUBLE' } as const;
function csvSource(table: Table, file: string): string {
  const columns = table.columns.map(({ name, kind }) => `'${name}': '${sqlTypes[kind]}'`).join(', ');
  return `read_csv('${file}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', columns = {${columns}})`;
}

describe.each(Object.entries({ ...tables, hostile }))('%s', (name, table) => {
  test('DuckDB reads in the Parquet file every value, bit for bit', async () => {
    const file = join(folder, `${name}.parquet`);
    writeFileSync(file, parquet(table));
    expect(await read(table, `'${file}'`)).toEqual(expected(table));
  });
  test('DuckDB reads the same in the CSV file', async () => {
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, csv(table));
    expect(await read(table, csvSource(table, file))).toEqual(expected(table));
  });
  test('the same table gives the same bytes', () => expect(parquet(table)).toEqual(parquet(table)));
});

test('Parquet columns have the type of what they hold', async () => {
  const file = join(folder, 'types.parquet');
  writeFileSync(file, parquet(hostile));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = (await connection.runAndReadAll(`describe select * from '${file}'`)).getRowsJS();
  expect(rows.map(([name, type]) => [name, type])).toEqual(hostile.columns.map(({ name, kind }) => [name, sqlTypes[kind]]));
});

test('a large table of many pieces and row groups comes back whole', async () => {
  const rows = 120_000;
  const table: Table = { rows, columns: [{ name: 'x', kind: 'number', values: Float64Array.from({ length: rows }, (_, i) => i / 7) }] };
  const file = join(folder, 'large.parquet');
  writeFileSync(file, parquet(table));
  expect(await read(table, `'${file}'`)).toEqual(expected(table));
  const pieces = [...csvPieces(table)];
  expect(pieces.length).toBeGreaterThan(10);
  expect(pieces.join('').split('\r\n')[rows]).toBe(String((rows - 1) / 7));
});

describe('tables', () => {
  test('runs: a row per scenario and replication, found back by its key', () => {
    const { rows, columns } = tables.runs!;
    expect(rows).toBe(10);
    expect(columns.map(({ name }) => name)).toEqual(['scenario', 'replication', 'run_key', 'run_digest', 'jobs', 'debt', 'people', 'rate']);
    expect(columns[2]!.values[7]).toBe(scenarios[1]!.runs[2]!.key);
    expect(columns[4]!.values[7]).toBe(scenarios[1]!.closed.jobs![2]);
  });
  test('series: a row per scenario, replication and month', () => {
    const { rows, columns } = tables.series!;
    expect(rows).toBe(240);
    const row = (1 * 5 + 3) * 24 + 11;
    expect(columns.slice(0, 4).map(({ values }) => values[row])).toEqual(['b', 3, 11, scenarios[1]!.runs[3]!.series.jobs![11]]);
  });
  test('comparison: the reference has levels alone, and the figures are those of the result', () => {
    const { columns } = tables.comparison!;
    const at = (row: number) => Object.fromEntries(columns.map(({ name, values }) => [name, values[row]]));
    expect(at(0)).toMatchObject({
      scenario: 'a',
      against: null,
      indicator: 'jobs',
      unit: 'persons',
      window: 'last-year',
      difference_mean: null,
      finding: null,
    });
    const difference = result.differences[0]!.indicators.jobs!;
    expect(at(4)).toMatchObject({ scenario: 'b', against: 'a', indicator: 'jobs', finding: 'difference', verdict: 'better' });
    expect(at(4)).toMatchObject({ difference_low: difference.estimate.low, better_replications: difference.better!.wins, p_holm: difference.pHolm });
  });
  test('the same scenario compared with itself still has its row', () => {
    const twice = { ...result, scenarios: [result.scenarios[0]!, result.scenarios[0]!], differences: [{ ...result.differences[0]!, scenario: 'a' }] };
    expect(comparisonTable(twice, indicators).columns[1]!.values[4]).toBe('a');
  });
  test('an indicator named like a column, a short series and NaN are refused', () => {
    expect(() => runsTable(scenarios, [{ id: 'scenario' }])).toThrow(/"scenario"/);
    expect(() => seriesTable(scenarios, indicators, 25)).toThrow(/25 months/);
    const bad: Table = { rows: 1, columns: [{ name: 'x', kind: 'number', values: [Number.NaN] }] };
    expect(() => csv(bad)).toThrow(/"x"/);
    expect(() => parquet(bad)).toThrow(/"x"/);
  });
  test('lines end and cells are quoted as RFC 4180 says, and an empty text differs from nothing', () => {
    const values = ['', null, 'say "no"', 'a,b', ' c'];
    const table: Table = {
      rows: 5,
      columns: [
        { name: 'a', kind: 'text', values },
        { name: 'b', kind: 'number', values: [1, 2, -0, 1e-7, 1e21] },
      ],
    };
    expect(csv(table)).toBe('a,b\r\n"",1\r\n,2\r\n"say ""no""",0\r\n"a,b",1e-7\r\n" c",1e+21\r\n');
  });
});

describe('manifest', () => {
  const rules: Rules = { set: {}, timeline: [{ at: 24, set: { 'budget.shift': 2 } }], off: [] };
  const bytes = new TextEncoder().encode('a,b\r\n');
  const input = {
    result,
    rules: [rules, rules],
    indicators,
    files: [
      { name: 'series.csv', bytes },
      { name: 'runs.csv', bytes },
    ],
  };
  test('says what was asked, what columns mean, and the SHA-256 of each file', () => {
    const found = manifest(input);
    expect(found.request).toEqual({ command: 'compare', seed: 'parcours', territory: 'aude', population: 1000, months: 24, replications: 5 });
    expect(found.scenarios[1]).toMatchObject({ id: 'b', digest: result.scenarios[1]!.digest, rules });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(found.files).toEqual(['runs.csv', 'series.csv'].map((name) => ({ name, bytes: 5, sha256 })));
    expect(found.indicators[3]).toMatchObject({ id: 'rate', unit: '%', window: 'last-year', definition: { fr: 'definition (fr)', en: 'definition' } });
  });
  test('its text is JSON that gives it back, whatever order files come in', () => {
    expect(JSON.parse(manifestText(input))).toEqual(manifest(input));
    expect(manifestText({ ...input, files: [...input.files].reverse() })).toBe(manifestText(input));
  });
  test('says which posterior the parameters were drawn from: a run without it is another one', () => {
    const posterior = { id: 'france', digest: 'abc' } as unknown as NonNullable<typeof result.posterior>;
    expect(manifest({ ...input, result: { ...result, posterior } }).request).toEqual({ ...manifest(input).request, posterior });
  });
  test('a rule book missing is refused', () => expect(() => manifest({ ...input, rules: [rules] })).toThrow(RangeError));
});

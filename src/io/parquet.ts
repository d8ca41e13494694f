import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Column, Table } from './tables.ts';

const types = { text: 'STRING', integer: 'INT32', number: 'DOUBLE' } as const;

function source(column: Column) {
  const values = Array.from<string | number | null>(column.values);
  const bad = values.findIndex((value) => typeof value === 'number' && !Number.isFinite(value));
  if (bad >= 0) throw new RangeError(`Column "${column.name}", row ${bad}: ${values[bad]} cannot be written.`);
  const data = values.map((value) => (value === 0 ? 0 : value));
  return { name: column.name, data, type: types[column.kind], nullable: data.includes(null) };
}

/**
 * The table as a Parquet file (Snappy; text, 32-bit integers, doubles bit for bit, −0 as 0). The same table gives the same bytes.
 * Throws a RangeError on a number that is not finite.
 */
export function parquet({ columns }: Table): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData: columns.map(source), createdBy: 'parcours' }));
}

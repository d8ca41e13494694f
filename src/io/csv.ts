import type { Column, Table } from './tables.ts';

const LINES_A_CHUNK = 2_000;
const END = '\r\n';

/** Quoted when it holds a comma, a quote, a line end or outer spaces, or is empty (an empty cell being null). */
function cell(text: string): string {
  return text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function write(column: Column, row: number): string {
  const value = column.values[row];
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return cell(value);
  if (!Number.isFinite(value)) throw new RangeError(`Column "${column.name}", row ${row}: ${value} cannot be written.`);
  return String(value);
}

/** The table as CSV (RFC 4180: comma, CRLF, header; decimal point, shortest exact digits), in pieces for large tables. */
export function* csvPieces({ columns, rows }: Table): Generator<string, void> {
  yield columns.map(({ name }) => cell(name)).join(',') + END;
  for (let from = 0; from < rows; from += LINES_A_CHUNK) {
    let piece = '';
    for (let row = from; row < Math.min(rows, from + LINES_A_CHUNK); row++) piece += columns.map((column) => write(column, row)).join(',') + END;
    yield piece;
  }
}

/** The table as one CSV text. Null is an empty cell. Throws a RangeError on a number that is not finite. */
export const csv = (table: Table): string => [...csvPieces(table)].join('');

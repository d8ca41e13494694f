import { inPlace } from './record.ts';

/**
 * A table is typed columns over one stretch of a buffer; a row is an index. All tables of a world share one buffer,
 * so that a world is copied by copying its buffer and moves between threads in one transfer.
 */
export interface Column<A> {
  readonly view: { new (buffer: ArrayBuffer, offset: number, length: number): A; readonly BYTES_PER_ELEMENT: number };
  /** What the column holds, for the documents. */
  readonly unit: string;
  /** Values per row, side by side. */
  readonly width: number;
}

export type Schema = Readonly<Record<string, Column<unknown>>>;
export type Columns<S extends Schema> = { readonly [K in keyof S]: S[K] extends Column<infer A> ? A : never };

const column =
  <A>(view: Column<A>['view']) =>
  (unit: string, width = 1): Column<A> => ({ view, unit, width });

export const u8 = column<Uint8Array>(Uint8Array as unknown as Column<Uint8Array>['view']);
export const u16 = column<Uint16Array>(Uint16Array as unknown as Column<Uint16Array>['view']);
export const u32 = column<Uint32Array>(Uint32Array as unknown as Column<Uint32Array>['view']);
export const f32 = column<Float32Array>(Float32Array as unknown as Column<Float32Array>['view']);
export const f64 = column<Float64Array>(Float64Array as unknown as Column<Float64Array>['view']);

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Bytes of one row, padding between columns left out. */
export function rowBytes(schema: Schema): number {
  return Object.values(schema).reduce((sum, { view, width }) => sum + view.BYTES_PER_ELEMENT * width, 0);
}

/** Bytes a table of `rows` takes in its buffer. */
export function tableBytes(schema: Schema, rows: number): number {
  return Object.values(schema).reduce((sum, { view, width }) => sum + aligned(view.BYTES_PER_ELEMENT * width * rows), 0);
}

/** Views of a table's columns, from `offset` in the buffer. Columns stand in the order of the schema. */
export function columnsOf<S extends Schema>(schema: S, buffer: ArrayBuffer, offset: number, rows: number): Columns<S> {
  const columns: Record<string, unknown> = {};
  let at = offset;
  for (const name of Object.keys(schema)) {
    const { view, width } = schema[name];
    columns[name] = new view(buffer, at, rows * width);
    at += aligned(view.BYTES_PER_ELEMENT * width * rows);
  }
  return inPlace(columns) as Columns<S>;
}

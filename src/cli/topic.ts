import type { Read } from '../io/problem.ts';
import type { Values } from './options.ts';
import type { Terminal } from './terminal.ts';

/** A topic as data, and as lines for a reader. */
export interface Described {
  readonly data: unknown;
  readonly lines: () => readonly string[];
}

export type Topic = (values: Values, terminal: Terminal) => Read<Described> | Promise<Read<Described>>;

export const described = (data: unknown, lines: () => readonly string[]): Read<Described> => ({ ok: true, value: { data, lines }, warnings: [] });

import type { ProblemCode } from './i18n/index.ts';
import { type Path, pathText } from './path.ts';
import type { Problem } from './problem.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a path stands in a text: its value, or its key. A path that is absent gives its nearest ancestor. */
export type Locate = (path: Path, of?: 'key' | 'value') => Position;

export interface Details {
  readonly found?: string | undefined;
  readonly expected?: string | undefined;
  readonly nearest?: string | undefined;
  readonly unit?: string | undefined;
  readonly severity?: Problem['severity'];
  /** Points at the key rather than at its value. */
  readonly of?: 'key' | 'value';
  readonly at?: Position;
}

export interface Collector {
  readonly file: string;
  readonly list: readonly Problem[];
  add(code: ProblemCode, path: Path, details?: Details): void;
}

const defined = <T extends object>(object: T) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

/** Gathers the problems of one file, so that all are told at once. */
export function collector(file: string, locate?: Locate): Collector {
  const list: Problem[] = [];
  return {
    file,
    list,
    add(code, path, { severity = 'problem', of = 'value', at, ...words } = {}) {
      const position = at ?? locate?.(path, of);
      list.push({ file, ...position, path: pathText(path), code, ...defined(words), severity });
    },
  };
}

/** A number that is not finite is told as such, and not once more as out of its range. */
export function told(problems: readonly Problem[]): readonly Problem[] {
  const infinite = new Set(problems.flatMap(({ code, path }) => (code === 'number-not-finite' ? [path] : [])));
  return problems.filter(({ code, path }) => code === 'number-not-finite' || !infinite.has(path));
}

export const isFatal = ({ severity }: Problem) => severity === 'problem';

/** Problems in the order a reader meets them. */
export const inOrder = (problems: readonly Problem[]) => problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));

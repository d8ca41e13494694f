import { nearest } from './nearest.ts';
import { slug } from './slug.ts';

export interface Named {
  readonly id: string;
  readonly code: string;
  readonly label: { readonly fr: string; readonly en: string };
  /** Other names it may be asked by. */
  readonly also?: readonly string[];
}

/** Whether a territory is named by the path of a file of one’s own. */
export const isPath = (query: string): boolean => /[/\\]|\.json$/i.test(query);

const sameCode = (query: string, code: string) => query.toUpperCase().padStart(2, '0') === code.toUpperCase();

/** The territory meant by a slug, an INSEE code (`1` or `01`) or a name, without case or accents. */
export function matchTerritory<T extends Named>(query: string, list: readonly T[]): T | undefined {
  const text = query.trim();
  const asked = slug(text);
  if (!asked) return undefined;
  return list.find(
    ({ id, code, label, also = [] }) => sameCode(text, code) || asked === id || [label.fr, label.en, ...also].some((name) => asked === slug(name)),
  );
}

/** The slug of the territory whose name is closest to what was written, or undefined when none is close. */
export function nearestTerritory(query: string, list: readonly Named[]): string | undefined {
  const names = new Map(list.flatMap(({ id, label, also = [] }) => [id, label.fr, label.en, ...also].map((name) => [slug(name), id] as const)));
  const name = nearest(query, names.keys());
  return name === undefined ? undefined : names.get(name);
}

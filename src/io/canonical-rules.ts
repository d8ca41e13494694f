import type { Change, Rules } from '../engine/index.ts';
import type { Values } from './bundle.ts';
import type { Catalogue } from './known.ts';

/** One value of one change; `rank` counts the changes of the same lever at the same month, in the order written. */
interface Atom {
  readonly id: string;
  readonly value: number;
  readonly at: number;
  readonly until: number;
  readonly over: number;
  readonly rank: number;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const sorted = (values: Values) => Object.fromEntries(Object.entries(values).toSorted(([a], [b]) => byText(a, b)));

/**
 * The one way to write a rule book: no value equal to its default, no change without effect, keys sorted,
 * changes grouped by their dates. Two rule books of the same meaning give the same bytes.
 * Changes of one lever keep the order in which they were written within a month; changes of different levers do not depend on each other.
 */
export function canonicalRules({ set, timeline, off }: Rules, { parameters }: Catalogue): Rules {
  const start = (id: string) => set[id] ?? parameters.get(id)?.value;
  const atoms = split(timeline);
  const moved = new Set(atoms.filter(({ id, value }) => value !== start(id)).map(({ id }) => id));
  return {
    set: sorted(Object.fromEntries(Object.entries(set).filter(([id, value]) => value !== parameters.get(id)?.value))),
    timeline: group(atoms.filter(({ id }) => moved.has(id))),
    off: [...new Set(off)].sort(byText),
  };
}

function split(timeline: readonly Change[]): Atom[] {
  const ranks = new Map<string, number>();
  return timeline.flatMap(({ at, until = Infinity, over = 1, set }) =>
    Object.entries(set).map(([id, value]) => {
      const key = `${at} ${id}`;
      const rank = ranks.get(key) ?? 0;
      ranks.set(key, rank + 1);
      return { id, value, at, until, over, rank };
    }),
  );
}

function group(atoms: readonly Atom[]): Change[] {
  const changes = new Map<string, { at: number; until?: number; over?: number; set: Record<string, number> }>();
  const order = (a: Atom, b: Atom) => a.at - b.at || a.rank - b.rank || (a.until === b.until ? 0 : a.until - b.until) || a.over - b.over || byText(a.id, b.id);
  for (const { id, value, at, until, over, rank } of atoms.toSorted(order)) {
    const key = `${at} ${rank} ${until} ${over}`;
    const change = changes.get(key) ?? { at, ...(until < Infinity && { until }), ...(over > 1 && { over }), set: {} };
    change.set[id] = value;
    changes.set(key, change);
  }
  return [...changes.values()];
}

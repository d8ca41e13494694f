import type { Rules } from '../../src/engine/index.ts';
import { openBundles, type Values } from '../../src/io/bundle.ts';
import { applyOverrides, engineCatalogue } from '../../src/io/scenario.ts';
import { bundles } from './changes.ts';
import type { Slot } from './document.ts';
import type { Library, Ruled } from './library.ts';

/** Every way of setting some bundles, none to begin with, and the details they open into. */
const closings = bundles
  .reduce<Values[]>((all, { id, bundle }) => all.flatMap((set) => [set, ...bundle.map(({ value }) => ({ ...set, [id]: value }))]), [{}])
  .map((set) => ({ set, opened: openBundles(set, engineCatalogue) }));

const pick = (values: Values, id: string): Values => (Object.hasOwn(values, id) ? { [id]: values[id]! } : {});

/** A rule book as far as one lever or parameter goes. Changes of others stay, empty: their dates say when an override acts. */
const narrowed = ({ set, timeline }: Rules, id: string): Rules => ({
  set: pick(set, id),
  timeline: timeline.map((change) => ({ ...change, set: pick(change.set, id) })),
  off: [],
});

const written = (rules: Rules, overrides: Values = {}): string => JSON.stringify(applyOverrides(rules, overrides));

const namedIn = ({ set, timeline }: Rules): string[] => [set, ...timeline.map((change) => change.set)].flatMap(Object.keys);

/** What can be done with one lever or parameter to lead from a rule book to another. */
function between(from: Rules, to: Rules) {
  const comes = (id: string, overrides: Values) => written(narrowed(from, id), overrides) === written(narrowed(to, id));
  const values = (id: string) =>
    new Set([to.set[id], ...to.timeline.map(({ set }) => set[id]), engineCatalogue.parameters.get(id)?.value].filter((value) => value !== undefined));
  return { comes, move: (id: string) => [...values(id)].find((value) => comes(id, { [id]: value })) };
}

/** What has to be moved one by one. Undefined when something of it cannot be, whatever its value. */
function singles(from: Rules, to: Rules): Map<string, number> | undefined {
  const { comes, move } = between(from, to);
  const needed = new Map<string, number>();
  for (const id of new Set([...namedIn(from), ...namedIn(to)])) {
    if (comes(id, {})) continue;
    const value = move(id);
    if (value === undefined) return undefined;
    needed.set(id, value);
  }
  return needed;
}

const sizeOf = (values: Values): number => Object.keys(values).length;

/**
 * The fewest levers and parameters to move in a rule book for it to come to another, as `applyOverrides` moves them: none when it is the same.
 * Bundles take the place of their details where that is no longer. Undefined when no values lead there: dates or mechanisms differ.
 */
export function overridesTo(from: Rules, to: Rules): Values | undefined {
  // An override changes values, and joins at most one change for each one there is.
  const tooMany = to.timeline.length > 2 * from.timeline.length;
  const needed = tooMany || JSON.stringify(from.off) !== JSON.stringify(to.off) ? undefined : singles(from, to);
  if (!needed) return undefined;
  const { comes, move } = between(from, to);
  const ways = closings.flatMap(({ set, opened }) => {
    const left = [...new Set([...needed.keys(), ...Object.keys(opened)])].filter((id) => !Object.hasOwn(opened, id) || !comes(id, pick(opened, id)));
    const alone = left.map((id) => [id, needed.get(id) ?? move(id)] as const);
    if (alone.some(([, value]) => value === undefined)) return [];
    return [{ overrides: { ...set, ...Object.fromEntries(alone) } as Values, alone: alone.length }];
  });
  return ways.sort((a, b) => sizeOf(a.overrides) - sizeOf(b.overrides) || a.alone - b.alone)[0]?.overrides;
}

/** The scenarios a file most likely starts from: the one it names, the one whose name the page gave it, and the reference. */
const likely = ({ id, base }: Ruled, { scenarios }: Library): readonly (string | undefined)[] => [base, id, id.replace(/-[a-h]$/, ''), scenarios[0]?.id];

/**
 * The slot of the tray that comes to the very rules of a scenario: a built-in one as it is published, else a copy of a likely one,
 * else of the one in which the fewest levers are moved. Undefined when there is none.
 */
export function slotOf(scenario: Ruled, library: Library): Slot | undefined {
  const hints = likely(scenario, library);
  const place = (base: string) => (hints.includes(base) ? hints.indexOf(base) : hints.length);
  const slots = library.scenarios.flatMap(({ id, rules }) => {
    const overrides = overridesTo(rules, scenario.rules);
    return overrides ? [{ base: id, overrides, size: sizeOf(overrides) }] : [];
  });
  const rank = (a: (typeof slots)[number], b: (typeof slots)[number]) =>
    Math.sign(a.size) - Math.sign(b.size) || place(a.base) - place(b.base) || a.size - b.size;
  const [first] = slots.sort(rank);
  return first && { base: first.base, ...(first.size > 0 && { overrides: first.overrides }) };
}

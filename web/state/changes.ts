import type { Change, Lever, Parameter, Rules } from '../../src/engine/index.ts';
import { engineCatalogue } from '../../src/io/scenario.ts';

/** One lever or parameter moved: where it stood, and where it goes. `before` is null when a bundle's details amounted to none of its levels. */
export interface Move {
  readonly id: string;
  readonly parameter: Parameter & Pick<Partial<Lever>, 'levels'>;
  readonly before: number | null;
  readonly after: number;
}

/** What moves together. Month 0 without `over` is the start. */
export interface Step {
  readonly at: number;
  readonly until?: number | undefined;
  readonly over?: number | undefined;
  readonly moves: readonly Move[];
}

type State = ReadonlyMap<string, number>;
type Bundled = Lever & { readonly bundle: NonNullable<Lever['bundle']> };

const { parameters, levers } = engineCatalogue;
const isBundled = (lever: Lever): lever is Bundled => lever.bundle !== undefined;

/** Levers that are a way of writing others. */
export const bundles: readonly Bundled[] = levers.filter(isBundled);

const usual = (id: string): number => parameters.get(id)?.value ?? Number.NaN;
const valueIn = (state: State, id: string): number => state.get(id) ?? usual(id);

const levelIn = (state: State, { bundle }: Bundled) => bundle.find(({ sets }) => Object.entries(sets).every(([id, value]) => valueIn(state, id) === value));

/** The moves that lead from a state to the values of a change: under the name of a bundle where its details amount to one of its levels. */
function movesTo(state: State, { set }: Pick<Change, 'set'>, closed: readonly Bundled[]): Move[] {
  const after = new Map([...state, ...Object.entries(set)]);
  const left = new Set(Object.keys(set));
  const whole = closed.flatMap((lever): Move[] => {
    const level = levelIn(after, lever);
    const details = Object.keys(level?.sets ?? {}).filter((id) => left.has(id));
    if (!level || details.length === 0) return [];
    for (const id of details) left.delete(id);
    return [{ id: lever.id, parameter: lever, before: levelIn(state, lever)?.value ?? null, after: level.value }];
  });
  const single = [...left].map((id): Move => ({ id, parameter: parameters.get(id)!, before: valueIn(state, id), after: set[id]! }));
  return [...whole, ...single];
}

/** A rule book step by step, each value before and after, from the model's default values on. What ends leaves no trace on later steps. */
export function stepsOf({ set, timeline }: Rules, closed: readonly Bundled[] = bundles): Step[] {
  let state: State = new Map();
  const changes: readonly Change[] = Object.keys(set).length > 0 ? [{ at: 0, set }, ...timeline] : timeline;
  return changes.map((change) => {
    const moves = movesTo(state, change, closed);
    if (change.until === undefined) state = new Map([...state, ...Object.entries(change.set)]);
    return { at: change.at, until: change.until, over: change.over, moves };
  });
}

/** The first month in which two rule books differ; undefined when they never do. */
export function firstDifference(one: Rules, other: Rules): number | undefined {
  if (JSON.stringify([one.set, one.off]) !== JSON.stringify([other.set, other.off])) return 0;
  const texts = [one, other].map(({ timeline }) => new Set(timeline.map((change) => JSON.stringify(change))));
  const own = [one, other].flatMap(({ timeline }, i) => timeline.filter((change) => !texts[1 - i]!.has(JSON.stringify(change))));
  return own.length > 0 ? Math.min(...own.map(({ at }) => at)) : undefined;
}

import { type Change, type Lever, levers, type Rules } from '../engine/index.ts';
import { openBundles, type Values } from './bundle.ts';
import { canonicalRules } from './canonical-rules.ts';
import { type Catalogue, engineCatalogue } from './known.ts';

const defaults: ReadonlyMap<string, number> = new Map(levers.map(({ id, value }) => [id, value]));

const isLasting = ({ until }: Change) => until === undefined;

const lasting = ({ timeline }: Rules, id: string) => timeline.findLast((change) => isLasting(change) && Object.hasOwn(change.set, id));

/** The value of a lever or parameter once every lasting change has been made; changes that end are left out. Undefined when nothing sets it. */
const written = (rules: Rules, id: string): number | undefined => lasting(rules, id)?.set[id] ?? rules.set[id];

/** The value a rule book ends up with, changes that have an end left out. Not for a bundle: see `levelOf`. */
export const settledValue = (rules: Rules, id: string, { parameters }: Catalogue = engineCatalogue): number | undefined =>
  written(rules, id) ?? parameters.get(id)?.value;

/**
 * Where a lever stands once every lasting change of the rule book has been made. For a bundle: which of its values the details amount to,
 * or null when they amount to none (a mix of one's own).
 */
export function levelOf(lever: Lever, rules: Rules): number | null {
  if (!lever.bundle) return written(rules, lever.id) ?? lever.value;
  const matches = (sets: Values) => Object.entries(sets).every(([id, value]) => (written(rules, id) ?? defaults.get(id)) === value);
  return lever.bundle.find(({ sets }) => matches(sets))?.value ?? null;
}

/**
 * A rule book with some levers moved, as a reader moves them in a copy of a scenario. What the scenario changes for good takes the new value
 * at the same date; what it leaves alone changes at the date of the scenario's first lasting change, or from the start when it has none.
 * Changes that end are kept. Bundles are opened; a detail given with its bundle wins.
 */
export function applyOverrides(rules: Rules, set: Values, catalogue: Catalogue = engineCatalogue): Rules {
  const first = rules.timeline.find(isLasting);
  const joined: Record<string, number> = {};
  const start = { ...rules.set };
  const timeline = rules.timeline.map((change) => ({ ...change, set: { ...change.set } }));
  for (const [id, value] of Object.entries(openBundles(set, catalogue))) {
    const place = timeline.findLast((change) => isLasting(change) && Object.hasOwn(change.set, id));
    (place?.set ?? (first ? joined : start))[id] = value;
  }
  if (first) timeline.push({ at: first.at, set: joined });
  return canonicalRules({ ...rules, set: start, timeline }, catalogue);
}

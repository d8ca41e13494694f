import type { Rules } from '../engine/index.ts';
import { openBundles } from './bundle.ts';
import { canonicalRules } from './canonical-rules.ts';
import { collector } from './collect.ts';
import { type Catalogue, engineCatalogue } from './known.ts';
import { nearest } from './nearest.ts';
import type { Read } from './problem.ts';
import type { Scenario } from './scenario.ts';
import { show } from './show.ts';

/**
 * The rule book a scenario stands for: bases followed, bundles opened, values equal to their default dropped, everything sorted.
 * What a scenario sets, bundles included, replaces what its base set; its changes come after its base's.
 * A base that is missing or that refers back is a problem. Titles, stories and reasons are left out.
 */
export function resolveScenario(scenario: Scenario, find: (id: string) => Scenario | undefined, catalogue: Catalogue = engineCatalogue): Read<Rules> {
  const line = lineage(scenario, find, catalogue);
  if (!line.ok) return line;
  const switches: Record<string, boolean> = {};
  let set: Readonly<Record<string, number>> = {};
  for (const one of line.value) {
    set = { ...set, ...openBundles(Object.fromEntries(Object.entries(one.set).map(([id, { value }]) => [id, value])), catalogue) };
    Object.assign(switches, one.switches);
  }
  const timeline = line.value.flatMap((one) => one.timeline.map(({ because: _, ...change }) => ({ ...change, set: openBundles(change.set, catalogue) })));
  const off = Object.keys(switches).filter((key) => !switches[key]);
  return { ok: true, value: canonicalRules({ set, timeline, off }, catalogue), warnings: [] };
}

/** A scenario after all its bases, the first base first. */
function lineage(scenario: Scenario, find: (id: string) => Scenario | undefined, { scenarios = [] }: Catalogue): Read<readonly Scenario[]> {
  const line = [scenario];
  for (let last = scenario; last.base !== undefined; last = line[0]!) {
    const { base, file } = last;
    const problems = collector(file);
    const next = line.some(({ id }) => id === base) ? undefined : find(base);
    if (next) {
      line.unshift(next);
      continue;
    }
    const ids = line.toReversed().map(({ id }) => id);
    if (ids.includes(base)) problems.add('base-cycle', ['base'], { found: [...ids.slice(ids.indexOf(base)), base].join(' → ') });
    else problems.add('unknown-scenario', ['base'], { found: show(base), nearest: nearest(base, scenarios) });
    return { ok: false, problems: problems.list };
  }
  return { ok: true, value: line, warnings: [] };
}

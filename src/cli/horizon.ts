import { canonical } from '../io/canonical.ts';
import type { Problem } from '../io/problem.ts';
import type { Chosen } from './scenarios.ts';

/** What a rule book does before the run ends. */
const seen = ({ rules: { set, off, timeline } }: Chosen, months: number): string => canonical({ set, off, timeline: timeline.filter(({ at }) => at < months) });

/**
 * Scenarios whose dated changes all come after the end of the run, the reference first: nothing of them can show, and when nothing else
 * sets them apart from the reference, the difference is null by construction.
 */
export function beyondHorizon(chosen: readonly Chosen[], months: number): Problem[] {
  return chosen.flatMap((one, place): Problem[] => {
    const dates = one.rules.timeline.map(({ at }) => at);
    if (dates.length === 0 || dates.some((at) => at < months)) return [];
    const isNull = place > 0 && seen(one, months) === seen(chosen[0]!, months);
    const code = isNull ? 'null-by-construction' : 'beyond-horizon';
    return [{ file: '', path: one.scenario.id, code, severity: 'warning', found: String(Math.min(...dates)), expected: String(months) }];
  });
}

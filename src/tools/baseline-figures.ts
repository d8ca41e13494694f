import { indicators, type RunResult } from '../engine/index.ts';
import { runDigest } from '../engine/core/digest.ts';
import { plan, regroup } from '../experiments/plan.ts';
import { closedValues } from '../experiments/closed.ts';
import { builtInCatalogue, findScenario, loadTerritory } from '../io/catalogue.ts';
import { resolveScenario } from '../io/scenario.ts';
import { createRunner } from '../workers/runner.ts';

/** What is run: small, fixed, and long enough for every reform and the recession to begin. */
const asked = { territory: 'aude', population: 1_000, months: 60, seed: 'baseline', replications: 2 } as const;
const scenarioIds = ['status-quo', 'gip-joint-evaluation', 'strict-conditionality', 'recession-budget-shift'] as const;

/** One indicator of one scenario: its closed value in each replication, and a hash of its monthly series in all of them. */
interface Figures {
  readonly closed: readonly number[];
  readonly series: string;
}

/** Figures that a change of the model moves, by scenario and indicator, and the readings of published levels. */
export interface Baseline {
  readonly asked: typeof asked;
  readonly scenarios: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
  readonly levels: Readonly<Record<string, readonly number[]>>;
}

function planned(id: string) {
  const scenario = findScenario(id);
  const rules = scenario && resolveScenario(scenario, findScenario, builtInCatalogue);
  if (!rules?.ok) throw new Error(`The scenario "${id}" of the product cannot be resolved.`);
  return { id, title: scenario!.title, rules: rules.value };
}

function figuresOf(runs: readonly RunResult[]): Record<string, Figures> {
  const closed = closedValues(indicators, runs);
  const series = (id: string) => runDigest(id, Object.fromEntries(runs.map((run) => [`${run.replication}`, run.series[id]!]))).slice(0, 16);
  return Object.fromEntries(indicators.map(({ id }) => [id, { closed: [...closed[id]!], series: series(id) }]));
}

/** Runs the fixed requests and reads every indicator. The bits depend on the model alone. */
export async function baselineFigures(): Promise<Baseline> {
  const territory = (await loadTerritory(asked.territory))!;
  const run = createRunner();
  const results = plan({ ...asked, territory, scenarios: scenarioIds.map(planned) }).map((request) => run(request));
  const runs = regroup(results, scenarioIds.length);
  const levels = Object.keys(runs[0]![0]!.levels).sort();
  return {
    asked,
    scenarios: Object.fromEntries(scenarioIds.map((id, s) => [id, figuresOf(runs[s]!)])),
    levels: Object.fromEntries(levels.map((id) => [id, runs[0]!.map((run) => run.levels[id]!)])),
  };
}

const line = (value: unknown) => JSON.stringify(value).replaceAll(',"', ', "').replaceAll('":', '": ');

/** The text of the file: one line per indicator, so that a difference of versions is read line by line. */
export function baselineText({ asked, scenarios, levels }: Baseline): string {
  const block = (entries: Readonly<Record<string, unknown>>, indent: string) =>
    Object.entries(entries)
      .map(([id, value]) => `${indent}${JSON.stringify(id)}: ${line(value)}`)
      .join(',\n');
  const parts = Object.entries(scenarios).map(([id, figures]) => `    ${JSON.stringify(id)}: {\n${block(figures, '      ')}\n    }`);
  return `{\n  "asked": ${line(asked)},\n  "scenarios": {\n${parts.join(',\n')}\n  },\n  "levels": {\n${block(levels, '    ')}\n  }\n}\n`;
}

/** What differs between two baselines, in words: the indicators that moved in each scenario, and the levels. */
export function movedFigures(before: Baseline, after: Baseline): string[] {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const moved = (a: Readonly<Record<string, unknown>> = {}, b: Readonly<Record<string, unknown>> = {}) =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((id) => differs(a[id], b[id]));
  const scenarios = [...new Set([...Object.keys(before.scenarios), ...Object.keys(after.scenarios)])].flatMap((id) =>
    moved(before.scenarios[id], after.scenarios[id]).map(
      (indicator) => `${id}: ${indicator} ${change(before.scenarios[id]?.[indicator], after.scenarios[id]?.[indicator])}`,
    ),
  );
  const request = differs(before.asked, after.asked) ? ['what is asked'] : [];
  return [...request, ...scenarios, ...moved(before.levels, after.levels).map((id) => `level: ${id}`)];
}

function change(before: Figures | undefined, after: Figures | undefined): string {
  if (!before) return '(new)';
  if (!after) return '(gone)';
  const values = ({ closed }: Figures) => closed.map((value) => value.toPrecision(6)).join(', ');
  return values(before) === values(after) ? '(its months only)' : `${values(before)} → ${values(after)}`;
}

import { availableParallelism } from 'node:os';
import { indicators, type Territory } from '../engine/index.ts';
import type { Planned } from '../experiments/plan.ts';
import { type Drawing, drawingOf } from '../experiments/posterior.ts';
import type { ComparisonResult } from '../experiments/types.ts';
import { formatNumber } from '../io/format.ts';
import type { Problem, Read } from '../io/problem.ts';
import type { Expectation } from '../io/scenario.ts';
import type { CommandName } from './commands.ts';
import { defaults } from './defaults.ts';
import { checkPlace } from './folder.ts';
import { beyondHorizon } from './horizon.ts';
import { dictionary } from './i18n/index.ts';
import { checkMemory, fittingWorkers, type Need } from './memory.ts';
import { type Parsed, problem } from './options.ts';
import { choosePosterior } from './posteriors.ts';
import { usualPopulation } from '../experiments/people.ts';
import { type Chosen, chooseScenario } from './scenarios.ts';
import type { Terminal } from './terminal.ts';
import { chooseTerritory } from './territories.ts';

export interface Expecting {
  readonly name: string;
  readonly expects: readonly Expectation[];
}

/** All that a computation needs, checked. */
export interface Study extends Partial<Drawing> {
  readonly scenarios: readonly Planned[];
  /** What each scenario says it expects, in the order of the scenarios, and the name it was asked by. */
  readonly expectations: readonly Expecting[];
  readonly territory: Territory;
  readonly population: number;
  readonly months: number;
  readonly seed: string;
  readonly replications: number;
  readonly workers: number;
  /** People whose statuses are kept month by month. */
  readonly sequences?: number;
  readonly warnings: ComparisonResult['warnings'];
}

function repeated(chosen: readonly Chosen[]): Problem[] {
  const ids = chosen.map(({ scenario }) => scenario.id);
  const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return [...twice].map((id) => problem('same-scenario', '', { found: id }));
}

/** A warning as a result carries it: the scenario's name and no file of the machine. */
const carried = (scenario: string, { code, path, found, expected, unit }: Problem): ComparisonResult['warnings'][number] => ({
  code,
  values: Object.fromEntries(Object.entries({ scenario, path, found, expected, unit }).filter(([, value]) => value !== undefined)) as Record<string, string>,
});

/** Reads what was typed into a study, or tells everything that stands in the way: options, scenarios, territory, memory. */
export async function readStudy(command: CommandName, typed: Parsed, terminal: Terminal): Promise<Read<Study>> {
  const { values, positionals } = typed;
  const choices = positionals.map(chooseScenario);
  const chosen = choices.flatMap((choice) => (choice.ok ? [choice.value] : []));
  const {
    months,
    replications,
    seed,
    territory: usual,
  } = { ...defaults(command), ...values } as Required<Pick<typeof values, 'months' | 'replications' | 'seed' | 'territory'>>;
  const place = await chooseTerritory(values.territory ?? chosen.find(({ scenario }) => scenario.territory)?.scenario.territory ?? usual);
  const asked = values.posterior ?? chosen.find(({ scenario }) => scenario.posterior)?.scenario.posterior;
  const drawn = asked === undefined ? undefined : await choosePosterior(asked);
  const problems = [
    ...typed.problems,
    ...choices.flatMap((choice) => (choice.ok ? [] : choice.problems)),
    ...repeated(chosen),
    ...(place.ok ? [] : place.problems),
    ...(drawn?.ok === false ? drawn.problems : []),
    ...(values.out === undefined ? [] : checkPlace(values.out)),
    ...(values.sequences !== undefined && values.out === undefined ? [problem('sequences-without-out', '--sequences')] : []),
    ...(values.force && values.out === undefined ? [problem('force-without-out', '--force')] : []),
  ];
  if (problems.length > 0 || !place.ok) return { ok: false, problems };

  const population = values.population ?? usualPopulation(place.value);
  const runs = replications * chosen.length;
  const need: Need = { population, months, runs, indicators: indicators.length, writes: values.out !== undefined, sequences: values.sequences ?? 0 };
  const workers = values.workers ?? fittingWorkers(need, availableParallelism());
  const lacking = checkMemory(need, workers, (gibibytes) => dictionary(terminal.lang).gibibytes(formatNumber(gibibytes, terminal.lang, 1)));
  if (lacking.length > 0) return { ok: false, problems: lacking };

  const scenarios = chosen.map(({ scenario, rules }) => ({ id: scenario.id, title: scenario.title, rules }));
  const late = beyondHorizon(chosen, months);
  const ownWarnings = choices.flatMap((choice) => (choice.ok ? choice.warnings.map((warning) => carried(choice.value.scenario.id, warning)) : []));
  return {
    ok: true,
    value: {
      scenarios,
      expectations: chosen.map(({ scenario }, i) => ({ name: positionals[i]!, expects: scenario.expects ?? [] })),
      territory: place.value,
      population,
      months,
      seed,
      replications,
      workers,
      ...(values.sequences === undefined ? {} : { sequences: values.sequences }),
      ...(drawn?.ok ? drawingOf(drawn.value, seed) : {}),
      warnings: [...ownWarnings, ...late.map(({ path, ...warning }) => carried(path, { ...warning, path: 'timeline' }))],
    },
    warnings: [...choices.flatMap((choice) => (choice.ok ? choice.warnings : [])), ...place.warnings, ...(drawn?.ok ? drawn.warnings : []), ...late],
  };
}

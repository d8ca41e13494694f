import seedrandom from 'seedrandom';
import { indicators, parameters, type Rules, type RunRequest, type RunResult, type Territory } from '../engine/index.ts';
import { closedValues } from '../experiments/closed.ts';
import type { Draw } from '../experiments/neutrality.ts';
import { assumedParameters, priorValue } from '../experiments/prior.ts';
import { builtInCatalogue, findScenario, loadTerritory, territoryIndex } from '../io/catalogue.ts';
import { resolveScenario } from '../io/scenario.ts';
import type { Pool } from '../workers/pool.ts';

/** Each fashionable rule, and the placebo beside them, as the product’s own scenarios. */
export const policies = [
  'five-missions',
  'gip-placebo',
  'joint-evaluation',
  'strict-conditionality',
  'support-first',
  'budget-shift',
  'outsourcing-half',
] as const;

/** What people and institutions go through; money is held equal. */
export const outcomes = ['durable-jobs', 'durable-jobs-hard', 'needs', 'distress', 'without-income', 'time-to-support', 'refusal-rate-hard', 'trust'] as const;

/** Where the draws are left for the search that follows; not kept in the repository. */
export const drawsFile = 'dist/neutrality-draws.json';

export const asked = { population: 1_000, months: 96, seed: 'neutrality' } as const;
/** Month from which the policies act, and staff is changed so that spending is equal. */
const FROM = 24;

/** What is left there: every draw made, and what stopped the others. */
export interface DrawsFile {
  readonly modelVersion: string;
  readonly draws: Drawn[];
  readonly failures: string[];
}

export interface Drawn extends Draw {
  readonly territory: string;
  /** By policy: spending left between it and the reference after staff was changed, % of spending. */
  readonly gap: Readonly<Record<string, number>>;
}

export function rulesOf(id: string): Rules {
  const scenario = findScenario(id);
  const rules = scenario && resolveScenario(scenario, findScenario, builtInCatalogue);
  if (!rules?.ok) throw new Error(`The scenario "${id}" of the product cannot be resolved.`);
  return rules.value;
}

const departements = territoryIndex.filter(({ country }) => country === undefined);

/** Groups of parameters fitted together on published levels: moved one by one, they empty or fill a territory, and the draw says nothing of rules. */
const fitted: ReadonlySet<string> = new Set(['people', 'labour', 'conjuncture']);

/** Draw number `k`: a département by chance, every assumed parameter at a quantile of its own; those fitted on levels hold, and a parameter that a policy sets is left to it. */
async function request(k: number): Promise<Omit<RunRequest, 'rules'> & { readonly values: Readonly<Record<string, number>> }> {
  const taken = new Set(policies.flatMap((id) => [...Object.keys(rulesOf(id).set), ...rulesOf(id).timeline.flatMap(({ set }) => Object.keys(set))]));
  const at = Math.floor(seedrandom(`${asked.seed}/territory/${k}`)() * departements.length);
  const territory = (await loadTerritory(departements[at]!.id)) as Territory;
  const values = Object.fromEntries(
    assumedParameters(parameters)
      .filter(([id]) => !taken.has(id) && !fitted.has(id.split('.')[0]!))
      .map(([id, p]) => [id, priorValue(p, seedrandom(`${asked.seed}/${id}/${k}`)())]),
  );
  return { ...asked, territory, replication: k, parameters: values, values };
}

/** The same rule book with staff at `percent` of today from the month the policies act. */
const withStaff = (rules: Rules, percent: number): Rules => ({
  ...rules,
  timeline: [...rules.timeline, { at: FROM, set: { 'capacity.staff': percent } }],
});

const closed = (run: RunResult): Record<string, number> =>
  Object.fromEntries(Object.entries(closedValues(indicators, [run])).map(([id, values]) => [id, values[0]!]));

/** One draw: each policy as it is, then with as much staff more or fewer as makes its total spending that of the reference. */
export async function neutralityDraw(pool: Pool, k: number): Promise<Drawn> {
  const { values, ...ask } = await request(k);
  const books = ['status-quo', ...policies].map(rulesOf);
  const [reference, ...first] = (await pool.run(books.map((rules) => ({ ...ask, rules })))).map(closed);
  // A point of staff moves the contracts of the months it lasts.
  const point = (reference!.insertion! / 100) * ((asked.months - FROM) / asked.months);
  const staff = first.map(({ spending }) => Math.max(40, Math.min(180, 100 - (spending! - reference!.spending!) / point)));
  const second = (await pool.run(policies.map((_, p) => ({ ...ask, rules: withStaff(books[p + 1]!, staff[p]!) })))).map(closed);
  const results = Object.fromEntries(policies.map((id, p) => [id, second[p]!]));
  const each = <T>(read: (result: Record<string, number>) => T) => Object.fromEntries(policies.map((id) => [id, read(results[id]!)]));
  return {
    territory: ask.territory.id,
    values,
    differences: each((result) => Object.fromEntries(outcomes.map((o) => [o, result[o]! - reference![o]!]))),
    gap: each(({ spending }) => (100 * (spending! - reference!.spending!)) / reference!.spending!),
  };
}

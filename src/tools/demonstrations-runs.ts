import { type Indicator, indicators, type RunRequest, type Territory } from '../engine/index.ts';
import { closedValues } from '../experiments/closed.ts';
import { estimate } from '../experiments/estimate.ts';
import type { Estimate } from '../experiments/types.ts';
import { findScenario, loadTerritory, scenarioIds } from '../io/catalogue.ts';
import { rulesOf } from './neutrality-runs.ts';

export const asked = { population: 3_000, months: 120, seed: 'demonstrations', replications: 30 } as const;
const USUAL_TERRITORY = 'aude';

/** What a demonstration expected of one indicator, and what its replications show. */
export interface Shown {
  readonly scenario: string;
  readonly against: string;
  readonly indicator: Indicator;
  readonly expected: 'up' | 'down' | 'none';
  /** What the file says was found, when it is not what was expected. */
  readonly told: 'up' | 'down' | 'none';
  readonly found: 'up' | 'down' | 'none';
  readonly difference: Estimate;
}

/** The scenarios that say what they expect, in the order of the catalogue. */
export const demonstrations: readonly string[] = scenarioIds.filter((id) => (findScenario(id)?.expects ?? []).length > 0);

type Run = (requests: readonly RunRequest[]) => Promise<readonly { readonly series: Readonly<Record<string, Float64Array>>; readonly replication: number }[]>;

/** Plays a demonstration and all that it compares itself with, on the same people and luck, and reads each expectation. */
export async function showDemonstration(id: string, run: Run): Promise<Shown[]> {
  const { expects = [], territory = USUAL_TERRITORY } = findScenario(id)!;
  const books = [id, ...new Set(expects.map(({ against }) => against))];
  const { replications, ...request } = asked;
  const place = (await loadTerritory(territory)) as Territory;
  const requests = Array.from({ length: replications }, (_, replication) =>
    books.map((book): RunRequest => ({ ...request, replication, territory: place, rules: rulesOf(book) })),
  ).flat();
  const results = await run(requests);
  const of = (book: string) => results.filter((_, k) => books[k % books.length] === book);
  return expects.map(({ indicator: name, sign, against, found }) => {
    const indicator = indicators.find((i) => i.id === name)!;
    const read = (book: string) => closedValues([indicator], of(book) as never)[name]!;
    const [mine, theirs] = [read(id), read(against)];
    const difference = estimate(
      mine.map((value, r) => value - theirs[r]!),
      'paired-difference',
    );
    const shown = difference.low! > 0 ? 'up' : difference.high! < 0 ? 'down' : 'none';
    return { scenario: id, against, indicator, expected: sign, told: found ?? sign, found: shown, difference };
  });
}

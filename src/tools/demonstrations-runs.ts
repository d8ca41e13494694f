import { type Indicator, indicators, type RunRequest, type RunResult, type Territory } from '../engine/index.ts';
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

type Run = (requests: readonly RunRequest[]) => Promise<readonly RunResult[]>;

/** Plays every demonstration and all that they compare themselves with, each rule book once, on the same people and luck, and reads each expectation. */
export async function showDemonstrations(run: Run): Promise<Shown[]> {
  const { replications, ...request } = asked;
  const books = new Map<string, Set<string>>();
  const territoryOf = (id: string) => findScenario(id)?.territory ?? USUAL_TERRITORY;
  const expectationsOf = (id: string) => findScenario(id)?.expects ?? [];
  for (const id of demonstrations) {
    const here = books.get(territoryOf(id)) ?? new Set();
    books.set(territoryOf(id), here);
    for (const book of [id, ...expectationsOf(id).map(({ against }) => against)]) here.add(book);
  }
  const places = await Promise.all([...books].map(async ([id, here]) => [(await loadTerritory(id)) as Territory, [...here]] as const));
  // The rule books of a replication follow one another, since they begin with the same world.
  const requests = places.flatMap(([territory, here]) =>
    Array.from({ length: replications }, (_, replication) =>
      here.map((book) => ({ book, ask: { ...request, replication, territory, rules: rulesOf(book) } satisfies RunRequest })),
    ).flat(),
  );
  const results = await run(requests.map(({ ask }) => ask));
  const of = (book: string, territory: string) => results.filter((_, k) => requests[k]!.book === book && requests[k]!.ask.territory.id === territory);
  return demonstrations.flatMap((id) =>
    expectationsOf(id).map(({ indicator: name, sign, against, found }) => {
      const indicator = indicators.find((i) => i.id === name)!;
      const read = (book: string) => closedValues([indicator], of(book, territoryOf(id)))[name]!;
      const [mine, theirs] = [read(id), read(against)];
      const difference = estimate(
        mine.map((value, r) => value - theirs[r]!),
        'paired-difference',
      );
      const shown = difference.low! > 0 ? 'up' : difference.high! < 0 ? 'down' : 'none';
      return { scenario: id, against, indicator, expected: sign, told: found ?? sign, found: shown, difference };
    }),
  );
}

import type { Rules, Territory, Text } from '../../src/engine/index.ts';
import type { KnownPosterior } from '../../src/io/posterior.ts';
import type { Read } from '../../src/io/problem.ts';
import type { Scenario } from '../../src/io/scenario.ts';

export interface TerritoryEntry {
  readonly id: string;
  readonly code: string;
  readonly label: Text;
  readonly preset: boolean;
  /** France when it is not stated. */
  readonly country?: string;
}

/** A scenario, and the rule book it comes to. */
export type Ruled = Scenario & { readonly rules: Rules };

/** What the page can choose from: built-in scenarios with their rules, and territories, loaded when asked for. */
export interface Library {
  readonly scenarios: readonly Ruled[];
  readonly territories: readonly TerritoryEntry[];
  /** Reads a file that starts from these scenarios, or from none, as the command line reads it. */
  readScenario(source: Uint8Array, file: string): Read<Ruled>;
  loadTerritory(id: string): Promise<Territory>;
  /** Id of the posterior fitted on what is published in the country of a territory. */
  posteriorOf(territory: string): string;
  loadPosterior(id: string): Promise<KnownPosterior>;
}

import type { Rules, Territory, Text } from '../../src/engine/index.ts';
import type { KnownPosterior } from '../../src/io/posterior.ts';
import type { Scenario } from '../../src/io/scenario.ts';

export interface TerritoryEntry {
  readonly id: string;
  readonly code: string;
  readonly label: Text;
  readonly preset: boolean;
  /** France when it is not stated. */
  readonly country?: string;
}

/** What the page can choose from: built-in scenarios with their rules, and territories, loaded when asked for. */
export interface Library {
  readonly scenarios: readonly (Scenario & { readonly rules: Rules })[];
  readonly territories: readonly TerritoryEntry[];
  loadTerritory(id: string): Promise<Territory>;
  /** Id of the posterior fitted on what is published in the country of a territory. */
  posteriorOf(territory: string): string;
  loadPosterior(id: string): Promise<KnownPosterior>;
}

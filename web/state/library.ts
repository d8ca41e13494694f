import type { Rules, Territory, Text } from '../../src/engine/index.ts';
import type { Scenario } from '../../src/io/scenario.ts';

export interface TerritoryEntry {
  readonly id: string;
  readonly code: string;
  readonly label: Text;
  readonly preset: boolean;
}

/** What the page can choose from: built-in scenarios with their rules, and territories, loaded when asked for. */
export interface Library {
  readonly scenarios: readonly (Scenario & { readonly rules: Rules })[];
  readonly territories: readonly TerritoryEntry[];
  loadTerritory(id: string): Promise<Territory>;
}

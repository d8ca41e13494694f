import { indicators, type Lever, levers, mechanisms, type Parameter, parameters } from '../engine/index.ts';

/** The names a file may use, and what each stands for. */
export interface Catalogue {
  /** Every lever and parameter by id, levers included. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly levers: readonly Lever[];
  /** Keys of mechanisms. */
  readonly mechanisms: readonly string[];
  /** Keys of mechanisms by the number they go by in texts, `M5`. */
  readonly mechanismIds?: ReadonlyMap<string, string>;
  /** Ids of scenarios, when they are known: a base is then checked, and the nearest proposed. */
  readonly scenarios?: readonly string[];
  /** Ids of indicators, when they are known. */
  readonly indicators?: readonly string[];
}

/** What the engine declares. */
export const engineCatalogue: Catalogue = {
  parameters,
  levers,
  mechanisms: mechanisms.map(({ key }) => key),
  mechanismIds: new Map(mechanisms.map(({ id, key }) => [id, key])),
  indicators: indicators.map(({ id }) => id),
};

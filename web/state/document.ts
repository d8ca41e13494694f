/** One rule book of the tray: a scenario as published, or a copy of it with some levers moved. */
export interface Slot {
  /** Id of a built-in scenario. */
  readonly base: string;
  /** Present on a copy, even when nothing has been moved yet. */
  readonly overrides?: Readonly<Record<string, number>>;
}

export type Lang = 'fr' | 'en';

/** How results are looked at. Nothing here changes a figure. */
export interface Lens {
  readonly lang: Lang;
  /** Indicator of the time series. */
  readonly indicator: string;
  /** All indicators, or the main ones. */
  readonly all: boolean;
}

/** Everything the page shows follows from this and from nothing else. The first slot is the reference. */
export interface Document {
  readonly territory: string;
  readonly population: number;
  readonly months: number;
  readonly replications: number;
  readonly seed: string;
  /** Whether replications draw the parameters that published levels leave unknown. Else all are at their default values. */
  readonly unknowns: boolean;
  readonly scenarios: readonly Slot[];
  readonly lens: Lens;
}

export const MOST_SCENARIOS = 8;

/** Bounds of what can be asked in the page. */
export const bounds = {
  population: [500, 200_000],
  months: [12, 360],
  replications: [1, 1000],
} as const;

/** What opens: small enough for a first estimate within seconds on two cores, and the page says so. */
export const opening: Document = {
  territory: 'aude',
  population: 3000,
  months: 120,
  replications: 30,
  seed: 'parcours',
  unknowns: false,
  scenarios: [{ base: 'status-quo' }, { base: 'gip-joint-evaluation' }],
  lens: { lang: 'fr', indicator: '', all: false },
};

export const letterOf = (place: number): string => String.fromCharCode(65 + place);

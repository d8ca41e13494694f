import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Indicator, indicators, modelVersion, parameters, type Territory } from '../../src/engine/index.ts';
import { drawingOf } from '../../src/experiments/posterior.ts';
import type { KnownPosterior } from '../../src/io/posterior.ts';
import { decodeAddress, encodeAddress, type Names, type Notice } from './address.ts';
import type { Document, Lens } from './document.ts';
import { createHistory } from './history.ts';
import { loadedFor } from './loaded.ts';
import type { Library } from './library.ts';
import type { Asked } from './outcome.ts';
import { plannedOf } from './planned.ts';

export interface Store {
  readonly document: ReadonlySignal<Document>;
  readonly notices: ReadonlySignal<readonly Notice[]>;
  /** Why the territory or the posterior could not be read, if one could not. */
  readonly failure: ReadonlySignal<string | null>;
  readonly territory: ReadonlySignal<Territory | null>;
  /** Where replications draw their parameters, once it is there; null when they draw none. */
  readonly posterior: ReadonlySignal<KnownPosterior | null>;
  /** What has to be run, once what it needs is there. Changes only when a figure may. */
  readonly experiment: ReadonlySignal<Asked | null>;
  /** Indicators of the table shown. */
  readonly shown: ReadonlySignal<readonly Indicator[]>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Changes the question. Changes under one `mark`, made in a row, are undone together. */
  change(part: Partial<Omit<Document, 'lens'>>, mark?: string): void;
  /** Changes the way of looking. No figure moves, no step to undo. */
  look(part: Partial<Lens>): void;
  undo(): void;
  redo(): void;
  /** Reads an address, and says what of it could not be kept. */
  open(hash: string): void;
  address(): string;
  dismiss(): void;
}

/** The part of a document that figures depend on, as one text. */
const questionOf = ({ lens: _, ...question }: Document): string => JSON.stringify(question);

/** One and the same list each time: a new one would ask for a new run. */
const shownFirst: readonly Indicator[] = indicators.filter((indicator) => indicator.main);

/** The one store of the page: one immutable document, read from the address, and what follows from it. */
export function createStore(library: Library, hash: string): Store {
  const first = decodeAddress(hash, namesOf(library));
  const history = createHistory<Document>(first.document);
  const notices = signal(first.notices);
  const document = history.current;
  const question = computed(() => questionOf(document.value));
  const { found: territory, failure: noTerritory } = loadedFor(
    computed(() => document.value.territory),
    library.loadTerritory,
  );
  const { found: posterior, failure: noPosterior } = loadedFor(
    computed(() => (document.value.unknowns ? library.posteriorOf(document.value.territory) : null)),
    library.loadPosterior,
  );
  const experiment = computed((): Asked | null => {
    void question.value;
    const { scenarios, population, months, seed, replications, unknowns } = document.peek();
    if (!territory.value || (unknowns && !posterior.value)) return null;
    return {
      scenarios: scenarios.map((slot, place) => plannedOf(slot, place, library)),
      territory: territory.value,
      population,
      months,
      seed,
      replications,
      ...(posterior.value && drawingOf(posterior.value, seed)),
    };
  });
  return {
    document,
    notices,
    failure: computed(() => noTerritory.value ?? noPosterior.value),
    territory,
    posterior,
    experiment,
    shown: computed(() => (document.value.lens.all ? indicators : shownFirst)),
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    change: (part, mark) => history.change({ ...document.peek(), ...part }, mark),
    look: (part) => history.settle({ ...document.peek(), lens: { ...document.peek().lens, ...part } }),
    undo: history.undo,
    redo: history.redo,
    open(hash) {
      const opened = decodeAddress(hash, namesOf(library));
      notices.value = opened.notices;
      history.change(opened.document);
    },
    address: () => encodeAddress(document.peek(), modelVersion),
    dismiss: () => {
      notices.value = [];
    },
  };
}

/** What an address may name. */
export const namesOf = ({ scenarios, territories }: Library): Names => ({
  modelVersion,
  territories: territories.map(({ id }) => id),
  scenarios: scenarios.map(({ id }) => id),
  indicators: indicators.map(({ id }) => id),
  parameters,
});

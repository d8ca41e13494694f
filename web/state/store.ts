import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Indicator, indicators, levers, modelVersion, type Territory } from '../../src/engine/index.ts';
import type { Experiment } from '../../src/experiments/plan.ts';
import { decodeAddress, encodeAddress, type Names, type Notice } from './address.ts';
import type { Document, Lens } from './document.ts';
import { createHistory } from './history.ts';
import type { Library } from './library.ts';
import { plannedOf } from './planned.ts';

export interface Store {
  readonly document: ReadonlySignal<Document>;
  readonly notices: ReadonlySignal<readonly Notice[]>;
  /** Why the territory could not be read, if it could not. */
  readonly failure: ReadonlySignal<string | null>;
  readonly territory: ReadonlySignal<Territory | null>;
  /** What has to be run, once the territory is there. Changes only when a figure may. */
  readonly experiment: ReadonlySignal<Experiment | null>;
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
  const failure = signal<string | null>(null);
  const loaded = signal<Territory | null>(null);
  const document = history.current;
  const question = computed(() => questionOf(document.value));
  const territory = computed(() => (loaded.value?.id === document.value.territory ? loaded.value : null));
  const asked = computed(() => document.value.territory);
  asked.subscribe((id) => {
    library.loadTerritory(id).then(
      (found) => {
        if (asked.peek() !== id) return;
        loaded.value = found;
        failure.value = null;
      },
      (reason: unknown) => {
        failure.value = String(reason);
      },
    );
  });
  const experiment = computed((): Experiment | null => {
    void question.value;
    const { scenarios, population, months, seed, replications } = document.peek();
    if (!territory.value) return null;
    return { scenarios: scenarios.map((slot, place) => plannedOf(slot, place, library)), territory: territory.value, population, months, seed, replications };
  });
  return {
    document,
    notices,
    failure,
    territory,
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
  levers,
});

import { computed, type ReadonlySignal, signal } from '@preact/signals';

const MOST_STEPS = 100;

export interface History<T> {
  readonly current: ReadonlySignal<T>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Replaces the value. Changes under one `mark`, made in a row, are undone together. */
  change(next: T, mark?: string): void;
  /** Replaces the value without a step: for what is not a decision of the reader. */
  settle(next: T): void;
  undo(): void;
  redo(): void;
}

/** One immutable value and the way back: the only place where the page's document changes. */
export function createHistory<T>(first: T): History<T> {
  const current = signal(first);
  const past = signal<readonly T[]>([]);
  const future = signal<readonly T[]>([]);
  let lastMark: string | undefined;

  function step(from: typeof past, to: typeof past) {
    const next = from.value.at(-1);
    if (next === undefined) return;
    from.value = from.value.slice(0, -1);
    to.value = [...to.value, current.value];
    current.value = next;
    lastMark = undefined;
  }

  return {
    current,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    change(next, mark) {
      if (mark === undefined || mark !== lastMark) past.value = [...past.value, current.value].slice(-MOST_STEPS);
      lastMark = mark;
      future.value = [];
      current.value = next;
    },
    settle(next) {
      current.value = next;
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
  };
}

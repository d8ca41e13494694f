import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** What is loaded for the id asked for last: null until it is there, and while none is asked for. `failure` says why it will not come. */
export function loadedFor<T>(
  asked: ReadonlySignal<string | null>,
  load: (id: string) => Promise<T>,
): { readonly found: ReadonlySignal<T | null>; readonly failure: ReadonlySignal<string | null> } {
  const loaded = signal<{ readonly id: string; readonly value: T } | null>(null);
  const failure = signal<string | null>(null);
  asked.subscribe((id) => {
    failure.value = null;
    if (id === null) return;
    load(id).then(
      (value) => {
        if (asked.peek() === id) loaded.value = { id, value };
      },
      (reason: unknown) => {
        if (asked.peek() === id) failure.value = String(reason);
      },
    );
  });
  return { found: computed(() => (loaded.value?.id === asked.value ? (loaded.value?.value ?? null) : null)), failure };
}

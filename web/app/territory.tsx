import type { Dictionary } from '../i18n/index.ts';
import type { Library, TerritoryEntry } from '../state/library.ts';
import type { Store } from '../state/store.ts';

/** Choice of the territory, presets first, and the portrait of the one chosen. */
export function TerritoryPanel({ store, library, words }: { readonly store: Store; readonly library: Library; readonly words: Dictionary }) {
  const { territory, lens } = store.document.value;
  const found = store.territory.value;
  const failure = store.failure.value;
  const option = ({ id, label, code }: TerritoryEntry) => (
    <option key={id} value={id}>
      {label[lens.lang]} ({code})
    </option>
  );
  const rest = library.territories.filter(({ preset }) => !preset);
  return (
    <section class="panel" aria-labelledby="territory-title">
      <h2 id="territory-title">
        <label for="territory">{words.territory}</label>
      </h2>
      <select id="territory" value={territory} onChange={(event) => store.change({ territory: event.currentTarget.value })}>
        <optgroup label={words.presets}>{library.territories.filter(({ preset }) => preset).map(option)}</optgroup>
        {rest.length > 0 && <optgroup label={words.otherTerritories}>{rest.map(option)}</optgroup>}
      </select>
      <p class="quiet portrait">{found ? found.portrait?.[lens.lang] : failure ? words.failed(failure) : words.territoryLoading}</p>
    </section>
  );
}

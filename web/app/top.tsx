import type { Dictionary } from '../i18n/index.ts';
import type { Lang } from '../state/document.ts';
import type { Store } from '../state/store.ts';

const languages: readonly (readonly [Lang, string])[] = [
  ['fr', 'Français'],
  ['en', 'English'],
];

/** Name of the product, languages, undo and redo. */
export function Top({ store, words }: { readonly store: Store; readonly words: Dictionary }) {
  const { lang } = store.document.value.lens;
  return (
    <header class="top">
      <div class="frame">
        <p class="brand">{words.productName}</p>
        <p class="tagline quiet">{words.tagline}</p>
        <div class="tools">
          <button type="button" disabled={!store.canUndo.value} aria-label={words.undo} onClick={store.undo}>
            ↶ {words.undoShort}
          </button>
          <button type="button" disabled={!store.canRedo.value} aria-label={words.redo} onClick={store.redo}>
            ↷ {words.redoShort}
          </button>
        </div>
        <fieldset class="tools">
          <legend class="unseen">{words.languageSwitch}</legend>
          {languages.map(([id, name]) => (
            <button key={id} type="button" lang={id} aria-pressed={lang === id} onClick={() => store.look({ lang: id })}>
              {name}
            </button>
          ))}
        </fieldset>
      </div>
    </header>
  );
}

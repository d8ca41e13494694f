import { useSignalEffect } from '@preact/signals';
import { dictionaries } from '../i18n/index.ts';
import type { Library } from '../state/library.ts';
import type { Session } from '../state/session.ts';
import type { Store } from '../state/store.ts';
import { Bottom } from './bottom.tsx';
import { Evidence } from './evidence.tsx';
import { Notices } from './notices.tsx';
import { Results } from './results.tsx';
import { RunSettings, RunTray } from './run-panel.tsx';
import { TerritoryPanel } from './territory.tsx';
import { Top } from './top.tsx';
import { Tray } from './tray.tsx';

interface AppProps {
  readonly store: Store;
  readonly session: Session;
  readonly library: Library;
}

/** A button and not a link: the hash part of the address holds the comparison. */
const skipTo = () => document.querySelector<HTMLElement>('#results')?.focus();

/** The page: what is asked on one side, what comes out on the other. */
export function App({ store, session, library }: AppProps) {
  const { lens, territory } = store.document.value;
  const words = dictionaries[lens.lang];
  const name = library.territories.find(({ id }) => id === territory)?.label[lens.lang] ?? territory;
  useSignalEffect(() => {
    document.documentElement.lang = store.document.value.lens.lang;
    document.title = words.documentTitle(name);
  });
  return (
    <>
      <button type="button" class="skip" onClick={skipTo}>
        {words.skip}
      </button>
      <Top store={store} words={words} />
      <main class="frame">
        <Notices store={store} words={words} />
        <div class="columns">
          <section class="settings" aria-label={words.settings}>
            <TerritoryPanel store={store} library={library} words={words} />
            <Tray store={store} library={library} words={words} />
            <RunSettings store={store} words={words} />
          </section>
          <section class="answer" id="results" aria-label={words.results} tabIndex={-1}>
            <h1>{words.question(name)}</h1>
            <RunTray store={store} session={session} words={words} />
            <Results store={store} session={session} words={words} />
            <Evidence store={store} words={words} />
          </section>
        </div>
      </main>
      <Bottom store={store} session={session} words={words} />
    </>
  );
}

import { render } from 'preact';
import { effect } from '@preact/signals';
import { createPool } from '../src/workers/pool.ts';
import { spawnBrowser } from '../src/workers/spawn.browser.ts';
import { App } from './app/app.tsx';
import { builtInLibrary } from './state/built-in.ts';
import { createSession } from './state/session.ts';
import { createStore } from './state/store.ts';

const MOST_WORKERS = 16;
/** A lever that is being dragged runs once it rests. */
const REST = 350;

const library = builtInLibrary();
const store = createStore(library, location.hash);
const running = createSession(createPool({ spawn: spawnBrowser, size: Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2)) }));

addEventListener('hashchange', () => location.hash !== store.address() && store.open(location.hash));

let rest: ReturnType<typeof setTimeout> | undefined;
/** Stopping also forgets a run that was about to start. */
const session = {
  ...running,
  stop(): void {
    clearTimeout(rest);
    running.stop();
  },
};

let asked: readonly unknown[] = [];
effect(() => {
  const experiment = store.experiment.value;
  const indicators = store.shown.value;
  // A change of language or of the indicator shown asks for no new run.
  if (!experiment || (asked[0] === experiment && asked[1] === indicators)) return;
  asked = [experiment, indicators];
  clearTimeout(rest);
  rest = setTimeout(() => session.start(experiment, indicators), session.outcome.peek() ? REST : 0);
});

let written: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  void store.document.value;
  clearTimeout(written);
  written = setTimeout(() => history.replaceState(null, '', store.address()), REST);
});

render(<App store={store} session={session} library={library} />, document.querySelector('#app') as HTMLElement);

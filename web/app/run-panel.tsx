import { useEffect, useState } from 'preact/hooks';
import { realPeople } from '../../src/experiments/people.ts';
import { formatNumber } from '../../src/io/format.ts';
import type { Dictionary } from '../i18n/index.ts';
import { bounds } from '../state/document.ts';
import { capital } from '../parts/view.ts';
import type { Progress, Session } from '../state/session.ts';
import type { Store } from '../state/store.ts';
import { Unknowns } from './unknowns.tsx';

interface RunPanelProps {
  readonly store: Store;
  readonly session: Session;
  readonly words: Dictionary;
}

const TENTH = 10;

function timeLeft({ secondsLeft }: Progress, store: Store, words: Dictionary): string {
  const { lang } = store.document.value.lens;
  if (secondsLeft === null) return words.remainingUnknown;
  if (secondsLeft < 90) return words.remainingSeconds(formatNumber(Math.ceil(secondsLeft), lang));
  return words.remainingMinutes(formatNumber(Math.ceil(secondsLeft / 60), lang));
}

/** What the run is doing, in words. */
export function statusOf(progress: Progress, store: Store, words: Dictionary): string {
  const { lang } = store.document.value.lens;
  const [done, total] = [progress.done, progress.total].map((n) => formatNumber(n, lang)) as [string, string];
  if (progress.state === 'idle') return words.preparing;
  if (progress.state === 'done') return words.progressDone(total);
  if (progress.state === 'stopped') return words.progressStopped(done, total);
  if (progress.state === 'failed') return words.progressFailed;
  return `${words.progress(done, total)}, ${timeLeft(progress, store, words)}`;
}

/** Whether what is known answers an older question than the one asked. */
const isStale = ({ outcome }: Session, store: Store): boolean => outcome.value !== null && outcome.value.experiment !== store.experiment.value;

/** Said aloud: not the sentence that stands beside the bar, which would be read twice. */
function announced(progress: Progress, store: Store, words: Dictionary): string {
  const tenth = Math.floor(progress.share * TENTH) * TENTH;
  if (progress.state === 'done') return words.announceDone;
  if (progress.state === 'stopped') return words.announceStopped;
  if (progress.state === 'running') return tenth > 0 ? words.announce(String(tenth)) : '';
  return statusOf(progress, store, words);
}

/** Says that figures are out of date, how far the run is every tenth of the way, and how it ended, without taking the focus. */
function Announcer({ store, session, words }: RunPanelProps) {
  const progress = session.progress.value;
  const over = progress.state === 'stopped' || progress.state === 'failed';
  const text = isStale(session, store) && !over ? `${capital(words.stale)}.` : announced(progress, store, words);
  return (
    <p class="unseen" role="status" aria-live="polite">
      {text}
    </p>
  );
}

const MOST_TO_PROPOSE = 500;

/** The fewest replications that would settle one more indicator, when that is within reach. */
function worthAsking({ outcome }: Session, shown: readonly { readonly id: string }[]): number | undefined {
  const result = outcome.value?.result;
  const needed = result?.differences.flatMap(({ indicators }) =>
    shown.flatMap(({ id }) => {
      const finding = indicators[id]?.finding;
      return finding?.word === 'no-difference' && finding.needed !== null ? [finding.needed] : [];
    }),
  );
  const within = needed?.filter((n) => n > result!.replications && n <= MOST_TO_PROPOSE) ?? [];
  return within.length > 0 ? Math.min(...within) : undefined;
}

/** Progress of the run, its end, and the button that stops it at once. */
export function RunTray({ store, session, words }: RunPanelProps) {
  const progress = session.progress.value;
  const experiment = store.experiment.value;
  const waits = progress.state === 'done' && isStale(session, store);
  const more = progress.state === 'done' && !waits ? worthAsking(session, store.shown.value) : undefined;
  const resume = () => experiment && session.start(experiment, store.shown.value);
  return (
    <section class="run" aria-label={words.run} data-run={progress.state}>
      <progress max={1} value={progress.share} aria-label={words.run} />
      <p class="run-state">{waits ? words.preparing : statusOf(progress, store, words)}</p>
      {progress.state === 'running' && (
        <button type="button" onClick={session.stop}>
          {words.cancel}
        </button>
      )}
      {(progress.state === 'stopped' || progress.state === 'failed') && (
        <button type="button" class="primary" onClick={resume}>
          {words.resume}
        </button>
      )}
      {more !== undefined && (
        <button type="button" onClick={() => store.change({ replications: more })}>
          {words.moreReplications(formatNumber(more, store.document.value.lens.lang))}
        </button>
      )}
      {experiment === null && store.failure.value && <p>{words.failed(store.failure.value)}</p>}
      {progress.state === 'failed' && progress.reason && <p class="quiet">{words.failed(progress.reason)}</p>}
      <Announcer store={store} session={session} words={words} />
    </section>
  );
}

interface WholeProps {
  readonly id: 'replications' | 'population' | 'months';
  readonly label: string;
  readonly help?: string | undefined;
  readonly store: Store;
}

/** A whole number within bounds; what is out of them is brought back when the field is left. */
function Whole({ id, label, help, store }: WholeProps) {
  const value = store.document.value[id];
  const [low, high] = bounds[id];
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const settle = () => {
    const next = Math.round(Number(text));
    const kept = text.trim() === '' || !Number.isFinite(next) ? value : Math.max(low, Math.min(high, next));
    setText(String(kept));
    if (kept !== value) store.change({ [id]: kept });
  };
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        min={low}
        max={high}
        step={1}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={settle}
        onBlur={settle}
      />
      {help && <span class="quiet">{help}</span>}
    </label>
  );
}

/** Size of the run: how many replications, people, months, and which luck; and what of the parameters is drawn. */
export function RunSettings({ store, words }: Omit<RunPanelProps, 'session'>) {
  const { seed, population, lens } = store.document.value;
  const [text, setText] = useState(seed);
  useEffect(() => setText(seed), [seed]);
  const territory = store.territory.value;
  const each = territory ? formatNumber(realPeople(territory) / population, lens.lang, 1) : undefined;
  const settle = () => (text.trim() === '' ? setText(seed) : text !== seed && store.change({ seed: text }));
  return (
    <details class="panel size">
      <summary>{words.runSettings}</summary>
      <Whole id="replications" label={words.replications} help={words.replicationsHelp} store={store} />
      <Unknowns store={store} words={words} />
      <Whole id="population" label={words.population} help={each && words.populationHelp(each)} store={store} />
      <Whole id="months" label={words.months} store={store} />
      <label class="field">
        <span>{words.seed}</span>
        <input type="text" maxLength={100} value={text} onInput={(event) => setText(event.currentTarget.value)} onChange={settle} />
        <span class="quiet">{words.seedHelp}</span>
      </label>
    </details>
  );
}

import { indicators, modelVersion } from '../../src/engine/index.ts';
import { formatNumber } from '../../src/io/format.ts';
import type { Dictionary } from '../i18n/index.ts';
import { Consequences } from '../parts/consequences.tsx';
import { DotsFigure } from '../parts/dots-figure.tsx';
import { Headline } from '../parts/headline.tsx';
import { SeriesFigure } from '../parts/series-figure.tsx';
import type { View } from '../parts/view.ts';
import { letterOf } from '../state/document.ts';
import type { Session } from '../state/session.ts';
import type { Store } from '../state/store.ts';

interface ResultsProps {
  readonly store: Store;
  readonly session: Session;
  readonly words: Dictionary;
}

/** The outcome as its readers need it; null before the first one, or while its indicators are not those asked for. */
function viewOf({ store, session, words }: ResultsProps): View | null {
  const outcome = session.outcome.value;
  const { lang } = store.document.value.lens;
  if (!outcome) return null;
  const { result, experiment } = outcome;
  const known = result.scenarios[0]!.indicators;
  const shown = store.shown.value.filter(({ id }) => known[id]);
  const [people, months, n] = [result.population, result.months, result.replications].map((value) => formatNumber(value, lang)) as [string, string, string];
  const source = words.source(modelVersion, experiment.territory.label[lang], people, months, n, result.seed);
  const legend = result.scenarios.map(({ title }, place) => (place === 0 ? words.legendReference : words.legend)(letterOf(place), title[lang]));
  return { outcome, shown, lang, words, source, legend };
}

function Size({ view, session, words, stale }: { readonly view: View; readonly session: Session; readonly words: Dictionary; readonly stale: boolean }) {
  const { result } = view.outcome;
  const { state, total } = session.progress.value;
  const [people, months, n] = [result.population, result.months, result.replications].map((value) => formatNumber(value, view.lang)) as [
    string,
    string,
    string,
  ];
  return (
    <p class="quiet">
      {stale && <strong class="provisional">{words.stale} </strong>}
      {!stale && state !== 'done' && <strong class="provisional">{words.provisional(n, formatNumber(total, view.lang))}. </strong>}
      {words.sizeNote(people, months, n)} {words.warning}
    </p>
  );
}

/** Headline, figures and table: what the last outcome says, growing while the run goes on. */
export function Results(props: ResultsProps) {
  const { store, session, words } = props;
  const view = viewOf(props);
  const { lens } = store.document.value;
  if (!view || view.shown.length === 0) return <p class="waiting">{words.headlineWait}</p>;
  const stale = view.outcome.experiment !== store.experiment.value;
  const indicator = view.shown.find(({ id }) => id === lens.indicator) ?? view.shown[0] ?? indicators[0]!;
  return (
    <div class={stale ? 'results stale' : 'results'} aria-busy={stale || session.progress.value.state === 'running'}>
      <Headline view={view} />
      <Size view={view} session={session} words={words} stale={stale} />
      <DotsFigure view={view} />
      <SeriesFigure view={view} indicator={indicator} onChoose={(id) => store.look({ indicator: id })} />
      <Consequences view={view} all={lens.all} onAll={(all) => store.look({ all })} />
    </div>
  );
}

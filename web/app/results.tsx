import { useMemo } from 'preact/hooks';
import { type Indicator, indicators, modelVersion, type Territory } from '../../src/engine/index.ts';
import { formatNumber } from '../../src/io/format.ts';
import { vocabularyOf } from '../../src/io/i18n/vocabulary.ts';
import type { Dictionary } from '../i18n/index.ts';
import { Consequences } from '../parts/consequences.tsx';
import { DotsFigure } from '../parts/dots-figure.tsx';
import { Headline } from '../parts/headline.tsx';
import { SeriesFigure } from '../parts/series-figure.tsx';
import { tooEarly, type View } from '../parts/view.ts';
import { letterOf } from '../state/document.ts';
import type { Outcome } from '../state/outcome.ts';
import type { Session } from '../state/session.ts';
import type { Store } from '../state/store.ts';

interface ResultsProps {
  readonly store: Store;
  readonly session: Session;
  readonly words: Dictionary;
}

/** An indicator under the name the institutions of a territory give it. */
function named(indicator: Indicator, territory: Territory): Indicator {
  const [fr, en] = (['fr', 'en'] as const).map((lang) => vocabularyOf(territory, lang).indicators[indicator.id]);
  return fr && en ? { ...indicator, label: { fr, en } } : indicator;
}

/** Why no verdict may be said yet: the figures answer an older question, or too few replications are in. */
function whyWithheld({ result, experiment }: Outcome, { store, words }: ResultsProps): string | null {
  const { territory, lens } = store.document.value;
  if (experiment !== store.experiment.value)
    return experiment.territory.id === territory ? words.stale : words.staleTerritory(experiment.territory.label[lens.lang]);
  if (!tooEarly(result.replications, experiment.replications)) return null;
  return words.early(formatNumber(result.replications, lens.lang), formatNumber(experiment.replications, lens.lang));
}

/** The outcome as its readers need it; null before the first one, or while its indicators are not those asked for. */
function useView(props: ResultsProps): View | null {
  const { store, session, words } = props;
  const outcome = session.outcome.value;
  const { lang } = store.document.value.lens;
  const asked = store.shown.value;
  const shown = useMemo(() => {
    const known = asked.filter(({ id }) => outcome?.result.scenarios[0]?.indicators[id]);
    return outcome ? known.map((indicator) => named(indicator, outcome.experiment.territory)) : [];
  }, [asked, outcome]);
  if (!outcome) return null;
  const { result, experiment } = outcome;
  const [people, months, n] = [result.population, result.months, result.replications].map((value) => formatNumber(value, lang)) as [string, string, string];
  const known = words.source(modelVersion, experiment.territory.label[lang], people, months, n, result.seed);
  const source = result.posterior ? words.sourceDrawn(known, result.posterior.id) : known;
  const legend = result.scenarios.map(({ title }, place) => (place === 0 ? words.legendReference : words.legend)(letterOf(place), title[lang]));
  const stale = experiment !== store.experiment.value;
  return { outcome, shown, lang, words, vocabulary: experiment.territory.vocabulary, withheld: whyWithheld(outcome, props), stale, source, legend };
}

function Size({ view, session, words }: { readonly view: View; readonly session: Session; readonly words: Dictionary }) {
  const { result } = view.outcome;
  const { state, total } = session.progress.value;
  const [people, months, n] = [result.population, result.months, result.replications].map((value) => formatNumber(value, view.lang)) as [
    string,
    string,
    string,
  ];
  return (
    <p class="quiet">
      {view.withheld === null && state !== 'done' && <strong class="provisional">{words.provisional(n, formatNumber(total, view.lang))}. </strong>}
      {words.sizeNote(people, months, n)}{' '}
      {result.posterior ? words.warningDrawn(result.posterior.id, formatNumber(result.posterior.particles, view.lang)) : words.warning}
    </p>
  );
}

/** Headline, figures and table: what the last outcome says, growing while the run goes on. */
export function Results(props: ResultsProps) {
  const { store, session, words } = props;
  const view = useView(props);
  const { lens } = store.document.value;
  if (!view || view.shown.length === 0) return <p class="waiting">{words.headlineWait}</p>;
  const { stale } = view;
  const indicator = view.shown.find(({ id }) => id === lens.indicator) ?? view.shown[0] ?? indicators[0]!;
  return (
    <div class={stale ? 'results stale' : 'results'} aria-busy={stale || session.progress.value.state === 'running'}>
      <Headline view={view} />
      <Size view={view} session={session} words={words} />
      <DotsFigure view={view} />
      <SeriesFigure view={view} indicator={indicator} onChoose={(id) => store.look({ indicator: id })} />
      <Consequences view={view} all={lens.all} onAll={(all) => store.look({ all })} />
    </div>
  );
}

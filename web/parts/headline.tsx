import type { Indicator } from '../../src/engine/index.ts';
import type { Difference } from '../../src/experiments/types.ts';
import { findingSentence } from '../../src/experiments/words.ts';
import { formatNumber } from '../../src/io/format.ts';
import { sentence } from '../../src/io/sentence.ts';
import { heldIn, type Other, others, titleAt, told, verdict, type View } from './view.ts';

/** Of each kind, in the order of the table: what is better and what is worse get the same room. */
const MOST_LINES = 3;

const count = (differences: readonly Difference[], wanted: 'better' | 'worse') =>
  differences.filter(({ finding }) => finding.word === 'difference' && finding.verdict === wanted).length;

/** One sentence on a scenario: what the reader came for. */
export function headline({ title, differences }: Other, { shown, words, lang, outcome }: Pick<View, 'shown' | 'words' | 'lang' | 'outcome'>): string {
  const all = shown.map(({ id }) => differences[id]!);
  const n = formatNumber(outcome.result.replications, lang);
  if (all.every(({ finding }) => finding.word === 'unknown')) return words.headlineOne;
  if (all.every(({ finding }) => finding.word === 'identical')) return words.headlineSame(title);
  const better = count(all, 'better');
  const worse = count(all, 'worse');
  const [many, few, total] = [better, worse, all.length].map((size) => (size === 1 ? words.countOne : formatNumber(size, lang))) as [string, string, string];
  if (better > 0 && worse > 0) return words.headlineMixed(title, many, few, total);
  if (better > 0) return words.headlineBetter(title, many, total);
  if (worse > 0) return words.headlineWorse(title, few, total);
  return all.some(told) ? words.headlineNeutral(title) : words.headlineNone(title, n);
}

function Line({ indicator, difference, view }: { readonly indicator: Indicator; readonly difference: Difference; readonly view: View }) {
  const { tone } = verdict(difference, view.words);
  const held = heldIn(difference, view);
  return (
    <li class={`finding ${tone}`}>
      <strong>{indicator.label[view.lang]}</strong>
      <span>
        {sentence(findingSentence(difference, indicator), view.lang)}
        {held && <span class="quiet"> ({held})</span>}
      </span>
    </li>
  );
}

function Story({ other, view }: { readonly other: Other; readonly view: View }) {
  const clear = view.shown.filter(({ id, better }) => better !== 'neutral' && told(other.differences[id]!));
  const these = (wanted: 'better' | 'worse') => clear.filter(({ id }) => verdict(other.differences[id]!, view.words).tone === wanted).slice(0, MOST_LINES);
  const first = [...these('better'), ...these('worse')];
  const untold = view.shown.filter(({ id }) => !told(other.differences[id]!)).length;
  return (
    <div class="story">
      <h2>
        <span class={`letter-badge s${other.place}`}>{other.letter}</span> {headline(other, view)}
      </h2>
      <ul class="findings">
        {first.map((indicator) => (
          <Line key={indicator.id} indicator={indicator} difference={other.differences[indicator.id]!} view={view} />
        ))}
      </ul>
      {clear.length > 0 && <p class="quiet">{view.words.untoldCount(untold, view.shown.length)}</p>}
    </div>
  );
}

/** The answer, before any chart: for each other rule book, a sentence and its clearest differences. */
export function Headline({ view }: { readonly view: View }) {
  return (
    <div class="headline panel">
      <p class="quiet">{view.words.headlineAgainst(titleAt(view, 0))}</p>
      {others(view).map((other) => (
        <Story key={other.letter} other={other} view={view} />
      ))}
    </div>
  );
}

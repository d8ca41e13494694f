import { findingSentence } from '../../src/experiments/words.ts';
import { formatNumber } from '../../src/io/format.ts';
import { sentence } from '../../src/io/sentence.ts';
import { firstDifference } from '../state/changes.ts';
import { type Findings, findingsOf, forPeople, type Found, inPlainWords, listed, nameOf } from './finding.ts';
import { capital, heldIn, type Other, others, titleAt, verdict, type View } from './view.ts';

/** Of each kind: what is better and what is worse get the same room. */
const MOST_CLAUSES = 2;
const MOST_LINES = 3;
const MOST_NAMES = 5;

const findingsFor = ({ differences }: Other, { shown, outcome }: Pick<View, 'shown' | 'outcome'>): Findings =>
  findingsOf(shown, differences, outcome.result.scenarios[0]!.indicators);

/** What is better, then what is worse, in one clause; empty when there is neither. */
function clause(better: readonly Found[], worse: readonly Found[], view: Pick<View, 'lang' | 'words' | 'vocabulary'>): string {
  const [good, bad] = [better, worse].map((some) =>
    listed(
      some.slice(0, MOST_CLAUSES).map((found) => inPlainWords(found, view)),
      view,
    ),
  ) as [string, string];
  if (good && bad) return view.words.headlineBut(good, bad);
  return good || bad;
}

/** One sentence on a scenario, what it does to people first: what the reader came for. */
export function headline(other: Other, view: View): string {
  const { words, lang, outcome, shown } = view;
  const { title, differences } = other;
  const all = shown.map(({ id }) => differences[id]!);
  if (all.every(({ finding }) => finding.word === 'unknown')) return words.headlineOne;
  if (all.every(({ finding }) => finding.word === 'identical')) return words.headlineSame(title);
  const { better, worse, neutral } = findingsFor(other, view);
  const people = clause(better.filter(forPeople), worse.filter(forPeople), view);
  if (people) return words.headlinePeople(title, people);
  const rest = clause(better, worse, view) || clause(neutral, [], view);
  return rest ? words.headlineRest(title, rest) : words.headlineNone(title, formatNumber(outcome.result.replications, lang));
}

/** The month in which a rule book first departs from the reference, when the run ends before it. */
export function beyond({ place }: Other, { outcome }: Pick<View, 'outcome'>): number | undefined {
  const { scenarios, months } = outcome.experiment;
  const month = firstDifference(scenarios[0]!.rules, scenarios[place]!.rules);
  return month !== undefined && month >= months ? month : undefined;
}

function Line({ found: { indicator, difference }, view }: { readonly found: Found; readonly view: View }) {
  const { tone } = verdict(difference, view.words);
  const held = heldIn(difference, view);
  return (
    <li class={`finding ${tone}`}>
      <strong>{capital(nameOf(indicator, view))}</strong>
      <span>
        {sentence(findingSentence(difference, indicator), view.lang)}
        {held && <span class="quiet"> ({held})</span>}
      </span>
    </li>
  );
}

/** What lies outside the sentence: results for services, accounts and territory, and what luck alone could explain. */
function Rest({ findings: { better, worse, untold }, view }: { readonly findings: Findings; readonly view: View }) {
  const { words, shown } = view;
  const people = [...better, ...worse].some(forPeople);
  const elsewhere =
    people &&
    clause(
      better.filter((found) => !forPeople(found)),
      worse.filter((found) => !forPeople(found)),
      view,
    );
  const names = untold.map((indicator) => nameOf(indicator, view));
  return (
    <>
      {elsewhere && <p>{words.headlineElsewhere(elsewhere)}</p>}
      <p class="quiet">{words.untold(names.length, shown.filter(({ main }) => main).length, listed(names, view, MOST_NAMES))}</p>
    </>
  );
}

function Story({ other, view }: { readonly other: Other; readonly view: View }) {
  const { words, outcome } = view;
  const late = beyond(other, view);
  const findings = findingsFor(other, view);
  const lines = [findings.better, findings.worse].flatMap((some) => some.slice(0, MOST_LINES));
  return (
    <div class="story">
      <h2>
        <span class={`letter-badge s${other.place}`}>{other.letter}</span>{' '}
        {late === undefined ? headline(other, view) : words.headlineBeyond(other.title, String(late), String(outcome.result.months))}
      </h2>
      {late === undefined && lines.length > 0 && <Rest findings={findings} view={view} />}
      {lines.length > 0 && (
        <ul class="findings">
          {lines.map((found) => (
            <Line key={found.indicator.id} found={found} view={view} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** In the place of the answer while there is none: why, and which rule books nothing can be expected of. */
function Withheld({ view }: { readonly view: View }) {
  const { words, outcome, withheld, stale } = view;
  const late = (stale ? [] : others(view)).flatMap((other) => {
    const month = beyond(other, view);
    return month === undefined ? [] : [{ ...other, month }];
  });
  return (
    <div class="story withheld">
      <h2>{capital(withheld!)}.</h2>
      {late.map(({ letter, title, month }) => (
        <p key={letter}>{words.headlineBeyond(title, String(month), String(outcome.result.months))}</p>
      ))}
    </div>
  );
}

/** The answer, before any chart: for each other rule book, a sentence and its clearest differences. */
export function Headline({ view }: { readonly view: View }) {
  return (
    <div class="headline panel">
      <p class="quiet">{view.words.headlineAgainst(titleAt(view, 0))}</p>
      {view.withheld === null ? others(view).map((other) => <Story key={other.letter} other={other} view={view} />) : <Withheld view={view} />}
    </div>
  );
}

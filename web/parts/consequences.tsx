import { median } from 'd3';
import type { Indicator, Reading } from '../../src/engine/index.ts';
import type { Difference } from '../../src/experiments/types.ts';
import { findingSentence } from '../../src/experiments/words.ts';
import { comparisonTable } from '../../src/io/comparison-table.ts';
import { csv } from '../../src/io/csv.ts';
import { formatNumber } from '../../src/io/format.ts';
import { sentence } from '../../src/io/sentence.ts';
import type { Dictionary } from '../i18n/index.ts';
import { download, fileName } from './download.ts';
import { heldIn, type Other, others, titleAt, told, verdict, type View, written } from './view.ts';

const readings: readonly (readonly [Reading, keyof Dictionary & `reading${string}`])[] = [
  ['people', 'readingPeople'],
  ['service', 'readingService'],
  ['funder', 'readingFunder'],
  ['territory', 'readingTerritory'],
];

const windows = { 'last-year': 'windowLastYear', horizon: 'windowHorizon', end: 'windowEnd' } as const;

function Name({ indicator, view: { words, lang } }: { readonly indicator: Indicator; readonly view: View }) {
  return (
    <th scope="row">
      {indicator.label[lang]}
      <span class="quiet"> ({words[windows[indicator.window]]})</span>
      <details>
        <summary>
          {words.definitionOf}
          <span class="unseen"> : {indicator.label[lang]}</span>
        </summary>
        <p>{indicator.definition[lang]}</p>
        <p class="quiet">{words.outOf(indicator.denominator[lang])}</p>
      </details>
    </th>
  );
}

/** Lets a long unit go to the next line; its first word stays with the figure. */
const breakable = (figure: string) => figure.replace(/(?<=\u00a0.*)\u00a0/g, ' ');

interface CellsProps {
  readonly letter: string;
  readonly difference: Difference;
  readonly indicator: Indicator;
  readonly view: View;
}

/** `data-label` names a cell where the table is narrow and its columns have no heads. */
function DifferenceCells({ letter, difference, indicator, view }: CellsProps) {
  const { mean, interval } = written(difference.estimate, indicator, view);
  const { text, tone } = verdict(difference, view.words);
  const waits = view.withheld !== null;
  const grey = !waits && told(difference) ? '' : ' untold';
  const held = waits ? null : heldIn(difference, view);
  const finding = told(difference) ? <strong class={tone}>{text}</strong> : sentence(findingSentence(difference, indicator), view.lang);
  return (
    <>
      <td class={`figures${grey}`} data-label={view.words.differenceOf(letter)}>
        {breakable(mean)} <span class="interval-text">{interval}</span>
      </td>
      <td class={`plain-words${grey}`} data-label={view.words.inWords}>
        {waits ? view.words.verdictHeld : finding}
        {held && <span class="held">{held}</span>}
      </td>
    </>
  );
}

function Row({ indicator, all, view }: { readonly indicator: Indicator; readonly all: readonly Other[]; readonly view: View }) {
  const level = written(view.outcome.result.scenarios[0]!.indicators[indicator.id]!, indicator, view);
  return (
    <tr>
      <Name indicator={indicator} view={view} />
      <td class="figures whole" data-label={view.words.level('A')}>
        {breakable(level.mean)} <span class="interval-text">{level.interval}</span>
      </td>
      {all.map(({ letter, differences }) => (
        <DifferenceCells key={letter} letter={letter} difference={differences[indicator.id]!} indicator={indicator} view={view} />
      ))}
    </tr>
  );
}

function Head({ all, words }: { readonly all: readonly Other[]; readonly words: Dictionary }) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {words.indicator}
        </th>
        <th scope="col" rowSpan={2}>
          {words.level('A')}
        </th>
        {all.map(({ letter, title, place }) => (
          <th key={letter} scope="colgroup" colSpan={2}>
            <span class={`letter-badge s${place}`}>{letter}</span> {title}
          </th>
        ))}
      </tr>
      <tr>
        {all.flatMap(({ letter }) => [
          <th key={`${letter}d`} scope="col">
            {words.difference}
          </th>,
          <th key={`${letter}w`} scope="col">
            {words.inWords}
          </th>,
        ])}
      </tr>
    </thead>
  );
}

const WORTH_SAYING = 1.05;

/** How many times more replications would be needed without the same people and the same luck: the median over the table. */
function pairingTimes(view: View): string | null {
  const gains = others(view).flatMap(({ differences }) => view.shown.flatMap(({ id }) => differences[id]!.pairingGain ?? []));
  const times = median(gains);
  return times === undefined || times < WORTH_SAYING ? null : formatNumber(times, view.lang, times < 10 ? 1 : 0);
}

/** What each rule book does to whom: levels of the reference, and differences with it, by whose reading of the result. */
export function Consequences({ view, all, onAll }: { readonly view: View; readonly all: boolean; readonly onAll: (all: boolean) => void }) {
  const { words, shown, outcome } = view;
  const rows = others(view);
  const times = pairingTimes(view);
  const save = () => download(fileName(['parcours', outcome.result.territory, 'consequences'], 'csv'), 'text/csv', csv(comparisonTable(outcome.result, shown)));
  return (
    <section class="panel" aria-labelledby="consequences-title">
      <h2 id="consequences-title">{words.consequences}</h2>
      <label class="check">
        <input type="checkbox" checked={all} onChange={(event) => onAll(event.currentTarget.checked)} /> {words.showAll}
      </label>
      <section class="scroll" aria-label={words.tableLong(words.consequences)} tabIndex={0}>
        <table class="consequences">
          <caption>{words.consequencesCaption('A', titleAt(view, 0))}</caption>
          <Head all={rows} words={words} />
          {readings.map(([reading, key]) => {
            const own = shown.filter((indicator) => indicator.reading === reading);
            return own.length === 0 ? null : (
              <tbody key={reading}>
                <tr class="group">
                  <th scope="rowgroup" colSpan={2 + 2 * rows.length}>
                    <span>{words[key]}</span>
                  </th>
                </tr>
                {own.map((indicator) => (
                  <Row key={indicator.id} indicator={indicator} all={rows} view={view} />
                ))}
              </tbody>
            );
          })}
        </table>
      </section>
      <p class="quiet">{words.intervalsNote}</p>
      {times !== null && <p class="quiet">{words.pairingNote(times)}</p>}
      <div class="exports">
        <button type="button" aria-label={words.exportCsvLong(words.consequences)} onClick={save}>
          {words.exportCsv}
        </button>
      </div>
    </section>
  );
}

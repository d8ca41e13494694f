import type { Indicator } from '../engine/index.ts';
import type { ComparisonResult, Difference } from '../experiments/types.ts';
import { betterSentence, findingSentence } from '../experiments/words.ts';
import { formatNumber } from '../io/format.ts';
import { fragment, sentence } from '../io/sentence.ts';
import type { Action } from './command.ts';
import { type Draw, deliver } from './deliver.ts';
import { indicatorName, scaleFor, withInterval } from './figures.ts';
import { dictionary } from './i18n/index.ts';
import { footer, grouped, header, letter, partly, shown } from './report.ts';
import { type Row, table } from './table.ts';
import type { Terminal } from './terminal.ts';

const SET_IN = 4;

function betterIn({ better, finding }: Difference, { lang }: Terminal): string {
  return better === null || finding.word === 'identical' ? dictionary(lang).figures.none : fragment(betterSentence(better), lang);
}

function gain({ pairingGain }: Difference, { lang }: Terminal): string {
  const words = dictionary(lang).figures;
  return pairingGain === null ? words.none : words.times(formatNumber(pairingGain, lang, pairingGain < 10 ? 1 : 0));
}

/** The figures of an indicator, and under them what can be said of the difference. */
function rowsOf(indicator: Indicator, result: ComparisonResult, place: number, terminal: Terminal): Row[] {
  const { lang } = terminal;
  const level = result.scenarios[0]!.indicators[indicator.id]!;
  const difference = result.differences[place - 1]!.indicators[indicator.id]!;
  const scale = scaleFor(indicator, [level.mean], lang);
  return [
    [
      indicatorName(indicator, scale, lang),
      withInterval(level, scale, lang),
      withInterval(difference.estimate, scale, lang),
      betterIn(difference, terminal),
      gain(difference, terminal),
    ],
    { across: `→ ${sentence(findingSentence(difference, indicator), lang)}`, indent: SET_IN },
  ];
}

function against(result: ComparisonResult, place: number, all: boolean, terminal: Terminal): string[] {
  const { lang, width } = terminal;
  const words = dictionary(lang);
  const [a, b] = [letter(0), letter(place)];
  const columns = [
    { title: words.columns.indicator, folds: true },
    { title: words.columns.level(a), align: 'right' as const },
    { title: words.columns.difference(b, a), align: 'right' as const },
    { title: words.columns.better(b), align: 'right' as const },
    { title: words.columns.gain, align: 'right' as const },
  ];
  const rows = grouped(shown(all), terminal, (indicator) => rowsOf(indicator, result, place, terminal));
  return ['', words.against(b, result.scenarios[place]!.title[lang], a), '', ...table(columns, rows, width)];
}

const draw: Draw = (study, result, all, terminal) => [
  ...header(study, result, terminal),
  ...result.differences.flatMap((_, i) => against(result, i + 1, all, terminal)),
  ...footer(result, ['note.default-parameters', 'note.pointwise', 'note.ties'], [dictionary(terminal.lang).notes.gain, ...partly(all, terminal)], terminal),
];

/** `compare A B [C …]`: the level of A, the paired difference of each other scenario, in how many replications it was better, and words. */
export const compare: Action = (typed, terminal) => deliver('compare', draw, typed, terminal);

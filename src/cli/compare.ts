import type { Indicator } from '../engine/index.ts';
import type { Difference } from '../experiments/types.ts';
import { betterSentence, findingSentence } from '../experiments/words.ts';
import { formatNumber } from '../io/format.ts';
import { fragment, sentence } from '../io/sentence.ts';
import { hasNothingBeneath } from './beneath.ts';
import type { Action } from './command.ts';
import { type Draw, deliver } from './deliver.ts';
import { addedNote, expectedBlock, expectedIn } from './expected.ts';
import type { Outcome } from './experiment.ts';
import { indicatorName, scaleFor, withInterval } from './figures.ts';
import { dictionary } from './i18n/index.ts';
import { footer, grouped, header, letter, shown } from './report.ts';
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
function rowsOf(indicator: Indicator, { study, result, runs }: Outcome, place: number, terminal: Terminal): Row[] {
  const { lang } = terminal;
  const words = dictionary(lang);
  const level = result.scenarios[0]!.indicators[indicator.id]!;
  const difference = result.differences[place - 1]!.indicators[indicator.id]!;
  const scale = scaleFor(indicator, [level.mean], lang);
  const hollow = [0, place].filter((scenario) => hasNothingBeneath(indicator, runs[scenario]!));
  if (hollow.length > 0) {
    const { none, notApplicable } = words.figures;
    const shownLevel = hollow.includes(0) ? notApplicable : withInterval(level, scale, lang);
    return [
      [indicatorName(indicator, scale, lang, study.territory), shownLevel, notApplicable, none, none],
      { across: `→ ${words.nothingBeneath(indicator.denominator[lang], hollow.map(letter))}`, indent: SET_IN },
    ];
  }
  return [
    [
      indicatorName(indicator, scale, lang, study.territory),
      withInterval(level, scale, lang),
      withInterval(difference.estimate, scale, lang),
      betterIn(difference, terminal),
      gain(difference, terminal),
    ],
    { across: `→ ${sentence(findingSentence(difference, indicator), lang)}`, indent: SET_IN },
  ];
}

function against(outcome: Outcome, place: number, all: boolean, terminal: Terminal): string[] {
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
  const rows = grouped(shown(all, expectedIn(outcome.study)), terminal, (indicator) => rowsOf(indicator, outcome, place, terminal));
  return [
    '',
    words.against(b, outcome.result.scenarios[place]!.title[lang], a),
    '',
    ...table(columns, rows, width),
    ...expectedBlock(outcome, place, terminal),
  ];
}

const draw: Draw = (outcome, all, terminal) => [
  ...header(outcome.study, outcome.result, terminal),
  ...outcome.result.differences.flatMap((_, i) => against(outcome, i + 1, all, terminal)),
  ...expectedBlock(outcome, 0, terminal),
  ...footer(outcome.result, ['note.pointwise', 'note.ties'], [dictionary(terminal.lang).notes.gain, ...addedNote(outcome.study, all, terminal)], terminal),
];

/** `compare A B [C …]`: the level of A, the paired difference of each other scenario, in how many replications it was better, and words. */
export const compare: Action = (typed, terminal) => deliver('compare', draw, typed, terminal);

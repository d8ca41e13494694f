import { type Indicator, indicators } from '../engine/index.ts';
import type { Finding } from '../experiments/types.ts';
import { formatNumber } from '../io/format.ts';
import { hasNothingBeneath } from './beneath.ts';
import type { Outcome } from './experiment.ts';
import { indicatorName } from './figures.ts';
import { dictionary } from './i18n/index.ts';
import { partly } from './report.ts';
import type { Study } from './study.ts';
import { setIn, table } from './table.ts';
import type { Terminal } from './terminal.ts';

const bare = { unit: '', divisor: 1, digits: 0 };

/** The indicators on which the scenarios of a study say what they expect. */
export const expectedIn = ({ expectations }: Study): ReadonlySet<string> => new Set(expectations.flatMap(({ expects }) => expects.map((e) => e.indicator)));

/** How many indicators are shown, and that those expected are among them. */
export function addedNote(study: Study, all: boolean, terminal: Terminal): string[] {
  const note = partly(all, terminal);
  const main = new Set(indicators.filter((indicator) => indicator.main).map(({ id }) => id));
  const added = [...expectedIn(study)].some((id) => !main.has(id));
  return note.length > 0 && added ? [`${note[0]} ${dictionary(terminal.lang).notes.expected}`] : note;
}

function foundInWords(finding: Finding, n: string, { lang }: Terminal): string {
  const words = dictionary(lang).expected;
  if (finding.word === 'difference') return words.signs[finding.direction];
  if (finding.word === 'identical') return words.same(n);
  return finding.word === 'unknown' ? words.unknown : words.nothing(n);
}

/** What a scenario expected against the reference and what was found; where it expects something against another, the command that shows it. */
export function expectedBlock({ study, result, runs }: Outcome, place: number, terminal: Terminal): string[] {
  const { lang, width } = terminal;
  const { expected: words, figures } = dictionary(lang);
  const { name, expects } = study.expectations[place]!;
  const { id } = study.scenarios[place]!;
  const reference = study.scenarios[0]!.id;
  const found = (indicator: Indicator): string => {
    if ([0, place].some((scenario) => hasNothingBeneath(indicator, runs[scenario]!))) return figures.notApplicable;
    return foundInWords(result.differences[place - 1]!.indicators[indicator.id]!.finding, formatNumber(result.replications, lang), terminal);
  };
  const rows = expects.flatMap(({ indicator: wanted, sign, against }) => {
    const indicator = indicators.find((one) => one.id === wanted);
    return place === 0 || against !== reference || !indicator
      ? []
      : [[indicatorName(indicator, bare, lang, study.territory), words.signs[sign], found(indicator)]];
  });
  const elsewhere = [...new Set(expects.map(({ against }) => against))].filter((against) => against !== reference);
  const columns = [{ title: words.indicator, folds: true }, { title: words.expected }, { title: words.found, folds: true }];
  return [
    ...(rows.length === 0 ? [] : ['', words.title, '', ...table(columns, rows, width)]),
    ...(elsewhere.length === 0 ? [] : ['']),
    ...elsewhere.flatMap((against) => setIn(words.elsewhere(id, against, `parcours compare ${against} ${name}`), 0, width)),
  ];
}

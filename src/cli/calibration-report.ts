import { parameters } from '../engine/index.ts';
import { tied, unlearned } from '../experiments/abc/identify.ts';
import { isLevel, type Posterior, type Spread, type Target } from '../experiments/calibration.ts';
import { digitsToShow } from '../experiments/words.ts';
import { levelNames } from '../experiments/level-names.ts';
import { formatNumber } from '../io/format.ts';
import { unitWords } from '../io/i18n/index.ts';
import { dictionary } from './i18n/index.ts';
import { type Row, setIn, table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** A median and the 90 % around it, with as many digits as the narrowest of its gaps asks for. */
function spreadText([low, median, high]: Spread, { lang }: Terminal): string {
  const digits = digitsToShow([(high - low) / 10], 0);
  const one = (value: number): string => formatNumber(value, lang, digits);
  return `${one(median)} ${dictionary(lang).figures.interval(one(low), one(high))}`;
}

const labelOf = (id: string, { lang }: Terminal): string => parameters.get(id)?.label[lang] ?? id;

function parameterTable({ identifiability }: Posterior, terminal: Terminal): string[] {
  const { lang, width } = terminal;
  const words = dictionary(lang).calibrate;
  const rows = identifiability.parameters.map(
    ({ id, prior, posterior, width: left }): Row => [
      `${labelOf(id, terminal)} (${id}, ${unitWords(parameters.get(id)?.unit ?? '', lang)})`,
      spreadText(prior, terminal),
      spreadText(posterior, terminal),
      left < 1 ? words.percent(formatNumber(100 * (1 - left), lang, 0)) : dictionary(lang).figures.none,
    ],
  );
  const columns = [
    { title: words.parameter, folds: true },
    ...[words.prior, words.posterior, words.narrower].map((title) => ({ title, align: 'right' as const })),
  ];
  return table(columns, rows, width);
}

/** A level by its label, an effect by its row and what is compared. */
function targetLabel(target: Target, { experiments }: Posterior['calibration'], { lang }: Terminal): string {
  if (isLevel(target)) return levelNames.get(target.level)?.label[lang] ?? target.level;
  const estimand = experiments.find(({ id }) => id === target.experiment)?.estimands.find(({ id }) => id === target.estimand);
  return `${target.row.replace(/^.*:/, '')}, ${estimand?.title[lang] ?? target.estimand}`;
}

/** A figure and its error, with one digit, or as many as the error asks for. */
function publishedText({ value, error }: Target, { lang }: Terminal): string {
  const digits = digitsToShow([error / 10], 1);
  return dictionary(lang).calibrate.plusMinus(formatNumber(value, lang, digits), formatNumber(error, lang, digits));
}

function levelTable({ levels, calibration }: Posterior, terminal: Terminal): string[] {
  const { lang, width } = terminal;
  const words = dictionary(lang).calibrate;
  const rows = levels.map(
    (one): Row => [targetLabel(one, calibration, terminal), publishedText(one, terminal), spreadText(one.prior, terminal), spreadText(one.posterior, terminal)],
  );
  const columns = [
    { title: words.level, folds: true },
    ...[words.published, words.prior, words.posterior].map((title) => ({ title, align: 'right' as const })),
  ];
  return table(columns, rows, width);
}

/** Which parameters the targets do not tell apart, and which they do not inform. */
function limits({ identifiability }: Posterior, terminal: Terminal): string[] {
  const { lang, width } = terminal;
  const words = dictionary(lang).calibrate;
  const pairs = tied(identifiability).map(({ a, b, correlation }) =>
    (correlation < 0 ? words.instead : words.together)(labelOf(a, terminal), labelOf(b, terminal), formatNumber(correlation, lang, 2, { signed: true })),
  );
  const silent = unlearned(identifiability).map((id) => labelOf(id, terminal));
  return [
    words.apart,
    ...(pairs.length === 0 ? [words.noPair] : pairs).flatMap((line) => setIn(line, 2, width)),
    '',
    words.silent,
    ...(silent.length === 0 ? [words.noneSilent] : silent).flatMap((line) => setIn(line, 2, width)),
  ];
}

/** What a calibration learned: parameters, levels, what cannot be told apart, and whether the targets were met as stated. */
export function calibrationReport(posterior: Posterior, terminal: Terminal): string[] {
  const { lang, width } = terminal;
  const words = dictionary(lang).calibrate;
  const { calibration, runs, failed, tolerance, effective, modelVersion } = posterior;
  const count = (value: number): string => formatNumber(value, lang, 0);
  const notes = [
    words.runs(count(runs), count(failed), count(effective)),
    tolerance > 1.005 ? words.stretched(formatNumber(tolerance, lang, 2)) : words.met,
    words.reading,
  ];
  return [
    calibration.title[lang],
    words.model(modelVersion),
    '',
    ...parameterTable(posterior, terminal),
    '',
    ...levelTable(posterior, terminal),
    '',
    ...limits(posterior, terminal),
    '',
    ...notes.flatMap((text) => setIn(text, 0, width)),
  ];
}

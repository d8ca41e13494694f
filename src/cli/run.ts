import { hasNothingBeneath } from './beneath.ts';
import type { Action } from './command.ts';
import { type Draw, deliver } from './deliver.ts';
import { indicatorName, scaleFor, withInterval, withSpread } from './figures.ts';
import { dictionary } from './i18n/index.ts';
import { footer, grouped, header, letter, partly, shown } from './report.ts';
import { table } from './table.ts';

const draw: Draw = ({ study, result, runs }, all, terminal) => {
  const { lang, width } = terminal;
  const { columns: words, figures } = dictionary(lang);
  const { none, notApplicable } = figures;
  const levels = result.scenarios[0]!.indicators;
  const rows = grouped(shown(all), terminal, (indicator) => {
    const level = levels[indicator.id]!;
    const scale = scaleFor(indicator, [level.mean], lang);
    if (hasNothingBeneath(indicator, runs[0]!)) return [[indicatorName(indicator, scale, lang, study.territory), notApplicable, none]];
    return [[indicatorName(indicator, scale, lang, study.territory), withInterval(level, scale, lang), withSpread(level, scale, lang)]];
  });
  const columns = [
    { title: words.indicator, folds: true },
    { title: words.level(letter(0)), align: 'right' as const },
    { title: words.spread, align: 'right' as const },
  ];
  return [...header(study, result, terminal), '', ...table(columns, rows, width), ...footer(result, ['note.spread'], partly(all, terminal), terminal)];
};

/** `run SCENARIO`: the level of each indicator, its 95 % interval, and the spread between replications. */
export const run: Action = (typed, terminal) => deliver('run', draw, typed, terminal);

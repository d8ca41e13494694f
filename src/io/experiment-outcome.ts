import { indicators, readingByKey } from '../engine/index.ts';
import { levels } from '../experiments/levels.ts';
import { type Outcome, territorySummaries } from '../experiments/trial/types.ts';
import type { Collector } from './collect.ts';
import { known } from './experiment-names.ts';
import type { ExperimentFile } from './experiment-shape.ts';
import type { Path } from './path.ts';
import { show } from './show.ts';

type OutcomeFile = ExperimentFile['outcomes'][string];

/** The things an outcome may read: one and only one. */
const sources = ['status', 'reading', 'readings', 'weights', 'served', 'indicator', 'survey'] as const;

/** Whether an outcome is a figure of the whole territory, that nobody in particular has. */
export const ofTerritory = (one: OutcomeFile | undefined): boolean => one?.indicator !== undefined || one?.survey !== undefined;

/** An outcome as it is read: whole window unless said, every name checked. */
export function outcomeOf(one: OutcomeFile, file: ExperimentFile, path: Path, problems: Collector): Outcome {
  const given = sources.filter((key) => one[key] !== undefined);
  if (given.length !== 1) problems.add('one-of', path, { expected: sources.join(', '), found: given.join(', ') || '—' });
  const readings = [...readingByKey.keys()];
  if (one.reading !== undefined) known(one.reading, readings, [...path, 'reading'], problems);
  for (const name of Object.keys(one.readings ?? {})) known(name, readings, [...path, 'readings', name], problems, 'key');
  const among = (name: string | undefined, list: readonly { readonly id: string }[], key: string) => {
    if (name !== undefined)
      known(
        name,
        list.map(({ id }) => id),
        [...path, key],
        problems,
      );
  };
  among(one.indicator, indicators, 'indicator');
  among(one.survey, levels, 'survey');
  if (ofTerritory(one)) {
    if (one.as !== undefined) known(one.as, territorySummaries, [...path, 'as'], problems);
    if (one.above !== undefined) problems.add('territory-figure', [...path, 'above'], { found: one.indicator ?? one.survey });
  }
  const { from, to } = windowOf(one, { from: 1, to: file.months }, file.months, path, problems);
  return { ...one, from, to, as: one.as ?? 'mean' } as Outcome;
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** A window within the months followed; what it leaves unsaid is that of another. */
export function windowOf(
  one: { readonly from?: number | undefined; readonly to?: number | undefined },
  otherwise: Window,
  months: number,
  path: Path,
  problems: Collector,
): Window {
  const { from = otherwise.from, to = otherwise.to } = one;
  if (to > months) problems.add('out-of-bounds', [...path, 'to'], { found: show(to), expected: `1..${months}` });
  if (from > to) problems.add('out-of-bounds', [...path, 'from'], { found: show(from), expected: `1..${to}` });
  return { from, to };
}

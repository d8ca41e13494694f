import { type Indicator, indicators, type Reading } from '../engine/index.ts';
import type { ComparisonResult } from '../experiments/types.ts';
import { note, type SentenceKey } from '../experiments/words.ts';
import { formatNumber } from '../io/format.ts';
import { sentence } from '../io/sentence.ts';
import { heldHeader } from './held-values.ts';
import { dictionary } from './i18n/index.ts';
import { realPeople } from '../experiments/people.ts';
import type { Study } from './study.ts';
import { pad, type Row, setIn, textWidth } from './table.ts';
import { stretched } from './posteriors.ts';
import type { Terminal } from './terminal.ts';

type NoteKey = Extract<SentenceKey, `note.${string}`>;

const readings: readonly Reading[] = ['people', 'service', 'funder', 'territory'];
const SHORT_DIGEST = 16;

/** The letter a scenario goes by in a table: A for the reference. */
export const letter = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place);

/** The indicators to show: the main ones and those asked for besides, or all. When none is marked as main, all. */
export function shown(all: boolean, besides: ReadonlySet<string> = new Set()): readonly Indicator[] {
  const main = indicators.filter((indicator) => indicator.main);
  return all || main.length === 0 ? indicators : indicators.filter((indicator) => indicator.main || besides.has(indicator.id));
}

/** Rows grouped by what the indicators speak of, each group under its heading. */
export function grouped(list: readonly Indicator[], terminal: Terminal, rows: (indicator: Indicator) => readonly Row[]): Row[] {
  const words = dictionary(terminal.lang).readings;
  return readings.flatMap((reading) => {
    const own = list.filter((indicator) => indicator.reading === reading);
    return own.length === 0 ? [] : [{ across: '', indent: 0 }, { across: words[reading], indent: 0 }, ...own.flatMap(rows)];
  });
}

/** What was computed: place, people, duration, replications, seed, model; then the scenarios with their titles. */
export function header(study: Study, { modelVersion }: ComparisonResult, terminal: Terminal): string[] {
  const { territory, population, months, replications, seed, scenarios } = study;
  const { lang } = terminal;
  const words = dictionary(lang).header;
  const persons = realPeople(territory);
  const count = (value: number, digits = 0) => formatNumber(value, lang, digits);
  const lines: readonly (readonly [string, string])[] = [
    [words.territory, `${territory.label[lang]} (${territory.code})`],
    [words.people, words.agents(count(population), count(persons), count(persons / population, 2))],
    [words.duration, words.months(count(months))],
    [words.draws, count(replications)],
    [words.seed, seed],
    [words.model, modelVersion],
    ...heldHeader(study, terminal),
  ];
  const left = Math.max(...lines.map(([name]) => textWidth(name))) + 2;
  const ids = Math.max(...scenarios.map(({ id }) => textWidth(id))) + 2;
  return [
    ...lines.map(([name, text]) => pad(name, left) + text),
    '',
    ...scenarios.map(({ id, title }, place) => `${letter(place)}  ${pad(id, ids)}${title[lang]}`),
  ];
}

/** What every reader must know about the figures, and the digest. */
export function footer(result: ComparisonResult, keys: readonly NoteKey[], own: readonly string[], terminal: Terminal): string[] {
  const words = dictionary(terminal.lang).notes;
  const single: readonly NoteKey[] = result.replications < 2 ? ['note.one-replication'] : [];
  const said = (list: readonly NoteKey[]) => list.map((key) => sentence(note(key), terminal.lang));
  const drawn = result.posterior
    ? [words.posterior(result.posterior.id, result.posterior.particles), ...stretched(result.posterior, terminal)]
    : said(['note.default-parameters']);
  const notes = [...said(single), ...drawn, ...said(keys), ...own];
  return ['', words.title, ...notes.flatMap((text) => setIn(text, 2, terminal.width)), '', words.digest(result.digest.slice(0, SHORT_DIGEST))];
}

/** Says how many indicators are shown, when not all are. */
export function partly(all: boolean, terminal: Terminal): string[] {
  const list = shown(all);
  return list.length === indicators.length ? [] : [dictionary(terminal.lang).notes.main(list.length, indicators.length)];
}

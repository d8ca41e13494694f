import { needs, type Portrait, statuses, type Territory, type Turn } from '../engine/index.ts';
import type { Life, Parting, Totals } from '../experiments/life.ts';
import { alphabet, type PeopleResult, type PersonRequest } from '../experiments/person.ts';
import type { Planned } from '../experiments/plan.ts';
import { formatNumber } from '../io/format.ts';
import { fill } from '../io/i18n/index.ts';
import { monthsInWords, structureName, turnReason, turnSentence, turnWords } from '../io/turn.ts';
import { dictionary } from './i18n/index.ts';
import { letter } from './report.ts';
import { pad, type Row, setIn, table, textWidth } from './table.ts';
import type { Terminal } from './terminal.ts';

const YEAR = 12;
/** Needs under this severity are left out of the portrait. */
const FELT = 0.2;
const INDENT = 2;

export interface Told {
  readonly request: PersonRequest;
  readonly scenarios: readonly Pick<Planned, 'id' | 'title'>[];
  readonly territory: Territory;
  readonly lives: readonly Life[];
  readonly networks: ArrayLike<number>;
  readonly parting?: Parting | null | undefined;
}

/** Letters of the situations in which the right is open. */
const RIGHT_OPEN = 'OUWACIX';

/** Pairs in two columns. */
const list = (pairs: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...pairs.map(([name]) => textWidth(name))) + 2;
  return pairs.map(([name, text]) => pad(name, width) + text);
};

/** Where and how it was computed, then the scenarios with their letters. */
function heading({ territory: _, seed, population, months, replication, modelVersion }: PersonRequest, territory: Territory, terminal: Terminal) {
  const words = dictionary(terminal.lang).header;
  const number = (value: number) => formatNumber(value, terminal.lang);
  return [
    [words.territory, `${territory.label[terminal.lang]} (${territory.code})`],
    [words.people, number(population)],
    [words.duration, words.months(number(months))],
    [dictionary(terminal.lang).person.replication, number(replication)],
    [words.seed, seed],
    [words.model, modelVersion],
  ] as const;
}

const scenarioLines = (scenarios: Told['scenarios'], { lang }: Terminal): string[] => {
  const ids = Math.max(...scenarios.map(({ id }) => textWidth(id))) + 2;
  return scenarios.map(({ id, title }, place) => `${letter(place)}  ${pad(id, ids)}${title[lang]}`);
};

/** Who the person is when the run begins, or when the person comes. */
function portraitLines({ networks, territory }: Told, portrait: Portrait, { lang, width }: Terminal): string[] {
  const words = dictionary(lang).person;
  const percent = (value: number) => fill(turnWords(lang).percent, { n: formatNumber(100 * value, lang) });
  const felt = portrait.needs
    .map((severity, n) => ({ severity, name: needs[n]!.label[lang] }))
    .filter(({ severity }) => severity >= FELT)
    .sort((a, b) => b.severity - a.severity)
    .map(({ severity, name }) => `${name} ${percent(severity)}`);
  const situation = alphabet[statuses[portrait.status]!.letter]![lang];
  const service = portrait.lead < networks.length ? words.by(structureName(portrait.lead, networks, lang, territory)) : '';
  const texts = [
    portrait.month < 0 ? words.fromStart : words.comes(formatNumber(portrait.month, lang)),
    words.age(formatNumber(Math.floor(portrait.age / YEAR), lang), words.households[portrait.household]!),
    words.situation(
      `${situation}${service}`,
      portrait.since > 0 ? monthsInWords(portrait.since, lang) : words.thisMonth,
      portrait.tenure > 0 && RIGHT_OPEN.includes(statuses[portrait.status]!.letter) ? monthsInWords(portrait.tenure, lang) : '',
    ),
    words.needs(felt.length > 0 ? felt.join(', ') : words.noNeed),
    words.feels(percent(portrait.trust), percent(portrait.distress)),
  ];
  return texts.flatMap((text) => setIn(text, 0, width));
}

/** The letters of the years side by side, and what those used mean. */
function letterLines({ lives }: Told, { lang }: Terminal): string[] {
  const words = dictionary(lang).person;
  const months = lives[0]!.letters.length;
  const years = Array.from({ length: Math.ceil(months / YEAR) }, (_, y) => {
    const own = lives.map(({ letters }, place) => `${lives.length > 1 ? `${letter(place)} ` : ''}${letters.slice(y * YEAR, (y + 1) * YEAR).padEnd(YEAR)}`);
    return `  ${words.year(pad(formatNumber(y + 1, lang), 2, 'right'))}  ${own.join('   ')}`.trimEnd();
  });
  const used = Object.entries(alphabet).filter(([one]) => lives.some(({ letters }) => letters.includes(one)));
  return ['', words.statuses, ...years, ...used.map(([one, label]) => `    ${one}  ${label[lang]}`)];
}

/** Turns as they are told: waits that follow one another, and places asked for in vain, are told once with their number. */
function condensed(turns: readonly Turn[]): { readonly turn: Turn; times: number }[] {
  const out: { turn: Turn; times: number }[] = [];
  const vain = new Map<number, { times: number }>();
  for (const turn of turns) {
    const last = out.at(-1);
    if (turn.cause === 'entry-control.waits' && last?.turn.cause === turn.cause && last.turn.other === turn.other) {
      last.times++;
      continue;
    }
    const need = turn.facts[0] ?? -1;
    const known = turn.cause === 'repair.none' ? vain.get(need) : undefined;
    if (known) {
      known.times++;
      continue;
    }
    const one = { turn, times: 1 };
    if (turn.cause === 'repair.none') vain.set(need, one);
    if (turn.cause === 'repair.solution') vain.delete(need);
    out.push(one);
  }
  return out;
}

function saidOf({ turn, times }: { readonly turn: Turn; readonly times: number }, { networks, territory }: Told, { lang }: Terminal): string {
  const sentence = turnSentence(turn, networks, lang, territory);
  return times > 1 ? fill(turnWords(lang).again, { sentence, n: formatNumber(times, lang) }) : sentence;
}

const date = (month: number, { lang }: Terminal): string =>
  dictionary(lang).person.date(formatNumber(month, lang), formatNumber(Math.floor(month / YEAR) + 1, lang));

/** One life, turn after turn, each with its reason beneath. */
function turnLines(turns: readonly Turn[], told: Told, terminal: Terminal): string[] {
  const rows = condensed(turns);
  const dates = rows.map(({ turn }) => date(turn.month, terminal));
  const left = Math.max(0, ...dates.map(textWidth)) + 2;
  return rows.flatMap((row, k) => {
    const shown = k > 0 && dates[k - 1] === dates[k] ? '' : dates[k]!;
    const [first = '', ...rest] = setIn(saidOf(row, told, terminal), left, terminal.width);
    const reason = setIn(turnReason(row.turn, terminal.lang), left + INDENT, terminal.width);
    return [pad(shown, left) + first.trimStart(), ...rest, ...reason];
  });
}

/** Two lives after they part, side by side. */
function besideLines(told: Told, parting: Parting, terminal: Terminal): string[] {
  const { lives } = told;
  const sides = lives.map(({ turns }, side) => condensed(parting.turns[side] === null ? [] : turns.slice(parting.turns[side]!)));
  const months = [...new Set(sides.flatMap((side) => side.map(({ turn }) => turn.month)))].sort((a, b) => a - b);
  const rows = months.flatMap((month): Row[] => {
    const own = sides.map((side) => side.filter(({ turn }) => turn.month === month));
    const height = Math.max(...own.map((side) => side.length));
    return Array.from({ length: height }, (_, k) => [
      k === 0 ? date(month, terminal) : '',
      ...own.map((side) => (side[k] ? `${saidOf(side[k], told, terminal)} ${turnReason(side[k].turn, terminal.lang)}` : '')),
    ]);
  });
  const columns = [{ title: '' }, ...lives.map((_, place) => ({ title: letter(place), folds: true }))];
  return table(columns, rows, terminal.width);
}

const totalKeys: readonly (keyof Totals)[] = ['accompanied', 'waiting', 'inWork', 'withoutRight', 'refusals', 'bounces', 'retellings', 'sanctions', 'crises'];

function totalLines({ lives }: Told, { lang, width }: Terminal): string[] {
  const words = dictionary(lang).person;
  const columns = [
    { title: words.total, folds: true },
    ...lives.map((_, place) => ({ title: lives.length > 1 ? letter(place) : '', align: 'right' as const })),
  ];
  const rows = totalKeys.map((key) => [words.totals[key], ...lives.map(({ totals }) => formatNumber(totals[key], lang))]);
  return ['', ...table(columns, rows, width)];
}

function partingLines(told: Told, terminal: Terminal): string[] {
  const words = dictionary(terminal.lang).person;
  const [a, b] = told.lives as readonly [Life, Life];
  if (!told.parting) return ['', words.neverPart, '', ...turnLines(a.turns, told, terminal)];
  const { month, turns } = told.parting;
  const what = turns.map((place, side) => {
    const turn = place === null ? undefined : (side === 0 ? a : b).turns[place];
    if (turn && turn.month > month) return words.notYet;
    return turn ? `${date(turn.month, terminal)}${words.dateSays} ${turnSentence(turn, told.networks, terminal.lang, told.territory)}` : words.nothing;
  });
  const common = a.turns.slice(0, turns[0] ?? a.turns.length);
  const before = common.length > 0 ? ['', words.common, '', ...turnLines(common, told, terminal)] : [];
  return [
    ...before,
    '',
    words.part(date(month, terminal)),
    ...what.flatMap((text, side) => setIn(`${letter(side)}  ${text}`, INDENT, terminal.width)),
    '',
    ...besideLines(told, told.parting, terminal),
  ];
}

/** One person's life, or two lives of the same person side by side. */
export function personLines(told: Told, terminal: Terminal): string[] {
  const words = dictionary(terminal.lang).person;
  const [first] = told.lives as readonly [Life];
  const portrait = told.lives.find((life) => life.portrait)!.portrait!;
  return [
    words.title(formatNumber(first.id, terminal.lang)),
    '',
    ...list(heading(told.request, told.territory, terminal)),
    '',
    ...scenarioLines(told.scenarios, terminal),
    '',
    ...portraitLines(told, portrait, terminal),
    ...letterLines(told, terminal),
    ...(told.lives.length > 1 ? partingLines(told, terminal) : ['', ...turnLines(first.turns, told, terminal)]),
    ...totalLines(told, terminal),
    '',
    ...setIn(words.note, 0, terminal.width),
  ];
}

/** A few people worth telling, each with the reason and the command that tells: `asked`, what was typed, with the person’s number. */
export function peopleLines(result: PeopleResult, scenarios: Told['scenarios'], territory: Territory, asked: readonly string[], terminal: Terminal): string[] {
  const { lang, width } = terminal;
  const words = dictionary(lang).person;
  const rows = result.people.map(({ id, reason, figure }) => [String(id), words.reasons[reason](formatNumber(figure, lang))]);
  const example = ['parcours', 'person', ...asked, '--id', String(result.people[0]?.id ?? 0)].join(' ');
  return [
    ...list(heading(result, territory, terminal)),
    '',
    ...scenarioLines(scenarios, terminal),
    '',
    ...setIn(words.picked(formatNumber(result.sample, lang)), 0, width),
    '',
    ...table(
      [
        { title: words.id, align: 'right' },
        { title: words.reason, folds: true },
      ],
      rows,
      width,
    ),
    '',
    words.example(example),
  ];
}

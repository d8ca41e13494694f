import { acts, bodies, type Decision, type FactName, factsOf, mechanisms, needs, type Territory, termNames, type Turn } from '../engine/index.ts';
import { formatNumber, type Lang } from './format.ts';
import { fill } from './i18n/index.ts';
import { turnsEn } from './i18n/turns.en.ts';
import { turnsFr } from './i18n/turns.fr.ts';
import type { TurnWords } from './i18n/turns.ts';
import { vocabularyOf } from './i18n/vocabulary.ts';

const GROUPS = 4;
const MOST_TERMS = 3;
/** A term under so many hours weighs nothing worth telling. */
const LIGHT = 0.05;

export const turnWords = (lang: Lang): TurnWords => (lang === 'fr' ? turnsFr : turnsEn);

/** A structure by its network and its number within it, from the network of each row, in the words of the territory when one is given. */
export function structureName(row: number, networks: ArrayLike<number>, lang: Lang, territory: Pick<Territory, 'vocabulary'> = {}): string {
  const words = turnWords(lang);
  const body = networks[row];
  if (body === undefined) return words.nobody;
  let number = 1;
  for (let j = 0; j < row; j++) if (networks[j] === body) number++;
  const { key } = bodies[body]!;
  return fill(vocabularyOf(territory, lang).structures[key] ?? words.structures[key], { n: number });
}

const caseOf = (c: number, words: TurnWords): string => `${words.levels[Math.floor(c / GROUPS)]}, ${words.groups[c % GROUPS]}`;

function percent(value: number, lang: Lang): string {
  const hundred = 100 * value;
  return fill(turnWords(lang).percent, { n: formatNumber(hundred, lang, hundred > 0 && hundred < 9.95 ? 1 : 0) });
}

/** A number of months in words. */
export function monthsInWords(n: number, lang: Lang): string {
  const { one, many } = turnWords(lang).months;
  return fill(n < 2 && (lang === 'fr' || n === 1) ? one : many, { n: formatNumber(n, lang) });
}

function factInWords(name: FactName, value: number, lang: Lang): string {
  const words = turnWords(lang);
  if (name === 'need') return needs[value]!.label[lang];
  if (name === 'seen' || name === 'true') return caseOf(value, words);
  if (name === 'months') return monthsInWords(value, lang);
  return name === 'hours' ? fill(words.hours, { n: formatNumber(value, lang) }) : percent(value, lang);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What happened, in a sentence without its stop. */
export function turnSentence({ cause, other, facts }: Turn, networks: ArrayLike<number>, lang: Lang, territory: Pick<Territory, 'vocabulary'> = {}): string {
  const names = factsOf[cause] ?? [];
  const seen = facts[names.indexOf('seen')];
  const words = turnWords(lang);
  const inside = (name: FactName, value: number): string => {
    if (name !== 'true') return factInWords(name, value, lang);
    return value === seen ? words.rightly : fill(words.beside.true, { n: factInWords(name, value, lang) });
  };
  const values = Object.fromEntries(names.map((name, k) => [name, inside(name, facts[k]!)]));
  return capital(fill(words.turns[cause], { ...values, structure: structureName(other, networks, lang, territory) }));
}

/** The name of the mechanism behind a turn. */
export function mechanismName(cause: Turn['cause'], lang: Lang): string {
  const key = cause.slice(0, cause.indexOf('.'));
  return mechanisms.find((m) => m.key === key)?.label[lang] ?? turnWords(lang).skeleton;
}

/** The terms that made one act outweigh the other, the heaviest first, as a difference in hours. */
export function heaviest({ terms, otherTerms }: Decision): { readonly name: (typeof termNames)[number]; readonly hours: number }[] {
  return termNames
    .map((name, t) => ({ name, hours: terms[t]! - otherTerms[t]! }))
    .filter(({ hours }) => Math.abs(hours) >= LIGHT)
    .sort((a, b) => Math.abs(b.hours) - Math.abs(a.hours))
    .slice(0, MOST_TERMS);
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const HOUR_DIGITS = 1;
const rounded = (hours: number): number => Number(hours.toFixed(HOUR_DIGITS));

/** What the terms left out weigh together, so that the hours shown add up to the total shown. */
function lighter(shown: readonly number[], total: number): number {
  const left = Math.abs(total - sum(shown)) >= LIGHT;
  return left ? rounded(rounded(total) - sum(shown.map(rounded))) : 0;
}

const VOWEL = /^[aeiouyàâéèêëîïôû]/i;

/** The act left aside, after the one done: the same act may have been possible towards another partner. */
function thanInWords({ act, instead }: Decision, label: string, lang: Lang): string {
  const { another, vowel, partner } = turnWords(lang).than;
  if (act === instead) return partner;
  return fill(VOWEL.test(label) ? vowel : another, { instead: label });
}

function choiceInWords(decision: Decision, lang: Lang): string {
  const words = turnWords(lang);
  const hours = (value: number) => fill(words.total, { n: formatNumber(value, lang, HOUR_DIGITS, { signed: true }) });
  const label = (key: Decision['act']) => acts.find((act) => act.key === key)!.label[lang];
  const total = sum(decision.terms) - sum(decision.otherTerms);
  const told = heaviest(decision);
  const rest = lighter(
    told.map(({ hours: n }) => n),
    total,
  );
  return fill(total < -LIGHT ? words.choiceAgainst : words.choice, {
    act: label(decision.act),
    than: thanInWords(decision, label(decision.instead), lang),
    terms: [...told.map(({ name, hours: n }) => `${words.terms[name]} ${hours(n)}`), ...(rest === 0 ? [] : [`${words.others} ${hours(rest)}`])].join(
      words.joint,
    ),
    total: hours(total),
  });
}

/** Why it happened: the mechanism, and the terms or facts that the sentence does not already hold. */
export function turnReason(turn: Turn, lang: Lang): string {
  const words = turnWords(lang);
  const { cause, facts, choice } = turn;
  const beside = (factsOf[cause] ?? []).flatMap((name, k) =>
    words.turns[cause].includes(`{${name}}`) ? [] : [fill(words.beside[name], { n: factInWords(name, facts[k]!, lang) })],
  );
  const why = [...(choice ? [choiceInWords(choice, lang)] : []), ...beside].join(words.joint);
  return fill(words.why, { mechanism: mechanismName(cause, lang), why }).trim();
}

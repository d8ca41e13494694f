import { bodies, factsOf, type FactName, GONE_LETTER, needs, NOT_YET_LETTER, statuses, type TermName, termNames, type Turn } from '../engine/index.ts';
import type { Life, Parting, Telling, Totals } from './life.ts';

type Text = { readonly fr: string; readonly en: string };

/** What was asked, as every answer repeats it. */
export interface PersonRequest {
  readonly modelVersion: string;
  readonly seed: string;
  /** Id of the territory. */
  readonly territory: string;
  readonly population: number;
  readonly months: number;
  readonly replication: number;
}

/** A turn as data. Terms are hours of staff time; facts are shares, months, hours or classes as `FactName` says. */
export interface ToldTurn {
  /** From 0; a change of a timeline dated `at` takes effect before that month. */
  readonly month: number;
  /** `mechanism.turn`. */
  readonly cause: string;
  /** The structure concerned: its row, the same in every scenario, and its network. Null when there is none. */
  readonly structure: { readonly row: number; readonly network: string } | null;
  /** When a structure chose: the act, the best other act, and the terms of each. */
  readonly choice: {
    readonly act: string;
    readonly instead: string;
    readonly terms: Readonly<Record<TermName, number>>;
    readonly otherTerms: Readonly<Record<TermName, number>>;
  } | null;
  readonly facts: Readonly<Partial<Record<FactName, number>>>;
}

/** What `person --id … --json` prints. */
export interface PersonResult extends PersonRequest {
  readonly schema: 'parcours/person@1';
  readonly id: number;
  /** Letters of the statuses, `.` before the person comes and `_` once gone for good. */
  readonly alphabet: Readonly<Record<string, Text>>;
  /** The same in every scenario; null when the person never comes. Shares from 0 to 1, age in months, month −1 for the start. */
  readonly person: {
    readonly month: number;
    readonly age: number;
    readonly household: (typeof households)[number];
    readonly needs: Readonly<Record<string, number>>;
    readonly trust: number;
    readonly distress: number;
    readonly otherBenefit: boolean;
    readonly tenure: number;
  } | null;
  /** One for each scenario, in the order asked. */
  readonly lives: readonly {
    readonly scenario: string;
    readonly title: Text;
    /** One letter a month. */
    readonly statuses: string;
    readonly totals: Totals;
    readonly turns: readonly ToldTurn[];
  }[];
  /** With a second scenario: where the lives part, with the place of the first turn that differs in each. Null when they never do. */
  readonly parting?: Parting | null;
}

/** What `person --json` prints without an id. */
export interface PeopleResult extends PersonRequest {
  readonly schema: 'parcours/people@1';
  readonly scenarios: readonly string[];
  /** People drawn among those entitled at month 0, out of whom these were picked. */
  readonly sample: number;
  readonly people: readonly Telling[];
}

export const households = ['single', 'lone-parent', 'couple', 'couple-with-children'] as const;

const named = (values: readonly number[]) => Object.fromEntries(termNames.map((name, t) => [name, values[t] ?? 0])) as Record<TermName, number>;

function told({ month, cause, other, choice, facts }: Turn, networks: ArrayLike<number>): ToldTurn {
  const network = bodies[networks[other] ?? -1]?.key;
  return {
    month,
    cause,
    structure: network === undefined ? null : { row: other, network },
    choice: choice && { act: choice.act, instead: choice.instead, terms: named(choice.terms), otherTerms: named(choice.otherTerms) },
    facts: Object.fromEntries((factsOf[cause] ?? []).map((name, k) => [name, facts[k]!])),
  };
}

/** Statuses that agree with their subject, said of a person: in French, of « la personne ». */
const ofPerson: Readonly<Partial<Record<(typeof statuses)[number]['key'], string>>> = {
  onBenefit: 'allocataire, pas encore orientée',
  accompanied: 'accompagnée',
  sanctioned: 'sanctionnée',
  left: 'sortie pour un autre motif',
  lostFromView: 'perdue de vue',
};

/** Every letter of a pathway and what it means. */
export const alphabet: Readonly<Record<string, Text>> = {
  ...Object.fromEntries(statuses.map(({ letter, key, label: { fr, en } }) => [letter, { fr: ofPerson[key] ?? fr, en }])),
  [NOT_YET_LETTER]: { fr: 'pas encore là', en: 'not there yet' },
  [GONE_LETTER]: { fr: 'partie pour de bon', en: 'gone for good' },
};

/** A person's lives as data. */
export function personResult(
  request: PersonRequest,
  scenarios: readonly { readonly id: string; readonly title: Text }[],
  lives: readonly Life[],
  networks: ArrayLike<number>,
  parting?: Parting | null,
): PersonResult {
  const portrait = lives.find((life) => life.portrait)?.portrait;
  return {
    schema: 'parcours/person@1',
    ...request,
    id: lives[0]!.id,
    alphabet,
    person: portrait
      ? {
          month: portrait.month,
          age: portrait.age,
          household: households[portrait.household] ?? 'single',
          needs: Object.fromEntries(needs.map(({ key }, n) => [key, portrait.needs[n] ?? 0])),
          trust: portrait.trust,
          distress: portrait.distress,
          otherBenefit: portrait.otherBenefit,
          tenure: portrait.tenure,
        }
      : null,
    lives: lives.map(({ letters, totals, turns }, k) => ({
      scenario: scenarios[k]!.id,
      title: scenarios[k]!.title,
      statuses: letters,
      totals,
      turns: turns.map((turn) => told(turn, networks)),
    })),
    ...(parting === undefined ? {} : { parting }),
  };
}

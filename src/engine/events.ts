import type { Text } from './core/text.ts';
import type { Kernel } from './kernel/kernel.ts';
import { TERMS } from './kernel/terms.ts';

/** Why something happened: the mechanism's key (or `labour`, beneath all mechanisms) and the turn. One list, so that a reader can name each. */
export const causes = [
  'conjuncture.entered',
  'claiming.met',
  'claiming.address',
  'claiming.claimed',
  'claiming.withdrawn',
  'claiming.opened',
  'claiming.unentitled',
  'claiming.suspended',
  'claiming.resumed',
  'orientation.oriented',
  'orientation.read-again',
  'entry-control.accepted',
  'entry-control.first-contact',
  'entry-control.retold',
  'entry-control.waits',
  'entry-control.refused',
  'entry-control.bounced',
  'entry-control.elsewhere',
  'entry-control.last-resort',
  'off-loading.sent',
  'off-loading.closed',
  'hand-off.lost',
  'withheld-information.kept-back',
  'withheld-information.discovered',
  'withheld-information.given-back',
  'evaluation.counted',
  'conditionality.contract',
  'conditionality.warned',
  'conditionality.sanctioned',
  'conditionality.ended',
  'conditionality.withdrew',
  'displacement.durable',
  'displacement.short',
  'displacement.few-hours',
  'labour.lasted',
  'operators.kept',
  'labour.few-hours-ended',
  'labour.separated',
  'labour.insured',
  'labour.insurance-ended',
  'labour.left',
  'labour.returned',
  'labour.found-again',
  'labour.retired',
  'labour.gone',
  'mobility.forgone',
  'mobility.moved',
  'mobility.unpaid',
  'mobility.unfollowed',
  'mobility.contested',
  'mobility.accepted',
  'mobility.taken-back',
  'mobility.disputed',
  'mobility.advanced',
  'mobility.settled',
  'needs.crisis',
  'standardisation.left',
  'collective-stance.waits',
  'mandates.closed',
  'mandates.merged',
  'repair.solution',
  'repair.none',
  'repair.given-back',
  'repair.home-lost',
  'crossed-pathways.care',
  'crossed-pathways.justice',
  'crossed-pathways.missed',
  'crossed-pathways.care-broken',
  'crossed-pathways.justice-broken',
  'crossed-pathways.away',
  'crossed-pathways.file-closed',
  'crossed-pathways.back',
  'social-economy.hired',
  'social-economy.ended',
  'social-economy.placed',
  'stacking.entered',
  'stacking.lost',
] as const;
export type Cause = (typeof causes)[number];

/** Letters of the statuses that a turn may lead to. A turn that is not here changes no status. `_` is the way out of the model. */
export const leadsTo: Readonly<Partial<Record<Cause, string>>> = {
  'conjuncture.entered': 'E',
  'claiming.claimed': 'P',
  'claiming.withdrawn': 'E',
  'claiming.opened': 'OW',
  'claiming.unentitled': 'L_',
  'claiming.suspended': 'U',
  'claiming.resumed': 'OWA',
  'orientation.oriented': 'W',
  'entry-control.accepted': 'A',
  'entry-control.bounced': 'A',
  'entry-control.elsewhere': 'W',
  'entry-control.last-resort': 'W',
  'off-loading.sent': 'W',
  'off-loading.closed': 'O',
  'hand-off.lost': 'V',
  'standardisation.left': 'O',
  'mandates.closed': 'O',
  'withheld-information.given-back': 'O',
  'conditionality.sanctioned': 'X',
  'conditionality.ended': 'OWA',
  'conditionality.withdrew': 'LV',
  'displacement.durable': 'D',
  'displacement.short': 'S',
  'labour.lasted': 'D',
  'labour.separated': 'NE',
  'labour.insured': 'N',
  'labour.insurance-ended': 'E',
  'labour.left': 'L',
  'labour.returned': 'E',
  'labour.found-again': 'E',
  'labour.retired': 'L_',
  'labour.gone': '_',
  'mobility.unpaid': 'U',
  'mobility.unfollowed': 'O',
  'mobility.disputed': 'U',
  'mobility.advanced': 'O',
  'mobility.settled': 'AW',
  'crossed-pathways.away': 'C',
  'crossed-pathways.back': 'OWA',
  'social-economy.hired': 'I',
  'social-economy.ended': 'OWAN',
  'social-economy.placed': 'SD',
};

/** What a turn may be told with, beside the terms of a choice. Shares from 0 to 1 unless said otherwise. */
export const factNames = [
  'chance', // that it happened this month
  'trust', // of the person in services
  'distress',
  'readiness',
  'warmth', // of a hand-off: trust between the two services, or what they share
  'need', // place in the list of needs
  'severity', // of that need
  'months', // a number
  'seen', // class the services read
  'true', // class a perfect reading would give
  'hours', // asked of the person, a week
  'income', // share of the income taken
  'kept', // share of the file kept back
  'fear', // risk of sanction as the person sees it
  'risk', // of losing rights and local help by moving, as the person sees it
] as const;
export type FactName = (typeof factNames)[number];

/** The facts of each turn, in their order. A turn that is not here has none. */
export const factsOf: Readonly<Partial<Record<Cause, readonly FactName[]>>> = {
  'claiming.met': ['chance'],
  'claiming.claimed': ['chance', 'trust'],
  'claiming.withdrawn': ['chance', 'trust', 'distress', 'months'],
  'claiming.suspended': ['chance', 'months'],
  'claiming.unentitled': ['chance'],
  'orientation.oriented': ['seen', 'true'],
  'orientation.read-again': ['seen', 'true'],
  'entry-control.first-contact': ['months'],
  'entry-control.retold': ['trust'],
  'hand-off.lost': ['chance', 'trust', 'warmth'],
  'withheld-information.kept-back': ['kept'],
  'withheld-information.discovered': ['chance', 'trust'],
  'conditionality.contract': ['chance'],
  'conditionality.warned': ['chance', 'distress', 'readiness'],
  'conditionality.sanctioned': ['chance', 'distress', 'readiness', 'income', 'months'],
  'conditionality.withdrew': ['chance', 'hours', 'distress'],
  'standardisation.left': ['chance'],
  'displacement.durable': ['chance', 'readiness', 'fear'],
  'displacement.short': ['chance', 'fear'],
  'displacement.few-hours': ['chance'],
  'labour.lasted': ['chance'],
  'operators.kept': ['chance'],
  'labour.separated': ['chance', 'months'],
  'labour.left': ['chance'],
  'mobility.forgone': ['risk'],
  'needs.crisis': ['need', 'severity', 'chance', 'distress'],
  'stacking.entered': ['need', 'severity'],
  'repair.solution': ['need', 'severity'],
  'repair.none': ['need', 'severity'],
  'repair.given-back': ['need', 'severity'],
  'repair.home-lost': ['need', 'severity'],
};

/** What a structure may do with a person, named so that a choice can be told. */
export const acts = [
  { key: 'accept', label: { fr: 'accepter', en: 'accept' } },
  { key: 'wait', label: { fr: 'faire attendre', en: 'keep waiting' } },
  { key: 'refuse', label: { fr: 'refuser', en: 'refuse' } },
  { key: 'keep', label: { fr: 'garder', en: 'keep' } },
  { key: 'close', label: { fr: 'fermer le dossier', en: 'close the file' } },
  { key: 'send', label: { fr: 'passer à un partenaire', en: 'pass on to a partner' } },
  { key: 'tell-all', label: { fr: 'tout transmettre', en: 'tell it all' } },
  { key: 'renew', label: { fr: 'reconduire le contrat', en: 'renew the contract' } },
  { key: 'leave', label: { fr: 'quitter le contrat', en: 'give up the contract' } },
  { key: 'take-on', label: { fr: 'embaucher', en: 'take on' } },
  { key: 'leave-empty', label: { fr: 'laisser la place vide', en: 'leave the place empty' } },
  { key: 'contest', label: { fr: 'contester sa compétence', en: 'contest its competence' } },
  { key: 'take-back', label: { fr: 'reprendre le dossier', en: 'take the file back' } },
  { key: 'keep-back', label: { fr: 'en taire une partie', en: 'keep part of it back' } },
  { key: 'presentable', label: { fr: 'ne dire que le présentable', en: 'tell only what is presentable' } },
  { key: 'give-back', label: { fr: 'rendre à l’orientation', en: 'give back to orientation' } },
] as const satisfies readonly { key: string; label: Text }[];
export type ActName = (typeof acts)[number]['key'];

/** A choice of a structure as the kernel weighed it, in hours of staff time, beside the best it left aside. */
export interface Decision {
  readonly act: ActName;
  readonly instead: ActName;
  readonly terms: readonly number[];
  readonly otherTerms: readonly number[];
}

/** What is known of a turn when it happens. */
export interface Why {
  readonly choice?: Decision | undefined;
  /** Row of the structure concerned; the lead when it is not given. */
  readonly other?: number;
  /** Values of `factsOf`, in their order. */
  readonly facts?: readonly number[];
}

/** A consequential turn in the life of a watched person. */
export interface Turn {
  readonly month: number;
  readonly id: number;
  readonly cause: Cause;
  /** Row of the structure concerned, or 65535. */
  readonly other: number;
  /** Terms of the act taken, in hours of staff time; none when no structure chose. */
  readonly terms: readonly number[];
  readonly choice: Decision | null;
  readonly facts: readonly number[];
}

/** Turns of watched people, all of them, in the order they happened. Outside the world and the digest. */
export interface Recorder {
  readonly turns: Turn[];
  /** Ids asked for, of people who may not be there yet. */
  readonly awaited: Set<number>;
}

export const createRecorder = (turns: Iterable<Turn> = []): Recorder => ({ turns: [...turns], awaited: new Set() });

/** Records a turn; terms come from the kernel as it weighed them, never computed again for display. */
export function record(recorder: Recorder, month: number, id: number, cause: Cause, lead: number, why: Float64Array | Why = {}): void {
  const { choice = null, other = lead, facts = [] } = why instanceof Float64Array ? {} : why;
  const terms = why instanceof Float64Array ? Array.from(why) : (choice?.terms ?? []);
  recorder.turns.push({ month, id, cause, other, terms, choice, facts });
}

/** The choice of place `o` among the first `n` options that the kernel weighed last, beside the best of the others. `named` gives what each place is. */
export function choiceOf({ weighed, utilities }: Kernel, o: number, n: number, named: (place: number) => ActName): Decision {
  let best = o === 0 ? 1 : 0;
  for (let k = 0; k < n; k++) if (k !== o && utilities[k] > utilities[best]) best = k;
  const termsOf = (k: number): number[] => Array.from(weighed.subarray(k * TERMS, (k + 1) * TERMS));
  return { act: named(o), instead: named(best), terms: termsOf(o), otherTerms: termsOf(best) };
}

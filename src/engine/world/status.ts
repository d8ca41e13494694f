import type { Text } from '../core/text.ts';

/** What a person's situation is this month: a short closed list, one frozen letter each, the alphabet of every pathway. */
export const statuses = [
  { letter: 'N', key: 'notEntitled', label: { fr: 'sans droit', en: 'not entitled' } },
  { letter: 'E', key: 'entitled', label: { fr: 'a droit, ne demande pas', en: 'entitled, not claiming' } },
  { letter: 'P', key: 'pending', label: { fr: 'demande en cours', en: 'claim pending' } },
  { letter: 'O', key: 'onBenefit', label: { fr: 'allocataire, pas encore orienté', en: 'on benefit, not yet oriented' } },
  { letter: 'U', key: 'suspended', label: { fr: 'droit ouvert, versement suspendu', en: 'right open, payment suspended' } },
  { letter: 'W', key: 'waiting', label: { fr: 'attend un service', en: 'waiting for a service' } },
  { letter: 'A', key: 'accompanied', label: { fr: 'accompagné', en: 'accompanied' } },
  { letter: 'C', key: 'care', label: { fr: 'parcours de soin ou de justice', en: 'in care or justice pathway' } },
  { letter: 'I', key: 'insertionJob', label: { fr: 'emploi d’insertion', en: 'subsidised insertion job' } },
  { letter: 'S', key: 'shortJob', label: { fr: 'emploi court', en: 'short job' } },
  { letter: 'D', key: 'durableJob', label: { fr: 'emploi durable', en: 'durable job' } },
  { letter: 'X', key: 'sanctioned', label: { fr: 'sanctionné', en: 'sanctioned' } },
  { letter: 'L', key: 'left', label: { fr: 'sorti pour un autre motif', en: 'left for another reason' } },
  { letter: 'V', key: 'lostFromView', label: { fr: 'perdu de vue', en: 'lost from view' } },
] as const satisfies readonly { letter: string; key: string; label: Text }[];

/** Place of each status in the list. */
export const N = 0;
export const E = 1;
export const P = 2;
export const O = 3;
export const U = 4;
export const W = 5;
export const A = 6;
export const C = 7;
export const I = 8;
export const S = 9;
export const D = 10;
export const X = 11;
export const L = 12;
export const V = 13;

/** A row with nobody in it. */
export const VACANT = 255;

const flags = (list: readonly number[]): Uint8Array => {
  const out = new Uint8Array(256);
  for (const s of list) out[s] = 1;
  return out;
};

/** Right to the minimum income open, paid or not. */
export const rightOpen: Uint8Array = flags([O, U, W, A, C, I, X]);
/** Minimum income paid this month, in full or in part. */
export const paid: Uint8Array = flags([O, W, A, C, X]);
/** Entitled: right open, or entitled without it. */
export const entitled: Uint8Array = flags([E, P, O, U, W, A, C, I, X]);
/** Looks for work, from outside a job. */
export const seeks: Uint8Array = flags([N, E, P, O, U, W, A, X]);
/** Gone from the benefit, still known to the model. */
export const off: Uint8Array = flags([N, S, D, L, V]);

import type { Lang } from '../../io/format.ts';

interface HeldWords {
  /** Over the values of one territory. */
  readonly title: string;
  /** Under the list of territories. */
  readonly listed: (territory: string, id: string, count: string) => string;
  readonly parameter: string;
  readonly elsewhere: string;
  /** What wins over them. */
  readonly note: string;
}

/** Words for the parameters that a territory holds. */
export const heldWords: Readonly<Record<Lang, HeldWords>> = {
  fr: {
    title: 'Paramètres qui ont ici leur propre valeur',
    listed: (territory, id, count) =>
      `${territory} a ses propres valeurs de ${count} paramètres : « parcours describe territories --territory ${id} » les donne, avec leurs sources.`,
    parameter: 'Paramètre',
    elsewhere: 'Ailleurs',
    note: 'Ces valeurs sont prises d’office dans ce territoire, à la place des valeurs françaises. Un scénario, une expérience ou un calage qui fixe un de ces paramètres l’emporte.',
  },
  en: {
    title: 'Parameters that have a value of their own here',
    listed: (territory, id, count) =>
      `${territory} has its own values of ${count} parameters: “parcours describe territories --territory ${id}” gives them, with their sources.`,
    parameter: 'Parameter',
    elsewhere: 'Elsewhere',
    note: 'These values hold in this territory without being asked for, in place of the French ones. A scenario, an experiment or a posterior that sets one of these parameters wins.',
  },
};

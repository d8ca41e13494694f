import type { Lang } from '../../io/format.ts';

interface HeldWords {
  /** Over the values of one territory. */
  readonly title: string;
  /** Under the list of territories. */
  readonly listed: (territory: string, id: string, count: string) => string;
  /** Over a result: how many, and how many of them a posterior takes the place of. */
  readonly header: string;
  readonly kept: (count: string) => string;
  readonly drawn: (count: string, replaced: string, posterior: string) => string;
  /** A posterior fitted on another country. */
  readonly foreign: (posterior: string, own: string) => string;
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
    header: 'Paramètres',
    kept: (count) => `${count} ont ici leur propre valeur, les autres leur valeur par défaut`,
    drawn: (count, replaced, posterior) => `${count} ont ici leur propre valeur, que le calage « ${posterior} » remplace pour ${replaced}`,
    foreign: (posterior, own) =>
      `attention : le calage « ${posterior} » est celui d’un autre pays, et remplace des valeurs que ce territoire tient pour siennes. Le sien est « ${own} » (--posterior ${own}).`,
    parameter: 'Paramètre',
    elsewhere: 'Ailleurs',
    note: 'Ces valeurs sont prises d’office dans ce territoire, à la place des valeurs françaises. Un scénario, une expérience ou un calage qui fixe un de ces paramètres l’emporte.',
  },
  en: {
    title: 'Parameters that have a value of their own here',
    listed: (territory, id, count) =>
      `${territory} has its own values of ${count} parameters: “parcours describe territories --territory ${id}” gives them, with their sources.`,
    header: 'Parameters',
    kept: (count) => `${count} have a value of their own here, the others their default value`,
    drawn: (count, replaced, posterior) => `${count} have a value of their own here, and the posterior “${posterior}” takes the place of ${replaced}`,
    foreign: (posterior, own) =>
      `warning: the posterior “${posterior}” is that of another country, and takes the place of values that this territory holds as its own. Its own is “${own}” (--posterior ${own}).`,
    parameter: 'Parameter',
    elsewhere: 'Elsewhere',
    note: 'These values hold in this territory without being asked for, in place of the French ones. A scenario, an experiment or a posterior that sets one of these parameters wins.',
  },
};

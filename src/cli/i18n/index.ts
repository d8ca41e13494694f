import type { Lang } from '../../io/format.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

export type Dictionary = typeof fr;
export type CliProblemCode = keyof Dictionary['problems'];

const dictionaries: Readonly<Record<Lang, Dictionary>> = { fr, en };

/** Every sentence of the command line that is not shared with the page. */
export const dictionary = (lang: Lang): Dictionary => dictionaries[lang];

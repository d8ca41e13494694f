import type { Lang } from '../state/document.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

type Phrase<T> = T extends (...values: infer V) => string ? (...values: V) => string : string;

/** Every sentence of the page: a language that lacks one does not compile. */
export type Dictionary = { readonly [K in keyof typeof fr]: Phrase<(typeof fr)[K]> };

export const dictionaries: Readonly<Record<Lang, Dictionary>> = { fr, en };

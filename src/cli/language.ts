import type { Lang } from '../io/format.ts';

/** `--lang` first, then the locale of the terminal; French unless told otherwise. */
export function chooseLanguage(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang {
  const asked = args.flatMap((arg, i) => (arg === '--lang' ? [args[i + 1]] : arg.startsWith('--lang=') ? [arg.slice('--lang='.length)] : [])).at(-1);
  if (asked === 'fr' || asked === 'en') return asked;
  return /^en/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'en' : 'fr';
}

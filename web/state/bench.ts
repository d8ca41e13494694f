import type { Bench } from '../../src/io/bench.ts';
import type { Lang } from './document.ts';

const files = import.meta.glob<Bench>('../../scenarios/evidence/bench/*.json', { import: 'default' });

/** What the bench gave when it was last played (`npm run evidence`), in one language. */
export const loadBench = (lang: Lang): Promise<Bench> => files[`../../scenarios/evidence/bench/${lang}.json`]!();

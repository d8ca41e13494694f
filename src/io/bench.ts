import { blocks } from '../experiments/trial/bench.ts';
import type { Row } from '../experiments/trial/types.ts';
import { good } from '../experiments/trial/verdict.ts';
import { cellsOf, type EvidenceCells, scoreSentences } from './evidence-rows.ts';
import type { Lang } from './format.ts';
import { evidenceWords } from './i18n/evidence.ts';

export interface BenchRow extends EvidenceCells {
  /** Title of the experiment. */
  readonly trial: string;
  readonly good: boolean;
  /** Why the model misses, where its authors know. */
  readonly why?: string;
}

/** What the bench gave when it was last played, in the words of one language: what a page shows without playing it. */
export interface Bench {
  readonly modelVersion: string;
  readonly replications: number;
  readonly score: readonly string[];
  readonly columns: EvidenceCells;
  /** Misses first in each. */
  readonly blocks: readonly { readonly title: string; readonly rows: readonly BenchRow[] }[];
  readonly notes: readonly string[];
}

const rowOf = (row: Row, lang: Lang): BenchRow => {
  const isGood = good(row.verdict);
  return { trial: row.experiment.title[lang], ...cellsOf(row, lang), good: isGood, ...(!isGood && row.estimand.miss ? { why: row.estimand.miss[lang] } : {}) };
};

export function benchOf(rows: readonly Row[], { modelVersion, replications }: Pick<Bench, 'modelVersion' | 'replications'>, lang: Lang): Bench {
  const { columns, uses, notes } = evidenceWords[lang];
  return {
    modelVersion,
    replications,
    score: scoreSentences(rows, lang),
    columns,
    blocks: blocks(rows).map((block) => ({ title: uses[block.use], rows: block.rows.map((row) => rowOf(row, lang)) })),
    notes,
  };
}

import { ablation } from './ablation.ts';
import type { Reading } from './reading.ts';

/** An exit counts once, for the lead alone: what is declared beyond the jobs it counts is untrue. */
const counted = { 'evaluation.credit': 0, 'evaluation.exit-length': 6 };
const mirror = (run: Reading): number => 100 * run.ratio('declared', 'true-exits', 12);

ablation('gaming', {
  // Calls to those placed make more of the true results last when the stake is high: another mechanism.
  aside: ['operators'],
  replications: 40,
  months: 36,
  books: {
    nothing: { set: { ...counted, 'evaluation.stake': 0 } },
    half: { set: { ...counted, 'evaluation.stake': 0.5, 'evaluation.audit-rate': 0 } },
    audited: { set: { ...counted, 'evaluation.stake': 0.5, 'evaluation.audit-rate': 0.5 } },
  },
  patterns: {
    'the higher the stake, the more is declared for a hundred true exits': { margin: 5, contrast: ({ nothing, half }) => mirror(half) - mirror(nothing) },
    'audits bring what is declared back towards what is true': { margin: 5, contrast: ({ half, audited }) => mirror(half) - mirror(audited) },
  },
});

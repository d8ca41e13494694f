import { ablation } from './ablation.ts';
import type { Reading } from './reading.ts';

/** The board has met once. */
const MET = 6;
const MET_TWICE = 18;
const dissent = (run: Reading): number => 100 * run.ratio('dissenters', 'board-seats', MET);
const exits = (run: Reading): number => 100 * run.ratio('silent-exits', 'participations', MET);

ablation('deliberation', {
  population: 200,
  months: 24,
  books: {
    consensus: { set: { 'deliberation.mode': 0 } },
    debate: { set: { 'deliberation.mode': 1 } },
  },
  patterns: {
    'under consensus fewer structures contradict (points of structures a year)': {
      margin: 5,
      contrast: ({ consensus, debate }) => dissent(debate) - dissent(consensus),
    },
    'and more leave without a word (points of participations)': { margin: 2, contrast: ({ consensus, debate }) => exits(consensus) - exits(debate) },
    'more failing programmes run under consensus (programmes)': {
      margin: 0.5,
      contrast: ({ consensus, debate }) => consensus.level('failing-programmes', MET) - debate.level('failing-programmes', MET),
    },
    'and they last longer (months since they opened)': {
      margin: 2,
      contrast: ({ consensus, debate }) => consensus.level('failing-age', MET_TWICE) - debate.level('failing-age', MET_TWICE),
    },
    'decisions are quicker under consensus (months)': {
      margin: 0.2,
      contrast: ({ consensus, debate }) => debate.ratio('decision-months', 'decisions') - consensus.ratio('decision-months', 'decisions'),
    },
    'refusals rise under consensus (percent)': {
      margin: 2,
      contrast: ({ consensus, debate }) => 100 * (consensus.flow('refusals') / debate.flow('refusals') - 1),
      absent: 'what a structure gives up in silence is a programme; at its door answers hardly move, by the minutes that failing programmes take',
    },
  },
});

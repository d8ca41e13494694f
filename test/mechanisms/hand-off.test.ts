import { V } from '../../src/engine/world/status.ts';
import { ablation } from './ablation.ts';
import type { Seen } from './reading.ts';

const SET_UP = 15;

/** People handed on this month: lost from view by its end or not, by their trust before and by the hand-offs already behind them. */
function look({ month, now, before, each, note }: Seen): void {
  const { handOffs, status } = now.people;
  each((i) => {
    if (handOffs[i]! <= before.people.handOffs[i]!) return;
    const lost = status[i] === V ? 100 : 0;
    note(before.people.trust[i]! < 0.5 ? 'little trust' : 'much trust', lost);
    note(before.people.handOffs[i] === 0 ? 'first' : 'later', lost);
    if (month >= SET_UP) note('late months', lost);
  });
}

ablation('hand-off', {
  months: 36,
  books: { apart: {}, integrated: { set: { 'governance.mission-integration': 1 } } },
  look,
  patterns: {
    'those who trust little are lost first (points of hand-offs)': {
      margin: 2,
      contrast: ({ apart }) => apart.mean('little trust') - apart.mean('much trust'),
    },
    'fewer are lost when services are integrated (points of hand-offs)': {
      margin: 2,
      contrast: ({ apart, integrated }) => apart.mean('late months') - integrated.mean('late months'),
    },
    'more are lost at the first hand-off than after (points of hand-offs)': {
      margin: 1,
      contrast: ({ apart }) => apart.mean('first') - apart.mean('later'),
      absent: 'one hand-off in nine loses somebody, which sorts people too little to outweigh the trust that refusals wear',
    },
  },
});

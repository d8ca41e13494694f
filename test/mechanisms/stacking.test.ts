import { ablation, institutions } from './ablation.ts';
import type { Reading } from './reading.ts';

/** A frame is worked out within a year; what it gives is read after. */
const SET_UP = 15;
const scarce = { 'capacity.schemes': 20 };
const ample = { 'capacity.schemes': 300 };
const frame = { 'governance.integrated-frame': 1 };
const support = (run: Reading): number => run.level('support-share', SET_UP);

ablation('stacking', {
  replications: 48,
  population: 200,
  months: 27,
  aside: institutions,
  books: {
    scarce: { set: scarce },
    ample: { set: ample },
    scarceFramed: { set: { ...scarce, ...frame } },
    ampleFramed: { set: { ...ample, ...frame } },
  },
  patterns: {
    'the more schemes pile up, the fewer paid hours are left for support (points)': {
      margin: 2,
      contrast: ({ scarce: few, ample: many }) => support(few) - support(many),
    },
    'a common frame frees hours where places are ample (points)': {
      margin: 0.6,
      contrast: ({ ample: apart, ampleFramed }) => support(ampleFramed) - support(apart),
    },
    'and more than where they are scarce (points)': {
      margin: 0.6,
      contrast: ({ scarce: few, ample: many, scarceFramed, ampleFramed }) => support(ampleFramed) - support(many) - (support(scarceFramed) - support(few)),
    },
    'where places are scarce it frees none: its own hours cost more (points)': {
      margin: 0.05,
      contrast: ({ scarce: few, scarceFramed }) => support(few) - support(scarceFramed),
    },
  },
});

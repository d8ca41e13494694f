import { CARE, HEALTH, JUSTICE, JUSTICE_PATH, NEEDS, NONE } from '../../src/engine/world/people.ts';
import { A, C, W } from '../../src/engine/world/status.ts';
import { ablation } from './ablation.ts';
import type { Look, Reading } from './reading.ts';

/** Severity of health or of justice that counts a person as having that need. */
const SEVERE = 0.5;

/** Breaks of the month by how many of the two needs, health and justice, a person had: care or a measure broken off, a file closed while away. */
const breaks: Look = ({ month, now, before, note, each }) => {
  if (month < 0) return;
  const brokenOff = (i: number, bit: number, need: number) =>
    (before.people.paths[i]! & bit) > (now.people.paths[i]! & bit) && now.people.needs[i * NEEDS + need]! > before.people.needs[i * NEEDS + need]!;
  each((i) => {
    const was = before.people.status[i]!;
    if (was !== A && was !== W && was !== C) return;
    const needs = [HEALTH, JUSTICE].filter((n) => before.people.needs[i * NEEDS + n]! > SEVERE).length;
    const closed = was === C && before.people.lead[i] !== NONE && now.people.lead[i] === NONE;
    note(`breaks of ${needs}`, closed || brokenOff(i, CARE, HEALTH) || brokenOff(i, JUSTICE_PATH, JUSTICE) ? 1000 : 0);
  });
};

/** Breaks a thousand person-months of those with both needs, beyond those of people with neither. */
const gap = (run: Reading): number => run.mean('breaks of 2') - run.mean('breaks of 0');

ablation('crossed-pathways', {
  population: 500,
  months: 30,
  look: breaks,
  books: {
    quiet: { set: { 'crossed-pathways.care-appointments': 1, 'crossed-pathways.justice-appointments': 1 } },
    busy: { set: { 'crossed-pathways.care-appointments': 8, 'crossed-pathways.justice-appointments': 6 } },
    together: {
      set: {
        'crossed-pathways.care-appointments': 8,
        'crossed-pathways.justice-appointments': 6,
        'governance.shared-calendar': 1,
      },
    },
  },
  patterns: {
    'the fuller the calendars, the more breaks weigh on those who cumulate health and justice': {
      margin: 0.2,
      contrast: ({ quiet, busy }) => gap(busy) - gap(quiet),
    },
    'appointments set together spare missed months': {
      margin: 1,
      contrast: ({ busy, together }) => (1000 * (busy.flow('missed-appointments') - together.flow('missed-appointments'))) / Math.max(1, busy.flow('requests')),
    },
  },
});

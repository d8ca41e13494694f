import { A, E, O, W } from '../../src/engine/world/status.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const NEWCOMERS = 4_194_304;
const LIFTED = 9;

/** Search of people present from the start who are not under sanction, at once, later, and long after; claims of those who had not claimed. */
function look({ month, context, now, before, each, note }: Seen): void {
  each((i) => {
    if (before.people.status[i] === E) note('claims', now.people.status[i] === E ? 0 : 100);
  });
  const when = month >= 1 && month < 5 ? 'early' : month >= 5 && month < LIFTED ? 'settled' : month >= LIFTED + 12 ? 'long after' : '';
  if (when === '') return;
  each((i) => {
    const status = now.people.status[i];
    if ((status === O || status === W || status === A) && now.people.id[i]! < NEWCOMERS) note(when, context.scratch.effective[i]!);
  });
}

const none = { 'conditionality.hours': 0, 'conditionality.monitoring': 0, 'conditionality.sanction-share': 0 };
const threat = {
  'conditionality.hours': 0,
  'conditionality.monitoring': 0.2,
  'conditionality.warning': 0.2,
  'conditionality.sanction-share': 1,
  'conditionality.sanction-months': 4,
};
const gain = (run: Reading, reference: Reading, when: string): number => 100 * (run.mean(when) / reference.mean(when) - 1);
const withoutWork = (run: Reading): number => (1200 * (run.flow('exits') - run.flow('exits-to-work'))) / run.flow('on-benefit');

ablation('conditionality', {
  months: 24,
  books: {
    none: { set: none },
    threat: { set: threat },
    lifted: { set: none, timeline: [{ at: 0, until: LIFTED, set: threat }] },
    strict: { set: { ...threat, 'conditionality.hours': 20 } },
  },
  look,
  patterns: {
    'the threat makes people search more at once, sanctioned or not (% in the first months)': {
      margin: 2,
      contrast: ({ none, threat }) => gain(threat, none, 'early'),
    },
    'which fades within a year once the threat is gone (points of that gain)': {
      margin: 2,
      contrast: ({ none, lifted }) => gain(lifted, none, 'settled') - gain(lifted, none, 'long after'),
    },
    'strict rules put off claims (a month, for a hundred entitled who do not claim)': {
      margin: 0.2,
      contrast: ({ none, strict }) => none.mean('claims') - strict.mean('claims'),
    },
    'strict rules make more leave without a job (a year, for a hundred on benefit)': {
      margin: 1,
      contrast: ({ none, strict }) => withoutWork(strict) - withoutWork(none),
    },
  },
});

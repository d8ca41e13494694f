import type { World } from '../../src/engine/index.ts';
import { tally } from '../../src/engine/context.ts';
import { A, O, W } from '../../src/engine/world/status.ts';
import { IDENTITY_AXES } from '../../src/engine/world/structures.ts';
import { header } from '../../src/engine/world/world.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const SETTLED = 3;
const MONITORED = 0.2;
/** Readings that go most of the way at once, and a high price of distance. */
const quick = { 'meaning.moved': 0.9, 'meaning.distance-hours': 1 };
const strict = { 'conditionality.monitoring': MONITORED, 'conditionality.hours': 20, 'conditionality.sanction-share': 1 };

const gap = (run: Reading): number => run.level('rule-gap', SETTLED);
const distance = (run: Reading): number => run.level('professional-distance', SETTLED);
const handed = (run: Reading): number => 100 * run.ratio('hand-offs', 'requests');

/** Professions drawn three times as far apart. */
function apart({ structures: { identity }, counts }: World): void {
  for (let k = 0; k < counts.structures * IDENTITY_AXES; k++) identity[k]! *= 3;
}

/** Checks made, and checks that the rule decided asks for. */
function look({ context, now, before, note }: Seen): void {
  note('checks', context.scratch.tally[tally.checks]!);
  let held = 0;
  for (const { people, head } of [before, now]) for (let i = 0; i < head[header.rows]!; i++) if ([O, W, A].includes(people.status[i]!)) held += 0.5;
  note('asked', MONITORED * held);
}

ablation('meaning', {
  population: 300,
  months: 12,
  books: {
    one: { set: { ...quick, 'meaning.levels': 1 } },
    three: { set: { ...quick, 'meaning.levels': 3 } },
    together: { set: { ...quick, 'meaning.levels': 3, 'deliberation.co-construction': 1 } },
    far: { set: { ...quick, 'meaning.levels': 3 }, prepare: apart },
    strict: { set: { ...quick, ...strict } },
  },
  look,
  patterns: {
    'the more levels read a rule, the farther practice is from it (points)': { margin: 0.5, contrast: ({ one, three }) => gap(three) - gap(one) },
    'rules written together are practised nearer to what is decided (points)': { margin: 1, contrast: ({ three, together }) => gap(three) - gap(together) },
    'and bring professions nearer (points of the distance at the start)': {
      margin: 3,
      contrast: ({ three, together }) => distance(three) - distance(together),
    },
    'a strict rule is softened in practice (percent of the checks decided that are not made)': {
      margin: 8,
      contrast: ({ strict: run }) => 100 * (1 - run.sum('checks') / run.sum('asked')),
    },
    'services send fewer people to distant professions (hand-offs for a hundred requests)': {
      margin: 1,
      contrast: ({ three, far }) => handed(three) - handed(far),
    },
  },
});

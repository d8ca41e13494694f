import { SOLUTIONS } from '../../src/engine/world/people.ts';
import { ROUTINE, USES } from '../../src/engine/world/structures.ts';
import { header } from '../../src/engine/world/world.ts';
import { STAGES } from '../../src/engine/world/zones.ts';
import { ablation, type Book } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const MONTHS = 24;
/** The first year, and months in which everything is set up. */
const FIRST = [0, 12] as const;
const SETTLED = [18, 24] as const;
type Span = readonly [from: number, until: number];
const MISSIONS = ['diagnosis', 'programmes', 'integration', 'engineers', 'evaluation'] as const;
type Mission = (typeof MISSIONS)[number];

/** Time spent on habits, each month; at the end, what each mission is there to move, on a scale where a mission at full level moves it by about one. */
function look({ month, now, note }: Seen): void {
  let routine = 0;
  let paid = 0;
  now.structures.minutes.forEach((minutes, at) => {
    paid += minutes;
    if (at % USES === ROUTINE) routine += minutes;
  });
  note(month < FIRST[1] ? 'routine first' : month >= SETTLED[0] ? 'routine settled' : 'routine between', (100 * routine) / paid);
  if (month !== MONTHS - 1) return;
  let error = 0;
  let building = 0;
  let believed = 0;
  for (let k = 0; k < SOLUTIONS; k++) {
    error += now.zones.mapError[k]! / SOLUTIONS;
    believed += Math.abs(now.zones.believed[k]!);
    for (let g = 0; g < STAGES; g++) building += now.zones.programmes[k * STAGES + g]!;
  }
  note('diagnosis', -2 * error);
  note('programmes', building / 50);
  note('integration', now.head[header.sharedFile]!);
  note('engineers', now.head[header.engineers]!);
  note('evaluation', 2 * believed);
}

/** Money is pooled and meetings are held alike in every book: only the missions differ. */
const alike = { 'governance.pooling': 0.15, 'governance.meetings': 2 };
const book = (...missions: readonly Mission[]): Book => ({ set: { ...alike, ...Object.fromEntries(missions.map((m) => [`governance.mission-${m}`, 1])) } });
const moved = (run: Reading, none: Reading, mission: Mission): number => run.mean(mission) - none.mean(mission);
const alone = (run: Reading, none: Reading, mission: Mission): number =>
  moved(run, none, mission) - MISSIONS.filter((m) => m !== mission).reduce((sum, m) => sum + Math.abs(moved(run, none, m)), 0);

/** Time spent relearning how to work, beyond what it takes with no mission, in points of paid time. */
const relearning = (run: Reading, none: Reading, when: 'first' | 'settled'): number => run.mean(`routine ${when}`) - none.mean(`routine ${when}`);
const lost = (run: Reading, none: Reading, [from, until]: Span): number => none.level('support-share', from, until) - run.level('support-share', from, until);

ablation('grouping', {
  months: MONTHS,
  population: 500,
  books: {
    none: book(),
    diagnosis: book('diagnosis'),
    programmes: book('programmes'),
    integration: book('integration'),
    engineers: book('engineers'),
    evaluation: book('evaluation'),
    all: book(...MISSIONS),
  },
  look,
  patterns: {
    'the first year costs support time (points of paid time)': { margin: 1, contrast: ({ none, all }) => lost(all, none, FIRST) },
    'habits are relearnt in the first year more than once all is set up (points of paid time)': {
      margin: 1,
      contrast: ({ none, all }) => relearning(all, none, 'first') - relearning(all, none, 'settled'),
    },
    'the first year costs more support time than once all is set up (points of paid time)': {
      margin: 0.5,
      contrast: ({ none, all }) => lost(all, none, FIRST) - lost(all, none, SETTLED),
      absent: 'keeping up the common file and recording for evaluation cost more, for good, than setting up',
    },
    'mission 1 alone makes needs better known, and moves none of the other four variables': {
      margin: 0.1,
      contrast: ({ none, diagnosis }) => alone(diagnosis, none, 'diagnosis'),
    },
    'mission 2 alone builds places, and moves none of the other four': {
      margin: 0.1,
      contrast: ({ none, programmes }) => alone(programmes, none, 'programmes'),
    },
    'mission 3 alone shares files, and moves none of the other four': {
      margin: 0.1,
      contrast: ({ none, integration }) => alone(integration, none, 'integration'),
    },
    'mission 4 alone brings engineers, and moves none of the other four': {
      margin: 0.1,
      contrast: ({ none, engineers }) => alone(engineers, none, 'engineers'),
    },
    'mission 5 alone changes what is believed of programmes, and moves none of the other four': {
      margin: 0.1,
      contrast: ({ none, evaluation }) => alone(evaluation, none, 'evaluation'),
    },
  },
});

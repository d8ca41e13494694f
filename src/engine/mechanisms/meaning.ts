import type { Context } from '../context.ts';
import { uniform, WARM_UP } from '../core/draws.ts';
import { log } from '../core/math.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { measure } from '../world/identities.ts';
import { CLASSES, levelOfClass } from '../world/people.ts';
import { IDENTITY_AXES, CHECKS, DUTY, FUNDERS_OF_CONTRACTS, JOB_LENGTH, MEETINGS, RULES, SHARED_FILE, USES } from '../world/structures.ts';
import { lyet, parameters } from './meaning/parameters.ts';

type P = Values<typeof parameters>;

const YEAR = 12;
const LOGISTIC_SD = 0.5513288954217921;
/** Bounds of a rule as practised, relative to the rule decided. */
const LEAST = 0.1;
const MOST = 3;
/** A rule that moved by less has not changed for those who apply it. */
const NOTICED = 0.005;
/** What counts as strictness in full: a check every five months, 20 hours a week, a year in work. */
const FULL_CHECKS = 0.2;
const FULL_HOURS = 20;
const FULL_LENGTH = 12;
/** Identity that holds each rule right when strict: which axis, and its sign. Assumed. */
const AXIS_OF = [0, 1, 1, 0] as const;
const SIGN_OF = [-1, 1, 1, 1] as const;
/** Where people in more difficulty move each rule: fewer checks, more welcome, more of the file, shorter jobs counted. Assumed. */
const NEED_OF = [-1, 1, 1, -1] as const;
/** Places of funders and of networks among the readers whose draws are keyed, after structures. */
const FIRST_FUNDER = 65_536;
const FIRST_NETWORK = 131_072;

const decided = new Float64Array(RULES);

/**
 * A rule decided is handed down by a funder, then by a network, then read by each structure, which keeps to what it holds right and to what
 * it knows of its people. It is read again each year, and whenever it changes. Left out: readings that differ by worker; professions that
 * drift apart again.
 */
function step(context: Context, p: P): void {
  const { structures: s, counts } = context.world;
  const difficulty = meanDifficulty(context);
  for (let j = 0; j < counts.structures; j++) {
    const arm = s.arm[j];
    const shared = context.rules.deliberation['co-construction'][arm];
    decide(context, arm);
    for (let r = 0; r < RULES; r++) apply(context, j, r, shared, difficulty, p);
    s.demand[j * USES + MEETINGS] += grains(shared * s.workers[j] * 60 * p['design-hours'][arm]);
    for (let a = 0; a < IDENTITY_AXES; a++) s.identity[j * IDENTITY_AXES + a] *= 1 - (shared * p.closeness[arm]) / YEAR;
  }
  measure(context.world);
}

/** Strictness of each rule as decided, 0 to 1. */
function decide({ rules }: Context, arm: number): void {
  const { conditionality, governance, evaluation } = rules;
  decided[CHECKS] =
    (Math.min(1, conditionality.monitoring[arm] / FULL_CHECKS) + Math.min(1, conditionality.hours[arm] / FULL_HOURS) + conditionality['sanction-share'][arm]) /
    3;
  decided[DUTY] = governance['mission-integration'][0];
  decided[SHARED_FILE] = governance['mission-integration'][0];
  decided[JOB_LENGTH] = Math.min(1, evaluation['exit-length'][arm] / FULL_LENGTH);
}

/** A rule written together comes into force over the months it takes to write; the old one holds meanwhile. Then it is read. */
function apply(context: Context, j: number, r: number, shared: number, difficulty: number, p: P): void {
  const { world, month } = context;
  const { structures: s } = world;
  const at = j * RULES + r;
  const first = month.now === -WARM_UP;
  if (first) s.ruled[at] = s.used[at] = decided[r];
  const gap = decided[r] - s.ruled[at];
  const changed = Math.abs(gap) > NOTICED;
  s.ruled[at] = changed ? s.ruled[at] + gap / (1 + shared * p['design-months'][s.arm[j]]) : decided[r];
  const yearly = (month.now + WARM_UP) % YEAR === 0;
  if (yearly || changed) read(context, j, r, 1 - shared * p.narrowing[s.arm[j]], difficulty, p);
  if (yearly) s.used[at] += p.habit[s.arm[j]] * (s.ruled[at] - s.used[at]);
  const late = decided[r] > 0 ? s.ruled[at] / decided[r] : 1;
  s.practised[at] = Math.min(MOST, Math.max(LEAST, late * s.reading[at]));
}

/** One more reading: drift at each level, the pull of what is held right, and what is known of the people followed. */
function read(context: Context, j: number, r: number, width: number, difficulty: number, p: P): void {
  const { structures: s } = context.world;
  const arm = s.arm[j];
  const at = j * RULES + r;
  const sd = p.drift[arm] * width;
  const levels = p.levels[0];
  let above = 0;
  if (levels > 1) above += sd * noise(context, FIRST_FUNDER + mainFunder(context, j), r);
  if (levels > 2) above += sd * noise(context, FIRST_NETWORK + s.body[j], r);
  s.contracted[at] += p.moved[arm] * (1 + above - s.contracted[at]);
  const right = s.used[at] + p.bent[arm] * SIGN_OF[r] * s.identity[j * IDENTITY_AXES + AXIS_OF[r]];
  const pull = p.pull[arm] * width * (right - s.ruled[at]);
  const known = p.knowledge[arm] * NEED_OF[r] * (difficultyOf(context, j, difficulty) - difficulty);
  const goal = s.contracted[at] + sd * noise(context, j, r) + pull + known;
  s.reading[at] += p.moved[arm] * (goal - s.reading[at]);
}

function noise({ streams, month }: Context, reader: number, r: number): number {
  const u = uniform(streams['meaning.reading'], reader, month.now, r);
  return LOGISTIC_SD * log((u + 1e-9) / (1 - u + 1e-9));
}

function mainFunder({ world }: Context, j: number): number {
  const { contract } = world.structures;
  let main = 0;
  for (let f = 1; f < FUNDERS_OF_CONTRACTS; f++) if (contract[j * FUNDERS_OF_CONTRACTS + f] > contract[j * FUNDERS_OF_CONTRACTS + main]) main = f;
  return main;
}

/** Mean level of difficulty of everyone accompanied, as services see them: 0 easy to 2 hard. */
function meanDifficulty({ world }: Context): number {
  const { structures: s, counts } = world;
  let sum = 0;
  let people = 0;
  for (let k = 0; k < counts.structures * CLASSES; k++) {
    sum += s.byClass[k] * levelOfClass(k % CLASSES);
    people += s.byClass[k];
  }
  return people > 0 ? sum / people : 0;
}

/** That of the people of one structure; the territory's when it follows nobody. */
function difficultyOf({ world }: Context, j: number, mean: number): number {
  const { byClass } = world.structures;
  let sum = 0;
  let people = 0;
  for (let c = 0; c < CLASSES; c++) {
    sum += byClass[j * CLASSES + c] * levelOfClass(c);
    people += byClass[j * CLASSES + c];
  }
  return people > 0 ? sum / people : mean;
}

/** Off: rules are practised as decided, and no profession is nearer or farther than another. */
function literal({ world }: Context): void {
  world.structures.practised.fill(1);
  world.ties.distance.fill(1);
}

export const meaning = mechanism({
  id: 'M17',
  key: 'meaning',
  label: { fr: 'Sens et identité', en: 'Meaning and identity' },
  seeds: ['S2'],
  pattern: {
    fr: 'La règle pratiquée s’écarte de la règle décidée, d’autant plus que les niveaux sont nombreux ; la coconstruction réduit l’écart.',
    en: 'The rule practised departs from the rule decided, more with more levels; co-construction narrows the gap.',
  },
  parameters,
  steps: { context: step },
  off: {
    words: { fr: 'Chaque règle est pratiquée comme elle est décidée.', en: 'Every rule is practised as it is decided.' },
    steps: { context: literal },
  },
  sources: [lyet],
});

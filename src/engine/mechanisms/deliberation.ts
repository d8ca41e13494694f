import { type Context, tally } from '../context.ts';
import { alsoUniform, uniform, WARM_UP } from '../core/draws.ts';
import { log } from '../core/math.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { DEPARTEMENT, ENGINEERING, INSERTION, LINES, STATE } from '../world/funders.ts';
import { GROUPS, LEVELS, NONE } from '../world/people.ts';
import { AGAINST, CLOSES, GONE, IN_FAVOUR, NOTHING, PROGRAMMES, RUNS, SET_UP, SILENT } from '../world/programmes.ts';
import { MEETINGS, SORTING, TIES, USES } from '../world/structures.ts';
import { stand, threshold, voicesOf, voteAgainst, weighPeople, worth } from './deliberation/choice.ts';
import { hamzaoui, parameters } from './deliberation/parameters.ts';

type P = Values<typeof parameters>;

const YEAR = 12;
/** Month of the year in which the board meets. */
const BOARD = 5;
const LOGISTIC_SD = 0.5513288954217921;
const MOST_WAIT = 36;
/** Whose draw the error of evaluation is, beside those of structures. */
const THE_EVALUATOR = 65_536;

/** People followed in each programme's group by those who use it, and sums over those who speak of it. */
const inIt = new Float64Array(PROGRAMMES);
const spoken = new Float64Array(PROGRAMMES);
const speakers = new Float64Array(PROGRAMMES);

const running = (state: number): boolean => state === RUNS || state === CLOSES;

/** Programmes open and close when their time has come; what they add to support is what they are worth, seen or not. */
function run(context: Context, p: P): void {
  const { programmes: g } = context.world;
  for (let q = 0; q < PROGRAMMES; q++) {
    if (context.month.now === -WARM_UP) propose(context, q, 0, p);
    if (running(g.state[q])) g.age[q]++;
    if (g.state[q] !== SET_UP && g.state[q] !== CLOSES) continue;
    if (g.wait[q] > 0) g.wait[q]--;
    if (g.wait[q] > 0) continue;
    g.state[q] = g.state[q] === SET_UP ? RUNS : NOTHING;
    g.age[q] = 0;
  }
  lift(context);
}

function lift({ world }: Context): void {
  const { structures: s, programmes: g, counts } = world;
  s.lift.fill(1);
  for (let q = 0; q < PROGRAMMES; q++) {
    if (!running(g.state[q])) continue;
    for (let j = 0; j < counts.structures; j++) {
      if (s.answer[j * PROGRAMMES + q] !== GONE) s.lift[j * GROUPS + g.group[q]] = Math.max(0, s.lift[j * GROUPS + g.group[q]] + g.quality[q]);
    }
  }
}

function normal(u: number): number {
  return LOGISTIC_SD * log((u + 1e-9) / (1 - u + 1e-9));
}

/** A new programme, for a group of needs, with a promise and a hidden worth; each structure makes up its mind on its file. */
function propose({ world, streams, month }: Context, q: number, wait: number, p: P): void {
  const { programmes: g, structures: s, counts } = world;
  g.group[q] = Math.floor(uniform(streams['deliberation.launch'], q, month.now) * GROUPS);
  g.quality[q] = p['quality-mean'][0] + p['quality-spread'][0] * normal(alsoUniform());
  g.promised[q] = p.promise[0];
  g.state[q] = SET_UP;
  g.wait[q] = wait;
  g.against[q] = 0;
  g.favour[q] = 0;
  g.users[q] = 1;
  for (let j = 0; j < counts.structures; j++) {
    s.answer[j * PROGRAMMES + q] = SILENT;
    s.view[j * PROGRAMMES + q] = p.promise[0] + p['view-spread'][s.arm[j]] * normal(uniform(streams['deliberation.view'], j, month.now, q));
  }
}

/** Minutes that programmes take from the services that use them, and the yearly board. */
function govern(context: Context, p: P): void {
  const { world, month } = context;
  const { structures: s, programmes: g, counts } = world;
  for (let j = 0; j < counts.structures; j++) {
    let people = 0;
    for (let q = 0; q < PROGRAMMES; q++) if (running(g.state[q]) && s.answer[j * PROGRAMMES + q] !== GONE) people += followed(world, j, g.group[q]);
    s.demand[j * USES + SORTING] += grains(people * p.minutes[s.arm[j]]);
  }
  if ((month.now + WARM_UP) % YEAR === BOARD) meet(context, p);
}

function followed({ structures }: Context['world'], j: number, group: number): number {
  let n = 0;
  for (let level = 0; level < LEVELS; level++) n += structures.byClass[(j * LEVELS + level) * GROUPS + group];
  return n;
}

/** The board: each learns from its own people and from those it heard, takes its stand; then programmes close, go on, or are proposed. */
function meet(context: Context, p: P): void {
  const { world, streams, month, scratch } = context;
  const { structures: s, programmes: g, counts } = world;
  readRoom(context);
  for (let q = 0; q < PROGRAMMES; q++) if (g.state[q] === RUNS) learn(context, q, p);
  let voices = 0;
  const board = boardOf(world);
  for (let q = 0; q < PROGRAMMES; q++) {
    if (g.state[q] !== RUNS) continue;
    for (let j = 0; j < counts.structures; j++) {
      if (s.closed[j]) continue;
      weighPeople(context, j, g.group[q]);
      const others = inIt[q] - (s.answer[j * PROGRAMMES + q] === GONE ? 0 : worth.people);
      s.answer[j * PROGRAMMES + q] = stand(
        context,
        j,
        q,
        Math.max(0, others),
        voicesOf(world, j) / board,
        uniform(streams['deliberation.stance'], j, month.now, q),
        p,
      );
    }
    voices += decide(context, q, p);
  }
  const floor = voices * p['listening-minutes'][0];
  for (let j = 0; j < counts.structures; j++) {
    if (s.closed[j]) continue;
    s.demand[j * USES + MEETINGS] += grains(floor);
    scratch.tally[tally.boardSeats]++;
    count(context, j, board, p);
  }
  // A proposal is heard by as many voices as what runs already, on average.
  const wait = waitOf(voices / PROGRAMMES, p);
  for (let q = 0; q < PROGRAMMES; q++) {
    if (g.state[q] !== NOTHING) continue;
    propose(context, q, wait, p);
    settle(context, wait);
  }
}

/** Voices of the whole board. */
function boardOf(world: Context['world']): number {
  let sum = 0;
  for (let j = 0; j < world.counts.structures; j++) sum += voicesOf(world, j);
  return sum;
}

/** Who uses what, and who spoke last year, as the room stands before anyone moves. */
function readRoom({ world }: Context): void {
  const { structures: s, programmes: g, counts } = world;
  inIt.fill(0);
  spoken.fill(0);
  speakers.fill(0);
  for (let k = 0; k < counts.structures * PROGRAMMES; k++) {
    const q = k % PROGRAMMES;
    if (s.closed[Math.floor(k / PROGRAMMES)]) continue;
    if (s.answer[k] !== GONE) inIt[q] += followed(world, Math.floor(k / PROGRAMMES), g.group[q]);
    if (s.answer[k] !== AGAINST && s.answer[k] !== IN_FAVOUR) continue;
    spoken[q] += s.view[k];
    speakers[q]++;
  }
}

/** Each sees the programme through its own people, with the error of small numbers; evaluation corrects; voices are heard. */
function learn({ world, streams, month, rules }: Context, q: number, p: P): void {
  const { structures: s, programmes: g, counts } = world;
  const evaluated = rules.governance['mission-evaluation'][0] * p.evaluation[0];
  const error = p['own-noise'][0] / Math.sqrt(Math.max(1, inIt[q]));
  g.promised[q] += evaluated * (g.quality[q] + error * normal(uniform(streams['deliberation.view'], THE_EVALUATOR, month.now, q)) - g.promised[q]);
  const heard = (p.hearing[0] * speakers[q]) / counts.structures;
  const said = speakers[q] > 0 ? spoken[q] / speakers[q] : 0;
  for (let j = 0; j < counts.structures; j++) {
    const at = j * PROGRAMMES + q;
    const arm = s.arm[j];
    if (s.answer[at] !== GONE) {
      const n = followed(world, j, g.group[q]);
      const noise = p['own-noise'][arm];
      const spread = p['quality-spread'][arm];
      const seen = g.quality[q] + (noise / Math.sqrt(Math.max(1, n))) * normal(uniform(streams['deliberation.own'], j, month.now, q));
      if (n > 0) s.view[at] += ((n * spread * spread) / (n * spread * spread + noise * noise)) * (seen - s.view[at]);
    }
    s.view[at] += evaluated * (g.promised[q] - s.view[at]);
    s.view[at] += heard * (said - s.view[at]);
  }
}

/** Votes are counted; a programme rejected, or that hardly anyone uses, closes after the time that the voices take. Returns the voices heard. */
function decide(context: Context, q: number, p: P): number {
  const { world, rules } = context;
  const { structures: s, programmes: g, counts } = world;
  let contrary = 0;
  let favourable = 0;
  let users = 0;
  let voices = 0;
  let open = 0;
  for (let j = 0; j < counts.structures; j++) {
    if (s.closed[j]) continue;
    const stance = s.answer[j * PROGRAMMES + q];
    open++;
    if (stance !== GONE) users++;
    if (stance !== AGAINST && stance !== IN_FAVOUR) continue;
    voices++;
    if (stance === AGAINST) contrary += voicesOf(world, j);
    else favourable += voicesOf(world, j);
  }
  const mode = rules.deliberation.mode[0];
  const board = boardOf(world);
  g.against[q] = contrary / board;
  g.favour[q] = favourable / board;
  g.users[q] = users / Math.max(1, open);
  const rejected = voteAgainst(g.against[q], g.favour[q], mode, p.quorum[0]) >= threshold(mode, p.unanimity[0]);
  if (rejected || g.users[q] < p.empty[0]) {
    g.state[q] = CLOSES;
    g.wait[q] = waitOf(voices, p);
    settle(context, g.wait[q]);
  }
  return voices;
}

const waitOf = (voices: number, p: P): number => Math.min(MOST_WAIT, Math.max(1, Math.round(p['board-months'][0] + voices * p['months-per-voice'][0])));

function settle({ scratch }: Context, months: number): void {
  scratch.tally[tally.decisions]++;
  scratch.tally[tally.decisionMonths] += months;
}

/** What each did this year: hours of those who spoke, ties of those who contradicted where unanimity is asked. */
function count(context: Context, j: number, board: number, p: P): void {
  const { world, scratch, rules } = context;
  const { structures: s, programmes: g, ties } = world;
  const mode = rules.deliberation.mode[0];
  let contrary = 0;
  let spoke = 0;
  let left = 0;
  let asked = 0;
  let blame = 0;
  for (let q = 0; q < PROGRAMMES; q++) {
    if (!running(g.state[q])) continue;
    const stance = s.answer[j * PROGRAMMES + q];
    asked++;
    if (stance === GONE) left++;
    if (stance === AGAINST) {
      contrary++;
      blame += 1 - mode + (mode * voicesOf(world, j)) / (g.against[q] * board);
    }
    if (stance === AGAINST || stance === IN_FAVOUR) spoke++;
  }
  if (contrary > 0) scratch.tally[tally.dissenters]++;
  scratch.tally[tally.silentExits] += left;
  scratch.tally[tally.participations] += asked;
  s.demand[j * USES + MEETINGS] += grains(spoke * 60 * p['speaking-hours'][s.arm[j]]);
  if (blame === 0) return;
  s.funderTie[j] *= Math.max(0, 1 - blame * p['funder-hurt'][s.arm[j]]);
  for (let t = j * TIES; t < (j + 1) * TIES; t++) if (ties.partner[t] !== NONE) ties.failures[t] += blame * p['tie-hurt'][s.arm[j]];
}

/** The State and the Département pay for the programmes that run, out of a share of insertion money that is the same whatever the rules. */
function pay({ world }: Context, p: P): void {
  const { funders: f, programmes: g } = world;
  let open = 0;
  for (let q = 0; q < PROGRAMMES; q++) if (running(g.state[q])) open++;
  for (const k of PAYERS) {
    f.spent[k * LINES + ENGINEERING] += Math.round((p['money-share'][0] * Math.max(0, f.planned[k * LINES + INSERTION]) * open) / PROGRAMMES);
  }
}
const PAYERS = [STATE, DEPARTEMENT] as const;

/** Off: the partnership runs no programme. */
function none({ world }: Context): void {
  world.structures.lift.fill(1);
  world.programmes.state.fill(NOTHING);
}

export const deliberation = mechanism({
  id: 'M15',
  key: 'deliberation',
  label: { fr: 'Consensus ou débat', en: 'Consensus or debate' },
  seeds: ['S0'],
  pattern: {
    fr: 'Sous consensus, on contredit moins et l’on part davantage sans le dire ; les programmes qui échouent durent, les décisions vont vite.',
    en: 'Under consensus fewer contradict and more leave without a word; failing programmes last, decisions are quick.',
  },
  parameters,
  steps: { context: run, accounts: pay, governance: govern },
  off: { words: { fr: 'Le partenariat ne mène aucun programme.', en: 'The partnership runs no programme.' }, steps: { context: none } },
  sources: [hamzaoui],
});

import type { Context } from '../../context.ts';
import { logistic } from '../../core/math.ts';
import type { Values } from '../../core/parameter.ts';
import { choose, pick, weigh } from '../../kernel/kernel.ts';
import { situate } from '../../kernel/situate.ts';
import { newOption, newSituation } from '../../kernel/terms.ts';
import { GROUPS, LEVELS, NONE } from '../../world/people.ts';
import { AGAINST, PROGRAMMES } from '../../world/programmes.ts';
import { FUNDERS_OF_CONTRACTS, TIES } from '../../world/structures.ts';
import type { parameters } from './parameters.ts';

type P = Values<typeof parameters>;

const OPTIONS = 4;
const silent = newOption();
const against = newOption();
const favour = newOption();
const gone = newOption();
const situation = newSituation();
const seen = newSituation();
const MAJORITY = 0.5;

/** Voices of a structure on the board of the partnership: its own, and one for each seat it holds with funders. None once closed. */
export const voicesOf = ({ structures: s }: Context['world'], j: number): number => (s.closed[j] ? 0 : 1 + s.seats[j]);

/** Sums over the people a structure follows in a group of needs: what a full point of yield would bring, a month. */
export const worth = { people: 0, gain: 0, relief: 0 };

/**
 * Share of votes against out of those that count. Under consensus (0) silence stands for the programme; in open debate (1) only those who
 * speak count, once there are enough of them.
 */
export function voteAgainst(contrary: number, favourable: number, mode: number, quorum: number): number {
  const quiet = Math.max(0, 1 - contrary - favourable);
  return contrary / Math.max(quorum, contrary + favourable + (1 - mode) * quiet);
}

/** Share of votes against that closes a programme: near unanimity under consensus, half in open debate. */
export const threshold = (mode: number, unanimity: number): number => unanimity + mode * (MAJORITY - unanimity);

export function weighPeople(context: Context, j: number, group: number): void {
  worth.people = worth.gain = worth.relief = 0;
  for (let level = 0; level < LEVELS; level++) {
    const c = level * GROUPS + group;
    const n = context.world.structures.byClass[j * LEVELS * GROUPS + c];
    if (n === 0) continue;
    situate(context, j, c, seen);
    worth.people += n;
    worth.gain += n * seen.gain;
    worth.relief += n * seen.relief;
  }
}

/**
 * What structure `j`, of `own` share of the board, does about programme `q` for a year: stay silent, speak against, speak for, or leave without a word. It expects the board
 * to vote as last year but for its own voice, and values what the programme does to people wherever they are followed. `others` are the people
 * other structures have in it. Left out: coalitions made before the vote.
 */
export function stand(context: Context, j: number, q: number, others: number, own: number, u: number, p: P): number {
  const { world, kernel, technology, rules } = context;
  const { structures: s, programmes } = world;
  const arm = s.arm[j];
  const view = s.view[j * PROGRAMMES + q];
  const mode = rules.deliberation.mode[0];
  weighPeople(context, j, programmes.group[q]);
  const before = s.answer[j * PROGRAMMES + q];
  const contrary = Math.max(0, programmes.against[q] - (before === AGAINST ? own : 0));
  const favourable = Math.max(0, programmes.favour[q] - (before === AGAINST + 1 ? own : 0));
  const closing = (more: number, less: number): number =>
    logistic((voteAgainst(contrary + more, favourable + less, mode, p.quorum[0]) - threshold(mode, p.unanimity[0])) / p.blur[arm]);
  const elsewhere = others / Math.max(1, worth.people);
  situation.structure = j;
  situation.mission = s.mission[j];
  situation.gain = view * worth.gain;
  situation.relief = view * worth.relief;
  situation.counted = view * worth.gain;
  situation.own = seen.own;
  situation.joint = seen.joint;
  situation.hours = (worth.people * p.minutes[arm]) / 60;
  situation.price = s.lambda[j];
  situation.credibility = regard(context, j);
  // Where decisions ask for unanimity, whoever speaks against is alone to be blamed; in a debate blame is shared among those who do.
  const blame = 1 - mode + (mode * own) / (contrary + own);
  fill(silent, 1 - closing(0, 0), elsewhere, 0);
  fill(against, 1 - closing(own, 0), elsewhere, p['speaking-hours'][arm] + blame * atRisk(context, j, p));
  fill(favour, 1 - closing(0, own), elsewhere, p['speaking-hours'][arm]);
  fill(gone, 0, elsewhere * (1 - closing(0, 0)), p['leaving-hours'][arm]);
  against.credit = -blame * p['tie-at-risk'][arm];
  weigh(kernel, 0, silent, situation, context);
  weigh(kernel, 1, against, situation, context);
  weigh(kernel, 2, favour, situation, context);
  weigh(kernel, 3, gone, situation, context);
  choose(kernel, OPTIONS, technology.precision[arm]);
  return pick(kernel, OPTIONS, u);
}

function fill(option: typeof silent, stays: number, elsewhere: number, act: number): void {
  option.holds = stays;
  option.elsewhere = stays > 0 ? stays * elsewhere : elsewhere;
  option.act = act;
}

/** What a point of credibility brings with all its partners: people they took, as they believe what it sends. */
function regard({ world: { ties } }: Context, j: number): number {
  let sum = 0;
  for (let t = j * TIES; t < (j + 1) * TIES; t++) {
    if (ties.partner[t] === NONE) continue;
    for (let l = 0; l < LEVELS; l++) sum += ties.credibility[t] * ties.accepted[t * LEVELS + l] * 0.1;
  }
  return sum;
}

/** Hours of work that the share of its contracts it fears for would pay. */
function atRisk({ world: { structures: s }, technology }: Context, j: number, p: P): number {
  let contract = 0;
  for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++) contract += s.contract[j * FUNDERS_OF_CONTRACTS + f];
  return (p['money-at-risk'][s.arm[j]] * contract) / (100 * technology['hour-cost'][0]);
}

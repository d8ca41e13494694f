import { type Context, tally } from '../../context.ts';
import { uniform, WARM_UP } from '../../core/draws.ts';
import { lottery } from '../../core/lottery.ts';
import { log, logistic } from '../../core/math.ts';
import { fromGrains, grains } from '../../core/money.ts';
import { choiceOf } from '../../events.ts';
import { choose, weigh } from '../../kernel/kernel.ts';
import { situate } from '../../kernel/situate.ts';
import { newOption, newSituation } from '../../kernel/terms.ts';
import { ENTERPRISES } from '../../world/enterprises.ts';
import { become, isWatched, tell } from '../../world/moves.ts';
import { CLASSES, groupOf, groupOfClass, LEVELS, levelOfClass, SKILLS } from '../../world/people.ts';
import { A, I } from '../../world/status.ts';
import { SORTING, USES } from '../../world/structures.ts';
import { header } from '../../world/world.ts';
import { DURABLE } from '../../world/zones.ts';
import { renewAgreements } from './agreements.ts';
import { exitGain, insertionShare, type P, SIDE_NEED, spent, TAKE, worthOf } from './worth.ts';

const QUARTER = 3;
const YEAR = 12;
const KEEP = 0;
const OPTIONS = 1 + ENTERPRISES;
/** Hours over which a difference of worth is told apart in a ranking. */
const SCALE = 40;

const keep = newOption({ holds: 1, enters: 1 });
const propose = newOption();
const situation = newSituation();
const atWork = new Float64Array(ENTERPRISES);

/** Leads propose; enterprises rank who is proposed and take on as many as they have places. */
export function hire(context: Context, p: P): void {
  const { enterprises: e } = context.world;
  renewAgreements(context, p);
  for (let k = 0; k < ENTERPRISES; k++) {
    for (let l = k * LEVELS; l < (k + 1) * LEVELS; l++) {
      e.asked[l] *= 1 - 1 / YEAR;
      e.hired[l] *= 1 - 1 / YEAR;
    }
  }
  settleReference(context);
  weighProposals(context, p);
  const n = listCandidates(context);
  for (let k = 0; k < ENTERPRISES; k++) chooseAmong(context, k, n, p);
}

/** What a person can do at work is told against the mean of the first month, so that progress shows. */
function settleReference({ world, scratch }: Context): void {
  const { enterprises: e } = world;
  if (e.reference[0] > 0) return;
  let people = 0;
  let sum = 0;
  for (let c = 0; c < CLASSES; c++) {
    people += scratch.classPeople[c];
    sum += scratch.classSearch[c];
  }
  e.reference.fill(people > 0 && sum > 0 ? sum / people : 1);
}

/** Chances, by lead and perceived class, of keeping a person or proposing the person to each kind of enterprise. */
function weighProposals(context: Context, p: P): void {
  const { world, scratch, kernel, technology } = context;
  const { structures: s, enterprises: e, zones, counts } = world;
  for (let j = 0; j < counts.structures; j++) {
    const z = s.zone[j] * 2;
    for (let c = 0; c < CLASSES; c++) {
      const at = (j * CLASSES + c) * OPTIONS;
      scratch.leave[at + KEEP] = 1;
      if (s.byClass[j * CLASSES + c] === 0) continue;
      situate(context, j, c, situation);
      weigh(kernel, KEEP, keep, situation, context);
      const worth = technology['relief-worth'][0];
      const here = situation.gain + situation.relief * worth;
      const n = Math.max(1, scratch.classPeople[c]);
      const durable = (scratch.classDurable[c] / n) * zones.hiresPerSearch[z + DURABLE];
      const need = (scratch.classGroupNeed[c] / n) * (groupOfClass(c) === groupOf[SKILLS] ? 1 : SIDE_NEED);
      for (let k = 0; k < ENTERPRISES; k++) {
        const l = k * LEVELS + levelOfClass(c);
        const chance = (e.hired[l] + 1) / (e.asked[l] + 2);
        const there = durable * exitGain(context, k, p) + worth * p.relief[0] * insertionShare(context, k) * need;
        propose.holds = 1 - chance;
        propose.enters = propose.holds;
        propose.elsewhere = here > 0 ? Math.max(-1, Math.min(4, (chance * there) / here)) : 0;
        propose.act = p['proposal-hours'][s.arm[j]];
        weigh(kernel, 1 + k, propose, situation, context);
      }
      choose(kernel, OPTIONS, technology.precision[s.arm[j]]);
      for (let o = 0; o < OPTIONS; o++) scratch.leave[at + o] = kernel.chances[o];
    }
  }
}

/** Counts who is at work, and lists who is proposed and where: each file once a quarter. */
function listCandidates({ world, scratch, streams, month }: Context): number {
  const { people, head, structures: s } = world;
  const { status: statuses, id, lead, perceived, employer } = people;
  const { leave: chances, asking } = scratch;
  const rows = head[header.rows];
  const turn = month.now + WARM_UP;
  let n = 0;
  atWork.fill(0);
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (status === I) atWork[employer[i]]++;
    if (status !== A || (id[i] + turn) % QUARTER !== 0) continue;
    const at = (lead[i] * CLASSES + perceived[i]) * OPTIONS;
    let left = uniform(streams['social-economy.proposal'], id[i], month.now) - chances[at + KEEP];
    if (left < 0) continue;
    let k = 0;
    while (k < ENTERPRISES - 1 && left >= chances[at + 1 + k]) left -= chances[at + 1 + k++];
    asking[n++] = i * 8 + k;
    s.demand[lead[i] * USES + SORTING] += grains(head[header.scale] * PROPOSAL_MINUTES);
  }
  return n;
}
/** Minutes of a file of candidacy that come out of next month’s time. Assumed. */
const PROPOSAL_MINUTES = 60;

/** Those worth more here than an empty place are ranked by worth and a keyed noise; the first take the places. */
function chooseAmong(context: Context, k: number, n: number, p: P): void {
  const { world, scratch, streams, month, technology } = context;
  const { people, enterprises: e, head } = world;
  const scale = head[header.scale];
  let q = 0;
  let proposed = 0;
  for (let a = 0; a < n; a++) {
    if (scratch.asking[a] % 8 !== k) continue;
    const i = Math.floor(scratch.asking[a] / 8);
    e.asked[k * LEVELS + levelOfClass(people.perceived[i])] += scale;
    proposed++;
    const u = uniform(streams['social-economy.choice'], people.id[i], month.now);
    const score = worthOf(context, i, k, p['hiring-hours'][0], p) + log((u + 1e-9) / (1 - u + 1e-9)) / technology.precision[0];
    if (score <= 0) continue;
    scratch.rows[q] = i;
    scratch.ids[q] = people.id[i];
    scratch.number[q] = Math.floor((1 - logistic(score / SCALE - 1)) * 4_294_967_295);
    scratch.priority[q] = 0;
    q++;
  }
  const open = spent(context, k, p) ? 0 : Math.max(0, Math.round(e.places[k] / scale - atWork[k]));
  lottery(open, q, scratch.priority, scratch.number, scratch.ids, scratch.won, scratch.heads);
  let taken = 0;
  let worth = 0;
  for (let w = 0; w < q; w++) {
    if (!scratch.won[w]) continue;
    taken++;
    worth += grains(takeOn(context, scratch.rows[w], k, p));
  }
  if (taken > 0) e.standard[k] += (fromGrains(worth) / taken - e.standard[k]) * STANDARD_MEMORY;
  scratch.tally[tally.insertionProposed] += proposed;
  scratch.tally[tally.insertionUnplaced] += proposed - taken;
}

/** What the last people taken on were worth is learnt over some six months of hiring. */
const STANDARD_MEMORY = 1 / 6;

function takeOn(context: Context, i: number, k: number, p: P): number {
  const { world, scratch, kernel } = context;
  const { people, enterprises: e, head } = world;
  const worth = worthOf(context, i, k, p['hiring-hours'][0], p);
  e.hired[k * LEVELS + levelOfClass(people.perceived[i])] += head[header.scale];
  scratch.tally[tally.insertionHired]++;
  if (levelOfClass(people.perceived[i]) === LEVELS - 1) scratch.tally[tally.insertionHiredHard]++;
  become(world, i, I);
  people.employer[i] = k;
  atWork[k]++;
  if (isWatched(context, i)) tell(context, i, 'social-economy.hired', { choice: choiceOf(kernel, TAKE, 2, (o) => (o === TAKE ? 'take-on' : 'leave-empty')) });
  return worth;
}

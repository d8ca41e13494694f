import type { Context } from './context.ts';
import { grains } from './core/money.ts';
import {
  CLASSES,
  GROUPS,
  groupOf,
  groupOfClass,
  levelOfClass,
  MISSED,
  MOBILITY,
  NEEDS,
  NONE,
  SKILLS,
  SOLUTIONS,
  STYLES,
  WITHHELD,
  WORKING,
} from './world/people.ts';
import { A, I, S, seeks } from './world/status.ts';
import { openCommuting } from './world/travel.ts';
import { handedYield, skillFactor } from './kernel/situate.ts';
import { header } from './world/world.ts';
import { DURABLE, SHORT } from './world/zones.ts';

const WEEK = 35;
/** A training place held. */
const TRAINING = 1 << SKILLS;

/**
 * Hours reach people: what support adds to search, what activity asked for and training take from it, what it relieves of needs and of distress.
 * The same functions the kernel expects by, but for the fit of a practice to a person's style, which no service sees: it takes its mean.
 * Left out: what one worker's manner gives that another's does not.
 */
export function support(context: Context): void {
  const { world, scratch, technology, rules, on } = context;
  const { people, structures: s, zones, head } = world;
  const rows = head[header.rows];
  const { status: statuses, flags, zone, style, paths, schemes: stacks, sender } = people;
  const boost = technology['support-effect'];
  const relief = technology['relief-rate'];
  const calm = rules.needs['calm-rate'][0];
  const atRest = rules.needs['distress-at-rest'][0];
  const lock = rules.conditionality.lock;
  const hours = rules.conditionality.hours;
  const training = rules.repair['training-hours'];
  const lost = rules['withheld-information']['lost-yield'];
  const withHours = rules.labour['few-hours-search'];
  const missed = rules['crossed-pathways']['missed-support'];
  const unlocked = rules['social-economy']['search-at-work'];
  const onTheJob = technology['on-the-job'][0];
  const moving = on.has('needs');
  const bound = on.has('conditionality');
  const many = world.counts.zones > 1;
  const { needs } = people;
  const { away: reach } = zones;
  if (many) openCommuting(world, rules);
  zones.ownSearch.fill(0);
  zones.awaySearch.fill(0);
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (!seeks[status] && status !== S && status !== I) continue;
    let search = status === S ? scratch.search[i] * onTheJob : status === I ? scratch.search[i] * unlocked[people.arm[i]] : scratch.search[i];
    if (flags[i] & WORKING) search *= withHours[people.arm[i]];
    if (status === A) {
      const j = people.lead[i];
      const c = people.perceived[i];
      const arm = people.arm[i];
      let effect = s.effect[j * CLASSES + c] * s.fit[j * STYLES + style[i]] * s.lift[j * GROUPS + groupOfClass(c)];
      if (flags[i] & WITHHELD) effect *= 1 - lost[0] * (1 - people.file[i]);
      if (sender[i] !== NONE) effect *= handedYield(context, sender[i], j);
      if (paths[i] & MISSED) effect *= 1 - missed[arm];
      search *= 1 + boost[arm] * skillFactor(technology, s.skill[j * GROUPS + groupOfClass(c)], levelOfClass(c)) * s.toWork[j] * effect;
      if (stacks[i] !== 0) search *= scratch.unstacked[stacks[i]];
      const asked = bound ? hours[arm] : 0;
      const busy = people.solved[i] & TRAINING ? Math.max(asked, training[arm]) : asked;
      if (busy > 0) search *= 1 - (lock[arm] * busy) / WEEK;
      if (moving && effect > 0) {
        relieve(context, i, j, groupOfClass(c), effect * relief[arm]);
        if (people.distress[i] > atRest) people.distress[i] -= calm * Math.min(1, effect) * (people.distress[i] - atRest);
      }
    }
    scratch.effective[i] = search;
    const z = zone[i] * 2;
    if (many) {
      const away = search * reach[zone[i]] * (1 - needs[i * NEEDS + MOBILITY]);
      if (status !== S && status !== I) zones.awaySearch[z + SHORT] += grains(away);
      zones.awaySearch[z + DURABLE] += grains(away * scratch.apt[i]);
      search -= away;
    }
    if (status !== S && status !== I) zones.ownSearch[z + SHORT] += grains(search);
    zones.ownSearch[z + DURABLE] += grains(search * scratch.apt[i]);
  }
}

function relieve({ world, technology: t }: Context, i: number, j: number, main: number, rate: number): void {
  const { people, structures: s } = world;
  const solved = people.solved[i];
  for (let n = 0, k = i * NEEDS; n < NEEDS; n++, k++) {
    let share = rate * s.toNeeds[j] * s.skill[j * GROUPS + groupOf[n]];
    if (groupOf[n] !== main) share *= t['side-need'][0];
    if (n < SOLUTIONS && !(solved & (1 << n))) share *= t['without-solution'][0];
    people.needs[k] -= people.needs[k] * Math.min(1, share);
  }
  people.trust[i] += 0.01 * rate * 10 * (0.8 - s.wary[j] - people.trust[i]);
  if (people.file[i] < 1) people.file[i] += 0.05 * (1 - people.file[i]);
}

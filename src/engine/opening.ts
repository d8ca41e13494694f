import type { Context } from './context.ts';
import { second, threefry } from './core/threefry.ts';
import { DRAWS_A_MONTH, WARM_UP } from './core/draws.ts';
import { awaitsCount, CAME_BACK, CLASSES, NONE } from './world/people.ts';
import { A, E, P, rightOpen, S, W } from './world/status.ts';
import { header } from './world/world.ts';

/** A new month: flows start from nothing, stocks stay. */
export function openMonth({ world, scratch, month }: Context): void {
  const { funders: f, structures: s, enterprises: e, zones, head } = world;
  head[header.month] = month.now;
  scratch.tally.fill(0);
  f.spent.fill(0);
  f.income.fill(0);
  f.transfersIn.fill(0);
  f.transfersOut.fill(0);
  f.pooled.fill(0);
  f.paidNow.fill(0);
  f.settled.fill(0);
  s.received.fill(0);
  s.fromPot.fill(0);
  s.accrued.fill(0);
  s.settled.fill(0);
  s.takenOver.fill(0);
  s.declared.fill(0);
  s.jointly.fill(0);
  s.trueExits.fill(0);
  s.refused.fill(0);
  s.inflow.fill(0);
  zones.unmet.fill(0);
  e.received.fill(0);
  e.lost.fill(0);
  e.lastPot.set(e.fromPot);
  e.fromPot.fill(0);
}

/** Who holds whom: people accompanied and waiting, by structure and perceived class, in real people. */
export function recount({ world }: Context): void {
  const { people, structures: s, head } = world;
  s.caseload.fill(0);
  s.queue.fill(0);
  s.othersQueue.fill(0);
  s.byClass.fill(0);
  s.placed.fill(0);
  for (let i = 0; i < head[header.rows]; i++) {
    const status = people.status[i];
    if (status === A) {
      s.caseload[people.lead[i]]++;
      s.byClass[people.lead[i] * CLASSES + people.perceived[i]]++;
    } else if (status === W) {
      s.queue[people.lead[i]]++;
      if (people.flags[i] & CAME_BACK || people.sender[i] !== NONE) s.othersQueue[people.lead[i]]++;
    } else if (status === S && awaitsCount(people, i)) s.placed[people.lead[i]]++;
  }
  const scale = head[header.scale];
  for (let j = 0; j < world.counts.structures; j++) {
    s.caseload[j] *= scale;
    s.queue[j] *= scale;
    s.othersQueue[j] *= scale;
    s.placed[j] *= scale;
    for (let c = 0; c < CLASSES; c++) s.byClass[j * CLASSES + c] *= scale;
  }
}

/** Draws of those whose right is open, or may open this month: one block each, kept for the month. */
export function fillLanes({ world, scratch, streams, month, rules, on }: Context): void {
  const atOnce = !on.has('claiming') || rules.access.delay.some((months) => months < 1);
  const { people, head } = world;
  const { k0, k1 } = streams['person.service'];
  const at = (month.now + WARM_UP) * DRAWS_A_MONTH;
  for (let i = 0; i < head[header.rows]; i++) {
    const status = people.status[i];
    if (!rightOpen[status] && status !== P && !(atOnce && status === E)) continue;
    scratch.lanes[2 * i] = threefry(k0, k1, people.id[i], at);
    scratch.lanes[2 * i + 1] = second[0];
  }
}

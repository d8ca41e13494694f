import type { Context } from './context.ts';
import { grains } from './core/money.ts';
import { CLASSES, COHORT, levelOfClass, NEEDS, WORKED, WORKING } from './world/people.ts';
import { A, entitled, rightOpen, VACANT } from './world/status.ts';
import { header } from './world/world.ts';

/** Stocks of the closed month, by place: fourteen statuses, then sums. */
export const stock = {
  rightOpen: 14,
  entitled: 15,
  needs: 16,
  distress: 17,
  parked: 18,
  hard: 19,
  bounced: 20,
  bouncedHard: 21,
  contracts: 22,
  ready: 23,
} as const;
export const STOCKS = 32;

/** Months between two year-ends. */
const YEAR = 12;
const PARKED_UNDER = 0.05;

/** One pass over people, once the month is closed. Sums are exact in any order. */
export function observe({ world, scratch, month }: Context): void {
  const { people, head, structures: s } = world;
  const out = scratch.stock;
  out.fill(0);
  const yearEnd = month.now >= 0 && (month.now + 1) % YEAR === 0 ? (month.now + 1) / YEAR : -1;
  for (let i = 0; i < head[header.rows]; i++) {
    const status = people.status[i];
    if (status === VACANT) continue;
    out[status]++;
    if (entitled[status]) out[stock.entitled]++;
    if (yearEnd > 0 && yearEnd < 31 && rightOpen[status]) people.presence[i] |= 1 << yearEnd;
    if (!rightOpen[status]) continue;
    out[stock.rightOpen]++;
    out[stock.needs] += grains(people.load[i] / NEEDS);
    out[stock.distress] += grains(people.distress[i]);
    const hard = levelOfClass(people.perceived[i]) === 2;
    if (hard) out[stock.hard]++;
    if (people.bounces[i] > 0) out[hard ? stock.bouncedHard : stock.bounced]++;
    if (status === A && s.effect[people.lead[i] * CLASSES + people.perceived[i]] < PARKED_UNDER) out[stock.parked]++;
  }
}

/** The published panel is aged 16 to 49 when it opens. */
const PANEL_AGE = 50 * 12;

/** Month 0: who is followed as the cohort of the published panel. */
export function markCohort(context: Context): void {
  const { people, head } = context.world;
  for (let i = 0; i < head[header.rows]; i++) {
    people.presence[i] = 0;
    if (!rightOpen[people.status[i]] || people.age[i] >= PANEL_AGE) continue;
    people.presence[i] = 1;
    people.flags[i] |= people.flags[i] & WORKING ? COHORT | WORKED : COHORT;
    people.startTenure[i] = Math.min(255, Math.floor(people.tenure[i] / YEAR));
  }
}

import type { Context } from './context.ts';
import { grains } from './core/money.ts';
import { CLASSES, COHORT, NEEDS, STYLES, unusual, WORKED, WORKING } from './world/people.ts';
import { A, entitled, rightOpen, VACANT } from './world/status.ts';
import { header } from './world/world.ts';

/** Stocks of the closed month, by place: fourteen statuses, then sums. */
export const stock = { rightOpen: 14, entitled: 15, needs: 16, distress: 17, parked: 18, unusual: 19, fitUnusual: 20, fitUsual: 21 } as const;
const statusCount = 14;
export const STOCKS = 22;

/** Months between two year-ends. */
const YEAR = 12;
const PARKED_UNDER = 0.05;

/** One pass over people, once the month is closed. Sums are exact in any order. */
export function observe({ world, scratch, month }: Context): void {
  const { people, head, structures: s } = world;
  const { status: statuses, presence, startTenure, load, distress, lead, perceived, style } = people;
  const out = scratch.stock;
  const rows = head[header.rows];
  out.fill(0);
  const closesYear = (month.now + 1) % YEAR === 0;
  const yearEnd = month.now >= 0 && closesYear ? (month.now + 1) / YEAR : -1;
  const before = month.now < 0 && closesYear;
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (status === VACANT) continue;
    out[status]++;
    if (before) startTenure[i] = rightOpen[status] ? Math.min(255, startTenure[i] + 1) : 0;
    if (!rightOpen[status]) continue;
    if (yearEnd > 0 && yearEnd < 31) presence[i] |= 1 << yearEnd;
    out[stock.needs] += grains(load[i] / NEEDS);
    out[stock.distress] += grains(distress[i]);
    if (status !== A) continue;
    if (s.effect[lead[i] * CLASSES + perceived[i]] < PARKED_UNDER) out[stock.parked]++;
    const corner = unusual(style[i]);
    if (corner) out[stock.unusual]++;
    out[corner ? stock.fitUnusual : stock.fitUsual] += grains(s.fit[lead[i] * STYLES + style[i]]);
  }
  for (let k = 0; k < statusCount; k++) {
    if (entitled[k]) out[stock.entitled] += out[k];
    if (rightOpen[k]) out[stock.rightOpen] += out[k];
  }
}

/** The published panel is aged 16 to 49 when it opens. */
const PANEL_AGE = 50 * 12;

/** Month 0: who is followed as the cohort of the published panel. Seniority is told as the panel can: year-ends present without a gap before this one. */
export function markCohort(context: Context): void {
  const { people, head } = context.world;
  for (let i = 0; i < head[header.rows]; i++) {
    people.presence[i] = 0;
    if (!rightOpen[people.status[i]] || people.age[i] >= PANEL_AGE) continue;
    people.presence[i] = 1;
    people.flags[i] |= people.flags[i] & WORKING ? COHORT | WORKED : COHORT;
    people.startTenure[i] = Math.max(0, people.startTenure[i] - 1);
  }
}

import type { Context } from './context.ts';
import { COHORT, CONTRACT, NONE, OTHER_BENEFIT, WORKED } from './world/people.ts';
import { EMPLOYMENT, OPERATOR, DEPARTEMENT_UNIT } from './world/organise.ts';
import { D, E, N, P, rightOpen, S, VACANT } from './world/status.ts';
import { COHORT_CELLS, header, type World } from './world/world.ts';

/** Year-ends of the published panel after the first. */
export const PANEL_YEARS = 10;
const YEARS = 11;
const FIVE_YEARS = 5;
/** Months over which openings of rights are counted. */
const RECENT = 3;

/** Where a member of the cohort stands: seniority (under 1 year, 1 to 4, 4 and more), in a few hours of work or not, last year-end seen, returned or not. */
function cell(startTenure: number, worked: boolean, presence: number): number {
  const seniority = startTenure < 1 ? 0 : startTenure < 4 ? 1 : 2;
  let last = 0;
  let returns = 0;
  for (let y = 1; y <= PANEL_YEARS; y++) {
    if (!(presence & (1 << y))) continue;
    if (last < y - 1) returns++;
    last = y;
  }
  return ((seniority * 2 + (worked ? 1 : 0)) * YEARS + last) * 3 + Math.min(2, returns);
}

/** Adds a member who leaves the model to the closed count of the cohort. */
export function countMember(world: World, i: number): void {
  const { people } = world;
  if (people.flags[i] & COHORT) world.cohort[cell(people.startTenure[i], (people.flags[i] & WORKED) !== 0, people.presence[i])]++;
}

/** The cohort of month 0, sorted by what became of it: those still in the model and those gone. */
function closedCohort(world: World): Float64Array {
  const out = world.cohort.slice();
  const { people, head } = world;
  for (let i = 0; i < head[header.rows]; i++) {
    if (people.status[i] !== VACANT && people.flags[i] & COHORT) out[cell(people.startTenure[i], (people.flags[i] & WORKED) !== 0, people.presence[i])]++;
  }
  return out;
}

type Test = (seniority: number, worked: number, last: number, returns: number) => boolean;

function share(cells: Float64Array, among: Test, which: Test): number {
  let all = 0;
  let those = 0;
  for (let c = 0; c < COHORT_CELLS; c++) {
    const returns = c % 3;
    const last = Math.floor(c / 3) % YEARS;
    const worked = Math.floor(c / 3 / YEARS) % 2;
    const seniority = Math.floor(c / 3 / YEARS / 2);
    if (!among(seniority, worked, last, returns)) continue;
    all += cells[c];
    if (which(seniority, worked, last, returns)) those += cells[c];
  }
  return all === 0 ? 0 : (100 * those) / all;
}

const everyone: Test = () => true;
const persists: Test = (_s, _w, last, returns) => last === PANEL_YEARS && returns === 0;
const leftInFirstYear: Test = (_s, _w, last) => last === 0;
const returned: Test = (_s, _w, _l, returns) => returns > 0;

/** Ten years on: what became of those on minimum income at month 0, by the definitions of the published panel, in %. */
export function panelLevels(world: World): Record<string, number> {
  const cells = closedCohort(world);
  const entrants: Test = (s) => s === 0;
  const old: Test = (s) => s === 2;
  return {
    persistent: share(cells, everyone, persists),
    'persistent-entrants': share(cells, entrants, persists),
    'persistent-old': share(cells, old, persists),
    'left-first-year': share(cells, everyone, leftInFirstYear),
    'left-first-year-entrants': share(cells, entrants, leftInFirstYear),
    'left-first-year-old': share(cells, old, leftInFirstYear),
    'left-first-year-working': share(cells, (_s, w) => w === 1, leftInFirstYear),
    'left-first-year-not-working': share(cells, (_s, w) => w === 0, leftInFirstYear),
    returned: share(cells, everyone, returned),
    'returned-twice': share(cells, everyone, (_s, _w, _l, r) => r > 1),
    'left-for-good': share(cells, everyone, (s, w, l, r) => !persists(s, w, l, r) && !returned(s, w, l, r)),
    'left-for-good-in-five-years': share(cells, everyone, (_s, _w, last) => last < FIVE_YEARS),
    'present-at-ten-years': share(cells, everyone, (_s, _w, last) => last === PANEL_YEARS),
  };
}

/** A year on: where those on minimum income at month 0 are, in %. */
export function yearLevels({ people, head, cohort }: World): Record<string, number> {
  let all = 0;
  for (let c = 0; c < COHORT_CELLS; c++) all += cohort[c];
  let out = all;
  let work = 0;
  let insured = 0;
  for (let i = 0; i < head[header.rows]; i++) {
    const status = people.status[i];
    if (status === VACANT || !(people.flags[i] & COHORT)) continue;
    all++;
    if (!rightOpen[status]) out++;
    if (status === D || status === S) work++;
    if (status === N) insured++;
  }
  return {
    'out-after-a-year': (100 * out) / all,
    'in-work-after-a-year': (100 * work) / all,
    'insured-after-a-year': (100 * insured) / all,
    'work-among-leavers': out === 0 ? 0 : (100 * work) / out,
  };
}

/** The month's stock as the yearly surveys see it: take-up, orientation by seniority, leads, contracts, in %; and the length of spells, in months: stock over openings a month. */
export function surveyLevels({ world }: Context): Record<string, number> {
  const { people, structures: s, head } = world;
  const oriented = new Float64Array(3);
  const seen = new Float64Array(3);
  const led = new Float64Array(3);
  const missed = new Float64Array(2);
  const due = new Float64Array(2);
  let contracts = 0;
  let outside = 0;
  let recent = 0;
  for (let i = 0; i < head[header.rows]; i++) {
    const status = people.status[i];
    const known = people.flags[i] & OTHER_BENEFIT ? 1 : 0;
    if (status === E || status === P || rightOpen[status]) {
      due[known]++;
      if (!rightOpen[status]) missed[known]++;
    }
    if (!rightOpen[status]) continue;
    const bin = people.tenure[i] < 6 ? 0 : people.tenure[i] < 12 ? 1 : 2;
    seen[bin]++;
    if (people.tenure[i] < RECENT) recent++;
    if (people.lead[i] === NONE) continue;
    oriented[bin]++;
    const body = s.body[people.lead[i]];
    led[body === EMPLOYMENT || body === OPERATOR ? 0 : body === DEPARTEMENT_UNIT ? 1 : 2]++;
    if (body === EMPLOYMENT || body === OPERATOR) continue;
    outside++;
    if (people.flags[i] & CONTRACT) contracts++;
  }
  const sum = (a: Float64Array): number => a.reduce((x, y) => x + y, 0);
  const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  return {
    'non-take-up': percent(sum(missed), sum(due)),
    'non-take-up-other-benefit': percent(missed[1], due[1]),
    'non-take-up-no-other-benefit': percent(missed[0], due[0]),
    oriented: percent(sum(oriented), sum(seen)),
    'oriented-under-6': percent(oriented[0], seen[0]),
    'oriented-6-to-12': percent(oriented[1], seen[1]),
    'oriented-over-12': percent(oriented[2], seen[2]),
    'led-by-employment-service': percent(led[0], sum(led)),
    'led-by-departement': percent(led[1], sum(led)),
    'contract-outside-employment-service': percent(contracts, outside),
    'spell-months': recent === 0 ? 0 : (RECENT * sum(seen)) / recent,
  };
}

import type { Context } from '../context.ts';
import type { Members, Trial } from '../core/trial.ts';
import { VACANT } from '../world/status.ts';
import { header } from '../world/world.ts';
import { readingByKey } from './readings.ts';
import type { Units } from './units.ts';
import { fitter, ranked } from './who.ts';

/** Who is in a study: one line each, in the order of enrolment. */
export interface Enrolment {
  readonly ids: number[];
  readonly rows: number[];
  readonly group: number[];
  /** Month from which each is followed. */
  readonly begins: number[];
  enrol(month: number): void;
  /** Still in the model, in the row where they were enrolled. */
  there(k: number): boolean;
  members(): Members;
}

/** Enrols whoever fits, once, or the people that the same trial chose in another world. */
export function enrolment(context: Context, trial: Trial, units: Units): Enrolment {
  const { people, head } = context.world;
  const fits = fitter(trial.who);
  const strata = trial.strata.map((who) => fitter(who));
  const given = trial.members && { ...trial.members, at: new Map(Array.from(trial.members.ids, (id, k) => [id, k])) };
  const ids: number[] = [];
  const rows: number[] = [];
  const enrolled: number[] = [];
  const group: number[] = [];
  const place: number[] = [];
  const begins: number[] = [];
  const marks: number[] = [];
  const ranks = new Map<number, number[]>();
  const seen = new Set<number>();

  function add(i: number, month: number): void {
    const k = given?.at.get(people.id[i]);
    const unit = units.unitOf(i);
    const saturation = units.saturationOf(people.zone[i]);
    seen.add(people.id[i]);
    ids.push(people.id[i]);
    rows.push(i);
    enrolled.push(month);
    if (given && k !== undefined) {
      place.push(given.place[k]);
      group.push(given.group[k]);
      begins.push(given.begins[k]);
      marks.push(given.strata[k]);
      return;
    }
    place.push(saturation + 1);
    group.push(units.groupOf(unit, saturation));
    begins.push(Math.max(month, units.startOf(unit)));
    marks.push(markOf(i));
    trial.strata.forEach(({ rank }, s) => {
      if (rank) (ranks.get(s) ?? ranks.set(s, []).get(s)!).push(readingByKey.get(rank.of)!.read(context, i));
    });
  }

  /** Strata the person is in: one bit each. */
  const markOf = (i: number): number => strata.reduce((mark, one, s) => (one(context, i) ? mark | (1 << s) : mark), 0);

  /** Strata by rank are known once everyone is enrolled. */
  function rankedMarks(): Uint32Array {
    const out = Uint32Array.from(marks);
    for (const [s, values] of ranks) {
      const { from, to } = trial.strata[s].rank!;
      const inside = ranked(values, from, to);
      for (let k = 0; k < out.length; k++) if (!inside[k]) out[k] &= ~(1 << s);
    }
    return out;
  }

  return {
    ids,
    rows,
    group,
    begins,
    enrol(month) {
      if (!given && month >= trial.enrol) return;
      for (let i = 0; i < head[header.rows]; i++) {
        if (people.status[i] === VACANT || seen.has(people.id[i])) continue;
        const k = given?.at.get(people.id[i]);
        if (given ? k !== undefined && given.enrolled[k] === month : fits(context, i)) add(i, month);
      }
    },
    there: (k) => people.id[rows[k]] === ids[k] && people.status[rows[k]] !== VACANT,
    members: () => ({
      ids: Uint32Array.from(ids),
      enrolled: Uint16Array.from(enrolled),
      group: Uint8Array.from(group),
      place: Uint8Array.from(place),
      begins: Uint16Array.from(begins),
      strata: rankedMarks(),
    }),
  };
}

import type { Context } from '../context.ts';
import { uniform } from '../core/draws.ts';
import type { Group, Members, Trial, TrialRecord } from '../core/trial.ts';
import { NONE } from '../world/people.ts';
import { A, VACANT } from '../world/status.ts';
import { header } from '../world/world.ts';
import { apply, personAttributes, structureAttributes } from './edits.ts';
import { readingByKey } from './readings.ts';
import { letGo, openService, reachable, staffService, takeOn } from './services.ts';
import { fitter, ranked } from './who.ts';

/** Plays a trial beside the months of a run. */
export interface Conductor {
  /** Before a month is simulated: who is enrolled, which units begin or end. */
  begin(month: number): void;
  /** Once the month is closed: what is recorded. */
  see(month: number): void;
  record(): TrialRecord;
}

/** Draws of a unit for its trial, by number. */
const GROUP = 0;
const WAVE = 1;
const SATURATION = 2;
const OFFER = 3;
/** Kinds of units keep apart in the stream of assignments: draws go by (id, 0, kind · 8 + number). */
const KINDS = { person: 0, caseworker: 1, structure: 2, zone: 3 } as const;
const CASEWORKERS = 4096;

/** Opens a trial in a run brought to month 0. Everything is drawn by keyed lottery on the identity of units, so a twin world draws the same. */
export function conduct(context: Context, trial: Trial): Conductor {
  const { world, streams } = context;
  const { people, structures, counts, head } = world;
  const stream = streams['arm.assign'];
  const fits = fitter(trial.who);
  const strata = trial.strata.map((who) => fitter(who));
  const draw = (id: number, kind: keyof typeof KINDS, number: number): number => uniform(stream, id, 0, KINDS[kind] * 8 + number);
  const services = counts.structures - trial.services.length;

  const ids: number[] = [];
  const enrolled: number[] = [];
  const group: number[] = [];
  const place: number[] = [];
  const begins: number[] = [];
  const marks: number[] = [];
  const served: number[] = [];
  const rows: number[] = [];
  const began: boolean[] = [];
  const wanting: number[] = [];
  const ranks = new Map<number, number[]>();
  const seen = new Set<number>();
  const unitsBegun = new Set<string>();
  let statuses = new Uint8Array(0);
  const tracks = new Map(trial.track.map((key) => [key, new Float32Array(0)]));
  const declared = new Float64Array(counts.structures);
  const exits = new Float64Array(counts.structures);
  const followed = new Float64Array(counts.structures);
  const structureGroup = new Uint8Array(counts.structures);
  const given = trial.members && { ...trial.members, at: new Map(Array.from(trial.members.ids, (id, k) => [id, k])) };

  /** The unit a person belongs to: its kind and number. −1 when the person belongs to none. */
  function unitOf(i: number): number {
    if (trial.unit === 'person') return people.id[i];
    if (trial.unit === 'zone') return people.zone[i];
    const j = people.lead[i];
    if (j === NONE || j >= services) return -1;
    if (trial.unit === 'structure') return j;
    const desks = Math.max(1, Math.min(CASEWORKERS, Math.round(structures.workers[j])));
    return j * CASEWORKERS + (people.id[i] - Math.floor(people.id[i] / desks) * desks);
  }

  const eligible = (unit: number): boolean => trial.unit !== 'structure' || !trial.bodies || trial.bodies.includes(structures.body[unit]);

  function saturationOf(zone: number): number {
    if (!trial.saturations) return -1;
    return Math.min(trial.saturations.length - 1, Math.floor(draw(zone, 'zone', SATURATION) * trial.saturations.length));
  }

  function groupOf(unit: number, saturation: number): number {
    if (trial.all !== undefined) return trial.all;
    if (unit < 0 || !eligible(unit)) return 0;
    const u = draw(unit, trial.unit, GROUP);
    if (saturation >= 0) return treatedAmong(u, trial.saturations![saturation]);
    let left = u;
    for (let g = 0; g < trial.groups.length; g++) {
      left -= trial.groups[g].share;
      if (left < 0) return g;
    }
    return trial.groups.length - 1;
  }

  /** Under two stages the first group is left what the saturation leaves; the others share it out by their shares. */
  function treatedAmong(u: number, saturation: number): number {
    if (u >= saturation) return 0;
    const others = trial.groups.slice(1);
    const all = others.reduce((sum, { share }) => sum + share, 0);
    let left = (u / saturation) * all;
    for (let g = 0; g < others.length; g++) {
      left -= others[g].share;
      if (left < 0) return g + 1;
    }
    return trial.groups.length - 1;
  }

  const startOf = (unit: number, kind: keyof typeof KINDS): number =>
    trial.waves ? trial.waves[Math.min(trial.waves.length - 1, Math.floor(draw(Math.max(0, unit), kind, WAVE) * trial.waves.length))] : 0;

  function enrol(month: number): void {
    for (let i = 0; i < head[header.rows]; i++) {
      if (people.status[i] === VACANT || seen.has(people.id[i])) continue;
      const k = given?.at.get(people.id[i]);
      if (given ? k !== undefined && given.enrolled[k] === month : month < trial.enrol && fits(context, i)) add(i, month, k);
    }
  }

  function add(i: number, month: number, k: number | undefined): void {
    const unit = unitOf(i);
    const saturation = given && k !== undefined ? given.place[k] - 1 : saturationOf(people.zone[i]);
    seen.add(people.id[i]);
    ids.push(people.id[i]);
    rows.push(i);
    enrolled.push(month);
    place.push(saturation + 1);
    group.push(given && k !== undefined ? given.group[k] : groupOf(unit, saturation));
    begins.push(given && k !== undefined ? given.begins[k] : Math.max(month, startOf(unit, trial.unit)));
    marks.push(given && k !== undefined ? given.strata[k] : strataOf(i));
    served.push(0);
    began.push(false);
    if (!given) trial.strata.forEach(({ rank }, s) => rank && (ranks.get(s) ?? ranks.set(s, []).get(s)!).push(readingByKey.get(rank.of)!.read(context, i)));
  }

  function strataOf(i: number): number {
    let mark = 0;
    strata.forEach((one, s) => {
      if (one(context, i)) mark |= 1 << s;
    });
    return mark;
  }

  /** The arm in force for member `k`: that of the world it is played in. */
  const armOf = (k: number): number => trial.all ?? group[k];

  function beginPeople(month: number): void {
    for (let k = 0; k < ids.length; k++) {
      const arm = armOf(k);
      const { lasts, people: edits, service, takeUp = 1 } = trial.groups[arm];
      const there = people.id[rows[k]] === ids[k] && people.status[rows[k]] !== VACANT;
      if (month < begins[k] || !there) continue;
      const over = lasts !== undefined && month >= begins[k] + lasts;
      if (trial.unit === 'person') people.arm[rows[k]] = over ? 0 : arm;
      if (!began[k]) {
        began[k] = true;
        if (edits) apply(personAttributes, edits, world, rows[k]);
        if (service !== undefined && draw(ids[k], 'person', OFFER) < takeUp) wanting.push(k);
      }
    }
  }

  /** Those offered a service go to it once they can be reached; a service whose last people’s time is over lets everyone go. */
  function send(month: number): void {
    for (let q = wanting.length - 1; q >= 0; q--) {
      const k = wanting[q];
      const { service, lasts } = trial.groups[armOf(k)];
      const there = people.id[rows[k]] === ids[k] && people.status[rows[k]] !== VACANT;
      if (there && !(lasts !== undefined && month >= begins[k] + lasts)) {
        if (!reachable(people.status[rows[k]])) continue;
        const j = services + service!;
        if (structures.closed[j]) openService(context, j, trial.services[service!]);
        structures.arm[j] = armOf(k);
        takeOn(context, rows[k], j);
        served[k] = 1;
      }
      wanting[q] = wanting[wanting.length - 1];
      wanting.pop();
    }
    trial.groups.forEach((one) => {
      if (one.service !== undefined && one.lasts !== undefined) endService(one, month);
    });
    trial.services.forEach((spec, n) => {
      const j = services + n;
      if (!structures.closed[j]) staffService(context, j, spec, heldBy(j));
    });
  }

  function endService({ service, lasts }: Group, month: number): void {
    const j = services + service!;
    if (structures.closed[j]) return;
    let last = -1;
    for (let k = 0; k < ids.length; k++) if (trial.groups[armOf(k)].service === service && begins[k] > last) last = begins[k];
    if (last >= 0 && month >= last + lasts! && month >= trial.enrol) letGo(context, j);
  }

  function heldBy(j: number): number {
    let held = 0;
    for (let i = 0; i < head[header.rows]; i++) if (people.status[i] === A && people.lead[i] === j) held++;
    return held;
  }

  function beginStructures(month: number): void {
    for (let j = 0; j < services; j++) {
      const unit = trial.unit === 'zone' ? structures.zone[j] : j;
      const single = trial.unit === 'structure' || trial.unit === 'zone' || trial.all !== undefined;
      if (!single || (trial.unit === 'structure' && !eligible(j))) continue;
      const arm = trial.unit === 'structure' || trial.unit === 'zone' ? groupOf(unit, -1) : trial.all!;
      beginUnit(j, unit, arm, month);
    }
  }

  function beginUnit(j: number, unit: number, arm: number, month: number): void {
    const { lasts, structures: edits } = trial.groups[arm];
    const start = trial.all === undefined || trial.unit !== 'person' ? startOf(unit, trial.unit) : 0;
    structureGroup[j] = arm;
    if (month < start) return;
    structures.arm[j] = lasts !== undefined && month >= start + lasts ? 0 : arm;
    const name = `${j}`;
    if (edits && !unitsBegun.has(name)) {
      apply(structureAttributes, edits, world, j);
      unitsBegun.add(name);
    }
  }

  /** People follow the arm of whoever holds them, or of where they live. */
  function followUnits(month: number): void {
    if (trial.unit === 'person') return;
    for (let i = 0; i < head[header.rows]; i++) {
      if (people.status[i] === VACANT) continue;
      const unit = unitOf(i);
      const arm = groupOf(unit, -1);
      const { lasts } = trial.groups[arm];
      const start = startOf(unit, trial.unit);
      people.arm[i] = unit < 0 || month < start || (lasts !== undefined && month >= start + lasts) ? 0 : arm;
    }
  }

  function grow(): void {
    const need = ids.length * trial.months;
    if (statuses.length >= need) return;
    const wider = new Uint8Array(need);
    wider.set(statuses);
    statuses = wider;
    for (const [key, values] of tracks) {
      const more = new Float32Array(need);
      more.set(values);
      tracks.set(key, more);
    }
  }

  return {
    begin(month) {
      if (given || month < trial.enrol) enrol(month);
      beginStructures(month);
      followUnits(month);
      beginPeople(month);
      send(month);
      grow();
    },
    see(month) {
      for (let k = 0; k < ids.length; k++) {
        const t = month - begins[k];
        if (t < 0 || t >= trial.months) continue;
        const at = k * trial.months + t;
        const i = rows[k];
        const there = people.id[i] === ids[k] && people.status[i] !== VACANT;
        statuses[at] = there ? people.status[i] : t > 0 ? statuses[at - 1] : VACANT;
        for (const [key, values] of tracks) values[at] = there ? readingByKey.get(key)!.read(context, i) : t > 0 ? values[at - 1] : 0;
      }
      for (let j = 0; j < counts.structures; j++) {
        declared[j] += structures.declared[j];
        exits[j] += structures.trueExits[j];
        followed[j] += structures.caseload[j];
      }
    },
    record() {
      const outcome = Uint32Array.from(marks);
      for (const [s, values] of ranks) {
        const { from, to } = trial.strata[s].rank!;
        const inside = ranked(values, from, to);
        for (let k = 0; k < outcome.length; k++) if (!inside[k]) outcome[k] &= ~(1 << s);
      }
      const members: Members = {
        ids: Uint32Array.from(ids),
        enrolled: Uint16Array.from(enrolled),
        group: Uint8Array.from(group),
        place: Uint8Array.from(place),
        begins: Uint16Array.from(begins),
        strata: outcome,
      };
      return {
        members,
        months: trial.months,
        statuses,
        tracks: Object.fromEntries(tracks),
        served: Uint8Array.from(served),
        structures: { group: structureGroup, declared, exits, followed },
      };
    },
  };
}

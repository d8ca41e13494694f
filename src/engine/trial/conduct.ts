import type { Context } from '../context.ts';
import type { Group, Trial, TrialRecord } from '../core/trial.ts';
import { A, VACANT } from '../world/status.ts';
import { header } from '../world/world.ts';
import { apply, type Changes, personAttributes, structureAttributes } from './edits.ts';
import { enrolment } from './members.ts';
import { recording } from './recorder.ts';
import { closeService, giveBack, openService, reachable, staffService, takeOn } from './services.ts';
import { unitsOf } from './units.ts';

/** Plays a trial beside the months of a run. */
export interface Conductor {
  /** Before a month is simulated: who is enrolled, which units begin or end. */
  begin(month: number): void;
  /** Once the month is closed: what is recorded. */
  see(month: number): void;
  record(): TrialRecord;
}

const isOver = ({ lasts }: Group, start: number, month: number): boolean => lasts !== undefined && month >= start + lasts;

/** Opens a trial in a run brought to month 0. */
export function conduct(context: Context, trial: Trial): Conductor {
  const { world } = context;
  const { people, structures, counts, head } = world;
  const units = unitsOf(context, trial);
  const study = enrolment(context, trial, units);
  const record = recording(context, trial, study);
  const { services } = units;
  const { ids, rows, begins } = study;
  const began: boolean[] = [];
  const served: number[] = [];
  /** What was changed in each person whose arm takes it back, by attribute. */
  const changes = new Map<number, Changes>();
  /** The service that held each file before that of the trial; absent once it is given back. */
  const former = new Map<number, number>();
  const wanting: number[] = [];
  const edited = new Set<number>();
  const structureGroup = new Uint8Array(counts.structures);
  const gone = new Float64Array(services);
  /** Posts that each ordinary service gave up. */
  const givenUp = new Float64Array(services);

  /** The arm in force for a member: that of the world it is played in. */
  const groupOf = (k: number): Group => trial.groups[trial.all ?? study.group[k]];

  function beginPeople(month: number): void {
    for (let k = 0; k < ids.length; k++) {
      if (month < begins[k] || !study.there(k)) continue;
      const one = groupOf(k);
      const willing = one.takeUp === undefined || units.offer(ids[k]) < one.takeUp;
      const over = isOver(one, begins[k], month);
      if (trial.unit === 'person') people.arm[rows[k]] = over || !willing ? 0 : (trial.all ?? study.group[k]);
      if (over && changes.has(k)) takeBack(k);
      if (began[k]) continue;
      began[k] = true;
      if (!willing) continue;
      if (one.people) change(k, one);
      if (one.service !== undefined) wanting.push(k);
      else if (one.takeUp !== undefined) served[k] = 1;
    }
  }

  function change(k: number, { people: edits, undo }: Group): void {
    const made = apply(personAttributes, edits!, world, rows[k]);
    if (undo) changes.set(k, made);
  }

  /** Figures move back by as much as they were moved, and no further than where they stood. */
  function takeBack(k: number): void {
    for (const [name, { from, by }] of Object.entries(changes.get(k)!)) {
      const back = personAttributes[name].get(world, rows[k]) - by;
      apply(personAttributes, { [name]: { set: by < 0 ? Math.min(from, back) : Math.max(from, back) } }, world, rows[k]);
    }
    changes.delete(k);
  }

  /** Those offered a service go to it once they can be reached, as long as their time is not over. */
  function send(month: number): void {
    for (let q = wanting.length - 1; q >= 0; q--) {
      const k = wanting[q];
      const one = groupOf(k);
      const wanted = study.there(k) && !isOver(one, begins[k], month);
      if (wanted && !reachable(people.status[rows[k]])) continue;
      if (wanted) admit(k, one.service!);
      wanting[q] = wanting[wanting.length - 1];
      wanting.pop();
    }
  }

  function admit(k: number, service: number): void {
    const j = services + service;
    if (structures.closed[j]) openService(context, j, trial.services[service]);
    structures.arm[j] = trial.all ?? study.group[k];
    former.set(k, people.lead[rows[k]]);
    takeOn(context, rows[k], j);
    served[k] = 1;
  }

  /** Those whose time is over go back; a service with nobody left closes, and the others have the workers that the people they hold call for. */
  function runServices(month: number): void {
    for (const [k, before] of former) {
      const one = groupOf(k);
      if (!isOver(one, begins[k], month)) continue;
      if (study.there(k)) giveBack(context, rows[k], services + one.service!, before);
      former.delete(k);
    }
    trial.services.forEach((spec, n) => {
      const j = services + n;
      if (structures.closed[j]) return;
      const held = heldBy(j);
      if (held === 0 && former.size === 0) closeService(context, j);
      else staffService(context, j, spec, held);
    });
    if (trial.postsFollow) followPeople();
  }

  /** Ordinary services give up posts as the share of their people who went to a service of the trial, but for one, which they keep. */
  function followPeople(): void {
    gone.fill(0);
    for (const [k, before] of former) if (before < services && study.there(k)) gone[before] += head[header.scale];
    for (let j = 0; j < services; j++) {
      const all = structures.posts[j] + givenUp[j];
      const wanted = Math.min(all - 1, Math.round((all * gone[j]) / Math.max(1, structures.caseload[j] + structures.queue[j] + gone[j])));
      if (wanted === givenUp[j] || structures.closed[j]) continue;
      apply(structureAttributes, { staff: { set: all - wanted } }, world, j);
      givenUp[j] = wanted;
    }
  }

  function heldBy(j: number): number {
    let held = 0;
    for (let i = 0; i < head[header.rows]; i++) if (people.status[i] === A && people.lead[i] === j) held++;
    return held;
  }

  /** Structures take the arm they drew, that of their zone, or that of the whole world. */
  function beginStructures(month: number): void {
    const drawn = trial.unit === 'structure' || trial.unit === 'zone';
    if (!drawn && trial.all === undefined) return;
    for (let j = 0; j < services; j++) {
      if (trial.unit === 'structure' && !units.eligible(j)) continue;
      const unit = trial.unit === 'zone' ? structures.zone[j] : j;
      beginStructure(j, drawn ? units.groupOf(unit, -1) : trial.all!, drawn ? units.startOf(unit) : 0, month);
    }
  }

  function beginStructure(j: number, arm: number, start: number, month: number): void {
    const one = trial.groups[arm];
    structureGroup[j] = arm;
    if (month < start) return;
    structures.arm[j] = isOver(one, start, month) ? 0 : arm;
    if (!one.structures || edited.has(j)) return;
    apply(structureAttributes, one.structures, world, j);
    edited.add(j);
  }

  /** People follow the arm of whoever holds them, or of where they live. */
  function followUnits(month: number): void {
    if (trial.unit === 'person') return;
    for (let i = 0; i < head[header.rows]; i++) {
      if (people.status[i] === VACANT) continue;
      const unit = units.unitOf(i);
      const arm = units.groupOf(unit, -1);
      const start = units.startOf(unit);
      people.arm[i] = unit < 0 || month < start || isOver(trial.groups[arm], start, month) ? 0 : arm;
    }
  }

  return {
    begin(month) {
      study.enrol(month);
      record.meet();
      beginStructures(month);
      followUnits(month);
      beginPeople(month);
      send(month);
      runServices(month);
    },
    see: record.see,
    record() {
      const { statuses, tracks, ...sums } = record.kept();
      return {
        members: study.members(),
        months: trial.months,
        statuses,
        tracks,
        served: Uint8Array.from(ids, (_, k) => served[k] ?? 0),
        structures: { group: structureGroup, ...sums },
      };
    },
  };
}

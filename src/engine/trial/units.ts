import type { Context } from '../context.ts';
import { uniform } from '../core/draws.ts';
import type { Trial } from '../core/trial.ts';
import { NONE } from '../world/people.ts';

/** The lottery of a trial: which unit a person belongs to, and what each unit drew. Keyed on the identity of units, so a twin world draws the same. */
export interface Units {
  /** Row of the first service of the trial: structures before it are the territory’s. */
  readonly services: number;
  /** The unit of the person in row `i`, −1 for none. */
  unitOf(i: number): number;
  /** Whether a structure may be assigned. */
  eligible(j: number): boolean;
  /** Place of the share of treated that a zone drew, −1 without two stages. */
  saturationOf(zone: number): number;
  groupOf(unit: number, saturation: number): number;
  /** Month in which a unit begins. */
  startOf(unit: number): number;
  /** A person’s own draw, against the share who take an offer up. */
  offer(id: number): number;
}

/** Draws of a unit, by number. */
const GROUP = 0;
const WAVE = 1;
const SATURATION = 2;
const OFFER = 3;
/** Kinds of units keep apart in the stream: draws go by (id, 0, kind · 8 + number). */
const KINDS = { person: 0, caseworker: 1, structure: 2, zone: 3 } as const;
/** Files of a structure are numbered under this many workers. */
const CASEWORKERS = 4096;

export function unitsOf({ world, streams }: Context, trial: Trial): Units {
  const { people, structures, counts } = world;
  const services = counts.structures - trial.services.length;
  const draw = (id: number, kind: keyof typeof KINDS, number: number): number => uniform(streams['arm.assign'], id, 0, KINDS[kind] * 8 + number);
  const eligible = (j: number): boolean => !trial.bodies || trial.bodies.includes(structures.body[j]);

  /** The file of a caseworker: the structure, and the desk that the person’s number falls on. */
  function deskOf(i: number, j: number): number {
    const desks = Math.max(1, Math.min(CASEWORKERS, Math.round(structures.workers[j])));
    return j * CASEWORKERS + (people.id[i] - Math.floor(people.id[i] / desks) * desks);
  }

  return {
    services,
    eligible,
    unitOf(i) {
      if (trial.unit === 'person') return people.id[i];
      if (trial.unit === 'zone') return people.zone[i];
      const j = people.lead[i];
      if (j === NONE || j >= services) return -1;
      return trial.unit === 'structure' ? j : deskOf(i, j);
    },
    saturationOf(zone) {
      const { saturations } = trial;
      return saturations ? Math.min(saturations.length - 1, Math.floor(draw(zone, 'zone', SATURATION) * saturations.length)) : -1;
    },
    groupOf(unit, saturation) {
      if (trial.all !== undefined) return trial.all;
      if (unit < 0 || (trial.unit === 'structure' && !eligible(unit))) return 0;
      const u = draw(unit, trial.unit, GROUP);
      return saturation < 0 ? fallen(trial, u, 0, 1) : treatedAmong(trial, u, trial.saturations![saturation]);
    },
    startOf(unit) {
      const { waves } = trial;
      return waves ? waves[Math.min(waves.length - 1, Math.floor(draw(Math.max(0, unit), trial.unit, WAVE) * waves.length))] : 0;
    },
    offer: (id) => draw(id, 'person', OFFER),
  };
}

/** The group on which `u`, out of `whole`, falls, from group `first` on. */
function fallen({ groups }: Trial, u: number, first: number, whole: number): number {
  let left = u * whole;
  for (let g = first; g < groups.length; g++) {
    left -= groups[g].share;
    if (left < 0) return g;
  }
  return groups.length - 1;
}

/** Under two stages the first group is left what the saturation leaves; the others share it out by their shares. */
function treatedAmong(trial: Trial, u: number, saturation: number): number {
  if (u >= saturation) return 0;
  const others = trial.groups.slice(1).reduce((sum, { share }) => sum + share, 0);
  return fallen(trial, u / saturation, 1, others);
}

import type { Edit, Edits } from '../core/trial.ts';
import { CONTRACT, GROUPS, NEEDS, needs, OTHER_BENEFIT, SOLUTIONS, WARNED } from '../world/people.ts';
import { UNREAD } from '../world/attributes.ts';
import { AXES, bodies, FUNDERS_OF_CONTRACTS, PRACTICE } from '../world/structures.ts';
import type { World } from '../world/world.ts';

/** A figure of a unit that a trial may change: how it is read, and how it is written. */
interface Attribute {
  readonly low: number;
  readonly high: number;
  get(world: World, i: number): number;
  put(world: World, i: number, value: number): void;
}

type Shares = 'trust' | 'distress' | 'belief' | 'file';
const share = (name: Shares): Attribute => ({
  low: 0,
  high: 1,
  get: ({ people }, i) => people[name][i],
  put: ({ people }, i, value) => {
    people[name][i] = value;
  },
});
const bit = (mask: number): Attribute => ({
  low: 0,
  high: 1,
  get: ({ people }, i) => (people.flags[i] & mask ? 1 : 0),
  put: ({ people }, i, value) => {
    people.flags[i] = value >= 0.5 ? people.flags[i] | mask : people.flags[i] & ~mask;
  },
});

/** Attributes of a person that a trial may change, by name. */
export const personAttributes: Readonly<Record<string, Attribute>> = {
  trust: share('trust'),
  distress: share('distress'),
  belief: share('belief'),
  file: share('file'),
  ability: {
    low: 0,
    high: 10,
    get: ({ people }, i) => people.ability[i],
    put: ({ people }, i, value) => {
      people.ability[i] = value;
    },
  },
  tenure: {
    low: 0,
    high: 600,
    get: ({ people }, i) => people.tenure[i],
    put: ({ people }, i, value) => {
      people.tenure[i] = Math.round(value);
    },
  },
  contract: bit(CONTRACT),
  warned: bit(WARNED),
  'other-benefit': bit(OTHER_BENEFIT),
  attached: {
    low: 0,
    high: 1,
    get: ({ people }, i) => (people.tie[i] === 2 ? 1 : 0),
    put: ({ people }, i, value) => {
      people.tie[i] = value >= 0.5 ? 2 : 0;
    },
  },
  ...Object.fromEntries(
    needs.map(({ key }, n): [string, Attribute] => [
      key,
      {
        low: 0,
        high: 1,
        get: ({ people }, i) => people.needs[i * NEEDS + n],
        put: ({ people }, i, value) => {
          people.needs[i * NEEDS + n] = value;
          people.load[i] = UNREAD;
        },
      },
    ]),
  ),
  ...Object.fromEntries(
    needs.slice(0, SOLUTIONS).map(({ key }, n): [string, Attribute] => [
      `${key}-solution`,
      {
        low: 0,
        high: 1,
        get: ({ people }, i) => (people.solved[i] & (1 << n) ? 1 : 0),
        put: ({ people }, i, value) => {
          people.solved[i] = value >= 0.5 ? people.solved[i] | (1 << n) : people.solved[i] & ~(1 << n);
        },
      },
    ]),
  ),
};

type Plain = 'mission' | 'morale' | 'know' | 'mayRefuse' | 'competes';
const plain = (name: Plain, low: number, high: number): Attribute => ({
  low,
  high,
  get: ({ structures }, j) => structures[name][j],
  put: ({ structures }, j, value) => {
    structures[name][j] = value;
  },
});
const skill = (g: number): Attribute => ({
  low: 0,
  high: 1,
  get: ({ structures }, j) => structures.skill[j * GROUPS + g],
  put: ({ structures }, j, value) => {
    structures.skill[j * GROUPS + g] = value;
  },
});
const axis = (a: number): Attribute => ({
  low: 0,
  high: 1,
  get: ({ structures }, j) => structures.practice[j * PRACTICE + a],
  put: ({ structures }, j, value) => {
    for (let k = a; k < PRACTICE; k += AXES) structures.practice[j * PRACTICE + k] = structures.conviction[j * PRACTICE + k] = value;
  },
});

/** Posts and who fills them, with the contract money that pays them. */
const staff: Attribute = {
  low: 1,
  high: 10_000,
  get: ({ structures }, j) => structures.posts[j],
  put: (world, j, value) => {
    const { structures: s } = world;
    const before = s.posts[j];
    s.posts[j] = value;
    s.workers[j] = Math.max(1, Math.round((s.workers[j] / Math.max(1, before)) * value));
    for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++)
      s.contract[j * FUNDERS_OF_CONTRACTS + f] = Math.round((s.contract[j * FUNDERS_OF_CONTRACTS + f] * value) / Math.max(1, before));
  },
};

/** Attributes of a structure that a trial may change, by name. */
export const structureAttributes: Readonly<Record<string, Attribute>> = {
  staff,
  'files-per-worker': {
    low: 1,
    high: 5_000,
    get: ({ structures: s }, j) => s.caseload[j] / Math.max(1, s.workers[j]),
    put: (world, j, value) => staff.put(world, j, Math.max(1, Math.round(world.structures.caseload[j] / value))),
  },
  body: {
    low: 0,
    high: bodies.length - 1,
    get: ({ structures }, j) => structures.body[j],
    put: ({ structures: s }, j, value) => {
      s.body[j] = value;
      s.kind[j] = bodies[value].kind;
    },
  },
  mission: plain('mission', 0, 2_000),
  morale: plain('morale', 0, 1),
  routines: plain('know', 0, 1),
  'may-refuse': plain('mayRefuse', 0, 1),
  'put-to-call': plain('competes', 0, 1),
  'per-head': euros('perHead'),
  'per-result': euros('perResult'),
  'skill-home-health': skill(0),
  'skill-mobility-family': skill(1),
  'skill-training': skill(2),
  'skill-rights': skill(3),
  'individual-to-collective': axis(0),
  'work-first-to-social-first': axis(1),
  contract: {
    low: 0,
    high: 1e9,
    get: ({ structures: s }, j) => {
      let sum = 0;
      for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++) sum += s.contract[j * FUNDERS_OF_CONTRACTS + f];
      return sum / 100;
    },
    put: ({ structures: s }, j, value) => {
      for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++) s.contract[j * FUNDERS_OF_CONTRACTS + f] = 0;
      s.contract[j * FUNDERS_OF_CONTRACTS + s.mainFunder[j]] = Math.round(value * 100);
    },
  },
};

function euros(name: 'perHead' | 'perResult'): Attribute {
  return {
    low: 0,
    high: 1e6,
    get: ({ structures }, j) => structures[name][j] / 100,
    put: ({ structures }, j, value) => {
      structures[name][j] = Math.round(value * 100);
      structures.ownTerms[j] = 1;
    },
  };
}

const edited = (value: number, edit: Edit): number => ('set' in edit ? edit.set : 'times' in edit ? value * edit.times : value + edit.plus);

/** Where each figure stood before it was changed, and by how much it moved. */
export type Changes = Readonly<Record<string, { readonly from: number; readonly by: number }>>;

/** Makes every change of a group to one unit, kept within the bounds of each attribute, and tells what moved. */
export function apply(attributes: Readonly<Record<string, Attribute>>, edits: Edits, world: World, i: number): Changes {
  const made: Record<string, { from: number; by: number }> = {};
  for (const name of Object.keys(edits)) {
    const { low, high, get, put } = attributes[name];
    const from = get(world, i);
    put(world, i, Math.min(high, Math.max(low, edited(from, edits[name]))));
    made[name] = { from, by: get(world, i) - from };
  }
  return made;
}

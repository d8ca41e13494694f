import { at, expCurve } from '../../src/engine/core/curve.ts';
import { parameters } from '../../src/engine/index.ts';
import { FRAGILE } from '../../src/engine/world/people.ts';
import { A, D, E, L, N, S, statuses, V, VACANT } from '../../src/engine/world/status.ts';
import { header, type World } from '../../src/engine/world/world.ts';
import { DURABLE, SHORT } from '../../src/engine/world/zones.ts';
import { everyKey, rulesOf } from './worlds.ts';

const noNeeds = Object.fromEntries(['housing', 'health', 'mobility', 'family', 'skills', 'rights', 'justice'].map((need) => [`people.${need}`, 0]));

/**
 * Everyone of a class alike and unmoved by support, training, fear, distress or what a spell tells employers, so that rates are those declared.
 * Nobody ages out, nobody works a few hours; at month 0 nobody is pending, suspended, under sanction, in an insertion job or away, and nobody moves.
 */
export const alike: Readonly<Record<string, number>> = {
  ...noNeeds,
  'people.ability-spread': 0,
  'people.working': 0,
  'people.ages-out': 65_000,
  'needs.crisis': 0,
  'needs.distress-on-search': 0,
  'needs.fear-to-search': 0,
  'needs.training-worth': 0,
  'displacement.screening': 0,
  'labour.few-hours': 0,
  'labour.rights-after': 2,
  'labour.rights-most': 3,
  'labour.threat-misfit': 0,
  'kernel.support-effect': 0,
  'claiming.suspension': 0,
  'access.delay': 0,
  'conditionality.monitoring': 0,
  'conditionality.hours': 0,
  'capacity.insertion-jobs': 0,
  'mobility.settled': 20,
  'crossed-pathways.care-start': 0,
  'crossed-pathways.justice-start': 0,
};

export const allOff = rulesOf({ off: everyKey });

/** What a month adds to rights, in tenths. */
const A_MONTH = 10;
/** Months in a job, or away, after which one may be gone for good. */
const SETTLES = 12;
/** A state of the chain: a class, a status, months in it for those that may be gone for good, and rights to insurance, in tenths of a month. */
const key = (fragile: boolean, status: number, since: number, owned: number): string =>
  `${fragile ? 'F' : 'O'} ${statuses[status]!.letter} ${status === D || status === L ? Math.min(since, SETTLES) : 0} ${owned}`;

export const statusOf = (state: string): string => state.split(' ')[1]!;

export type Spread = Map<string, number>;
const add = (spread: Spread, state: string, share: number) => spread.set(state, (spread.get(state) ?? 0) + share);

/** The state of each row of a world, nothing for a row with nobody. */
export const statesOf = ({ people, head }: World): readonly (string | undefined)[] =>
  Array.from({ length: head[header.rows]! }, (_, i) =>
    people.status[i] === VACANT ? undefined : key((people.flags[i]! & FRAGILE) !== 0, people.status[i]!, people.since[i]!, people.rights[i]!),
  );

/** How many people stand in each state. */
export function countOf(states: readonly (string | undefined)[]): Spread {
  const found: Spread = new Map();
  for (const state of states) if (state !== undefined) add(found, state, 1);
  return found;
}

export type Rates = (name: string) => number;
export const declared: Rates = (name) => alike[`labour.${name}`] ?? parameters.get(`labour.${name}`)!.value;
const onTheJob = parameters.get('kernel.on-the-job')!.value;

/** One month of one person, by the rates declared: from a state to the states of next month and their chances. Gone for good is no state. */
export function month(world: World, state: string, rates: Rates = declared): Spread {
  const [letter, status, months, rights] = state.split(' ') as [string, string, string, string];
  const fragile = letter === 'F';
  const out: Spread = new Map();
  // A month of work earns as much of insurance, which is used up month by month.
  const worked = status === 'D' || status === 'S';
  const owned = worked ? Math.min(A_MONTH * rates('rights-most'), Number(rights) + A_MONTH) : Number(rights);
  const to = (next: number, share: number, since = 0, left = owned) => add(out, key(fragile, next, since, left), share);
  const since = Number(months) + 1;
  const kind = fragile ? '-fragile' : '';
  const search = parameters.get(fragile ? 'people.ability-fragile' : 'people.ability-other')!.value * at(expCurve, 0);
  const durable = search * world.zones.hiresPerSearch[DURABLE]!;
  const short = search * world.zones.hiresPerSearch[SHORT]!;
  const hired = 1 - Math.exp(-(durable + short));
  const endOf = (left: number, end: number) => {
    const covered = owned >= A_MONTH * rates('rights-after') ? rates('insured') : 0;
    if (covered > 0) to(N, left * end * covered);
    to(E, left * end * (1 - covered));
  };
  if (status === 'D') {
    const end = rates(since <= SETTLES ? 'durable-end-early' : 'durable-end');
    endOf(1, end);
    to(D, (1 - end) * (since >= SETTLES ? 1 - rates('settled-durable') : 1), since);
  } else if (status === 'L') {
    const back = rates(`return${kind}`);
    to(E, back);
    to(L, (1 - back) * (since >= SETTLES ? 1 - rates('settled') : 1), since);
  } else if (status === 'V') {
    to(E, rates('found-again'));
    to(V, 1 - rates('found-again'));
  } else if (status === 'S') {
    const up = 1 - Math.exp(-onTheJob * durable);
    to(D, up + (1 - up) * rates('short-lasts'));
    endOf(1 - up, rates('short-end'));
    to(S, (1 - up) * (1 - rates('short-lasts') - rates('short-end')));
  } else {
    const insured = status === 'N';
    to(D, (hired * durable) / (durable + short));
    to(S, (hired * short) / (durable + short));
    if (insured) {
      const left = Math.max(0, owned - A_MONTH);
      to(left === 0 ? E : N, 1 - hired, 0, left);
    } else {
      to(L, (1 - hired) * rates(`leave${kind}`));
      to(A, (1 - hired) * (1 - rates(`leave${kind}`)));
    }
  }
  return out;
}

import type { Context } from './context.ts';
import { lotteryNumber } from './core/draws.ts';
import type { Turn } from './events.ts';
import { NEEDS, NONE, OTHER_BENEFIT } from './world/people.ts';
import { entitled, VACANT } from './world/status.ts';
import { header } from './world/world.ts';

/** Who is looked at more closely in a run. It moves no bit of the result and is no part of the run's key. */
export interface Watching {
  /** So many people drawn by lottery among those entitled at month 0: the same in every scenario, and a larger sample extends a smaller one. */
  readonly sample?: number;
  /** People by id, those who come later included. */
  readonly ids?: readonly number[];
  /** Records why things happen to them, beside their statuses. */
  readonly turns?: boolean;
}

/** Who a person is when the run, or the person, begins. */
export interface Portrait {
  /** Month of arrival, or −1 for those there from the start. */
  readonly month: number;
  /** Place in the list of statuses, and months spent in it. */
  readonly status: number;
  readonly since: number;
  /** Months since the right was opened. */
  readonly tenure: number;
  readonly age: number;
  readonly household: number;
  readonly needs: readonly number[];
  readonly trust: number;
  readonly distress: number;
  readonly otherBenefit: boolean;
  /** 0 none, 1 pending, 2 valid. */
  readonly tie: number;
  /** Rows of the zone and of the lead structure, 65535 for none. */
  readonly zone: number;
  readonly lead: number;
}

/** In place of a status: not yet in the model, and gone from it for good. */
export const NOT_YET = 254;
export const GONE = 255;
export const NOT_YET_LETTER = '.';
export const GONE_LETTER = '_';

/** What was seen of the people watched. Outside the digest. */
export interface Lives {
  /** Rising. */
  readonly ids: Uint32Array;
  readonly months: number;
  /** Status at the end of each month, month after month for each person in turn. */
  readonly statuses: Uint8Array;
  readonly arms: Uint8Array;
  /** By person; none for whoever never came. */
  readonly portraits: readonly (Portrait | null)[];
  readonly turns: readonly Turn[];
  /** Network of each structure, by row. */
  readonly bodies: Uint8Array;
  /** Numbers that people of the start go by: from 0 to this one. */
  readonly lastInitial: number;
}

/** Follows people through a run. */
export interface Follower {
  /** Called when a month is closed. */
  see(month: number): void;
  lives(): Lives;
}

/** Ids from here on are newcomers'. */
const FIRST_NEWCOMER = 4_194_304;

/** Ids watched: the sample and those named, rising. Nobody is told of who is not there yet. */
function idsOf({ world, streams }: Context, { sample = 0, ids = [] }: Watching): Uint32Array {
  const { people, head } = world;
  const drawn: { id: number; rank: number }[] = [];
  if (sample > 0) {
    for (let i = 0; i < head[header.rows]; i++)
      if (entitled[people.status[i]]) drawn.push({ id: people.id[i], rank: lotteryNumber(streams['person.sample'], people.id[i], 0) });
    drawn.sort((a, b) => a.rank - b.rank || a.id - b.id);
  }
  return Uint32Array.from(new Set([...drawn.slice(0, sample).map(({ id }) => id), ...ids])).sort();
}

/** Begins to follow people, or goes on from where a run taken up had come to. Marks them for events when their turns are asked for. */
export function follow(context: Context, watching: Watching, months: number, from = 0, earlier?: Lives): Follower {
  const { world, events } = context;
  const { people, head, structures } = world;
  const ids = earlier?.ids ?? idsOf(context, watching);
  const place = new Map(Array.from(ids, (id, k) => [id, k]));
  const rows = new Int32Array(ids.length).fill(-1);
  const statuses = new Uint8Array(ids.length * months).fill(NOT_YET);
  const arms = new Uint8Array(ids.length);
  const portraits = earlier ? [...earlier.portraits] : new Array<Portrait | null>(ids.length).fill(null);
  if (earlier) for (let k = 0; k < ids.length; k++) statuses.set(earlier.statuses.subarray(k * earlier.months, k * earlier.months + from), k * months);
  const waiting = new Set<number>();
  for (const id of ids) if (watching.turns) events.awaited.add(id);

  function find(month: number): void {
    for (let i = 0; i < head[header.rows]; i++) {
      if (people.status[i] === VACANT) continue;
      const k = place.get(people.id[i]);
      if (k === undefined || rows[k] >= 0) continue;
      rows[k] = i;
      arms[k] = people.arm[i];
      portraits[k] ??= portraitOf(context, i, month);
      if (watching.turns) people.watched[i] = 1;
      waiting.delete(ids[k]);
    }
  }

  people.watched.fill(0);
  find(-1);
  // Those absent when the run begins may still come; whoever has a portrait has been and gone.
  ids.forEach((id, k) => {
    if (rows[k] < 0 && portraits[k] === null && id >= FIRST_NEWCOMER) waiting.add(id);
  });
  const lastInitial = earlier?.lastInitial ?? world.head[header.lastInitial];

  return {
    see(month) {
      if (waiting.size > 0) find(month);
      for (let k = 0; k < ids.length; k++) {
        const i = rows[k];
        const there = i >= 0 && people.id[i] === ids[k] && people.status[i] !== VACANT;
        statuses[k * months + month] = there ? people.status[i] : portraits[k] ? GONE : NOT_YET;
      }
    },
    lives: () => ({
      ids,
      months,
      statuses: statuses.slice(),
      arms: arms.slice(),
      portraits: [...portraits],
      turns: [...events.turns],
      bodies: structures.body.slice(),
      lastInitial,
    }),
  };
}

function portraitOf({ world }: Context, i: number, month: number): Portrait {
  const { people } = world;
  return {
    month,
    status: people.status[i],
    since: people.since[i],
    tenure: people.tenure[i],
    age: people.age[i],
    household: people.household[i],
    needs: Array.from(people.needs.subarray(i * NEEDS, (i + 1) * NEEDS)),
    trust: people.trust[i],
    distress: people.distress[i],
    otherBenefit: (people.flags[i] & OTHER_BENEFIT) !== 0,
    tie: people.tie[i],
    zone: people.zone[i],
    lead: people.lead[i] ?? NONE,
  };
}

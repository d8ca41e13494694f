import type { Context } from '../context.ts';
import type { Trial, TrialRecord } from '../core/trial.ts';
import { COUNTED, NONE } from '../world/people.ts';
import { A, C, I, U, VACANT, X } from '../world/status.ts';
import type { Enrolment } from './members.ts';
import { type Before, readingByKey } from './readings.ts';

/** What is kept of a study month by month. */
export interface Recording {
  /** Takes note of people just enrolled, as they were before their unit begins. */
  meet(): void;
  see(month: number): void;
  kept(): Pick<TrialRecord, 'statuses' | 'tracks'> & Omit<TrialRecord['structures'], 'group'>;
}

/** Statuses and readings of each person from the month the unit begins; who has left the model stays as last seen. */
export function recording(context: Context, trial: Trial, study: Enrolment): Recording {
  const { people, structures, counts } = context.world;
  const { ids, rows, begins } = study;
  let statuses = new Uint8Array(0);
  let holders = new Uint16Array(0);
  let counted = new Uint8Array(0);
  let met = 0;
  const before: Before = { holder: NONE, counted: false };
  const tracks = new Map(trial.track.map((key) => [key, { ...readingByKey.get(key)!, values: new Float32Array(0) }]));
  const declared = new Float64Array(counts.structures);
  const exits = new Float64Array(counts.structures);
  const followed = new Float64Array(counts.structures);

  function grow(): void {
    const need = ids.length * trial.months;
    if (statuses.length >= need) return;
    const wider = new Uint8Array(need);
    wider.set(statuses);
    statuses = wider;
    for (const track of tracks.values()) {
      const more = new Float32Array(need);
      more.set(track.values);
      track.values = more;
    }
  }

  /** Column twice as long as it must be, so that it seldom grows. */
  function widen(): void {
    if (holders.length >= ids.length) return;
    const [longer, more] = [new Uint16Array(2 * ids.length), new Uint8Array(2 * ids.length)];
    longer.set(holders);
    more.set(counted);
    holders = longer;
    counted = more;
  }

  /** A service keeps whoever is away for a while, and no longer holds whoever leaves or waits anew. */
  function remember(k: number): void {
    const i = rows[k];
    const status = study.there(k) ? people.status[i] : VACANT;
    if (status === A) holders[k] = people.lead[i];
    else if (status !== U && status !== X && status !== C && status !== I) holders[k] = NONE;
    counted[k] = status !== VACANT && people.flags[i] & COUNTED ? 1 : 0;
  }

  return {
    meet() {
      widen();
      for (; met < ids.length; met++) {
        holders[met] = NONE;
        remember(met);
      }
    },
    see(month) {
      grow();
      for (let k = 0; k < ids.length; k++) {
        before.holder = holders[k];
        before.counted = counted[k] === 1;
        remember(k);
        const t = month - begins[k];
        if (t < 0 || t >= trial.months) continue;
        const at = k * trial.months + t;
        const there = study.there(k);
        statuses[at] = there ? people.status[rows[k]] : t > 0 ? statuses[at - 1] : VACANT;
        for (const { read, passing, values } of tracks.values()) values[at] = there ? read(context, rows[k], before) : t > 0 && !passing ? values[at - 1] : 0;
      }
      for (let j = 0; j < counts.structures; j++) {
        declared[j] += structures.declared[j];
        exits[j] += structures.trueExits[j];
        followed[j] += structures.caseload[j];
      }
    },
    kept: () => ({ statuses, tracks: Object.fromEntries([...tracks].map(([key, { values }]) => [key, values])), declared, exits, followed }),
  };
}

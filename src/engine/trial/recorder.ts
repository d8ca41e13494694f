import type { Context } from '../context.ts';
import type { Trial, TrialRecord } from '../core/trial.ts';
import { VACANT } from '../world/status.ts';
import type { Enrolment } from './members.ts';
import { readingByKey } from './readings.ts';

/** What is kept of a study month by month. */
export interface Recording {
  see(month: number): void;
  kept(): Pick<TrialRecord, 'statuses' | 'tracks'> & Omit<TrialRecord['structures'], 'group'>;
}

/** Statuses and readings of each person from the month the unit begins; who has left the model stays as last seen. */
export function recording(context: Context, trial: Trial, study: Enrolment): Recording {
  const { people, structures, counts } = context.world;
  const { ids, rows, begins } = study;
  let statuses = new Uint8Array(0);
  const tracks = new Map(trial.track.map((key) => [key, { read: readingByKey.get(key)!.read, values: new Float32Array(0) }]));
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

  return {
    see(month) {
      grow();
      for (let k = 0; k < ids.length; k++) {
        const t = month - begins[k];
        if (t < 0 || t >= trial.months) continue;
        const at = k * trial.months + t;
        const there = study.there(k);
        statuses[at] = there ? people.status[rows[k]] : t > 0 ? statuses[at - 1] : VACANT;
        for (const { read, values } of tracks.values()) values[at] = there ? read(context, rows[k]) : t > 0 ? values[at - 1] : 0;
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

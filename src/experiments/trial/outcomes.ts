import { statuses as alphabet, type TrialRecord } from '../../engine/index.ts';
import type { Outcome } from './types.ts';

const placeOf = new Map(alphabet.map(({ letter }, place) => [letter as string, place]));

/** Worth of each status, by place. */
function worthOf({ status, weights }: Outcome): Float64Array {
  const out = new Float64Array(256);
  if (weights) for (const [letters, worth] of Object.entries(weights)) for (const letter of letters) out[placeOf.get(letter)!] = worth;
  else for (const letter of status ?? '') out[placeOf.get(letter)!] = 1;
  return out;
}

/** A figure by person and month: of a status, a reading, or having been served. */
function monthly(record: TrialRecord, outcome: Outcome): (k: number, t: number) => number {
  const { months, statuses, tracks, served } = record;
  if (outcome.served) return (k) => served[k]!;
  if (outcome.reading !== undefined) {
    const track = tracks[outcome.reading]!;
    return (k, t) => track[k * months + t]!;
  }
  const worth = worthOf(outcome);
  return (k, t) => worth[statuses[k * months + t]!]!;
}

/** The figure of each person over the window: its mean, its sum, whether it was ever above zero, or its last value. */
export function outcomeOf(record: TrialRecord, outcome: Outcome): Float64Array {
  const at = monthly(record, outcome);
  const first = outcome.from - 1;
  const last = Math.min(outcome.to, record.months) - 1;
  return Float64Array.from(record.members.ids, (_, k) => {
    if (outcome.as === 'end') return at(k, last);
    let sum = 0;
    for (let t = first; t <= last; t++) {
      const value = at(k, t);
      if (outcome.as === 'ever' && value > 0) return 1;
      sum += value;
    }
    if (outcome.as === 'ever') return 0;
    return outcome.as === 'sum' ? sum : sum / (last - first + 1);
  });
}

/** By person: the month of the window in which a status of the outcome is first reached, and the months at risk in it. Whoever reached it before the window is not at risk. */
export function hazardOf(record: TrialRecord, outcome: Outcome): { readonly events: Uint8Array; readonly risk: Uint16Array } {
  const worth = worthOf(outcome);
  const { months, statuses } = record;
  const n = record.members.ids.length;
  const events = new Uint8Array(n);
  const risk = new Uint16Array(n);
  for (let k = 0; k < n; k++) {
    for (let t = 0; t < Math.min(outcome.to, months); t++) {
      const reached = worth[statuses[k * months + t]!]! > 0;
      if (t >= outcome.from - 1) {
        risk[k]!++;
        if (reached) events[k] = 1;
      }
      if (reached) break;
    }
  }
  return { events, risk };
}

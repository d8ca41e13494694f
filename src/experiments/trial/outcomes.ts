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

type Monthly = (k: number, t: number) => number;

/** A figure by person and month, or whether it is above a threshold. */
function monthly(record: TrialRecord, outcome: Outcome): Monthly {
  const at = figureOf(record, outcome);
  const { above } = outcome;
  return above === undefined ? at : (k, t) => (at(k, t) > above ? 1 : 0);
}

/** A figure by person and month: of a status, a reading, readings added up, or having been served. */
function figureOf({ months, statuses, tracks, served }: TrialRecord, outcome: Outcome): Monthly {
  if (outcome.served) return (k) => served[k]!;
  if (outcome.reading !== undefined) {
    const track = tracks[outcome.reading]!;
    return (k, t) => track[k * months + t]!;
  }
  if (outcome.readings) {
    const worths = Object.entries(outcome.readings).map(([key, worth]) => ({ track: tracks[key]!, worth }));
    return (k, t) => worths.reduce((sum, { track, worth }) => sum + worth * track[k * months + t]!, 0);
  }
  const worth = worthOf(outcome);
  return (k, t) => worth[statuses[k * months + t]!]!;
}

/** What each summary makes of the months of a window, given first and last. */
const made: Readonly<Record<Outcome['as'], (at: (t: number) => number, first: number, last: number) => number>> = {
  mean: (at, first, last) => made.sum(at, first, last) / (last - first + 1),
  end: (at, _, last) => at(last),
  ever: (at, first, last) => (made.first(at, first, last) <= last - first ? 1 : 0),
  sum(at, first, last) {
    let sum = 0;
    for (let t = first; t <= last; t++) sum += at(t);
    return sum;
  },
  first(at, first, last) {
    let t = first;
    while (t <= last && !(at(t) > 0)) t++;
    return t - first;
  },
  spells(at, first, last) {
    let spells = 0;
    for (let t = first; t <= last; t++) if (at(t) > 0 && !(t > first && at(t - 1) > 0)) spells++;
    return spells;
  },
};

/** The figure of each person over the window, summed up as the outcome says. */
export function outcomeOf(record: TrialRecord, outcome: Outcome): Float64Array {
  const at = monthly(record, outcome);
  const first = outcome.from - 1;
  const last = Math.min(outcome.to, record.months) - 1;
  return Float64Array.from(record.members.ids, (_, k) => made[outcome.as]((t) => at(k, t), first, last));
}

/** By person: the month of the window in which the outcome is first above zero, and the months at risk in it. Whoever reached it before the window is not at risk. */
export function hazardOf(record: TrialRecord, outcome: Outcome): { readonly events: Uint8Array; readonly risk: Uint16Array } {
  const at = monthly(record, outcome);
  const { months } = record;
  const n = record.members.ids.length;
  const events = new Uint8Array(n);
  const risk = new Uint16Array(n);
  for (let k = 0; k < n; k++) {
    for (let t = 0; t < Math.min(outcome.to, months); t++) {
      const reached = at(k, t) > 0;
      if (t >= outcome.from - 1) {
        risk[k]!++;
        if (reached) events[k] = 1;
      }
      if (reached) break;
    }
  }
  return { events, risk };
}

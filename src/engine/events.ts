/** Room for the events of a run; older ones give way. */
const ROOM = 65_536;
/** Terms kept with an event. */
export const EVENT_TERMS = 8;

/** Consequential turns of watched people, with the mechanism that caused them and the terms that weighed. Outside the digest. */
export interface Recorder {
  readonly month: Int16Array;
  readonly id: Uint32Array;
  /** Place of the cause in `causes`. */
  readonly cause: Uint16Array;
  readonly terms: Float32Array;
  count: number;
}

/** Why something happened: the mechanism's key and the turn. One list, so that a reader can name each. */
export const causes = [
  'claiming.claimed',
  'claiming.opened',
  'orientation.oriented',
  'entry-control.accepted',
  'entry-control.waits',
  'entry-control.refused',
  'off-loading.sent',
  'off-loading.closed',
  'hand-off.lost',
  'withheld-information.discovered',
  'conditionality.warned',
  'conditionality.sanctioned',
  'conditionality.withdrew',
  'displacement.durable',
  'displacement.short',
  'displacement.separated',
  'displacement.left',
  'needs.crisis',
  'repair.solution',
] as const;
export type Cause = (typeof causes)[number];
const place = Object.fromEntries(causes.map((c, i) => [c, i])) as Record<Cause, number>;

export const createRecorder = (): Recorder => ({
  month: new Int16Array(ROOM),
  id: new Uint32Array(ROOM),
  cause: new Uint16Array(ROOM),
  terms: new Float32Array(ROOM * EVENT_TERMS),
  count: 0,
});

/** Records a turn; `terms` come from the kernel as it weighed them, never computed again for display. */
export function record(recorder: Recorder, month: number, id: number, cause: Cause, terms?: Float64Array): void {
  const at = recorder.count++ % ROOM;
  recorder.month[at] = month;
  recorder.id[at] = id;
  recorder.cause[at] = place[cause];
  for (let t = 0; t < EVENT_TERMS; t++) recorder.terms[at * EVENT_TERMS + t] = terms ? (terms[t] ?? 0) : 0;
}

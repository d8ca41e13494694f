import { describe, expect, test } from 'vitest';
import { readingByKey, type RunRequest, settle, simulate, statuses, type Trial, type TrialRecord } from '../../../src/engine/index.ts';
import { requestOf, sum } from '../worlds.ts';

const trial: Trial = {
  unit: 'person',
  who: { status: 'OWA' },
  enrol: 1,
  months: 8,
  groups: [{ share: 0.5 }, { share: 0.5 }],
  track: ['sanctions', 'hours', 'distress'],
  strata: [],
  services: [],
};
const none = { set: {}, unit: 'person', share: 0 } as const;
const requestWith = (over: Partial<Trial>, more: Partial<RunRequest> = {}): RunRequest =>
  requestOf({ population: 800, months: 8, seed: 'trial', arms: [none], trial: { ...trial, ...over }, ...more });

function both(request: RunRequest): { readonly drawn: TrialRecord; readonly twin: TrialRecord } {
  const world = settle(request);
  const drawn = simulate(request, { from: world }).trial!;
  const twin = simulate({ ...request, trial: { ...request.trial!, all: 0, members: drawn.members } }, { from: world }).trial!;
  return { drawn, twin };
}

/** Mean over a group of a reading in a month. */
function meanOf(record: TrialRecord, key: string, month: number, group: number): number {
  const rows = Array.from(record.members.ids.keys()).filter((k) => record.members.group[k] === group);
  return sum(rows.map((k) => record.tracks[key]![k * record.months + month]!)) / rows.length;
}

const letter = (record: TrialRecord, k: number, month: number) => statuses[record.statuses[k * record.months + month]!]!.letter;

describe('a trial', () => {
  test('in which no arm changes anything leaves everyone as the twin is, to the bit', () => {
    const { drawn, twin } = both(requestWith({}));
    expect(drawn.members.ids.length).toBeGreaterThan(300);
    expect(drawn.statuses).toEqual(twin.statuses);
    for (const key of trial.track) expect(drawn.tracks[key]).toEqual(twin.tracks[key]);
  });

  test('enrols those who fit, in the shares asked, and draws the same lottery whatever the order of rows', () => {
    const request = requestWith({});
    const ahead = simulate(request).trial!;
    const back = simulate(request, { reversed: true }).trial!;
    const groups = (record: TrialRecord) => new Map(Array.from(record.members.ids, (id, k) => [id, record.members.group[k]]));
    expect(new Map([...groups(ahead)].sort())).toEqual(new Map([...groups(back)].sort()));
    const treated = sum(ahead.members.group) / ahead.members.ids.length;
    expect(Math.abs(treated - 0.5)).toBeLessThan(0.08);
  });

  test('imposes a sanction on those assigned, by the mechanism itself, and on nobody else', () => {
    const sanction = { 'conditionality.monitoring': 1, 'conditionality.failure-base': 1, 'conditionality.warning': 0 };
    const { drawn, twin } = both(requestWith({ groups: [{ share: 0.5 }, { share: 0.5, lasts: 1 }] }, { arms: [{ ...none, set: sanction }] }));
    expect(meanOf(drawn, 'sanctions', 0, 1) - meanOf(twin, 'sanctions', 0, 1)).toBeGreaterThan(0.7);
    expect(Math.abs(meanOf(drawn, 'sanctions', 0, 0) - meanOf(twin, 'sanctions', 0, 0))).toBeLessThan(0.01);
    const inSanction = Array.from(drawn.members.ids.keys()).filter((k) => drawn.members.group[k] === 1 && letter(drawn, k, 0) === 'X');
    expect(inSanction.length).toBeGreaterThan(100);
  });

  test('opens a service for its arm alone, staffed at the files per worker asked, and closes it at the end', () => {
    const service = { body: 0, filesPerWorker: 30 };
    const request = requestWith(
      { groups: [{ share: 0.5 }, { share: 0.5, service: 0, takeUp: 0.5, lasts: 5 }], services: [service] },
      { arms: [{ ...none, set: { 'kernel.outside-worth': 0.05 } }] },
    );
    const seen: { readonly files: number; readonly held: number }[] = [];
    const world = settle(request);
    const record = simulate(request, {
      from: world,
      onMonth: ({ world: { structures: s, counts } }) =>
        void seen.push({ files: s.caseload[counts.structures - 1]! / s.workers[counts.structures - 1]!, held: s.caseload[counts.structures - 1]! }),
    }).trial!;
    const treated = Array.from(record.members.group.keys()).filter((k) => record.members.group[k] === 1);
    const served = sum(treated.map((k) => record.served[k]!)) / treated.length;
    expect(Math.abs(served - 0.5)).toBeLessThan(0.1);
    expect(sum(Array.from(record.members.group, (group, k) => (group === 0 ? record.served[k]! : 0)))).toBe(0);
    expect(seen[1]!.files).toBeGreaterThan(25);
    expect(seen[1]!.files).toBeLessThan(36);
    expect(seen[6]!.held).toBe(0);
    expect(meanOf(record, 'hours', 2, 1)).toBeGreaterThan(meanOf(record, 'hours', 2, 0) + 0.2);
  });

  test('leaves those who decline an offer much as the twin is, reads them with the arm, and tells who took it up', () => {
    const { drawn, twin } = both(requestWith({ groups: [{ share: 0.5 }, { share: 0.5, takeUp: 0.4, people: { distress: { set: 1 } } }] }));
    const offered = Array.from(drawn.members.group.keys()).filter((k) => drawn.members.group[k] === 1);
    const first = (record: TrialRecord, k: number) => record.tracks.distress![k * record.months]!;
    const took = offered.filter((k) => drawn.served[k] === 1);
    expect(Math.abs(took.length / offered.length - 0.4)).toBeLessThan(0.1);
    for (const k of took) expect(first(drawn, k)).toBeGreaterThan(0.75);
    for (const k of offered) if (!took.includes(k)) expect(Math.abs(first(drawn, k) - first(twin, k))).toBeLessThan(0.05);
  });

  test('takes back what it changed in people when the arm ceases, if asked, and leaves it to them if not', () => {
    const edited = (undo: boolean) =>
      both(
        requestWith({
          groups: [{ share: 0.5 }, { share: 0.5, lasts: 3, people: { mobility: { times: 0.2 } }, ...(undo ? { undo } : {}) }],
          track: ['mobility'],
        }),
      );
    const gap = ({ drawn, twin }: ReturnType<typeof both>, month: number) => meanOf(drawn, 'mobility', month, 1) - meanOf(twin, 'mobility', month, 1);
    const [kept, undone] = [edited(false), edited(true)];
    expect(gap(undone, 1)).toBeLessThan(-0.1);
    expect(gap(undone, 1)).toBe(gap(kept, 1));
    expect(gap(undone, 4)).toBeLessThan(0.01);
    expect(gap(undone, 4)).toBeGreaterThan(-0.03);
    expect(gap(kept, 4)).toBeLessThan(-0.1);
  });

  test('edits people and structures once, within bounds', () => {
    const { drawn } = both(requestWith({ groups: [{ share: 0.5 }, { share: 0.5, people: { distress: { plus: 5 } } }] }));
    expect(meanOf(drawn, 'distress', 0, 1)).toBeGreaterThan(0.9);
    expect(meanOf(drawn, 'distress', 0, 1)).toBeLessThanOrEqual(1);
    expect(meanOf(drawn, 'distress', 0, 0)).toBeLessThan(0.7);
  });

  test('of structures gives an arm to all they hold, and one of caseworkers to their files', () => {
    for (const unit of ['structure', 'caseworker'] as const) {
      const request = requestWith({ unit, who: { status: 'A' } });
      const pairs: boolean[] = [];
      const record = simulate(request, {
        onMonth({ world: { people, structures }, month }) {
          if (month.now !== 0 || unit !== 'structure') return;
          for (let i = 0; i < 800; i++) if (people.status[i] === 6) pairs.push(people.arm[i] === structures.arm[people.lead[i]!]);
        },
      }).trial!;
      const share = sum(record.members.group) / record.members.ids.length;
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.85);
      // A few change hands within the month; they follow their new service from the next one.
      if (unit === 'structure') expect(pairs.filter(Boolean).length / pairs.length).toBeGreaterThan(0.9);
    }
  });

  test('in waves begins each unit at the wave it drew, and counts months from there', () => {
    const { drawn, twin } = both(requestWith({ waves: [0, 4], months: 4, groups: [{ share: 0 }, { share: 1, people: { distress: { set: 1 } } }] }));
    expect(new Set(drawn.members.begins)).toEqual(new Set([0, 4]));
    expect(meanOf(drawn, 'distress', 0, 1)).toBeGreaterThan(0.9);
    expect(meanOf(twin, 'distress', 0, 1)).toBeLessThan(0.7);
  });

  test('leaves a run of the same request without it as it is, and every reading reads a number', () => {
    const plain = requestOf({ population: 800, months: 8, seed: 'trial' });
    const { trial: _, ...without } = requestWith({});
    expect(simulate({ ...without, arms: [] }).digest).toBe(simulate(plain).digest);
    const record = simulate(requestWith({ track: [...readingByKey.keys()] })).trial!;
    for (const values of Object.values(record.tracks)) expect(values.every(Number.isFinite)).toBe(true);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { choiceOf } from '../../src/engine/events.ts';
import { createKernel } from '../../src/engine/kernel/kernel.ts';
import {
  acts,
  causes,
  factsOf,
  GONE,
  GONE_LETTER,
  leadsTo,
  type Lives,
  mechanisms,
  NOT_YET,
  type RunRequest,
  settle,
  simulate,
  statuses,
  termNames,
  type Turn,
  type World,
} from '../../src/engine/index.ts';
import { requestOf, rulesOf } from './worlds.ts';

const strict = { 'conditionality.hours': 20, 'conditionality.monitoring': 0.2, 'conditionality.sanction-share': 1 };
const books: Readonly<Record<string, RunRequest['rules']>> = {
  'status quo': rulesOf(),
  strict: rulesOf({ set: { ...strict, 'access.outreach': 20 } }),
  scarce: rulesOf({ set: { 'capacity.staff': 70, 'evaluation.stake': 0.4, 'mobility.continuity': 0, 'mobility.default-payer': 1 } }),
  'all together': rulesOf({ set: { 'evaluation.joint-weight': 1, 'governance.mission-integration': 1, 'governance.pooling': 0.15 } }),
  'detailed calls': rulesOf({ set: { 'outsourcing.specification': 1, 'outsourcing.call-length': 12 } }),
  'nothing but the skeleton': rulesOf({ off: mechanisms.map(({ key }) => key) }),
};
const MONTHS = 36;
const request = (name: string): RunRequest => requestOf({ rules: books[name]!, months: MONTHS, population: 500 });

let from: World;
const lives: Record<string, Lives> = {};
let newcomers: number[];
beforeAll(() => {
  from = settle(request('status quo'));
  newcomers = arrivals(from);
  for (const name of Object.keys(books)) lives[name] = simulate(request(name), { from, watched: 400, watch: newcomers }).lives!;
});

/** Ids of people who come in the first two years. */
function arrivals(world: World): number[] {
  const found = new Set<number>();
  const before = new Set(world.people.id);
  simulate(request('status quo'), {
    from: world,
    onMonth({ world: { people }, month }) {
      if (month.now >= 24) return;
      people.id.forEach((id, i) => {
        if (people.status[i]! < statuses.length && !before.has(id)) found.add(id);
      });
    },
  });
  return [...found].sort((a, b) => a - b).slice(0, 60);
}

const letterOf = (status: number): string => (status === GONE ? GONE_LETTER : statuses[status]!.letter);

/** Changes of status that no turn of the same month leads to. */
function unexplained({ ids, months, statuses: codes, turns, portraits }: Lives): string[] {
  const told = new Map<string, Turn[]>();
  for (const turn of turns) told.set(`${turn.id} ${turn.month}`, [...(told.get(`${turn.id} ${turn.month}`) ?? []), turn]);
  const out: string[] = [];
  ids.forEach((id, k) => {
    let before = portraits[k] && portraits[k].month < 0 ? portraits[k].status : NOT_YET;
    for (let month = 0; month < months; month++) {
      const now = codes[k * months + month]!;
      const own = told.get(`${id} ${month}`) ?? [];
      if (now !== before && !own.some(({ cause }) => leadsTo[cause]?.includes(letterOf(now))))
        out.push(
          `${id}, month ${month}: ${before === NOT_YET ? '?' : letterOf(before)} → ${letterOf(now)} (${own.map(({ cause }) => cause).join(', ') || 'nothing told'})`,
        );
      before = now;
    }
  });
  return out;
}

test.each(Object.keys(books))('every change of status has its reason the same month: %s', (name) => {
  const { ids, statuses: codes } = lives[name]!;
  expect(ids.length).toBeGreaterThan(440);
  expect(new Set(codes).size).toBeGreaterThan(6);
  expect(unexplained(lives[name]!)).toEqual([]);
});

describe('what is told', () => {
  const all = () => Object.values(lives).flatMap(({ turns }) => turns);

  test('nearly every cause is met in these few worlds', () => {
    const met = new Set(all().map(({ cause }) => cause));
    const missing = causes.filter((cause) => !met.has(cause));
    expect(missing.length, missing.join(', ')).toBeLessThan(causes.length / 8);
  });

  test('the act left aside is the best of the others, terms and all', () => {
    const kernel = createKernel([]);
    kernel.utilities.set([3, 9, 5, 12]);
    kernel.weighed.forEach((_, k) => (kernel.weighed[k] = k));
    const named = (place: number) => acts[place]!.key;
    const place = (from: number) => Array.from({ length: termNames.length }, (_, t) => from * termNames.length + t);
    expect(choiceOf(kernel, 2, 3, named)).toEqual({ act: acts[2]!.key, instead: acts[1]!.key, terms: place(2), otherTerms: place(1) });
    expect(choiceOf(kernel, 1, 3, named).instead).toBe(acts[2]!.key);
    expect(choiceOf(kernel, 0, 4, named).instead).toBe(acts[3]!.key);
  });

  test('a turn has the facts it declares, all of them numbers', () => {
    for (const { cause, facts } of all()) expect([cause, facts.length, facts.every(Number.isFinite)]).toEqual([cause, factsOf[cause]?.length ?? 0, true]);
  });

  test('a choice holds its terms beside those of the best other act', () => {
    const chosen = all().filter(({ choice }) => choice !== null);
    expect(chosen.length).toBeGreaterThan(200);
    for (const { choice, terms } of chosen) {
      expect([terms.length, choice!.otherTerms.length]).toEqual([termNames.length, termNames.length]);
      expect(choice!.act).not.toBe(choice!.instead === 'send' ? '' : choice!.instead);
      expect(terms.some((value) => value !== 0)).toBe(true);
    }
    const refusals = chosen.filter(({ cause }) => cause === 'entry-control.refused');
    expect(refusals.length).toBeGreaterThan(20);
    for (const { other } of refusals) expect(other).toBeLessThan(65_535);
  });
});

describe('watching', () => {
  const asked = request('strict');

  test('statuses of a sample are the same with and without its turns, and those of a smaller one are among them', () => {
    const plain = simulate({ ...asked, watching: { sample: 400 } }, { from }).lives!;
    const told = simulate({ ...asked, watching: { sample: 400, turns: true } }, { from }).lives!;
    expect(plain.turns).toEqual([]);
    expect(told.turns.length).toBeGreaterThan(500);
    expect(plain.statuses).toEqual(told.statuses);
    const few = simulate({ ...asked, watching: { sample: 30 } }, { from }).lives!;
    expect([...plain.ids]).toEqual(expect.arrayContaining([...few.ids]));
    const k = plain.ids.indexOf(few.ids[7]!);
    expect([...few.statuses.subarray(7 * MONTHS, 8 * MONTHS)]).toEqual([...plain.statuses.subarray(k * MONTHS, (k + 1) * MONTHS)]);
  });

  test('the same people are drawn under every rule book, and whatever the order of rows', () => {
    const ids = (name: string, world = from) => [...simulate({ ...request(name), months: 1, watching: { sample: 50 } }, { from: world }).lives!.ids];
    expect(ids('strict')).toEqual(ids('status quo'));
    expect(ids('strict', settle(asked, { reversed: true }))).toEqual(ids('strict'));
  });

  test('neither the key nor the digest moves, and nobody watched leaves no trace', () => {
    const plain = simulate({ ...asked, months: 6 }, { from });
    const seen = simulate({ ...asked, months: 6, watching: { sample: 100, turns: true } }, { from });
    expect([seen.key, seen.digest]).toEqual([plain.key, plain.digest]);
    expect('lives' in plain).toBe(false);
  });

  test('a life taken up in a resumed run is whole', () => {
    const watching = { sample: 60, ids: newcomers, turns: true };
    const whole = simulate({ ...asked, watching }, { from }).lives!;
    let lives: Lives | undefined;
    simulate({ ...asked, watching }, { from, checkpoint: { month: 13, save: (resume) => (lives = simulate({ ...asked, watching }, { resume }).lives) } });
    expect(lives).toEqual(whole);
  });

  test('a newcomer is not there, then is; somebody who never comes leaves no portrait', () => {
    const { ids, statuses: codes, portraits, turns } = lives['status quo']!;
    const k = ids.indexOf(newcomers[20]!);
    const came = portraits[k]!.month;
    expect([...codes.subarray(k * MONTHS, k * MONTHS + came)].every((code) => code === NOT_YET)).toBe(true);
    expect(codes[k * MONTHS + came]).toBeLessThan(statuses.length);
    expect(turns.find(({ id }) => id === newcomers[20])).toMatchObject({ cause: 'conjuncture.entered', month: came });
    const nobody = simulate({ ...asked, months: 3, watching: { ids: [3_999_999], turns: true } }, { from }).lives!;
    expect(nobody.portraits).toEqual([null]);
    expect([...nobody.statuses]).toEqual([NOT_YET, NOT_YET, NOT_YET]);
    expect(nobody.lastInitial).toBeGreaterThan(500);
  });
});

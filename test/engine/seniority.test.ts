import { expect, test } from 'vitest';
import { settle, type World } from '../../src/engine/index.ts';
import { COHORT } from '../../src/engine/world/people.ts';
import { rightOpen, VACANT } from '../../src/engine/world/status.ts';
import { header } from '../../src/engine/world/world.ts';
import { requestOf } from './worlds.ts';

const FIRST = -24;
const YEAR_ENDS = [-13, -1];
const ADULT = 18 * 12;
const LONGEST = 360;

interface Person {
  /** Months since the right was opened at the end of the first month, −1 without a right then. */
  readonly tenure: number;
  readonly age: number;
  /** On benefit when the warm-up began, and gone by the end of its first month. */
  readonly left: boolean;
  /** Whether the right was open at the end of each month of the warm-up, from the first. */
  readonly open: boolean[];
}

/** Everyone of a warm-up, month by month, and the world it leads to. */
function warmUp(): { people: ReadonlyMap<number, Person>; world: World } {
  const people = new Map<number, Person>();
  const world = settle(requestOf({ population: 2_500, seed: 'seniority' }), {
    onMonth({ world: { people: p, head }, month }) {
      for (let i = 0; i < head[header.rows]!; i++) {
        if (p.status[i] === VACANT) continue;
        const open = rightOpen[p.status[i]!] === 1;
        const id = p.id[i]!;
        const first = month.now === FIRST;
        if (!people.has(id))
          people.set(id, { tenure: open && first ? p.tenure[i]! : -1, age: p.age[i]!, left: first && !open && p.startTenure[i]! > 0, open: [] });
        people.get(id)!.open[month.now - FIRST] = open;
      }
    },
  });
  return { people, world };
}
const { people, world } = warmUp();

/** Year-ends spent on benefit without a gap up to month 0, that one left out: those of the warm-up, then those of the spell that it found. */
function told({ tenure, open }: Person): number {
  let ends = 0;
  for (const month of [...YEAR_ENDS].reverse()) {
    if (!open[month - FIRST]) return ends - 1;
    ends++;
  }
  // The year-end before the first month, and one more for each year of the spell it fell in.
  return tenure > 0 ? ends + Math.floor((tenure - 1) / 12) : ends - 1;
}

/** Members of the cohort of month 0, with their seniority as the world holds it; those who left in the first month, of whose spell nothing was seen, left out. */
const members = [...world.people.id.subarray(0, world.head[header.rows])]
  .flatMap((id, i) =>
    world.people.status[i] !== VACANT && world.people.flags[i]! & COHORT ? [{ i, id, seniority: world.people.startTenure[i]!, person: people.get(id)! }] : [],
  )
  .filter(({ person }) => !person.left);

test('seniority at month 0 is the number of year-ends on benefit before it, without a gap', () => {
  expect(members.length).toBeGreaterThan(800);
  expect(members.filter(({ seniority, person }) => seniority !== told(person)).map(({ id, seniority, person }) => [id, seniority, told(person)])).toEqual([]);
  for (const years of [0, 1, 2, 5]) expect(members.some(({ seniority }) => seniority === years)).toBe(true);
});

test('a gap between two year-ends does not show, though the right was opened anew', () => {
  const gone = members.filter(({ person: { open } }) => open[0] && YEAR_ENDS.every((month) => open[month - FIRST]) && open.includes(false));
  expect(gone.length).toBeGreaterThan(5);
  for (const { i, seniority } of gone) {
    expect(seniority).toBeGreaterThanOrEqual(2);
    expect(world.people.tenure[i]! / 12).toBeLessThan(2);
  }
});

test('and a year-end missed hides all the years before it', () => {
  const missed = members.filter(({ person: { tenure, open } }) => tenure > 60 && !open[YEAR_ENDS[0]! - FIRST]);
  expect(missed.length).toBeGreaterThan(3);
  for (const { seniority } of missed) expect(seniority).toBe(0);
});

test('at the start nobody has been on benefit for longer than an adult life, or for more than thirty years', () => {
  const spells = [...people.values()].filter(({ tenure }) => tenure > 0);
  for (const { tenure, age } of spells) expect(tenure).toBeLessThanOrEqual(Math.min(age - ADULT, LONGEST + 1));
  expect(spells.filter(({ tenure, age }) => tenure === age - ADULT).length).toBeGreaterThan(20);
});

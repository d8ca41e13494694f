import { describe, expect, test } from 'vitest';
import { ATOM } from '../../../src/experiments/trial/atoms.ts';
import { jobsOf } from '../../../src/experiments/trial/jobs.ts';
import { play } from '../../../src/experiments/trial/play.ts';
import { readExperiment, type Surroundings } from '../../../src/io/experiment.ts';
import { territoryOf } from '../../engine/worlds.ts';

const around: Surroundings = { scenarioIds: ['status-quo'], rules: () => ({ set: {}, timeline: [], off: [] }), territory: () => territoryOf('aude') };
const text = { fr: 'Un essai', en: 'A trial' };

/** The five numbers of each atom of one replication: one atom for each cell asked, in order. */
function atomsOf(cells: readonly object[], over: object): number[][] {
  const file = {
    schema: 'parcours/experiment@1',
    id: 'x1-trial',
    title: text,
    story: text,
    sources: [{ row: 'effect:C6', tag: 'V', title: 'Someone 2014' }],
    use: 'test',
    population: 1_000,
    months: 3,
    assignment: { unit: 'person' },
    who: { status: 'OWA' },
    arms: ['control', 'a', 'b'].map((id) => ({ id, title: text })),
    outcomes: { figure: { reading: 'distress' } },
    estimands: cells.map((cell, n) => ({
      id: `row-${n}`,
      title: text,
      unit: 'index',
      target: 'level',
      measure: { kind: 'level', outcome: 'figure', ...cell },
      published: {},
      agrees: { low: 0, high: 1 },
    })),
    ...over,
  };
  const read = readExperiment(JSON.stringify(file), 'x.json', around);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { atoms } = play(jobsOf(read.value, 'play', 1)[0]!);
  return cells.map((_, n) => [...atoms.subarray(n * ATOM, (n + 1) * ATOM)]);
}

const strong = { 'conditionality.monitoring': 1, 'conditionality.failure-base': 1 };
const arms = [
  { id: 'control', title: text, share: 0.5 },
  { id: 'a', title: text, share: 0.4 },
  { id: 'b', title: text, share: 0.1, people: { distress: 1 } },
];

describe('pooled arms', () => {
  test('count each person once, in the share each arm drew', () => {
    const [a, b, both] = atomsOf([{ of: 'a' }, { of: 'b' }, { of: { arm: ['a', 'b', 'a'] } }], { arms });
    expect(both!.slice(0, 3)).toEqual([0, 1, 2].map((k) => expect.closeTo(a![k]! + b![k]!, 6)));
    expect(both!.slice(3)).toEqual(a!.slice(3));
    expect(a![0]! / b![0]!).toBeGreaterThan(2);
  });

  test('of territories are the mean of their worlds', () => {
    const territories = {
      assignment: { unit: 'territory' },
      arms: arms.map(({ share: _, ...arm }) => ({ ...arm, ...(arm.id === 'b' ? { set: strong } : {}) })),
    };
    const mean = ([n, own]: readonly number[]) => own! / n!;
    for (const outcomes of [{ figure: { reading: 'sanctions', as: 'end' } }, { figure: { indicator: 'sanctions' } }]) {
      const [a, b, both] = atomsOf([{ of: 'a' }, { of: 'b' }, { of: { arm: ['a', 'b'] } }], { ...territories, outcomes });
      expect(mean(b!)).not.toBeCloseTo(mean(a!), 3);
      expect(mean(both!)).toBeCloseTo((mean(a!) + mean(b!)) / 2, 9);
    }
  });
});

test('windows on the whole territory count from the month the wave begins', () => {
  const at = (wave: number, month: number) =>
    atomsOf([{ of: 'control' }], {
      months: 4,
      assignment: { unit: 'territory', waves: [wave] },
      outcomes: { figure: { indicator: 'spending', from: month, to: month, as: 'end' } },
    })[0];
  expect(at(3, 1)).toEqual(at(0, 4));
  expect(at(3, 1)).not.toEqual(at(3, 2));
});

test('a quantile is that of the people of each cell', () => {
  const [median, all, mean] = atomsOf([{ of: 'control', quantile: 0.5 }, { of: { arm: ['control', 'a', 'b'] }, quantile: 1 }, { of: 'control' }], {
    outcomes: { figure: { reading: 'age', from: 1, to: 1 } },
  });
  expect(median![1]).toBeGreaterThan(20);
  expect(median![1]).not.toBeCloseTo(mean![1]! / mean![0]!, 3);
  expect(all![1]).toBeGreaterThan(median![1]!);
  expect([all![1], all![2]]).toEqual([all![4], all![4]]);
});

test('each person is compared with himself in the twin world, wherever he stands there, and with nobody when it has lost him', () => {
  const { enrol, months } = { enrol: 36, months: 3 };
  const rows = atomsOf([{ of: 'control' }, { of: 'a' }, { of: 'a', quantile: 0.5 }], {
    enrol,
    months,
    who: { status: 'OUWA' },
    arms: [
      { id: 'control', title: text },
      { id: 'a', title: text, people: { ability: 10, housing: 0, health: 0, mobility: 0 } },
    ],
    outcomes: { figure: { reading: 'age', from: 1, to: 1 } },
  });
  for (const [, own, twins, people, all] of rows) {
    expect(own).toBeCloseTo(twins!, 3);
    expect(all! / people!).toBeGreaterThan(18);
  }
});

import { describe, expect, test } from 'vitest';
import { estimate } from '../../../src/experiments/estimate.ts';
import { atomsOf, measuresOf } from '../../../src/experiments/trial/atoms.ts';
import { measureOver } from '../../../src/experiments/trial/measure.ts';
import { hazardOf, outcomeOf } from '../../../src/experiments/trial/outcomes.ts';
import type { Played } from '../../../src/experiments/trial/play.ts';
import { correlation, gini } from '../../../src/experiments/trial/spread.ts';
import type { Estimand, Experiment, Measure } from '../../../src/experiments/trial/types.ts';
import { nothingOf, verdictOf } from '../../../src/experiments/trial/verdict.ts';
import type { TrialRecord } from '../../../src/engine/index.ts';

/** Three people over four months: out of work; in a short job from month 2; in a durable job in month 4. */
const record: TrialRecord = {
  members: {
    ids: Uint32Array.of(1, 2, 3),
    enrolled: new Uint16Array(3),
    group: Uint8Array.of(0, 1, 1),
    place: new Uint8Array(3),
    begins: new Uint16Array(3),
    strata: new Uint32Array(3),
  },
  months: 4,
  statuses: Uint8Array.of(6, 6, 6, 6, 6, 9, 9, 9, 6, 6, 6, 10),
  tracks: { distress: Float32Array.of(1, 1, 1, 1, 0, 1, 2, 3, 0.5, 0.5, 0.5, 0.5) },
  served: Uint8Array.of(0, 1, 0),
  structures: { group: new Uint8Array(0), declared: new Float64Array(0), exits: new Float64Array(0), followed: new Float64Array(0) },
};

describe('figures of each person', () => {
  test('over a window, of statuses, of worths and of readings', () => {
    const window = { from: 1, to: 4 } as const;
    expect([...outcomeOf(record, { status: 'SD', ...window, as: 'ever' })]).toEqual([0, 1, 1]);
    expect([...outcomeOf(record, { status: 'SD', ...window, as: 'sum' })]).toEqual([0, 3, 1]);
    expect([...outcomeOf(record, { status: 'SD', from: 1, to: 2, as: 'mean' })]).toEqual([0, 0.5, 0]);
    expect([...outcomeOf(record, { weights: { A: 1, S: 2, D: 3 }, ...window, as: 'end' })]).toEqual([1, 2, 3]);
    expect([...outcomeOf(record, { reading: 'distress', from: 2, to: 4, as: 'mean' })]).toEqual([1, 2, 0.5]);
    expect([...outcomeOf(record, { served: true, ...window, as: 'mean' })]).toEqual([0, 1, 0]);
  });

  test('tell the months before the first, and count the times it begins', () => {
    const window = { from: 1, to: 4 } as const;
    expect([...outcomeOf(record, { status: 'SD', ...window, as: 'first' })]).toEqual([4, 1, 3]);
    expect([...outcomeOf(record, { status: 'SD', from: 2, to: 3, as: 'first' })]).toEqual([2, 0, 2]);
    const back: TrialRecord = { ...record, statuses: Uint8Array.of(9, 6, 9, 9, 6, 6, 6, 6, 6, 9, 6, 10) };
    expect([...outcomeOf(back, { status: 'SD', ...window, as: 'spells' })]).toEqual([2, 0, 2]);
    expect([...outcomeOf(back, { status: 'SD', from: 4, to: 4, as: 'spells' })]).toEqual([1, 0, 1]);
  });

  test('add readings up by their worth, and are cut at a threshold', () => {
    const window = { from: 1, to: 4 } as const;
    const two: TrialRecord = { ...record, tracks: { ...record.tracks, hours: Float32Array.of(2, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1) } };
    expect([...outcomeOf(two, { readings: { distress: 1, hours: 10 }, ...window, as: 'sum' })]).toEqual([24, 6, 42]);
    expect([...outcomeOf(two, { reading: 'distress', above: 0.5, ...window, as: 'mean' })]).toEqual([1, 0.75, 0]);
    expect([...hazardOf(two, { reading: 'distress', above: 1, ...window, as: 'mean' }).risk]).toEqual([4, 3, 4]);
  });

  test('count those at risk until the event, and not after', () => {
    const { events, risk } = hazardOf(record, { status: 'SD', from: 1, to: 4, as: 'mean' });
    expect([[...events], [...risk]]).toEqual([
      [0, 1, 1],
      [4, 2, 4],
    ]);
    const late = hazardOf(record, { status: 'SD', from: 3, to: 4, as: 'mean' });
    expect([[...late.events], [...late.risk]]).toEqual([
      [0, 0, 1],
      [2, 0, 2],
    ]);
  });
});

test('the Gini coefficient and the correlation are those of known cases', () => {
  expect(gini([1, 1, 1, 1])).toBeCloseTo(0, 12);
  expect(gini([0, 0, 0, 1])).toBeCloseTo(0.75, 12);
  expect(gini([1, 2, 3, 4])).toBeCloseTo(0.25, 12);
  expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
  expect(correlation([1, 2, 3], [3, 1, 2])).toBeCloseTo(-0.5, 12);
});

const measure: Measure = { kind: 'relative', outcome: 'work', of: { arm: 'treated' }, against: { arm: 'control' } };
const experimentWith = (one: Measure) =>
  ({
    arms: [{ id: 'control' }, { id: 'treated' }],
    grounds: [{ id: 'ground' }],
    outcomes: { work: { status: 'SD', from: 1, to: 6, as: 'ever' } },
    estimands: [{ measure: one }],
  }) as unknown as Experiment;

describe('a measure over replications', () => {
  /** Treated: 100 people, 30 in work where their twins are 20; control: 100, 18 where their twins are 22; all twins 42 of 200. */
  const one = (shift: number): Played => ({ replication: shift, atoms: Float64Array.of(100, 30 + shift, 20, 200, 42, 100, 18 - shift, 22, 200, 42) });

  test('takes out what the lottery alone gave: 0.21 + 0.10 against 0.21 − 0.04', () => {
    const found = measureOver(experimentWith(measure), measure, 1, [one(0), one(0), one(0)])!;
    expect(found.mean).toBeCloseTo(0.31 / 0.17 - 1, 10);
    expect(found.high! - found.low!).toBeCloseTo(0, 8);
  });

  test('has the interval of its mean when it is a plain difference', () => {
    const difference: Measure = { ...measure, kind: 'difference' };
    const runs = [-2, 0, 2, 4].map(one);
    const found = measureOver(experimentWith(difference), difference, 100, runs)!;
    const plain = estimate(
      [-2, 0, 2, 4].map((shift) => 100 * (0.14 + (2 * shift) / 100)),
      'level',
    );
    expect([found.mean, found.low, found.high]).toEqual([expect.closeTo(plain.mean, 9), expect.closeTo(plain.low!, 9), expect.closeTo(plain.high!, 9)]);
  });

  test('divides hazards by those of the twins', () => {
    const hazard: Measure = { ...measure, kind: 'hazard-ratio' };
    const runs = [0, 0].map((_, replication) => ({ replication, atoms: Float64Array.of(30, 300, 20, 400, 0, 20, 400, 20, 400, 0) }));
    expect(measureOver(experimentWith(hazard), hazard, 1, runs)!.mean).toBeCloseTo(2, 10);
    expect(atomsOf(experimentWith(hazard)).length).toBe(2);
  });

  test('tells a hazard alone as events over months at risk', () => {
    const hazard: Measure = { kind: 'hazard', outcome: 'work', of: { arm: 'treated' } };
    const runs = [0, 1].map((replication) => ({ replication, atoms: Float64Array.of(30, 300, 20, 400, 0) }));
    expect(measureOver(experimentWith(hazard), hazard, 1, runs)!.mean).toBeCloseTo(0.1, 10);
    expect(atomsOf(experimentWith(hazard)).length).toBe(1);
  });

  test('nests: a difference of differences over another, in brackets or not, made of pooled sums', () => {
    const [treated, control] = [measure.of, { arm: 'control' }];
    const difference: Measure = { kind: 'difference', outcome: 'work', of: treated, against: control };
    const level: Measure = { kind: 'level', outcome: 'work', of: control };
    const runs = [one(0), one(0), one(0)];
    const found = (nested: Measure) => measureOver(experimentWith(nested), nested, 1, runs)!.mean;
    const [a, b] = [0.14, 0.17];
    expect(found({ ...difference, over: level })).toBeCloseTo(a / b, 10);
    expect(found({ ...difference, over: level, minus: { ...difference, over: { ...level, minus: difference } } })).toBeCloseTo(a / b - a / (b - a), 10);
    expect(found({ kind: 'group', of: control, measure: { ...difference, minus: level }, over: { ...level, minus: difference } })).toBeCloseTo(
      (a - b) / (b - a),
      10,
    );
  });

  test('has no interval, and is undecided, when what it divides by may be zero', () => {
    const difference: Measure = { ...measure, kind: 'difference' };
    const ratio: Measure = { ...difference, over: difference, minus: { ...difference, over: difference } };
    const noisy = [-8, -6, 5, -9, -7, -10].map(one);
    const found = measureOver(experimentWith(ratio), ratio, 1, noisy)!;
    expect([found.low, found.high, Number.isFinite(found.mean)]).toEqual([null, null, true]);
    expect(verdictOf('effect', found, { low: -1000, high: 1000 }, {})).toBe('undecided');
    expect(measureOver(experimentWith(ratio), ratio, 1, [-7, -7].map(one))).toBeUndefined();
    expect(measureOver(experimentWith(ratio), ratio, 1, [1, 2, 3].map(one))!.low).not.toBeNull();
  });

  test('of a profile is read at each window, with the measures inside it that have none of their own', () => {
    const points = [{ from: 1, to: 3, agrees: {} }];
    const inside: Measure = { ...measure, minus: measure, over: { ...measure, from: 2, to: 2 } };
    expect(measuresOf({ measure: inside, points } as unknown as Estimand)).toEqual([
      { ...measure, from: 1, to: 3, minus: { ...measure, from: 1, to: 3 }, over: { ...measure, from: 2, to: 2 } },
    ]);
  });

  test('cannot be made of nobody', () => {
    const runs = [{ replication: 0, atoms: new Float64Array(10) }];
    expect(measureOver(experimentWith(measure), measure, 1, runs)).toBeUndefined();
  });
});

describe('a verdict', () => {
  const around = (mean: number, half: number) => estimate([mean - half, mean, mean + half], 'level');
  const width = around(0, 1).high!;
  const of = (mean: number, half: number) => around(mean, half / width);

  test.each([
    ['effect', 1.2, 0.1, { low: 1, high: 1.5 }, { point: 1.3 }, 'agrees'],
    ['effect', 1.2, 0.4, { low: 1, high: 1.5 }, { point: 1.3 }, 'undecided'],
    ['effect', 3, 0.1, { low: 1, high: 1.5 }, { point: 1.3 }, 'off'],
    ['effect', -3, 0.1, { low: 1, high: 1.5 }, { point: 1.3 }, 'wrong-sign'],
    ['level', -3, 0.1, { low: 1, high: 1.5 }, { point: 1.3 }, 'off'],
    ['sign', 2, 1, { low: 0 }, {}, 'agrees'],
    ['sign', 2, 3, { low: 0 }, {}, 'undecided'],
    ['sign', -2, 1, { low: 0 }, {}, 'wrong-sign'],
    ['sign', -2, 1, { high: 0 }, {}, 'agrees'],
    ['null', 0.1, 0.5, { low: -1, high: 1 }, {}, 'kept'],
    ['null', 0.1, 2, { low: -1, high: 1 }, {}, 'undecided'],
    ['null', 3, 1, { low: -1, high: 1 }, {}, 'broken'],
  ] as const)('%s at %d ± %d in %o is %s', (target, mean, half, agrees, published, expected) => {
    expect(verdictOf(target, of(mean, half), agrees, published)).toBe(expected);
  });

  test.each([
    ['null', 0.993, 0.014, { low: 0.995, high: 1.005 }, {}, 'undecided'],
    ['null', 1.3, 0.1, { low: 0.9, high: 1.1 }, {}, 'broken'],
    ['effect', 4.9, 0.5, { low: 0.3, high: 0.7 }, { point: 0.5 }, 'wrong-sign'],
    ['effect', 0.8, 0.05, { low: 0.3, high: 0.7 }, { point: 0.5 }, 'off'],
  ] as const)('%s of a ratio at %d ± %d in %o is %s', (target, mean, half, agrees, published, expected) => {
    expect(verdictOf(target, of(mean, half), agrees, published, nothingOf({ kind: 'ratio' }))).toBe(expected);
  });
});

import { describe, expect, test } from 'vitest';
import type { Rules } from '../../src/engine/index.ts';
import { readExperiment, type Surroundings } from '../../src/io/experiment.ts';
import { problemLine } from '../../src/io/i18n/index.ts';
import { territoryOf } from '../engine/worlds.ts';

const nothing: Rules = { set: {}, timeline: [], off: [] };
const small: Surroundings = {
  scenarioIds: ['status-quo'],
  rules: (id) => (id === 'status-quo' ? nothing : undefined),
  territory: (name) => (name === 'nowhere' ? undefined : territoryOf('aude')),
};

const text = { fr: 'Un essai', en: 'A trial' };
const valid = {
  schema: 'parcours/experiment@1',
  id: 'x1-trial',
  title: text,
  story: text,
  sources: [{ row: 'effect:C6', tag: 'V', title: 'Someone 2014' }],
  use: 'test',
  months: 12,
  assignment: { unit: 'person' },
  arms: [
    { id: 'control', title: text },
    { id: 'treated', title: text, set: { 'conditionality.monitoring': 0.1 } },
  ],
  outcomes: { work: { status: 'SD', as: 'ever' } },
  estimands: [
    {
      id: 'work',
      title: text,
      unit: '%',
      target: 'effect',
      measure: { kind: 'relative', outcome: 'work', of: 'treated' },
      published: { point: 20 },
      agrees: { low: 10, high: 30 },
    },
  ],
};
const read = (over: object) => readExperiment(JSON.stringify({ ...valid, ...over }), 'x.json', small);
const faults = (over: object) => {
  const result = read(over);
  return result.ok ? [] : result.problems.map(({ code, path, nearest }) => [code, path, ...(nearest ? [nearest] : [])]);
};

describe('a file of an experiment', () => {
  test('is read with equal shares, whole windows and the first arm as reference', () => {
    const result = read({});
    if (!result.ok) throw new Error(result.problems.map((problem) => problemLine(problem, 'en')).join('\n'));
    const { arms, outcomes, estimands } = result.value;
    expect(arms.map(({ share }) => share)).toEqual([0.5, 0.5]);
    expect(outcomes.work).toMatchObject({ from: 1, to: 12, as: 'ever' });
    expect(estimands[0]!.measure.against).toEqual({ arm: 'control' });
    expect(estimands[0]!.scale).toBe(100);
  });

  test('tells every fault at once, where it is and the nearest name', () => {
    expect(
      faults({
        who: { status: 'OWZ', within: { trsut: [0, 1] } },
        arms: [
          { id: 'control', title: text },
          { id: 'treated', title: text, set: { 'conditionality.monitorin': 0.1 }, people: { distress: 3 } },
        ],
        outcomes: { work: { status: 'SD', reading: 'trust', to: 40 } },
      }),
    ).toEqual([['bad-statuses', 'who.status']]);
    expect(
      faults({
        who: { within: { trsut: [0, 1] } },
        arms: [
          { id: 'control', title: text },
          { id: 'treated', title: text, set: { 'conditionality.monitorin': 0.1 }, people: { distress: 3 } },
        ],
        outcomes: { work: { status: 'SD', reading: 'trust', to: 40 } },
        territory: 'nowhere',
      }).map(([code]) => code),
    ).toEqual(expect.arrayContaining(['unknown-name', 'unknown-parameter', 'out-of-bounds', 'one-of', 'unknown-territory']));
  });

  test('refuses a value that a unit cannot hold for itself alone, and takes it for a territory', () => {
    const arms = [
      { id: 'control', title: text },
      { id: 'treated', title: text, set: { 'governance.mission-integration': 1 } },
    ];
    expect(faults({ arms }).map(([code]) => code)).toEqual(['scope-too-wide']);
    expect(faults({ arms, assignment: { unit: 'territory' } })).toEqual([]);
  });

  test('refuses shares that do not add up, and posts that have nobody to follow', () => {
    const arms = (...shares: readonly (number | undefined)[]) =>
      shares.map((share, n) => ({ id: ['control', 'treated'][n], title: text, ...(share === undefined ? {} : { share }) }));
    expect(faults({ arms: arms(0.9, 0.9) })).toEqual([['arm-shares', 'arms']]);
    expect(faults({ arms: arms(0.3, 0.3) })).toEqual([['arm-shares', 'arms']]);
    expect(faults({ arms: arms(0.6, 0.4) })).toEqual([]);
    expect(faults({ arms: arms(0.6, undefined) })).toEqual([]);
    expect(faults({ assignment: { unit: 'person', posts: 'follow' } })).toEqual([['posts-without-service', 'assignment.posts']]);
  });

  const measured = (measure: object, over: object = {}) => faults({ ...over, estimands: [{ ...valid.estimands[0]!, measure }] });
  const level = { kind: 'level', outcome: 'work', of: 'treated' };

  test('nests measures up to a limit, and tells the place of what goes beyond it or cannot be read', () => {
    const deep = (levels: number): object => (levels === 1 ? level : { ...level, minus: deep(levels - 1) });
    expect(measured({ kind: 'group', measure: { ...level, minus: level }, over: { ...level, minus: { ...level, over: level } } })).toEqual([]);
    expect(measured(deep(5))).toEqual([]);
    expect(measured(deep(6))).toEqual([['measure-too-deep', 'estimands[0].measure.minus.minus.minus.minus.minus']]);
    expect(measured({ ...level, over: { ...level, minus: { ...level, outcome: 'wrok' } } })).toEqual([
      ['unknown-name', 'estimands[0].measure.over.minus.outcome', 'work'],
    ]);
    expect(measured({ ...level, over: { ...level, mnius: level } })).toEqual([['unknown-key', 'estimands[0].measure.over.mnius', 'minus']]);
    expect(measured({ ...level, against: 'control' })).toEqual([['not-with-kind', 'estimands[0].measure.against']]);
    expect(measured({ kind: 'group', minus: level })).toEqual([['missing-key', 'estimands[0].measure.measure']]);
    expect(measured({ ...level, from: 3, to: 40 })).toEqual([['out-of-bounds', 'estimands[0].measure.to']]);
  });

  test('pools arms by a list, each of a known name, and tells what is wrong inside a cell', () => {
    expect(measured({ ...level, kind: 'difference', of: { arm: ['control', 'treated'] } })).toEqual([]);
    expect(measured({ ...level, of: { arm: ['control', 'treeted'] } })).toEqual([['unknown-name', 'estimands[0].measure.of.arm[1]', 'treated']]);
    expect(measured({ ...level, of: { arm: 'treated', startum: 'old' } })).toEqual([['unknown-key', 'estimands[0].measure.of.startum', 'stratum']]);
  });

  test('compares figures of the whole territory between territories alone, which begin together', () => {
    const outcomes = { work: { indicator: 'on-benefit' } };
    const comparison = { ...level, kind: 'difference' };
    const stratum = { strata: { old: { within: { age: [50, 70] } } } };
    const territory = { outcomes, ...stratum, assignment: { unit: 'territory', waves: [6] } };
    expect(measured(level, { outcomes })).toEqual([]);
    expect(measured(comparison, { outcomes })).toEqual([['territory-figure', 'estimands[0].measure.kind']]);
    expect(measured(comparison, territory)).toEqual([]);
    expect(measured({ ...comparison, quantile: 0.5 }, territory)).toEqual([['territory-figure', 'estimands[0].measure.kind']]);
    expect(measured({ ...comparison, of: { arm: 'treated', stratum: 'old' } }, territory)).toEqual([['territory-figure', 'estimands[0].measure.of']]);
    expect(measured(comparison, { ...territory, assignment: { unit: 'territory', waves: [6, 12] } })).toEqual([['one-wave', 'assignment.waves']]);
    expect(measured(level, { outcomes: { work: { indicator: 'on-benefit', as: 'ever' } } })).toEqual([['unknown-name', 'outcomes.work.as']]);
  });

  test('adds readings up, each of a known name, and refuses bounds the wrong way round', () => {
    expect(faults({ outcomes: { work: { readings: { benefit: 1, hours: 38 } } } })).toEqual([]);
    expect(faults({ outcomes: { work: { readings: { benefits: 1 } } } })).toEqual([['unknown-name', 'outcomes.work.readings.benefits', 'benefit']]);
    expect(faults({ who: { within: { age: [60, 25] } } })).toEqual([['bounds-crossed', 'who.within.age']]);
  });

  test('asks of a sign one bound, of a null a margin, of a profile its points', () => {
    const one = valid.estimands[0]!;
    const withOne = (over: object) => faults({ estimands: [{ ...one, ...over }] }).map(([code]) => code);
    expect(withOne({ target: 'sign', agrees: { low: 0, high: 1 } })).toEqual(['sign-bound']);
    expect(withOne({ target: 'null', agrees: { low: -1 } })).toEqual(['band-bounds']);
    expect(withOne({ target: 'profile' })).toEqual(['profile-points']);
  });
});

describe('a file that would be read in silence, and mean nothing', () => {
  const [control, treated] = valid.arms as [object, object];
  const [row] = valid.estimands as [object];
  const zones = (saturation: readonly number[]) => ({
    assignment: { unit: 'person', saturations: [0, 0.5] },
    estimands: [{ ...row, measure: { kind: 'difference', outcome: 'work', of: { arm: 'treated', saturation } } }],
  });
  const measure = (over: object) => ({ estimands: [{ ...row, unit: 'index', measure: { outcome: 'work', of: 'treated', ...over } }] });
  const point = (agrees: object) => ({ estimands: [{ ...row, target: 'profile', points: [{ from: 1, to: 2, agrees }] }] });

  const nullOf = (figure: object, low: number, high: number) => ({
    estimands: [{ ...row, unit: 'times', target: 'null', measure: figure, agrees: { low, high } }],
  });

  test('the null of a ratio holds one, that of two ratios compared holds zero', () => {
    const ratio = { kind: 'ratio', outcome: 'work', of: 'treated' };
    expect(faults(nullOf(ratio, 0.9, 1.1))).toEqual([]);
    expect(faults(nullOf({ ...ratio, minus: ratio }, -0.1, 0.1))).toEqual([]);
  });

  test.each<[name: string, over: object, fault: readonly string[]]>([
    ['two arms of one name', { arms: [control, treated, treated] }, ['named-twice', 'arms[2].id']],
    ['two rows of one name', { estimands: [row, row] }, ['named-twice', 'estimands[1].id']],
    [
      'more arms than can be kept',
      { arms: [control, ...Array.from({ length: 255 }, (_, n) => ({ ...treated, id: n === 0 ? 'treated' : `a${n}` }))] },
      ['too-many', 'arms'],
    ],
    ['no ground', { grounds: [] }, ['too-few', 'grounds']],
    ['no wave', { assignment: { unit: 'person', waves: [] } }, ['too-few', 'assignment.waves']],
    ['nobody by household', { who: { household: [] } }, ['too-few', 'who.household']],
    ['nothing added up', { outcomes: { work: { readings: {} } } }, ['too-few', 'outcomes.work.readings']],
    ['a status with two worths', { outcomes: { work: { weights: { S: 1, SD: 2 } } } }, ['named-twice', 'outcomes.work.weights.SD']],
    ['a rank among nobody yet', { who: { rank: { of: 'age', from: 0, to: 0.5 } } }, ['rank-in-who', 'who.rank']],
    ['a rank the wrong way round', { strata: { old: { rank: { of: 'age', from: 0.8, to: 0.2 } } } }, ['low-not-below-high', 'strata.old.rank.from']],
    ['a band the wrong way round', { estimands: [{ ...row, agrees: { low: 3, high: 1 } }] }, ['bounds-crossed', 'estimands[0].agrees']],
    ['a figure outside its interval', { estimands: [{ ...row, published: { point: 9, low: 1, high: 3 } }] }, ['bounds-crossed', 'estimands[0].published']],
    ['a null away from zero', { estimands: [{ ...row, target: 'null', agrees: { low: 1, high: 3 } }] }, ['null-margin', 'estimands[0].agrees']],
    ['a null of a ratio away from one', nullOf({ kind: 'ratio', outcome: 'work', of: 'treated' }, -0.1, 0.1), ['null-margin', 'estimands[0].agrees']],
    ['a score on what was only recalled', { sources: [{ ...valid.sources[0]!, tag: 'R' }] }, ['recalled-scored', 'estimands[0]']],
    [
      'an arm that ends, of units that enrol for long',
      { enrol: 6, assignment: { unit: 'zone' }, arms: [control, { ...treated, lasts: 3 }] },
      ['not-with-unit', 'enrol'],
    ],
    ['a row on a source that the file does not cite', { estimands: [{ ...row, row: 'effect:C7' }] }, ['unknown-name', 'estimands[0].row', 'effect:C6']],
    ['a point without a band', point({}), ['point-bound', 'estimands[0].points[0].agrees']],
    ['a point whose band is crossed', point({ low: 2, high: 1 }), ['bounds-crossed', 'estimands[0].points[0].agrees']],
    ['an arm against itself', measure({ kind: 'difference', of: 'control' }), ['against-itself', 'estimands[0].measure.of']],
    [
      'a window that a group does not read',
      measure({ kind: 'group', outcome: undefined, of: undefined, from: 2, measure: { kind: 'level', outcome: 'work', of: 'treated' } }),
      ['not-with-kind', 'estimands[0].measure.from'],
    ],
    ['an outcome that a correlation does not read', measure({ kind: 'correlation' }), ['not-with-kind', 'estimands[0].measure.outcome']],
    ['a rank of one cell', measure({ kind: 'rank', of: undefined, order: ['treated'] }), ['too-few', 'estimands[0].measure.order']],
    [
      'a rank of one arm twice',
      measure({ kind: 'rank', of: undefined, order: ['treated', { arm: ['treated'] }] }),
      ['against-itself', 'estimands[0].measure.order[1]'],
    ],
    ['a take-up of nothing', { arms: [control, { id: 'treated', title: text, takeUp: 0.5 }] }, ['needs-key', 'arms[1].takeUp']],
    ['a take-up of rules by zones', { assignment: { unit: 'zone' }, arms: [control, { ...treated, takeUp: 0.5 }] }, ['not-with-unit', 'arms[1].takeUp']],
    ['a change taken back that has no end', { arms: [control, { ...treated, people: { trust: 1 }, undo: true }] }, ['needs-key', 'arms[1].undo']],
    [
      'a service for people all in work',
      { who: { status: 'SD' }, arms: [control, { id: 'treated', title: text, service: { body: 'ccas', filesPerWorker: 30 } }] },
      ['service-reaches-none', 'arms[1].service'],
    ],
    ['a service that nobody has', { outcomes: { work: { served: true } } }, ['needs-key', 'outcomes.work.served']],
    ['structures of persons', { arms: [control, { ...treated, structures: { staff: { times: 2 } } }] }, ['not-with-unit', 'arms[1].structures']],
    ['networks of persons', { assignment: { unit: 'person', bodies: ['ccas'] } }, ['not-with-unit', 'assignment.bodies']],
    ['saturations of zones', { assignment: { unit: 'zone', saturations: [0, 1] } }, ['not-with-unit', 'assignment.saturations']],
    [
      'structures changed before the wave',
      { assignment: { unit: 'territory', waves: [3] }, arms: [control, { ...treated, structures: { staff: { times: 2 } } }] },
      ['structures-before-wave', 'arms[1].structures'],
    ],
    ['a saturation nobody draws', zones([0.6, 0.7]), ['no-saturation', 'estimands[0].measure.of.saturation']],
    ['a saturation without two stages', { ...zones([0, 1]), assignment: { unit: 'person' } }, ['needs-key', 'estimands[0].measure.of.saturation']],
    ['a name where none is declared', measure({ kind: 'level', of: { arm: 'treated', stratum: 'old' } }), ['names-nothing', 'estimands[0].measure.of.stratum']],
    ['an address that is a programme', { sources: [{ ...valid.sources[0]!, url: 'javascript:alert(1)' }] }, ['bad-url', 'sources[0].url']],
  ])('is refused: %s', (_, over, fault) => {
    expect(faults(over)).toEqual([fault]);
    const result = read(over);
    for (const lang of ['fr', 'en'] as const) if (!result.ok) expect(problemLine(result.problems[0]!, lang)).not.toMatch(/[{}]|length|undefined/);
  });

  test('of another kind is told so, and not key by key', () => {
    expect(faults({ schema: 'parcours/scenario@1', base: 'status-quo' })).toEqual([['unknown-schema', 'schema']]);
    expect(faults({ schema: 'parcours/experiment@2', base: 'status-quo' })).toHaveLength(2);
  });

  test('a window beyond the months is told once, where it is written', () => {
    expect(faults({ outcomes: { work: { status: 'SD', to: 40 } } })).toEqual([['out-of-bounds', 'outcomes.work.to']]);
  });

  test('territories are not ranked on people of a stratum when the figure is that of the whole', () => {
    const order = ['control', { arm: 'treated', stratum: 'old' }];
    const over = { outcomes: { work: { indicator: 'on-benefit' } }, strata: { old: { within: { age: [50, 70] } } }, assignment: { unit: 'territory' } };
    expect(faults({ ...over, ...measure({ kind: 'rank', of: undefined, order }) })).toEqual([['territory-figure', 'estimands[0].measure.order[1]']]);
  });
});

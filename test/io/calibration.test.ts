import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { modelVersion } from '../../src/engine/index.ts';
import { sequenceOf, posteriorOf } from '../../src/experiments/calibration.ts';
import { drawParticle } from '../../src/experiments/posterior.ts';
import { readCalibration } from '../../src/io/calibration.ts';
import type { CalibrationFile } from '../../src/io/calibration-shape.ts';
import { territoryIndex } from '../../src/io/catalogue.ts';
import { productExperiments } from '../../src/io/known-experiments.ts';
import { problemLine } from '../../src/io/i18n/index.ts';
import { posteriorText, readPosterior } from '../../src/io/posterior.ts';
import { posteriorIds } from '../../src/io/posteriors.ts';
import { because, codesOf, problemsOf, value } from './builders.ts';

const target = { level: 'out-after-a-year', value: 25, error: 2, row: 'effect:D4', because };

const file = (over: object = {}) =>
  ({
    schema: 'parcours/calibration@1',
    id: 'mine',
    title: because,
    territory: 'aude',
    population: 500,
    months: 12,
    parameters: [{ id: 'labour.leave', scale: 'log' }, { id: 'labour.return' }],
    targets: [target, { ...target, level: 'in-work-after-a-year', value: 11 }],
    particles: 40,
    generations: 2,
    seed: 'x',
    ...over,
  }) as CalibrationFile;

const experiments = await productExperiments();
const read = (over: object = {}) => readCalibration(JSON.stringify(file(over), null, 2), 'mine.json', territoryIndex, experiments);

const effect = { experiment: 's3-sanction-fades', estimand: 'first-three-months', value: 1.8, error: 0.25, row: 'effect:S3', because };
/** What a file that aims at effects alone leaves out. */
const nowhere = { territory: undefined, population: undefined, months: undefined };

test('a calibration without fault is read, each parameter over its plausible range', () => {
  const calibration = value(read());
  expect(calibration.parameters).toMatchObject([
    { id: 'labour.leave', low: 0.003, high: 0.03, scale: 'log' },
    { id: 'labour.return', shape: 'uniform' },
  ]);
  expect(calibration.targets[0]).toEqual({ level: 'out-after-a-year', value: 25, error: 2, row: 'effect:D4' });
});

test.each([
  [{ parameters: [{ id: 'labour.leav' }] }, ['unknown-parameter']],
  [{ parameters: [{ id: 'budget.shift' }] }, ['not-free']],
  [{ parameters: [{ id: 'labour.leave', high: 1.5 }] }, ['not-between']],
  [{ parameters: [{ id: 'labour.leave', low: 0.02, high: 0.01 }] }, ['low-not-below-high']],
  [{ parameters: [{ id: 'needs.scarring', scale: 'log' }] }, ['log-of-nothing']],
  [{ parameters: [{ id: 'labour.leave' }, { id: 'labour.leave' }] }, ['named-twice']],
  [{ parameters: [] }, ['too-few']],
  [{ parameters: Array.from({ length: 9 }, () => ({ id: 'labour.leave' })) }, ['too-many', ...Array.from({ length: 8 }, () => 'named-twice')]],
  [{ targets: [{ ...target, level: 'out-after-a-yeer' }] }, ['unknown-level']],
  [{ targets: [{ ...target, level: 'persistent' }] }, ['level-needs-months']],
  [{ targets: [{ ...target, error: 0 }] }, ['not-positive']],
  [{ territory: 'odde' }, ['unknown-territory']],
  [{ particles: 3.5 }, ['whole-out-of-bounds']],
  [{ targets: [{ ...target, level: undefined }] }, ['one-of', 'without-level', 'without-level', 'without-level']],
  [{ targets: [target, { ...target, ...effect }] }, ['one-of', 'named-twice']],
  [{ targets: [target, { ...effect, experiment: 's3-sanction-fade' }] }, ['unknown-experiment']],
  [{ targets: [target, { ...effect, experiment: 'c6-intensive-counselling', estimand: 'nothing' }] }, ['not-for-calibration', 'unknown-name']],
  [{ targets: [target, { ...effect, experiment: 'u1-basic-income' }] }, ['not-for-calibration', 'unknown-name']],
  [{ targets: [target, { ...effect, estimand: 'hazard-by-month' }] }, ['profile-aimed']],
  [{ targets: [target, { ...effect, estimand: undefined }] }, ['missing-key']],
  [{ targets: [{ ...target, estimand: 'hazard' }] }, ['without-experiment']],
  [{ targets: [target, effect, effect] }, ['named-twice']],
  [{ targets: [effect] }, ['without-level', 'without-level', 'without-level']],
  [{ ...nowhere, targets: [target, effect] }, ['level-needs-place', 'level-needs-place', 'level-needs-place']],
  [{ replications: 3 }, ['replications-without-experiment']],
  [{ targets: [target, effect], replications: 0 }, ['whole-out-of-bounds']],
])('%j is told', (over, codes) => {
  expect(codesOf(read(over)).toSorted()).toEqual(codes.toSorted());
});

test('an effect aimed at brings its experiment, with the figures aimed at and no other', () => {
  const { experiments: aimed, replications, ...alone } = value(read({ ...nowhere, targets: [effect] }));
  expect(aimed.map(({ id, use, estimands }) => [id, use, estimands.map((one) => one.id)])).toEqual([
    ['s3-sanction-fades', 'calibration', ['first-three-months']],
  ]);
  expect([replications, 'territory' in alone, alone.targets[0]]).toEqual([
    4,
    false,
    { experiment: 's3-sanction-fades', estimand: 'first-three-months', value: 1.8, error: 0.25, row: 'effect:S3' },
  ]);
  expect(value(read({ targets: [target, effect], replications: 2 })).replications).toBe(2);
});

test('a row that tests the model is refused with those that may be aimed at, in both languages', () => {
  const [fault] = problemsOf(read({ targets: [target, { ...effect, experiment: 's1-sanctions-exits', estimand: 'x' }] }));
  const [fr, en] = (['fr', 'en'] as const).map((lang) => problemLine(fault!, lang));
  expect(fr).toMatch(/targets\[1\]\.experiment vaut "s1-sanctions-exits"\u00a0: .*ce qui l’éprouve ne le règle jamais.*s3-sanction-fades/);
  expect(en).toMatch(/what tests it never sets it.*c9-weekly-contacts/);
});

test('every fault is told at once, with its place, in both languages', () => {
  const faults = problemsOf(read({ particles: 1, nope: 1, parameters: [{ id: 'labour.leav' }] }));
  expect(faults.map(({ path }) => path).toSorted()).toEqual(['nope', 'parameters[0].id', 'particles']);
  for (const fault of faults)
    for (const lang of ['fr', 'en'] as const) expect(problemLine(fault, lang)).toMatch(/^mine\.json:\d+:\d+ {2}\S.*(?<!\{\w+\})\.$|\?$/);
});

/** A posterior of runs that a line stands for. */
function posterior(over: object = {}) {
  const calibration = value(read(over));
  const sequence = sequenceOf(calibration);
  const run = ([a, b]: number[]) => [25 + 4 * a!, 11 + 2 * b! - a!];
  for (let g = 0; g < calibration.generations; g++) sequence.add(sequence.next().map(run));
  return posteriorOf(calibration, modelVersion, sequence.now!);
}

const text = posteriorText(posterior(), file());

test('a posterior is written and read again', () => {
  const again = value(readPosterior(text, 'p.json', modelVersion));
  expect(again).toMatchObject({ id: 'mine', territory: 'aude', parameters: ['labour.leave', 'labour.return'], modelVersion });
  expect(again.particles.values.every(([leave]) => 0.003 <= leave! && leave! <= 0.03)).toBe(true);
});

test('a posterior of effects says which, and of no territory', () => {
  const over = { ...nowhere, targets: [effect, { ...effect, experiment: 'c9-weekly-contacts', estimand: 'hazard' }] };
  const written = posteriorText(posterior(over), file(over));
  expect(JSON.parse(written).levels[1]).toMatchObject({ experiment: 'c9-weekly-contacts', estimand: 'hazard' });
  expect(value(readPosterior(written, 'p.json', modelVersion))).not.toHaveProperty('territory');
});

test('a posterior of another model is a warning', () => {
  const other = readPosterior(text, 'p.json', '9.9.9+00000000');
  expect(other.ok && other.warnings.map(({ code, severity }) => [code, severity])).toEqual([['other-model', 'warning']]);
});

test.each([
  ['weights', [0.5], ['shares-sum', 'wrong-length']],
  ['values', [[9, 0.01]], ['out-of-possible', 'wrong-length']],
])('a posterior whose %s do not hold together is refused', (key, list, codes) => {
  const wrong = JSON.parse(text) as { particles: Record<string, unknown> };
  wrong.particles[key] = list;
  expect(codesOf(readPosterior(JSON.stringify(wrong), 'p.json')).toSorted()).toEqual(codes);
});

test('a replication draws by its number and the seed alone, as often as weights say', () => {
  const drawable = {
    parameters: ['a', 'b'],
    particles: {
      weights: [0.1, 0, 0.6, 0.3],
      values: [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 4],
      ],
    },
  };
  const draws = Array.from({ length: 4_000 }, (_, r) => drawParticle(drawable, 'seed', r).a!);
  for (const [a, share] of [
    [1, 0.1],
    [2, 0],
    [3, 0.6],
    [4, 0.3],
  ] as const)
    expect(Math.abs(draws.filter((d) => d === a).length / draws.length - share)).toBeLessThan(0.03);
  expect(drawParticle(drawable, 'seed', 7)).toEqual({ a: draws[7], b: draws[7] });
  expect(draws).not.toEqual(Array.from({ length: 4_000 }, (_, r) => drawParticle(drawable, 'other', r).a!));
});

const folder = (name: string) => resolve(import.meta.dirname, '../../scenarios', name);
const textIn = (name: string, id: string) => readFileSync(resolve(folder(name), `${id}.json`), 'utf8');

test.each(posteriorIds)('the posterior %s is without fault, and is that of the calibration of its name', (id) => {
  const { schema: _, $schema: __, id: own, title, ...asked } = JSON.parse(textIn('calibrations', id)) as CalibrationFile;
  expect(JSON.parse(textIn('posteriors', id))).toMatchObject({ id: own, title, asked });
  value(readPosterior(textIn('posteriors', id), `${id}.json`));
});

test('every calibration that comes with the product is without fault', () => {
  for (const name of readdirSync(folder('calibrations'))) {
    const found = readCalibration(textIn('calibrations', name.replace('.json', '')), name, territoryIndex, experiments);
    expect([name, found.ok && found.warnings]).toEqual([name, []]);
  }
});

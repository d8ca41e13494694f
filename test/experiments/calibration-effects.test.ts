import { expect, test } from 'vitest';
import { parameters } from '../../src/engine/index.ts';
import { setFree, valueOfScore } from '../../src/experiments/abc/prior.ts';
import { type Calibration, summariesOf } from '../../src/experiments/calibration.ts';
import { effectJobs, effectsOf, withEstimands } from '../../src/experiments/calibration-effects.ts';
import { jobsOf, rowsOf } from '../../src/experiments/trial/jobs.ts';
import { type Job, play } from '../../src/experiments/trial/play.ts';
import type { Experiment } from '../../src/experiments/trial/types.ts';
import { territoryOf } from '../engine/worlds.ts';

const title = { fr: 'Un essai', en: 'A trial' };
const estimand = (id: string, arm: string, ground?: string) =>
  ({
    id,
    title,
    unit: 'points',
    target: 'effect',
    measure: { kind: 'difference', outcome: 'sanctioned', of: { arm }, against: { arm: 'control' }, ...(ground ? { ground } : {}) },
    published: {},
    agrees: {},
    scale: 1,
  }) as const;

/** How often who is checked fails: left to the draw in one arm where all are checked, set in the other. */
const id = 'conditionality.failure-base';
const checked = { 'conditionality.monitoring': 1, 'conditionality.warning': 0, 'conditionality.failure-distress': 0 };
const experiment: Experiment = {
  id: 'trial',
  title,
  story: title,
  use: 'calibration',
  sources: [],
  population: 1_000,
  months: 2,
  enrol: 1,
  unit: 'person',
  who: { status: 'OWA' },
  strata: {},
  arms: [
    { id: 'control', title, share: 1 / 3, set: {} },
    { id: 'drawn', title, share: 1 / 3, set: checked },
    { id: 'certain', title, share: 1 / 3, set: { ...checked, [id]: 1 } },
  ],
  grounds: ['plain', 'other'].map((ground) => ({ id: ground, territory: territoryOf('aude'), rules: { set: {}, timeline: [], off: [] } })),
  outcomes: { sanctioned: { reading: 'sanctions', from: 1, to: 1, as: 'mean' } },
  estimands: [estimand('drawn', 'drawn'), estimand('certain', 'certain'), estimand('elsewhere', 'drawn', 'other')],
};

const calibration: Calibration = {
  id: 'mine',
  title,
  parameters: [setFree(id, parameters.get(id)!)],
  targets: [
    { experiment: 'trial', estimand: 'certain', value: 0.9, error: 0.1, row: 'effect:S3' },
    { experiment: 'trial', estimand: 'drawn', value: 0.1, error: 0.1, row: 'effect:S3' },
  ],
  experiments: [withEstimands(experiment, ['drawn', 'certain'])],
  replications: 2,
  particles: 20,
  generations: 1,
  seed: 'x',
};

const effects = (jobs: readonly (readonly Job[])[]) =>
  effectsOf(
    calibration,
    jobs,
    jobs.map((own) => own.map(play)),
  );

test('each set of values has its own people and luck, and only grounds that are read are played', () => {
  const [first, second] = [0, 1].map((place) => effectJobs(calibration, place, [-1])[0]!);
  const numbers = (jobs: readonly Job[]) => jobs.flatMap(({ runs }) => runs.map(({ replication }) => replication));
  expect([numbers(first!), numbers(second!)]).toEqual([
    [0, 1],
    [2, 3],
  ]);
  const value = valueOfScore(calibration.parameters[0]!, -1);
  for (const { runs } of first!) for (const { parameters: drawn } of runs) expect(drawn).toEqual({ [id]: value });
});

test('an effect is that of the bench on the same replications, put together', () => {
  const jobs = effectJobs(calibration, 0, [0]);
  const own = effects(jobs);
  const rows = rowsOf(calibration.experiments[0]!, jobs[0]!, jobs[0]!.map(play));
  expect(own.trial!.certain).toBeCloseTo(rows.find((row) => row.estimand.id === 'certain')!.model!.mean, 2);
  expect(summariesOf(calibration, undefined, own)).toEqual([own.trial!.certain, own.trial!.drawn]);
});

test('the values drawn hold in every arm but where an arm sets its own', () => {
  const [low, high] = [-2, 2].map((score) => effects(effectJobs(calibration, 0, [score])).trial!);
  expect(high!.drawn).toBeGreaterThan(low!.drawn! + 0.02);
  expect([low!.certain, high!.certain].every((share) => share! > 0.8)).toBe(true);
});

test('a set of values whose effect cannot be made gives nothing', () => {
  const nobody = { ...calibration, experiments: [{ ...calibration.experiments[0]!, who: { within: { distress: [5, 6] } } as Experiment['who'] }] };
  const jobs = effectJobs(nobody, 0, [0]);
  const none = effectsOf(nobody, jobs, [jobs[0]!.map(play)]);
  expect(summariesOf(nobody, undefined, none)).toEqual([]);
});

test('the bench itself is left as it was', () => {
  for (const { runs } of jobsOf(experiment, 'x', 1)) for (const run of runs) expect(run).not.toHaveProperty('parameters');
});

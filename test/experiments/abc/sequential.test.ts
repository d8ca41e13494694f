import { expect, test } from 'vitest';
import { coverage, evenness, narrowed } from '../../../src/experiments/abc/coverage.ts';
import { openLuck } from '../../../src/experiments/abc/luck.ts';
import { openSequence } from '../../../src/experiments/abc/sequential.ts';
import { shareUnder, weightedCovariance, weightedMean } from '../../../src/experiments/abc/weighted.ts';
import { closedForm, runToy, type Toy } from './toy.ts';

const toy = (over: Partial<Toy>): Toy => ({ target: 1.2, noise: 0.2, error: 0.25, particles: 1_000, generations: 4, seed: 'toy', ...over });
const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const first = (scores: readonly (readonly number[])[]) => scores.map(([y]) => y!);

test.each([{ target: 1.2 }, { target: -2.5 }, { target: 0, noise: 0, error: 0.1 }, { target: 0.7, noise: 0.5, error: 0.05 }])(
  'the posterior of a mean meets its closed form (%o)',
  (over) => {
    const twenty = Array.from({ length: 20 }, (_, r) => runToy(toy({ ...over, seed: `closed/${r}` })));
    const { mean, sd } = closedForm(toy(over));
    expect(Math.abs(average(twenty.map((w) => weightedMean(first(w.scores), w.weights))) - mean)).toBeLessThan(0.05 * sd);
    const found = average(twenty.map((w) => Math.sqrt(weightedCovariance(w.scores, w.weights)[0]![0]!))) / sd;
    expect(found).toBeGreaterThan(0.95);
    expect(found).toBeLessThan(1.05);
  },
);

/** The sequential posteriors of 300 truths drawn from the prior, and these truths. */
function study() {
  const luck = openLuck('truths', 'toy.truth');
  return Array.from({ length: 300 }, (_, i) => {
    const truth = luck.normal(i, 0);
    const target = truth + 0.2 * luck.normal(i, 1) + 0.25 * luck.normal(i, 2);
    return { truth, ...runToy(toy({ target, particles: 120, seed: `truth/${i}` })) };
  });
}

test('intervals of the sequential method hold the truth as often as they claim, and a posterior 30 % too narrow is caught', () => {
  const truths = study();
  const places = (factor: number) => truths.map(({ truth, scores, weights }) => shareUnder(narrowed(first(scores), weights, factor), weights, truth));
  const honest = coverage(places(1));
  expect(honest.filter((c) => !c.honest)).toEqual([]);
  expect(evenness(places(1), 10).p).toBeGreaterThan(0.001);
  expect(coverage(places(0.7)).filter((c) => c.honest)).toEqual([]);
  expect(evenness(places(0.7), 10).p).toBeLessThan(1e-6);
});

test('targets that no parameter meets stretch the tolerance', () => {
  const sequence = openSequence({ free: 1, targets: [0, 6], errors: [0.1, 0.1], particles: 200, generations: 4, seed: 'apart' });
  const runs = () => sequence.next().map(([y], i) => [y!, y! + 0.3 * openLuck('apart', 'toy.run').normal(i, sequence.done)]);
  for (let g = 0; g < 4; g++) sequence.add(runs());
  expect(sequence.now!.tolerance).toBeGreaterThan(1);
});

test('a sequence taken up again from what its runs gave asks for the same points', () => {
  const aim = { free: 2, targets: [0.3, 0.5], errors: [0.2, 0.2], particles: 60, generations: 3, seed: 'again' };
  const [whole, resumed] = [openSequence(aim), openSequence(aim)];
  whole.add(whole.next());
  const second = whole.next();
  resumed.add(resumed.next());
  expect(resumed.next()).toEqual(second);
});

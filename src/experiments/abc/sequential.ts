import { exp, log } from '../../engine/core/math.ts';
import { squaredDistance } from './distance.ts';
import { openLuck } from './luck.ts';
import { cholesky, forward, type Matrix } from './matrix.ts';
import { effective, type Points, shares, weightedCovariance } from './weighted.ts';

/** What a sequential calibration aims at. Targets and errors are in the units of the summaries. */
export interface Aim {
  /** Number of parameters set free. */
  readonly free: number;
  readonly targets: readonly number[];
  /** Standard error of each target: how far a model that is right may be from it. */
  readonly errors: readonly number[];
  /** Runs of each generation. */
  readonly particles: number;
  readonly generations: number;
  readonly seed: string;
}

/** Every run so far, weighed. */
export interface Weighed {
  readonly scores: number[][];
  readonly summaries: number[][];
  /** Sum to 1. */
  readonly weights: number[];
  /** By how much the errors had to be stretched for enough runs to count: 1 when the targets are met as they are stated. */
  readonly tolerance: number;
  /** Equal weights that would say as much. */
  readonly effective: number;
}

/** Where a generation’s points come from: normal kernels of one covariance around centres. The first generation has none: it comes from the prior. */
interface Proposal {
  readonly centres: Points;
  /** Lower factor of the covariance of the kernels. */
  readonly factor: Matrix;
  /** The centres in axes where the kernels are round, one after another. */
  readonly round: Float64Array;
}

/** Effective runs asked for, as a share of one generation, before errors are no longer stretched. */
const ENOUGH = 0.5;
const MOST_CENTRES = 200;
const WIDEST = 1e6;
const HALVINGS = 30;
/** Squared distance beyond which a kernel adds nothing that counts. */
const FAR = 60;

/**
 * Sequential approximate Bayesian computation as population Monte Carlo. The first generation comes from the prior (standard normal scores);
 * each of the next from normal kernels around what the earlier ones made likely. A run counts by exp(−d²/2ε²), d its distance to the targets in
 * units of their errors, times prior over proposal; the proposal is the mixture of all generations, so that no run is thrown away and no weight
 * runs wild (Cornuet, Marin, Mira and Robert 2012). The tolerance ε is the smallest, and at least 1, that leaves enough effective runs:
 * at 1 the posterior is the one of targets that carry normal errors, without approximation.
 */
export function openSequence(aim: Aim) {
  const runs: Runs = { scores: [], summaries: [], mixture: [] };
  const proposals: Proposal[] = [];
  let done = 0;
  let now: Weighed | undefined;
  let next = propose(aim, 0, undefined);
  return {
    /** Generations added so far. */
    get done(): number {
      return done;
    },
    /** Every run so far, weighed; undefined before the first generation. */
    get now(): Weighed | undefined {
      return now;
    },
    /** The points of the next generation: the same whenever and wherever they are asked for. */
    next: (): number[][] => next,
    /** Adds what the runs of the next generation gave, in the order of its points, and weighs all runs anew. */
    add(summaries: Points): Weighed {
      for (const [i, point] of next.entries()) {
        runs.scores.push(point);
        runs.summaries.push([...summaries[i]!]);
        runs.mixture.push(proposals.reduce((total, proposal) => total + overPrior(point, proposal), 1));
      }
      now = weigh(aim, runs);
      done++;
      const proposal = proposalFrom(aim, done, now);
      runs.scores.forEach((point, i) => {
        runs.mixture[i]! += overPrior(point, proposal);
      });
      proposals.push(proposal);
      next = propose(aim, done, proposal);
      return now;
    },
  };
}

/** Every run so far, and the density of the mixture of all proposals over that of the prior at each. */
interface Runs {
  readonly scores: number[][];
  readonly summaries: number[][];
  readonly mixture: number[];
}

function proposalFrom(aim: Aim, generation: number, now: Weighed): Proposal {
  const { free } = aim;
  const luck = openLuck(aim.seed, 'abc.centre');
  const count = Math.min(MOST_CENTRES, aim.particles);
  const centres = systematic(now.weights, count, luck.uniform(generation, 0)).map((i) => now.scores[i]!);
  // Silverman’s rule, on as many points as the weights are worth.
  const shrink = exp((log(4 / (free + 2)) - log(Math.max(2, now.effective))) * (2 / (free + 4)));
  const covariance = weightedCovariance(now.scores, now.weights).map((row, a) => row.map((c, b) => shrink * c + (a === b ? 1e-9 : 0)));
  const factor = cholesky(covariance);
  return { centres, factor, round: Float64Array.from(centres.flatMap((c) => forward(factor, c))) };
}

/** Places of `count` points taken at even steps of the weight from one draw. */
function systematic(weights: readonly number[], count: number, u: number): number[] {
  const out: number[] = [];
  let below = 0;
  weights.forEach((w, i) => {
    below += w * count;
    while (out.length < count && out.length + u < below) out.push(i);
  });
  while (out.length < count) out.push(weights.length - 1);
  return out;
}

function propose({ seed, particles, free }: Aim, generation: number, proposal: Proposal | undefined): number[][] {
  const luck = openLuck(seed, 'abc.particle');
  const choice = openLuck(seed, 'abc.choice');
  return Array.from({ length: particles }, (_, i) => {
    const place = generation * particles + i;
    const step = Array.from({ length: free }, (__, k) => luck.normal(place, k));
    if (!proposal) return step;
    const centre = proposal.centres[Math.floor(choice.uniform(place, 0) * proposal.centres.length)]!;
    return centre.map((c, a) => step.reduce((total, z, b) => (b <= a ? total + proposal.factor[a]![b]! * z : total), c));
  });
}

function weigh(aim: Aim, { scores, summaries, mixture }: Runs): Weighed {
  const squared = summaries.map((s) => squaredDistance(s, aim.targets, aim.errors));
  const nearest = squared.reduce((least, d) => Math.min(least, d), Number.POSITIVE_INFINITY);
  const at = (tolerance: number): number[] => squared.map((d, i) => exp((nearest - d) / (2 * tolerance * tolerance)) / mixture[i]!);
  const tolerance = smallestTolerance((t) => effective(at(t)) >= ENOUGH * aim.particles);
  const weights = shares(at(tolerance));
  return { scores: [...scores], summaries: [...summaries], weights, tolerance, effective: effective(weights) };
}

/** Density of a proposal over that of the prior, at a point. */
function overPrior(point: readonly number[], { factor, round, centres }: Proposal): number {
  const free = point.length;
  const here = forward(factor, point);
  const scale = factor.reduce((product, row, a) => product * row[a]!, 1);
  const norm = point.reduce((sum, x) => sum + x * x, 0);
  let total = 0;
  for (let c = 0; c < round.length; c += free) {
    let squared = 0;
    for (let a = 0; a < free; a++) {
      const gap = here[a]! - round[c + a]!;
      squared += gap * gap;
    }
    if (squared < FAR) total += exp((norm - squared) / 2);
  }
  return total / (centres.length * scale);
}

/** Least tolerance, from 1 up, that is wide enough. */
function smallestTolerance(enough: (tolerance: number) => boolean): number {
  if (enough(1)) return 1;
  let [low, high] = [0, log(WIDEST)];
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (low + high) / 2;
    if (enough(exp(middle))) high = middle;
    else low = middle;
  }
  return exp(high);
}

import aude from '../../scenarios/territories/aude.json' with { type: 'json' };
import { type RunRequest, simulate, type Territory } from '../../src/engine/index.ts';

const reform = {
  at: 3,
  set: { 'governance.mission-integration': 1, 'governance.pooling': 0.1, 'evaluation.joint-weight': 1, 'conditionality.monitoring': 0.1 },
};

/** Digests of two rule books on the same five hundred people, over months in which everything acts. */
export function digests(): string[] {
  return [[], [reform]].map((timeline) => {
    const request: RunRequest = {
      rules: { set: {}, timeline, off: [] },
      territory: aude as unknown as Territory,
      population: 500,
      months: 18,
      seed: 'hôtes',
      replication: 2,
    };
    return simulate(request).digest;
  });
}

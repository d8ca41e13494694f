import { beforeAll, describe, expect, test } from 'vitest';
import { demonstrations, type Shown, showDemonstrations } from '../../src/tools/demonstrations-runs.ts';
import { createPool } from '../../src/workers/pool.ts';
import { spawnNode } from '../../src/workers/spawn.node.ts';

/** Plays every demonstration again, all thirty replications: what its file says it shows must be what they show. */
let shown: readonly Shown[];

beforeAll(async () => {
  const pool = createPool({ spawn: () => spawnNode(), size: 2 });
  shown = await showDemonstrations((requests) => pool.run(requests));
  pool.close();
}, 3_600_000);

describe.each(demonstrations)('%s', (id) => {
  test('shows what its file says, the expectations that failed included', () => {
    const own = shown.filter(({ scenario }) => scenario === id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ indicator, against, found }) => [indicator.id, against, found])).toEqual(
      own.map(({ indicator, against, told }) => [indicator.id, against, told]),
    );
  });
});

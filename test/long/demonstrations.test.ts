import { describe, expect, test } from 'vitest';
import { demonstrations, showDemonstration } from '../../src/tools/demonstrations-runs.ts';
import { createRunner } from '../../src/workers/runner.ts';

/** Plays every demonstration again: what its file says it shows must be what thirty replications show. */
describe.each(demonstrations)('%s', (id) => {
  test('shows what its file says, the expectations that failed included', async () => {
    const run = createRunner();
    const shown = await showDemonstration(id, async (requests) =>
      requests.map((request) =>
        run(
          request,
          requests.filter((r) => r.replication === request.replication),
        ),
      ),
    );
    expect(shown.map(({ indicator, against, found }) => [indicator.id, against, found])).toEqual(
      shown.map(({ indicator, against, told }) => [indicator.id, against, told]),
    );
  });
});

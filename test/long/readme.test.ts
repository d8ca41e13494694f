import { expect, test } from 'vitest';
import { readLevels } from '../../src/experiments/levels.ts';
import { levelRequests, withLevels } from '../../src/tools/level-table.ts';
import { createRunner } from '../../src/workers/runner.ts';
import { textOf } from '../sources.ts';

test('the level tables of the README are those of this model (npm run prepare, then npm run readme)', async () => {
  const run = createRunner();
  const results = (await levelRequests()).map((request) => run(request));
  const readme = textOf('README.md')!;
  expect(withLevels(readme, readLevels(results))).toBe(readme);
});

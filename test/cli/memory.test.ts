import { expect, test } from 'vitest';
import { bytesOfResults, bytesPerWorker, checkMemory, fittingWorkers, type Need } from '../../src/cli/memory.ts';

const need: Need = { population: 100_000, months: 120, runs: 60, indicators: 40, writes: true };
const say = (gibibytes: number) => gibibytes.toFixed(2);

test('a study is refused when its workers and results do not fit, with both figures', () => {
  const bytes = bytesOfResults(need) + 2 * bytesPerWorker(need);
  expect(checkMemory(need, 2, say, bytes)).toEqual([]);
  expect(checkMemory(need, 2, say, bytes - 1)).toMatchObject([{ code: 'not-enough-memory', expected: say(bytes / 1024 ** 3) }]);
});

test('workers nobody asked for give way before the study is refused', () => {
  const room = bytesOfResults(need) + 3.5 * bytesPerWorker(need);
  expect(fittingWorkers(need, 8, room)).toBe(3);
  expect(fittingWorkers(need, 2, room)).toBe(2);
  expect(fittingWorkers(need, 8, 0)).toBe(1);
  expect(fittingWorkers({ ...need, runs: 1 }, 8, room)).toBe(1);
});

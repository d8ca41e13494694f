import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Baseline, baselineFigures, baselineText, movedFigures } from '../../src/tools/baseline-figures.ts';

const text = readFileSync(resolve(import.meta.dirname, '../baseline.json'), 'utf8');
const kept = JSON.parse(text) as Baseline;

const advice = (moved: readonly string[]) =>
  `Results moved: ${moved.length} figures. If that is meant, run "npm run prepare && npm run baseline" and say in the commit which indicators moved and why.\n${moved.join('\n')}`;

test('the model gives, bit for bit, the figures of test/baseline.json', async () => {
  const now = await baselineFigures();
  const moved = movedFigures(kept, now);
  expect(moved, advice(moved)).toEqual([]);
  expect(baselineText(now)).toBe(text);
});

test('a last bit, a month, a new indicator and a lost one are each named', () => {
  const figures = kept.scenarios['status-quo']!;
  const [first, second, third] = Object.keys(figures) as [string, string, string];
  const { [third]: lost, ...others } = figures;
  const closed = figures[first]!.closed;
  const bumped = { ...figures[first]!, closed: [closed[0]! * (1 + 2 ** -52), ...closed.slice(1)] };
  const after = { ...others, [first]: bumped, [second]: { ...figures[second]!, series: 'another' }, extra: lost! };
  const moved = movedFigures(kept, { ...kept, scenarios: { ...kept.scenarios, 'status-quo': after } });
  expect(moved.map((line) => line.replace(/ \(.*/, ''))).toEqual([first, second, third, 'extra'].map((id) => `status-quo: ${id}`));
});

test('each scenario departs from the status quo, so that each is worth keeping', () => {
  const { 'status-quo': reference, ...others } = kept.scenarios;
  for (const figures of Object.values(others)) expect(figures).not.toEqual(reference);
});

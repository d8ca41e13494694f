import { describe, expect, test } from 'vitest';
import { levers, parameters } from '../../src/engine/index.ts';
import type { Experiment } from '../../src/experiments/trial/types.ts';
import { readExperiment } from '../../src/io/experiment.ts';
import type { Bench, BenchRow } from '../../src/io/bench.ts';
import { experimentTexts, productSurroundings } from '../../src/io/experiment-catalogue.ts';
import { problemLine } from '../../src/io/i18n/index.ts';
import { textOf } from '../sources.ts';

const around = await productSurroundings();
const shipped = [...experimentTexts].map(([id, content]) => ({ id, result: readExperiment(content, `scenarios/evidence/${id}.json`, around) }));
const all = shipped.flatMap(({ result }) => (result.ok ? [result.value] : []));

describe('the experiments of the product', () => {
  test.each(shipped)('$id reads without a fault, under its own name', ({ id, result }) => {
    if (!result.ok) throw new Error(result.problems.map((problem) => problemLine(problem, 'en')).join('\n'));
    expect(result.value.id).toBe(id);
  });

  test('stand on the page of the bench, each estimand in both languages (npm run evidence)', () => {
    const page = textOf('scenarios/evidence/README.md')!;
    const missing = all.flatMap(({ id, estimands }) =>
      estimands.filter(({ title }) => !page.includes(title.fr) || !page.includes(title.en)).map((one) => `${id}: ${one.id}`),
    );
    expect(missing).toEqual([]);
    expect(all.filter(({ id }) => !page.includes(`(${id}.json)`)).map(({ id }) => id)).toEqual([]);
  });

  test.each(['fr', 'en'])('come to the same score and rows on the page of Parcours as on that of the bench, in %s (npm run evidence)', (lang) => {
    const page = textOf('scenarios/evidence/README.md')!;
    const { score, blocks } = JSON.parse(textOf(`scenarios/evidence/bench/${lang}.json`)!) as Bench;
    expect(page).toContain(score.join(' '));
    const rows = blocks.flatMap((block) => block.rows);
    expect(rows.length).toBe(all.flatMap(({ estimands }) => estimands).length);
    const printed = ({ what, published, band, model }: BenchRow) => `| ${[what, published, band, model].join(' | ')} |`;
    expect(rows.map(printed).filter((row) => !page.includes(row))).toEqual([]);
  });

  const rowsUsed = (use: Experiment['use']) => new Set(all.filter((one) => one.use === use).flatMap(({ sources }) => sources.map(({ row }) => row)));
  const calibration = [
    'effect:D1',
    'effect:D2',
    'effect:D3',
    'effect:D4',
    'effect:R4',
    'effect:R5',
    'effect:S3',
    'effect:C9',
    'effect:D7',
    'fact:F4',
    'fact:F7',
  ];

  test('calibrate on the rows settled for it alone, and test on none of them', () => {
    expect([...rowsUsed('calibration')].filter((row) => !calibration.includes(row))).toEqual([]);
    expect([...rowsUsed('test')].filter((row) => calibration.includes(row))).toEqual([]);
  });

  test('score no figure that was only recalled', () => {
    for (const one of all) if (one.sources.every(({ tag }) => tag === 'R')) expect([one.id, one.use]).toEqual([one.id, 'shown']);
  });

  test('have no published effect that is also the source of a parameter', () => {
    const declared = [...parameters.values(), ...levers];
    const sources = new Set(declared.flatMap(({ source }) => (source.row?.startsWith('effect:') ? [source.row] : [])));
    expect([...rowsUsed('test')].filter((row) => sources.has(row))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { modelVersion, simulate } from '../../src/engine/index.ts';
import { summariesOf } from '../../src/experiments/calibration.ts';
import { type BankFile, bankCalibration, bankFile, bankRequests, unpackLevels } from '../../src/tools/bank-runs.ts';

const file = JSON.parse(readFileSync(resolve(import.meta.dirname, '../..', bankFile), 'utf8')) as BankFile;

test('the bank of runs was made by this model, and its runs come out the same', async () => {
  expect(file.modelVersion, `${bankFile} was made by another model. To make it again: npm run prepare && npm run bank`).toBe(modelVersion);
  const requests = await bankRequests(file.runs);
  for (const place of [0, 1, file.runs >> 1, file.runs - 1]) {
    const levels = summariesOf(bankCalibration(file.runs), simulate(requests[place]!));
    expect([place, levels.map(Math.fround)]).toEqual([place, unpackLevels(file)[place]]);
  }
});

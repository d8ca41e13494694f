import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readState, removeState, stateFile, writeState } from '../../src/cli/calibration-state.ts';
import { folder } from './parcours.ts';

const { path: here, remove } = folder();
afterAll(remove);

test('what a calibration has done is kept in a folder that was not there, and read back for the same question alone', () => {
  const out = join(here, 'new', 'deeper', 'posterior.json');
  const state = { summaries: [[1, 2], []] };
  writeState(out, 'asked', state);
  expect(existsSync(stateFile(out))).toBe(true);
  expect(readState(out, 'asked')).toEqual(state);
  expect(readState(out, 'something else')).toEqual({ summaries: [] });
  removeState(out);
  expect(readState(out, 'asked')).toEqual({ summaries: [] });
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Baseline, baselineFigures, baselineText, movedFigures } from './baseline-figures.ts';

/** Writes `test/baseline.json` and tells what moved. To be run from the root of the repository after a change meant to move results; the commit says why they move. */
const file = 'test/baseline.json';
const after = await baselineFigures();
const moved = existsSync(file) ? movedFigures(JSON.parse(readFileSync(file, 'utf8')) as Baseline, after) : ['everything: the file is new'];
writeFileSync(file, baselineText(after));
console.log(moved.length === 0 ? `${file}: nothing moved.` : `${file}: what moved:\n${moved.join('\n')}`);

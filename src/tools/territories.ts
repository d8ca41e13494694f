import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTerritories } from './territories/build.ts';
import { fitReport } from './territories/report.ts';

const folder = join(process.cwd(), 'scenarios', 'territories');
const read = (file: string): string => readFileSync(join(folder, 'sources', file), 'utf8').replaceAll('\r\n', '\n');

for (const [id, text] of buildTerritories(read)) writeFileSync(join(folder, `${id}.json`), text);
console.log(fitReport(read));

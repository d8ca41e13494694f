import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { licencePage } from './licence-page.ts';

const root = process.cwd();
const file = join(root, 'web/public/licences.txt');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, licencePage(root));

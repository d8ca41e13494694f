import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFiles } from './schema-files.ts';

/** Writes the JSON Schemas and the list of territories. To be run from the root of the repository, after a change of levers, parameters or territories. */
for (const [path, text] of generatedFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(path);
}

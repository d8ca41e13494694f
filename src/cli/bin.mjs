#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../../dist/node/cli.js', import.meta.url);
const english = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');
const [major, minor] = process.versions.node.split('.').map(Number);

function refuse(french, inEnglish) {
  process.stderr.write(`parcours: ${english ? inEnglish : french}\n`);
  process.exit(1);
}

if (major < 20 || (major === 20 && minor < 19)) {
  refuse(`il faut Node 20.19 ou plus récent ; celui-ci est ${process.versions.node}.`, `Node 20.19 or newer is needed; this is ${process.versions.node}.`);
} else if (!existsSync(program)) {
  refuse(
    'le programme n’est pas encore construit. Lancez « npm install », ou « npm run prepare » si c’est déjà fait.',
    'the program is not built yet. Run “npm install”, or “npm run prepare” if that is done already.',
  );
} else await import(program);

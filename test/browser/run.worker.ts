import { digests } from './run.ts';

postMessage(digests());

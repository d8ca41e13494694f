import { parameters, type RunRequest, type Territory } from '../engine/index.ts';
import { setFree } from '../experiments/abc/prior.ts';
import type { Bank } from '../experiments/abc/rejection.ts';
import { type Calibration, requestsOf, sequenceOf } from '../experiments/calibration.ts';
import { averageTerritory } from '../experiments/levels.ts';
import { loadTerritory, territoryIndex } from '../io/catalogue.ts';

/** Where the bank stands in the repository. */
export const bankFile = 'test/fixtures/bank.json';

/** A bank as it is kept: which model made it, how many runs, and their levels as float32, run after run, in base64. Scores are drawn again from the seed. */
export interface BankFile {
  readonly modelVersion: string;
  readonly runs: number;
  readonly levels: string;
}

const free = ['people.ability-other', 'labour.leave', 'claiming.claim-known', 'claiming.claim-unknown', 'orientation.attendance'] as const;
const levels = [
  'out-after-a-year',
  'in-work-after-a-year',
  'insured-after-a-year',
  'non-take-up-other-benefit',
  'non-take-up-no-other-benefit',
  'oriented-under-6',
  'oriented-6-to-12',
  'oriented-over-12',
] as const;

/** What the runs of a bank are: small ones, of the average département, each at a draw of the prior. The first runs of a larger bank are those of a smaller one. */
export const bankCalibration = (runs: number): Calibration => ({
  id: 'bank',
  title: { fr: 'Banque de calculs', en: 'Bank of runs' },
  territory: 'average',
  population: 500,
  months: 12,
  parameters: free.map((id) => setFree(id, parameters.get(id)!, { scale: 'log' })),
  targets: levels.map((level) => ({ level, value: 0, error: 1, row: '' })),
  experiments: [],
  replications: 1,
  particles: runs,
  generations: 1,
  seed: 'banque',
});

/** Requests of the runs from one place to another. */
export async function bankRequests(runs: number): Promise<RunRequest[]> {
  const all = await Promise.all(territoryIndex.map(({ id }) => loadTerritory(id)));
  const calibration = bankCalibration(runs);
  return requestsOf(calibration, averageTerritory(all as Territory[]), 0, sequenceOf(calibration).next());
}

/** Levels of runs as they are kept. */
export const packLevels = (summaries: readonly (readonly number[])[]): string => Buffer.from(Float32Array.from(summaries.flat()).buffer).toString('base64');

/** Levels of the runs of a bank, run by run. */
export function unpackLevels({ levels: text, runs }: BankFile): number[][] {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  const values = new Float32Array(bytes.buffer);
  if (values.length !== runs * levels.length) throw new RangeError(`The bank says ${runs} runs and holds ${values.length / levels.length}.`);
  return Array.from({ length: runs }, (_, i) => [...values.subarray(i * levels.length, (i + 1) * levels.length)]);
}

/** A bank that has been read: scores drawn again, and the levels kept. */
export const openBank = (file: BankFile): Bank => ({ scores: sequenceOf(bankCalibration(file.runs)).next(), summaries: unpackLevels(file) });

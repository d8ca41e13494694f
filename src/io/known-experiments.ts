import type { Experiment } from '../experiments/trial/types.ts';
import { readExperiment } from './experiment.ts';
import { experimentTexts, productSurroundings } from './experiment-catalogue.ts';

/** The virtual experiments that a file may name. */
export interface KnownExperiments {
  readonly ids: readonly string[];
  find(id: string): Experiment | undefined;
}

export const noExperiments: KnownExperiments = { ids: [], find: () => undefined };

/** Those that come with the product, each read when it is asked for. Throws when one is not valid: that is a fault of the product. */
export async function productExperiments(): Promise<KnownExperiments> {
  const around = await productSurroundings();
  const known = new Map<string, Experiment>();
  return {
    ids: [...experimentTexts.keys()],
    find(id) {
      const text = experimentTexts.get(id);
      if (text === undefined || known.has(id)) return known.get(id);
      const read = readExperiment(text, `scenarios/evidence/${id}.json`, around);
      if (!read.ok) throw new Error(`scenarios/evidence/${id}.json is not valid: run parcours check on it.`);
      known.set(id, read.value);
      return read.value;
    },
  };
}

/** Ids of the experiments that a calibration may aim at, read from their texts alone. */
export const calibrationExperimentIds = (): string[] =>
  [...experimentTexts].flatMap(([id, text]) => ((JSON.parse(text) as { use?: unknown }).use === 'calibration' ? [id] : []));

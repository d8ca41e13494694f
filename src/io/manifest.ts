import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Indicator, Rules, Text } from '../engine/index.ts';
import { alphabet } from '../experiments/person.ts';
import type { ComparisonResult } from '../experiments/types.ts';

export interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ManifestInput {
  readonly result: ComparisonResult;
  /** Resolved rules of each scenario, in the order of the result. */
  readonly rules: readonly Rules[];
  readonly indicators: readonly Indicator[];
  readonly files: readonly WrittenFile[];
  /** People whose statuses are written month by month, when asked. */
  readonly sequences?: number;
}

type Described = Pick<Indicator, 'id' | 'label' | 'unit' | 'definition' | 'better' | 'reading' | 'window' | 'denominator'>;

export interface Manifest {
  readonly schema: 'parcours/manifest@1';
  readonly modelVersion: string;
  readonly request: Pick<ComparisonResult, 'command' | 'seed' | 'territory' | 'population' | 'months' | 'replications' | 'posterior'> & {
    readonly sequences?: number;
  };
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: { readonly fr: string; readonly en: string };
    readonly rules: Rules;
    readonly digest: string;
  }[];
  readonly digest: string;
  readonly indicators: readonly Described[];
  /** What the files of sequences hold, when there are some. */
  readonly sequences?: { readonly people: number; readonly columns: Readonly<Record<string, Text>>; readonly alphabet: Readonly<Record<string, Text>> };
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly warnings: ComparisonResult['warnings'];
}

function described({ id, label, unit, definition, better, reading, window, denominator }: Indicator): Described {
  return { id, label, unit, definition, better, reading, window, denominator };
}

/** The columns of `sequences`, one row per scenario, replication and person. */
const sequenceColumns: Readonly<Record<string, Text>> = {
  person: {
    fr: 'Numéro de la personne, le même dans tous les scénarios d’un tirage. Tirée au sort parmi celles qui ont droit au revenu minimum au mois 0.',
    en: 'Number of the person, the same in every scenario of a replication. Drawn by lottery among those entitled to the minimum income at month 0.',
  },
  arm: { fr: 'Bras d’un essai, 0 hors essai.', en: 'Arm of a trial, 0 outside trials.' },
  m0: { fr: 'Situation à la fin du mois 0 ; m1, m2… pour les suivants.', en: 'Status at the end of month 0; m1, m2… for the next ones.' },
};

/** What a folder of results is: what was asked, with which model, what the columns mean, and the SHA-256 of each file. Nothing of the machine. */
export function manifest({ result, rules, indicators, files, sequences }: ManifestInput): Manifest {
  const { modelVersion, command, seed, territory, population, months, replications, digest, warnings } = result;
  if (rules.length !== result.scenarios.length) throw new RangeError(`${result.scenarios.length} scenarios but ${rules.length} rule books.`);
  return {
    schema: 'parcours/manifest@1',
    modelVersion,
    request: {
      command,
      seed,
      territory,
      population,
      months,
      replications,
      ...(result.posterior ? { posterior: result.posterior } : {}),
      ...(sequences === undefined ? {} : { sequences }),
    },
    scenarios: result.scenarios.map((s, i) => ({ id: s.id, title: s.title, rules: rules[i]!, digest: s.digest })),
    digest,
    indicators: indicators.map(described),
    ...(sequences === undefined ? {} : { sequences: { people: sequences, columns: sequenceColumns, alphabet } }),
    files: files
      .map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    warnings,
  };
}

/** The manifest as the text of its file. */
export const manifestText = (input: ManifestInput): string => `${JSON.stringify(manifest(input), null, 2)}\n`;

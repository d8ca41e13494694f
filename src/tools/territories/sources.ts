import { type Row, readRows } from './brussels.ts';
import { parseCsv } from './csv.ts';
import { type Facts, readFacts, readNational } from './facts.ts';
import { readZones, type Zones } from './zones.ts';

export interface Departement {
  readonly code: string;
  readonly id: string;
  readonly fr: string;
  readonly en: string;
}

/** Everything the builder reads, from `scenarios/territories/sources`. */
export interface Sources {
  readonly departements: readonly Departement[];
  readonly context: Facts;
  readonly minimumIncome: Facts;
  readonly steering: Facts;
  readonly national: ReturnType<typeof readNational>;
  readonly zones: Zones;
  readonly belgium: readonly Row[];
  readonly portraits: ReadonlyMap<string, { readonly fr: string; readonly en: string }>;
}

/** Reads the source files by name through `read`. */
export function readSources(read: (file: string) => string): Sources {
  return {
    departements: parseCsv(read('departements.csv')).map(({ code = '', id = '', fr = '', en = '' }) => ({ code, id, fr, en })),
    context: readFacts(read('context.csv')),
    minimumIncome: readFacts(read('minimum-income.csv')),
    steering: readFacts(read('steering.csv')),
    national: readNational(read('national.csv')),
    zones: readZones(read),
    belgium: readRows(read('belgium.csv')),
    portraits: new Map(parseCsv(read('portraits.csv')).map(({ code = '', fr = '', en = '' }) => [code, { fr, en }])),
  };
}

/** Whether the département lies in metropolitan France: two characters of code, against three overseas. */
export function metropolitan({ code }: Departement): boolean {
  return code.length === 2;
}

/** The public body that pays and steers: the département, except that Corsica's two share one. */
export function payerOf(code: string): string {
  return code === '2A' || code === '2B' ? '20' : code;
}

/** Départements whose minimum income one body pays. */
export function paidBy(payer: string): readonly string[] {
  return payer === '20' ? ['2A', '2B'] : [payer];
}

export function nationalOf({ national }: Sources, figure: string): { readonly value: number; readonly year: string; readonly source: string } {
  const found = national.get(figure);
  if (!found) throw new Error(`No national figure ${figure}.`);
  return found;
}

import { parseCsv } from './csv.ts';

/** A published figure about a département, as its source states it. */
export interface Fact {
  readonly code: string;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly year: string;
  readonly source: string;
}

export type Facts = readonly Fact[];

/** Facts of a source file with columns `code,indicator,value,unit,year,source`. Throws on a value that is not a number. */
export function readFacts(text: string): Facts {
  return parseCsv(text).map(({ code = '', indicator = '', value = '', unit = '', year = '', source = '' }) => ({
    code,
    indicator,
    value: numberOf(value, `${code} ${indicator} ${year}`),
    unit,
    year,
    source,
  }));
}

export function find(facts: Facts, code: string, indicator: string, year?: string): Fact | undefined {
  return facts.find((fact) => fact.code === code && fact.indicator === indicator && (year === undefined || fact.year === year));
}

/** The fact that must be there. Throws when it is not. */
export function need(facts: Facts, code: string, indicator: string, year?: string): Fact {
  const fact = find(facts, code, indicator, year);
  if (!fact) throw new Error(`No ${indicator} for ${code}${year ? ` in ${year}` : ''}.`);
  return fact;
}

/** National figures by name, from columns `figure,value,unit,year,evidence,source`. */
export function readNational(text: string): ReadonlyMap<string, { readonly value: number; readonly year: string; readonly source: string }> {
  return new Map(parseCsv(text).map(({ figure = '', value = '', year = '', source = '' }) => [figure, { value: numberOf(value, figure), year, source }]));
}

function numberOf(text: string, where: string): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) throw new Error(`${where}: "${text}" is not a number.`);
  return value;
}

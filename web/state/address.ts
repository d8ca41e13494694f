import { deflateSync, strFromU8, strToU8 } from 'fflate';
import type { Parameter } from '../../src/engine/index.ts';
import { readJson } from '../../src/io/json.ts';
import { checkValue } from '../../src/io/value.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { bounds, type Document, type Lang, MOST_SCENARIOS, opening, type Slot } from './document.ts';
import { inflateUpTo } from './inflate.ts';

/** Anything from an address, as text that can be shown: never by a conversion of its own. */
const said = (value: unknown): string => (typeof value === 'object' ? '…' : String(value));

const SCHEMA = 1;
const MOST_COMPRESSED = 4096;
const MOST_INFLATED = 65_536;
const LONGEST_SEED = 100;

/** What can be named in an address. */
export interface Names {
  readonly modelVersion: string;
  readonly territories: readonly string[];
  readonly scenarios: readonly string[];
  readonly indicators: readonly string[];
  /** By id, levers included. */
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/** Something said about a link: code of its sentence, and what it is about. */
export interface Notice {
  readonly code: 'unreadable' | 'too-large' | 'newer' | 'other-model' | 'dropped';
  readonly what?: string;
}

export interface Opened {
  readonly document: Document;
  readonly notices: readonly Notice[];
}

interface Payload {
  readonly m: string;
  readonly t?: string;
  readonly p?: number;
  readonly n?: number;
  readonly r?: number;
  readonly s?: string;
  readonly u?: 1;
  readonly c?: readonly { readonly b: string; readonly o?: Readonly<Record<string, number>> }[];
  readonly g?: Lang;
  readonly i?: string;
  readonly a?: 1;
}

/** The hash part of the address that carries a document: only what differs from the opening one, deflated. */
export function encodeAddress(document: Document, modelVersion: string): string {
  const differs = <K extends keyof Document>(key: K) => document[key] !== opening[key];
  const scenarios = document.scenarios.map(({ base, overrides }) => ({ b: base, ...(overrides && { o: overrides }) }));
  const usual = JSON.stringify(opening.scenarios.map(({ base }) => ({ b: base })));
  const payload: Payload = {
    m: modelVersion,
    ...(differs('territory') && { t: document.territory }),
    ...(differs('population') && { p: document.population }),
    ...(differs('months') && { n: document.months }),
    ...(differs('replications') && { r: document.replications }),
    ...(differs('seed') && { s: document.seed }),
    ...(document.unknowns && { u: 1 as const }),
    ...(JSON.stringify(scenarios) !== usual && { c: scenarios }),
    ...(document.lens.lang !== opening.lens.lang && { g: document.lens.lang }),
    ...(document.lens.indicator !== opening.lens.indicator && { i: document.lens.indicator }),
    ...(document.lens.all && { a: 1 as const }),
  };
  return `#${SCHEMA}.${toBase64url(deflateSync(strToU8(JSON.stringify(payload)), { level: 9 }))}`;
}

/** A value as a document holds it, a yes or no as 1 or 0. */
const checkHeld = (parameter: Parameter, value: unknown) =>
  checkValue(parameter, parameter.kind === 'boolean' && (value === 0 || value === 1) ? value === 1 : value);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads fields one by one; what cannot be kept is named and left at its opening value. */
function reader(payload: Record<string, unknown>, names: Names) {
  const notices: Notice[] = [];
  const drop = (what: string) => void notices.push({ code: 'dropped', what });
  const known = (key: string, among: readonly string[], usual: string): string => {
    const value = payload[key];
    if (value === undefined) return usual;
    if (typeof value === 'string' && among.includes(value)) return value;
    drop(said(value).slice(0, 60));
    return usual;
  };
  const whole = (key: string, name: string, [low, high]: readonly [number, number], usual: number): number => {
    const value = payload[key];
    if (value === undefined) return usual;
    if (Number.isInteger(value) && low <= (value as number) && (value as number) <= high) return value as number;
    drop(`${name} ${said(value).slice(0, 20)}`);
    return usual;
  };
  const overrides = (found: unknown): Record<string, number> => {
    const kept: Record<string, number> = {};
    if (!isRecord(found)) return kept;
    for (const [id, value] of Object.entries(found)) {
      const parameter = names.parameters.get(id);
      const checked = parameter && checkHeld(parameter, value);
      if (checked && 'value' in checked) kept[id] = checked.value;
      else drop(`${id} ${said(value)}`.slice(0, 60));
    }
    return kept;
  };
  const slots = (): readonly Slot[] => {
    const list = payload.c;
    if (!Array.isArray(list)) return opening.scenarios;
    const kept = list.slice(0, MOST_SCENARIOS).flatMap((slot): Slot[] => {
      if (!isRecord(slot) || typeof slot.b !== 'string' || !names.scenarios.includes(slot.b)) {
        drop(isRecord(slot) ? said(slot.b).slice(0, 60) : '?');
        return [];
      }
      return [slot.o === undefined ? { base: slot.b } : { base: slot.b, overrides: overrides(slot.o) }];
    });
    if (list.length > MOST_SCENARIOS) drop(`> ${MOST_SCENARIOS}`);
    return kept.length >= 2 ? kept : opening.scenarios;
  };
  const seed = (): string => {
    const value = payload.s;
    if (value === undefined) return opening.seed;
    if (typeof value === 'string' && value.length > 0 && value.length <= LONGEST_SEED) return value;
    drop('seed');
    return opening.seed;
  };
  return { notices, known, whole, slots, seed };
}

function unpack(hash: string): { readonly payload: Record<string, unknown> } | { readonly notice: Notice } {
  const [, schema, text] = /^#?(\d{1,4})\.(.*)$/s.exec(hash) ?? [];
  if (schema === undefined || text === undefined) return { notice: { code: 'unreadable' } };
  if (Number(schema) > SCHEMA) return { notice: { code: 'newer' } };
  if (text.length > Math.ceil((MOST_COMPRESSED * 4) / 3)) return { notice: { code: 'too-large' } };
  const bytes = fromBase64url(text);
  const inflated = bytes && inflateUpTo(bytes, MOST_INFLATED);
  if (!inflated || inflated.length === 0) return { notice: { code: 'unreadable' } };
  const read = readJson(strFromU8(inflated), 'address');
  return read.ok && isRecord(read.value.value) ? { payload: read.value.value } : { notice: { code: 'unreadable' } };
}

/** The document an address carries. Never throws: what cannot be read is replaced by what usually opens, and said. */
export function decodeAddress(hash: string, names: Names): Opened {
  if (hash === '' || hash === '#') return { document: opening, notices: [] };
  const unpacked = unpack(hash);
  if ('notice' in unpacked) return { document: opening, notices: [unpacked.notice] };
  const { payload } = unpacked;
  const { notices, known, whole, slots, seed } = reader(payload, names);
  const document: Document = {
    territory: known('t', names.territories, opening.territory),
    population: whole('p', 'population', bounds.population, opening.population),
    months: whole('n', 'months', bounds.months, opening.months),
    replications: whole('r', 'replications', bounds.replications, opening.replications),
    seed: seed(),
    unknowns: whole('u', 'unknowns', [0, 1], 0) === 1,
    scenarios: slots(),
    lens: {
      lang: known('g', ['fr', 'en'], opening.lens.lang) as Lang,
      indicator: known('i', names.indicators, opening.lens.indicator),
      all: payload.a === 1,
    },
  };
  const other: Notice[] = typeof payload.m === 'string' && payload.m !== names.modelVersion ? [{ code: 'other-model', what: payload.m.slice(0, 40) }] : [];
  return { document, notices: [...other, ...notices] };
}

import type { Evidence, Figure, Territory, ZoneInput } from '../../engine/index.ts';
import { parseCsv } from './csv.ts';
import { round } from './figure.ts';

/** Zones of the territories that have some, by code of the territory. */
export type Zones = ReadonlyMap<string, readonly ZoneInput[]>;

const DECIMALS = 6;
const indicators = ['unemployment', 'minimumIncome', 'housing', 'transport', 'childcare'] as const;

/** Zones from their names and inhabitants, the figures of their own, and the roads between them. Throws on a row about a zone that does not exist. */
export function readZones(read: (file: string) => string): Zones {
  const names = parseCsv(read('zones.csv'));
  const figures = parseCsv(read('zone-figures.csv'));
  const roads = parseCsv(read('zone-roads.csv'));
  const known = new Set(names.map(({ code, zone }) => `${code} ${zone}`));
  const named = [...figures.map(({ code, zone }) => `${code} ${zone}`), ...roads.flatMap(({ code, from, to }) => [`${code} ${from}`, `${code} ${to}`])];
  for (const zone of named) if (!known.has(zone)) throw new Error(`No zone ${zone}.`);
  for (const { indicator = '' } of figures) if (!indicators.some((one) => one === indicator)) throw new Error(`No figure "${indicator}" of zones.`);
  const codes = [...new Set(names.map(({ code = '' }) => code))];
  return new Map(
    codes.map((code) => {
      const rows = names.filter((row) => row.code === code);
      const all = rows.reduce((sum, { population }) => sum + Number(population), 0);
      return [code, rows.map((row) => zoneOf(row, all, figures, roads))];
    }),
  );
}

type Row = Record<string, string>;

function zoneOf({ code, zone = '', fr = '', en = '', population = '', year = '', source = '' }: Row, all: number, figures: Row[], roads: Row[]): ZoneInput {
  const own = figures.filter((row) => row.code === code && row.zone === zone);
  const minutes = roads.filter((row) => row.code === code && row.from === zone).map((row) => [row.to ?? '', Number(row.minutes)] as const);
  return {
    id: zone,
    label: { fr, en },
    share: round(Number(population) / all, DECIMALS),
    population: { value: Number(population), unit: 'persons', year, evidence: 'measured', source },
    ...Object.fromEntries(own.map((row) => [row.indicator, figureOf(row)])),
    ...(minutes.length ? { minutes: Object.fromEntries(minutes) } : {}),
  };
}

const figureOf = ({ value, unit = '', year = '', evidence = '', source = '' }: Row): Figure => ({
  value: Number(value),
  unit: unit === '% active' ? '%' : unit,
  year,
  evidence: evidence as Evidence,
  source,
});

/** The zones of a territory, or the whole of it as one. */
export const zonesOf = (zones: Zones, { code, id, label }: Pick<Territory, 'code' | 'id' | 'label'>): readonly ZoneInput[] =>
  zones.get(code) ?? [{ id, label, share: 1 }];

import { parameters, type Territory } from '../engine/index.ts';
import { type Collector, collector, inOrder, isFatal, told } from './collect.ts';
import { parseJson } from './json.ts';
import { nearest } from './nearest.ts';
import type { Path } from './path.ts';
import type { Read } from './problem.ts';
import { checkShape } from './shape.ts';
import { show } from './show.ts';
import { type TerritoryFile, territoryShape } from './territory-shape.ts';

/** Shares are written with a few decimals: their sum may miss 1 by that much. */
const tolerance = 1e-6;

/**
 * Reads a territory (`parcours/territory@1`) and tells everything wrong with it at once: JSON, form, bounds, shares that do not add up to 1,
 * estimates without their error, intervals that miss their value, parts larger than the whole.
 */
export function readTerritory(text: string | Uint8Array, file: string): Read<Territory> {
  const { located, problems: syntax } = parseJson(text, file);
  if (!located) return { ok: false, problems: syntax };
  const problems = collector(file, located.at);
  const shaped = checkShape(territoryShape, located.value, problems);
  if (shaped) checkMeaning(shaped, problems);
  const all = inOrder(told([...syntax, ...problems.list]));
  if (!shaped || all.some(isFatal)) return { ok: false, problems: all };
  const { $schema: _, schema: __, ...territory } = shaped;
  return { ok: true, value: territory as Territory, warnings: all };
}

function checkMeaning(territory: TerritoryFile, problems: Collector): void {
  for (const [path, figure] of figures(territory)) checkInterval(figure, path, problems);
  const { population, leads, zones } = territory;
  checkSum(
    Object.values(leads).map(({ value }) => value),
    ['leads'],
    problems,
  );
  checkSum(
    zones.map(({ share }) => share),
    ['zones'],
    problems,
  );
  const seen = new Set<string>();
  for (const [i, { id }] of zones.entries()) {
    if (seen.has(id)) problems.add('duplicate-zone', ['zones', i, 'id'], { found: show(id) });
    seen.add(id);
  }
  checkRoads(zones, problems);
  checkBodies(territory, seen, problems);
  checkValues(territory.values, problems);
  for (const part of ['workingAge', 'minimumIncomeHouseholds'] as const) {
    const { value } = territory[part];
    if (value > population.value) problems.add('more-than-population', [part, 'value'], { found: show(value), expected: show(population.value) });
  }
}

/** Roads lead to other zones that exist, and a pair stated both ways is stated alike. */
function checkRoads(zones: TerritoryFile['zones'], problems: Collector): void {
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  for (const [i, { id, minutes = {} }] of zones.entries()) {
    for (const [to, stated] of Object.entries(minutes)) {
      const path: Path = ['zones', i, 'minutes', to];
      const other = byId.get(to);
      if (!other || to === id) problems.add('unknown-zone', path, { found: show(to) });
      else if ((other.minutes?.[id] ?? stated) !== stated) problems.add('minutes-differ', path, { found: show(stated), expected: show(other.minutes?.[id]) });
    }
  }
}

/** Seats are zones that exist, contracts have payers that add up, and a refund begins at nobody and goes up. */
function checkBodies({ bodies = {}, enterprises = {}, refund }: TerritoryFile, zones: ReadonlySet<string>, problems: Collector): void {
  for (const [name, body] of Object.entries(bodies)) {
    for (const [k, id] of (body?.seats ?? []).entries()) if (!zones.has(id)) problems.add('unknown-zone', ['bodies', name, 'seats', k], { found: show(id) });
    if (body?.payers) checkSum(body.payers, ['bodies', name, 'payers'], problems);
  }
  for (const [name, kind] of Object.entries(enterprises)) if (kind?.payers) checkSum(kind.payers, ['enterprises', name, 'payers'], problems);
  for (const [k, { from }] of (refund?.scale ?? []).entries()) {
    const least = k === 0 ? 0 : refund!.scale[k - 1]!.from;
    if (k === 0 ? from !== 0 : from <= least)
      problems.add('not-between', ['refund', 'scale', k, 'from'], { found: show(from), expected: k === 0 ? '0' : `> ${least}` });
  }
}

/** Values are those of parameters that exist, levers left out: a territory holds no rule book. */
function checkValues(values: TerritoryFile['values'] = {}, problems: Collector): void {
  const open = new Map([...parameters].filter(([, { role }]) => role !== 'lever'));
  for (const [id, { value }] of Object.entries(values)) {
    const parameter = open.get(id);
    if (!parameter) {
      problems.add('unknown-parameter', ['values', id], { of: 'key', nearest: nearest(id, open.keys()) });
      continue;
    }
    const [low, high] = parameter.possible ?? parameter.range;
    if (!(low <= value && value <= high)) problems.add('out-of-bounds', ['values', id, 'value'], { found: show(value), expected: `${low}..${high}` });
  }
}

type FigureFile = TerritoryFile['population'];

function figures({ leads, filesPerWorker, zones, refund, ...rest }: TerritoryFile): [Path, FigureFile][] {
  const named = (group: Record<string, unknown>, at: Path): [Path, FigureFile][] =>
    Object.entries(group).flatMap(([name, value]) => (isFigure(value) ? [[[...at, name], value] as [Path, FigureFile]] : []));
  const ofZones = zones.flatMap(({ places = {}, ...zone }, i) => [...named(zone, ['zones', i]), ...named(places, ['zones', i, 'places'])]);
  return [
    ...named(rest, []),
    ...named(leads, ['leads']),
    ...named(filesPerWorker, ['filesPerWorker']),
    ...named(refund ?? {}, ['refund']),
    ...Object.entries(rest.enterprises ?? {}).flatMap(([name, kind]) => named(kind ?? {}, ['enterprises', name])),
    ...named(rest.values ?? {}, ['values']),
    ...ofZones,
  ];
}

const isFigure = (value: unknown): value is FigureFile => typeof value === 'object' && value !== null && 'evidence' in value;

function checkInterval({ value, evidence, low, high }: FigureFile, path: Path, problems: Collector): void {
  if (evidence === 'estimated' && low === undefined && high === undefined) problems.add('estimate-without-error', path);
  if ((low === undefined) !== (high === undefined)) problems.add('one-bound-missing', path);
  else if (low !== undefined && !(low <= value && value <= high!)) {
    problems.add('not-between', [...path, 'value'], { found: show(value), expected: `${low}..${high}` });
  }
}

function checkSum(shares: readonly number[], path: Path, problems: Collector): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > tolerance) problems.add('shares-sum', path, { found: show(Number(sum.toPrecision(6))) });
}

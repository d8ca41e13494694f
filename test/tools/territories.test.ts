import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { averageTerritory } from '../../src/experiments/levels.ts';
import type { Figure, Territory } from '../../src/engine/index.ts';
import { buildTerritories } from '../../src/tools/territories/build.ts';
import { fitCaseload } from '../../src/tools/territories/caseload.ts';
import { parseCsv } from '../../src/tools/territories/csv.ts';
import { readSources } from '../../src/tools/territories/sources.ts';

const folder = join(import.meta.dirname, '../../scenarios/territories');
const read = (file: string): string => readFileSync(join(folder, 'sources', file), 'utf8').replaceAll('\r\n', '\n');
const without = (pattern: RegExp) => (file: string) =>
  read(file)
    .split('\n')
    .filter((line) => !pattern.test(line))
    .join('\n');
const parse = (texts: ReadonlyMap<string, string>) => [...texts.values()].map((text) => JSON.parse(text) as Territory);

const texts = buildTerritories(read);
const everywhere = parse(texts);
const territories = everywhere.filter(({ country }) => country === undefined);
const brussels = everywhere.find(({ id }) => id === 'bruxelles-capitale')!;
const metropolitan = territories.filter(({ code }) => code.length === 2);
const named = (id: string) => territories.find((territory) => territory.id === id)!;
const figures = ({ leads, filesPerWorker, ...rest }: Territory): Figure[] =>
  [rest, leads, filesPerWorker].flatMap((group) => Object.values(group)).filter((value): value is Figure => typeof value === 'object' && 'evidence' in value);

test('a clean rebuild gives the committed files, byte for byte, and no other file stands beside them', () => {
  expect(texts.size).toBe(102);
  expect(territories).toHaveLength(101);
  for (const [id, text] of texts) expect(readFileSync(join(folder, `${id}.json`), 'utf8')).toBe(text);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual([...texts.keys()].map((id) => `${id}.json`).sort());
});

test('every figure lies within what is possible and states its unit, year and source', () => {
  for (const territory of territories) {
    const { population, workingAge, minimumIncomeHouseholds, leads, filesPerWorker } = territory;
    const inside = (figure: Figure, low: number, high: number) => {
      expect(figure.value, territory.id).toBeGreaterThanOrEqual(low);
      expect(figure.value, territory.id).toBeLessThanOrEqual(high);
    };
    expect(figures(territory)).toHaveLength(14);
    for (const figure of figures(territory)) for (const text of [figure.unit, figure.year, figure.source]) expect(text).not.toBe('');
    inside(population, 70_000, 3_000_000);
    inside(workingAge, 0.5 * population.value, 0.8 * population.value);
    inside(territory.unemployment, 3, 40);
    inside(territory.poverty, 5, 80);
    inside(minimumIncomeHouseholds, 0.01 * workingAge.value, 0.2 * workingAge.value);
    inside(territory.benefit, 250, 750);
    inside(territory.compensation, 0.3, 1);
    inside(territory.insertionShare, 0.02, 0.35);
    for (const lead of Object.values(leads)) inside(lead, 0, 1);
    for (const files of Object.values(filesPerWorker)) inside(files, 40, 200);
    expect(leads.employmentService.value + leads.departement.value + leads.other.value).toBeCloseTo(1, 10);
    expect(territory.zones.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
  }
});

test('an estimated figure carries its interval, and no other does', () => {
  for (const figure of [...everywhere.flatMap(figures), ...brussels.zones.flatMap(({ unemployment, minimumIncome }) => [unemployment!, minimumIncome!])]) {
    if (figure.evidence !== 'estimated') expect([figure.low, figure.high]).toEqual([undefined, undefined]);
    else {
      expect(figure.low).toBeLessThan(figure.value);
      expect(figure.high).toBeGreaterThan(figure.value);
    }
  }
});

test('territories differ by more than their size', () => {
  const shape = ({ workingAge, minimumIncomeHouseholds, unemployment, poverty, benefit, insertionShare, leads }: Territory) =>
    [minimumIncomeHouseholds.value / workingAge.value, unemployment, poverty, benefit, insertionShare, leads.departement]
      .map((part) => (typeof part === 'number' ? part : part.value))
      .join();
  expect(new Set(territories.map(shape)).size).toBe(territories.length);
  expect(new Set(territories.map(({ leads }) => leads.departement.value)).size).toBeGreaterThan(40);
});

test('the counts add up to the published national stock', () => {
  const total = territories.reduce((sum, { minimumIncomeHouseholds }) => sum + minimumIncomeHouseholds.value, 0);
  expect(total).toBeGreaterThan(1_810_000);
  expect(total).toBeLessThan(1_916_100);
});

test('benefits agree with one published apart: 486.4 € in Côtes-d’Armor in December 2019, carried to 2025', () => {
  const { low, high } = named('cotes-d-armor').benefit;
  const apart = (486.4 * 646.52) / 559.74;
  expect(apart).toBeGreaterThan(low!);
  expect(apart).toBeLessThan(high!);
});

test('the left-out error is that of the hat matrix', () => {
  const { points, leftOut, error } = fitCaseload(readSources(read));
  const hat = hatMatrix(points.map(({ row }) => row));
  const targets = points.map(({ target }) => target);
  const misses = targets.map((target, i) => (target - dot(hat[i]!, targets)) / (1 - hat[i]![i]!));
  misses.forEach((miss, i) => {
    expect(targets[i]! - leftOut[i]!).toBeCloseTo(miss, 9);
  });
  expect(error).toBeCloseTo(Math.sqrt(dot(misses, misses) / misses.length), 9);
  expect(error).toBeGreaterThan(0.1);
  expect(error).toBeLessThan(0.25);
});

test('a département without a count gets the estimate of the others, with their error', () => {
  const { points, leftOut } = fitCaseload(readSources(read));
  const cut = without(/^27,rsa_(households|rate)/);
  const { minimumIncomeHouseholds, workingAge, benefit } = parse(buildTerritories(cut)).find(({ id }) => id === 'eure')!;
  const factor = Math.exp(fitCaseload(readSources(cut)).error);
  const expected = (Math.exp(leftOut[points.findIndex(({ id }) => id === '27')]!) * workingAge.value) / 100;
  expect(minimumIncomeHouseholds.evidence).toBe('estimated');
  expect(Math.abs(minimumIncomeHouseholds.value - expected)).toBeLessThan(1);
  expect(Math.abs(minimumIncomeHouseholds.low! - expected / factor)).toBeLessThan(1);
  expect(Math.abs(minimumIncomeHouseholds.high! - expected * factor)).toBeLessThan(1);
  expect(benefit.high! / benefit.low!).toBeGreaterThan(named('eure').benefit.high! / named('eure').benefit.low!);
});

test('Brussels has nineteen communes, ten with a published share of the minimum income, the others with an error, and they make the regional share', () => {
  expect(brussels.zones).toHaveLength(19);
  expect(brussels.zones.filter(({ minimumIncome }) => minimumIncome!.evidence === 'measured')).toHaveLength(10);
  const shares = brussels.zones.map(({ share, minimumIncome }) => share * minimumIncome!.value);
  expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(6.5, 1);
  expect(brussels.zones.reduce((sum, { share, unemployment }) => sum + share * unemployment!.value, 0)).toBeCloseTo(15, 0);
  expect(brussels.adultsPerHousehold!.value).toBe(1);
  expect(brussels.bodies!.departement!.seats).toHaveLength(19);
  expect(brussels.bodies!['local-mission']!.seats).toHaveLength(9);
});

test('the average département leaves Brussels out', () => {
  expect(averageTerritory(everywhere)).toEqual(averageTerritory(territories));
});

test('a missing row of Brussels is named', () => {
  expect(() => buildTerritories(without(/^,ris_recipients/))).toThrow('No ris_recipients for 04000');
});

test('overseas, a missing count is refused rather than estimated', () => {
  expect(() => buildTerritories(without(/^973,rsa_households/))).toThrow('does not hold overseas');
});

test('a missing or unreadable source figure is named', () => {
  expect(() => buildTerritories(without(/^2A,poverty/))).toThrow('No poverty for 2A');
  expect(() => buildTerritories((file) => read(file).replace('11,poverty,21.4', '11,poverty,n/r'))).toThrow('11 poverty 2013: "n/r" is not a number');
});

test('six presets have a portrait in both languages, without a hole, in plain typography', () => {
  const presets = everywhere.filter(({ preset }) => preset);
  expect(presets.map(({ id }) => id).sort()).toEqual(['aude', 'bruxelles-capitale', 'ille-et-vilaine', 'la-reunion', 'nord', 'seine-saint-denis']);
  for (const { portrait } of presets) {
    for (const text of [portrait!.fr, portrait!.en]) {
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      expect(text.match(/[.](?= |$)/g)!.length).toBeGreaterThanOrEqual(3);
      expect(text.match(/[.](?= |$)/g)!.length).toBeLessThanOrEqual(5);
    }
    expect(portrait!.fr).not.toMatch(/'|[^\u00a0][;:!?%]|\d \d/);
    expect(portrait!.fr).not.toBe(portrait!.en);
  }
});

test('what the portraits claim holds in the figures', () => {
  const most = (measure: (territory: Territory) => number) => metropolitan.toSorted((a, b) => measure(b) - measure(a));
  const rate = ({ minimumIncomeHouseholds, workingAge }: Territory) => (100 * minimumIncomeHouseholds.value) / workingAge.value;
  expect(most(({ minimumIncomeHouseholds }) => minimumIncomeHouseholds.value)[0]!.id).toBe('nord');
  expect(most(({ poverty }) => poverty.value)[0]!.id).toBe('seine-saint-denis');
  expect(
    most(rate)
      .slice(0, 5)
      .map(({ id }) => id),
  ).toContain('aude');
  expect(
    most(({ unemployment }) => -unemployment.value)
      .slice(0, 25)
      .map(({ id }) => id),
  ).toContain('ille-et-vilaine');
  expect(
    most(({ poverty }) => -poverty.value)
      .slice(0, 10)
      .map(({ id }) => id),
  ).toContain('ille-et-vilaine');
  expect(rate(named('la-reunion')) / 4.1).toBeCloseTo(4, 0);
});

test('a CSV cell may hold commas and doubled quotes, and a short line is refused', () => {
  expect(parseCsv('a,b\n1,"x, ""y"""\n,\n')).toEqual([
    { a: '1', b: 'x, "y"' },
    { a: '', b: '' },
  ]);
  expect(() => parseCsv('a,b\n1\n')).toThrow('Line 2: expected 2 cells, found 1.');
});

function hatMatrix(rows: readonly (readonly number[])[]): number[][] {
  const gram = [0, 1, 2].map((i) => [0, 1, 2].map((j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)));
  const minor = (i: number, j: number) => {
    const [a, b] = [0, 1, 2].filter((k) => k !== i) as [number, number];
    const [c, d] = [0, 1, 2].filter((k) => k !== j) as [number, number];
    return ((i + j) % 2 ? -1 : 1) * (gram[a]![c]! * gram[b]![d]! - gram[a]![d]! * gram[b]![c]!);
  };
  const determinant = dot(
    gram[0]!,
    [0, 1, 2].map((j) => minor(0, j)),
  );
  const inverse = [0, 1, 2].map((i) => [0, 1, 2].map((j) => minor(j, i) / determinant));
  return rows.map((left) =>
    rows.map((right) =>
      dot(
        left,
        inverse.map((line) => dot(line, right)),
      ),
    ),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

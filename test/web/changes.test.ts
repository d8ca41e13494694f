import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { levers } from '../../src/engine/index.ts';
import { chooseScenario } from '../../src/cli/scenarios.ts';
import { builtInLibrary } from '../../web/state/built-in.ts';
import { firstDifference, stepsOf } from '../../web/state/changes.ts';
import type { Slot } from '../../web/state/document.ts';
import { rulesOf } from '../../web/state/planned.ts';
import { lineage, scenarioText } from '../../web/state/scenario-file.ts';

const library = builtInLibrary();
const rules = (base: string, overrides?: Slot['overrides']) => rulesOf({ base, ...(overrides && { overrides }) }, library);
const moves = (base: string, overrides?: Slot['overrides']) =>
  stepsOf(rules(base, overrides)).flatMap(({ at, until, over, moves: own }) => own.map(({ id, before, after }) => [id, before, after, at, until, over]));

test('a step names its levers, bundles by their name, before and after, with its date', () => {
  expect(moves('status-quo')).toEqual([]);
  expect(moves('gip-joint-evaluation')).toEqual([
    ['governance.form', 0, 3, 24, undefined, 12],
    ['evaluation.joint-weight', 0, 1, 24, undefined, 12],
  ]);
  expect(moves('recession').map(([id, , , at, until]) => [id, at, until])).toEqual([
    ['conjuncture.inflow', 36, 54],
    ['conjuncture.tightness', 36, 54],
  ]);
});

test('a moved lever appears among the steps, at the date of the scenario it was moved in', () => {
  expect(moves('status-quo', { 'capacity.staff': 140 })).toEqual([
    ['capacity.staff', levers.find(({ id }) => id === 'capacity.staff')!.value, 140, 0, undefined, undefined],
  ]);
  expect(moves('gip-joint-evaluation', { 'capacity.staff': 140 })).toContainEqual(['capacity.staff', 100, 140, 24, undefined, undefined]);
});

test('the first month in which two rule books differ: never, at the start, or at the first change that is not shared', () => {
  expect(firstDifference(rules('status-quo'), rules('status-quo'))).toBeUndefined();
  expect(firstDifference(rules('status-quo'), rules('gip-joint-evaluation'))).toBe(24);
  expect(firstDifference(rules('recession'), rules('status-quo'))).toBe(36);
  expect(firstDifference(rules('recession'), rules('recession-budget-shift'))).toBe(24);
  expect(firstDifference(rules('status-quo'), rules('status-quo', { 'capacity.staff': 140 }))).toBe(0);
});

test('a scenario comes after those it starts from', () => {
  expect(lineage('gip-budget-shift', library).map(({ id }) => id)).toEqual(['status-quo', 'gip-joint-evaluation', 'gip-budget-shift']);
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parcours-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command line makes of the file of a slot. */
function taken(slot: Slot, played = { territory: 'aude', unknowns: false }) {
  const { id, text } = scenarioText(slot, 2, library, played);
  const path = join(folder, `${id}.json`);
  writeFileSync(path, text);
  const choice = chooseScenario(path);
  if (!choice.ok) throw new Error(JSON.stringify(choice.problems));
  return { ...choice.value, warnings: choice.warnings, text };
}

test.each(library.scenarios.map(({ id }) => id))('the file of %s comes to its rules, without a warning', (base) => {
  const { rules: found, warnings, scenario } = taken({ base });
  expect(found).toEqual(rules(base));
  expect(warnings).toEqual([]);
  expect([scenario.id, scenario.territory]).toEqual([`${base}-c`, 'aude']);
});

test('a file names the posterior of its country where the page draws parameters, and none elsewhere', () => {
  const slot = { base: 'status-quo' };
  expect(taken(slot).text).not.toContain('posterior');
  expect(taken(slot, { territory: 'nord', unknowns: true }).scenario.posterior).toBe('france');
  expect(taken(slot, { territory: 'bruxelles-capitale', unknowns: true }).scenario.posterior).toBe('brussels');
});

test('the file of a copy names its bundles and says that levers were moved by hand', () => {
  const { text, scenario } = taken({ base: 'gip-joint-evaluation', overrides: { 'capacity.staff': 140 } });
  expect(text).toContain('"governance.form": "gip"');
  expect(scenario.title.fr).toContain('copie modifiée');
  expect(scenario.timeline.every(({ because }) => because.fr.includes('Valeur choisie dans la page'))).toBe(true);
});

const anyValue = ({ range: [min, max], kind, bundle }: (typeof levers)[number]) =>
  bundle
    ? fc.constantFrom(...bundle.map(({ value }) => value))
    : kind === 'integer' || kind === 'choice'
      ? fc.integer({ min, max })
      : fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const overrides = fc
  .subarray(
    levers.filter(({ kind }) => kind !== 'boolean'),
    { maxLength: 6 },
  )
  .chain((some) => fc.record(Object.fromEntries(some.map((lever) => [lever.id, anyValue(lever)]))));

test('whatever levers are moved, the command line reads the very rules of the page in the file', () => {
  const base = fc.constantFrom(...library.scenarios.map(({ id }) => id));
  fc.assert(
    fc.property(base, overrides, (id, moved) => {
      expect(taken({ base: id, overrides: moved }).rules).toEqual(rules(id, moved));
    }),
    { numRuns: 60 },
  );
});

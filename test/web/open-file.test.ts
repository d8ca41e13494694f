import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Lever, modelVersion, type Parameter, parameters } from '../../src/engine/index.ts';
import { problemLine } from '../../src/io/i18n/index.ts';
import { decodeAddress, encodeAddress } from '../../web/state/address.ts';
import { builtInLibrary } from '../../web/state/built-in.ts';
import { type Document, MOST_SCENARIOS, opening as usual, type Slot } from '../../web/state/document.ts';
import { openFile } from '../../web/state/open-file.ts';
import { overridesTo } from '../../web/state/origin.ts';
import { rulesOf } from '../../web/state/planned.ts';
import { scenarioText } from '../../web/state/scenario-file.ts';
import { namesOf } from '../../web/state/store.ts';
import { because, scenarioFile, scenarioText as written } from '../io/builders.ts';

const library = builtInLibrary();
const ids = library.scenarios.map(({ id }) => id);
const open = (content: string | Uint8Array<ArrayBuffer>, name = 'mine.json', document: Document = usual) =>
  openFile(new File([content], name), () => document, library);
const setting = (value: unknown) => ({ value, because });

async function opened(over: object, document?: Document) {
  const found = await open(written(over), 'mine.json', document);
  if (found.as !== 'slot') throw new Error(JSON.stringify(found));
  return found;
}

/** What the page makes of the file it writes for a slot. */
async function again(slot: Slot): Promise<Slot> {
  const { id, text } = scenarioText(slot, 2, library, { territory: usual.territory, unknowns: false });
  const found = await open(text, `${id}.json`);
  if (found.as !== 'slot') throw new Error(`${JSON.stringify(slot)} gives ${JSON.stringify(found)}`);
  expect(found).toEqual({ as: 'slot', slot: found.slot, title: found.title, warnings: found.warnings });
  return found.slot;
}

describe('whatever the page saves, it opens', () => {
  test.each(ids)('%s, as it is published', async (base) => {
    expect(await again({ base })).toEqual({ base });
  });

  test.each(ids)('%s, as its own file, is told from every other', async (id) => {
    const found = await open(readFileSync(new URL(`../../scenarios/${id}.json`, import.meta.url), 'utf8'), `${id}.json`);
    expect(found).toMatchObject({ as: 'slot', slot: { base: id } });
  });

  test.each([
    [{ base: 'gip-joint-evaluation', overrides: { 'capacity.staff': 140 } }],
    [{ base: 'strict-conditionality', overrides: { 'conditionality.strictness': 1, 'capacity.staff': 80 } }],
    [{ base: 'status-quo', overrides: { 'governance.form': 3, 'governance.meetings': 1 } }],
    [{ base: 'recession', overrides: { 'conditionality.support-first': 1 } }],
  ])('a copy comes back with the levers that were moved: %j', async (slot) => {
    expect(await again(slot)).toEqual(slot);
  });

  const anyValue = (id: string) => {
    const { range, kind = 'number', bundle }: Parameter & Pick<Partial<Lever>, 'bundle'> = parameters.get(id)!;
    const [min, max] = range;
    return bundle || kind !== 'number' ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((value) => value + 0);
  };
  const overrides = fc.subarray([...parameters.keys()], { maxLength: 12 }).chain((some) => fc.record(Object.fromEntries(some.map((id) => [id, anyValue(id)]))));

  test('a copy with any levers and parameters moved comes to the same rules, with no more of them moved, and its link holds it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ids), overrides, async (base, moved) => {
        const slot = { base, overrides: moved };
        const found = await again(slot);
        expect(rulesOf(found, library)).toEqual(rulesOf(slot, library));
        expect(found.base).toBe(Object.keys(found.overrides ?? {}).length > 0 ? base : found.base);
        expect(Object.keys(found.overrides ?? {}).length).toBeLessThanOrEqual(Object.keys(moved).length);
        const document = { ...usual, scenarios: [...usual.scenarios, found] };
        expect(decodeAddress(encodeAddress(document, modelVersion), namesOf(library))).toEqual({ document, notices: [] });
      }),
      { numRuns: 150 },
    );
  });
});

describe('where a file starts from', () => {
  test('its own base, even when fewer levers would be moved elsewhere; else the reference; else where fewest are moved', async () => {
    const { rules } = library.scenarios.find(({ id }) => id === 'open-debate')!;
    const set = { ...Object.fromEntries(Object.entries(rules.set).map(([id, value]) => [id, setting(value)])), 'capacity.staff': setting(140) };
    expect((await opened({ set, base: 'open-debate' })).slot).toEqual({ base: 'open-debate', overrides: { 'capacity.staff': 140 } });
    expect((await opened({ set })).slot).toEqual({ base: 'status-quo', overrides: { ...rules.set, 'capacity.staff': 140 } });
    const timeline = [{ at: 24, set: { 'evaluation.joint-weight': 1, 'evaluation.group-staff': 30 }, because }];
    expect((await opened({ timeline, base: 'status-quo' })).slot).toEqual({ base: 'joint-evaluation', overrides: { 'evaluation.group-staff': 30 } });
  });

  test('rules that a built-in scenario has exactly are that scenario', async () => {
    expect((await opened({ base: 'gip-joint-evaluation' })).slot).toEqual({ base: 'gip-joint-evaluation' });
    expect((await opened({})).slot).toEqual({ base: 'status-quo' });
  });

  test('a base with its changes, and a value from the start beside them, are not a lever moved in the base', () => {
    const { rules } = library.scenarios.find(({ id }) => id === 'gip-joint-evaluation')!;
    expect(overridesTo(rules, { ...rules, set: { 'capacity.staff': 140 } })).toBeUndefined();
    expect(overridesTo(rules, rules)).toEqual({});
  });
});

describe('what cannot be shown is said, and nothing opens in its place', () => {
  const timeline = [{ at: 7, set: { 'capacity.staff': 140 }, because }];

  test('dates of its own', async () => {
    expect(await open(written({ timeline }))).toEqual({
      as: 'unshown',
      file: 'mine.json',
      why: 'dates',
      command: 'npx parcours compare status-quo mine.json --territory aude',
    });
    expect(await open(written({ base: 'gip-joint-evaluation', set: { 'capacity.staff': setting(140) } }))).toMatchObject({ as: 'unshown', why: 'dates' });
  });

  test('mechanisms turned off', async () => {
    expect(await open(written({ switches: { 'off-loading': false } }))).toMatchObject({ as: 'unshown', why: 'mechanisms' });
  });

  test('more values than an address holds', async () => {
    const some = [...parameters].filter(([, { kind = 'number' }]) => kind === 'number').filter(([, parameter]) => !('bundle' in parameter));
    const set = Object.fromEntries(
      some.map(
        (
          [
            id,
            {
              range: [low, high],
            },
          ],
          i,
        ) => [id, setting(low + (high - low) * ((Math.sqrt(2) * (i + 1)) % 1))],
      ),
    );
    expect(await open(written({ set }))).toMatchObject({ as: 'unshown', why: 'length' });
  });

  test.each([
    ['mes règles (2).json', {}, "'./mes règles (2).json' --territory aude"],
    ["l'été; rm -rf $HOME.json", {}, "'./l'\\''été; rm -rf $HOME.json' --territory aude"],
    ['--json', {}, "'./--json' --territory aude"],
    ['été.json', { territory: '59' }, 'été.json --territory nord'],
    ['a.json', { territory: './mine/here.json' }, 'a.json'],
  ])('the command for %s can be pasted as it is', async (name, over, end) => {
    expect(await open(written({ timeline, ...over }), name)).toMatchObject({ command: `npx parcours compare status-quo ${end}` });
  });

  test('a full tray', async () => {
    const full = { ...usual, scenarios: Array.from({ length: MOST_SCENARIOS }, () => ({ base: 'status-quo' })) };
    expect(await open(written(), 'mine.json', full)).toEqual({ as: 'full' });
  });
});

describe('mistakes', () => {
  test('come all at once, where they are, in the words of the command line', async () => {
    const file = { ...scenarioFile({ set: { 'capacity.stuff': setting(1), 'capacity.staff': setting('140') } }), base: 'statu-quo' };
    const found = await open(JSON.stringify(file, null, 2));
    if (found.as !== 'problems') throw new Error(found.as);
    const lines = found.problems.map((problem) => problemLine(problem, 'fr'));
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^mine\.json:\d+:\d+ {2}\S/);
    expect(lines.join('\n')).toContain('capacity.staff');
    expect(lines.join('\n')).toContain('status-quo');
  });

  test.each([
    ['not JSON', '{ "schema": parcours }', 'json-symbol'],
    ['a comment', `// mine\n${written()}`, 'json-comment'],
    ['empty', '', 'json-empty'],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'json-not-utf8'],
    ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'json-not-utf8'],
    ['null bytes', '{\0}', 'json-binary'],
    ['a circle of bases', written({ id: 'gip-joint-evaluation', base: 'gip-budget-shift' }), 'base-cycle'],
  ])('a file that is %s is told as such', async (_, content, code) => {
    const found = await open(content);
    expect(found.as === 'problems' && found.problems.map((problem) => problem.code)).toContain(code);
  });

  test('a file over 1 MiB is refused with its size, unread', async () => {
    const file = new File([new Uint8Array(3 * 1024 ** 2)], 'big.json');
    const unread = Object.assign(file, { arrayBuffer: () => Promise.reject(new Error('read')) });
    const found = await openFile(unread, () => usual, library);
    expect(found.as === 'problems' && found.problems.map((problem) => problemLine(problem, 'en'))).toEqual([
      'big.json  The file weighs 3.0 MiB; the limit is 1.0 MiB.',
    ]);
  });

  test('a file that went away before it was read is told', async () => {
    const gone = Object.assign(new File(['{}'], 'gone.json'), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) });
    expect(await openFile(gone, () => usual, library)).toEqual({ as: 'unreadable', file: 'gone.json' });
  });

  test('no text whatever makes opening reject', async () => {
    const texts = fc.oneof(
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.jsonValue().map((value) => written({ set: value, timeline: value, switches: value, base: value })),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect((await open(text)).as).toMatch(/^(problems|slot|unshown)$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a territory or a posterior that the page does not follow', () => {
  test('the territory is told by its id, whatever the file calls it; the page’s own goes without saying', async () => {
    expect((await opened({ territory: 'Nord' })).territory).toBe('nord');
    expect((await opened({ territory: '59' })).territory).toBe('nord');
    expect(await opened({ territory: '11' })).not.toHaveProperty('territory');
    expect(await opened({})).not.toHaveProperty('territory');
  });

  test('the posterior is told unless it is the one replications draw from', async () => {
    expect((await opened({ posterior: 'france' })).posterior).toBe('france');
    expect(await opened({ posterior: 'france' }, { ...usual, unknowns: true })).not.toHaveProperty('posterior');
    expect((await opened({ posterior: 'brussels' }, { ...usual, unknowns: true })).posterior).toBe('brussels');
  });

  test('a value outside what is plausible opens with a warning', async () => {
    const { slot, warnings } = await opened({ set: { 'capacity.staff': setting(parameters.get('capacity.staff')!.possible?.[1] ?? Number.NaN) } });
    expect(slot.base).toBe('status-quo');
    expect(warnings.map(({ code }) => code)).toEqual(['out-of-plausible']);
  });
});

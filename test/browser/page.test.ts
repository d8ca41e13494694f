import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indicators, modelVersion } from '../../src/engine/index.ts';
import { plan } from '../../src/experiments/plan.ts';
import { createRunner } from '../../src/workers/runner.ts';
import { decodeAddress, encodeAddress } from '../../web/state/address.ts';
import { builtInLibrary } from '../../web/state/built-in.ts';
import { type Document, opening } from '../../web/state/document.ts';
import { gather } from '../../web/state/outcome.ts';
import { plannedOf } from '../../web/state/planned.ts';
import { namesOf } from '../../web/state/store.ts';
import { launchChromium, requireOrSkip } from './chromium.ts';
import { servePage } from './page.ts';
import type { Served } from './serve.ts';
import { digest, figures, ran, type Visit, visit, workersAlive } from './visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const small: Document = { ...opening, population: 600, months: 36, replications: 6 };
/** Long enough to be stopped on the way. */
const long: Document = { ...opening, population: 2500, months: 120, replications: 30 };

describe.runIf(requireOrSkip('browser'))('the page as it is published', () => {
  let served: Served;
  let browser: Browser;
  const visits: Visit[] = [];

  beforeAll(async () => {
    served = await servePage();
    browser = (await launchChromium())!;
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const addressOf = (document: Document) => served.url + encodeAddress(document, modelVersion);

  async function open(document: Document | string = small, options = {}): Promise<Page> {
    const opened = await visit(browser, typeof document === 'string' ? served.url + document : addressOf(document), options);
    visits.push(opened);
    return opened.page;
  }

  async function read(download: Download): Promise<string> {
    return readFileSync(await download.path(), 'utf8');
  }

  async function save(page: Page, name: RegExp): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).first().click()]);
    return read(download);
  }

  test('opening it compares two rule books in the Aude, in French, with growing estimates', async () => {
    const page = await open('');
    await page.waitForSelector('.headline', { timeout: 60_000 });
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    expect(await page.textContent('h1')).toMatch(/^Aude/);
    expect(await page.locator('.slot').count()).toBe(2);
    expect(await page.textContent('.answer')).toMatch(/([Pp]remiers chiffres \(|Provisoire\u00a0: )\d+ tirages? sur 30/);
    const before = await digest(page);
    await page.waitForFunction((known) => document.querySelector('[data-digest]')?.getAttribute('data-digest') !== known, before, { timeout: 60_000 });
    await page.getByRole('button', { name: 'Arrêter' }).click();
    await ran(page, 'stopped');
    await page.close();
  });

  test('stopping ends the workers at once and keeps what is known; resuming ends where an unbroken run does', async () => {
    const page = await open(long);
    await page.waitForSelector('.headline', { timeout: 60_000 });
    expect(await workersAlive(page)).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.textContent('h1')).toContain('what do the rules change?');
    expect(await page.getAttribute('[data-run]', 'data-run')).toBe('running');
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('button', { name: 'Arrêter' }).click();
    await ran(page, 'stopped');
    expect(await workersAlive(page)).toBe(0);
    expect(await page.textContent('.run-state')).toMatch(/arrêté à \d+ tirages? sur 30/);
    await page.waitForTimeout(500);
    const partial = await digest(page);
    await page.waitForTimeout(2_500);
    expect(await digest(page)).toBe(partial);
    expect((await figures(page)).length).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'Reprendre' }).click();
    await ran(page);
    const unbroken = await open(long);
    await ran(unbroken);
    const whole = await digest(unbroken);
    expect(whole).not.toBe(partial);
    await expect.poll(() => digest(page), { timeout: 10_000 }).toBe(whole);
    expect(await figures(page)).toEqual(await figures(unbroken));
    await Promise.all([page.close(), unbroken.close()]);
  }, 240_000);

  test('it computes the bits that Node computes', async () => {
    const page = await open();
    await ran(page);
    const library = builtInLibrary();
    const scenarios = small.scenarios.map((slot, place) => plannedOf(slot, place, library));
    const experiment = { ...small, scenarios, territory: await library.loadTerritory(small.territory) };
    const run = createRunner();
    const results = plan(experiment).map((request) => run(request));
    const { outcome } = gather(experiment, indicators, results);
    expect(await digest(page)).toBe(outcome().result.digest);
    await page.close();
  });

  test('English is one click away, the address remembers it, and no figure moves', async () => {
    const page = await open();
    await ran(page);
    const before = await digest(page);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.textContent('h1')).toContain('what do the rules change?');
    expect(await page.locator('.consequences').textContent()).toContain('In words');
    expect(await digest(page)).toBe(before);
    await page.waitForFunction((hash) => location.hash !== hash, encodeAddress(small, modelVersion));
    const again = await open(new URL(page.url()).hash);
    await ran(again);
    expect(await again.getAttribute('html', 'lang')).toBe('en');
    expect(await figures(again)).toEqual(await figures(page));
    await Promise.all([page.close(), again.close()]);
  });

  test('the table opens on all indicators when asked, and says so in the address', async () => {
    const page = await open();
    await ran(page);
    const first = (await figures(page)).length;
    await page.getByRole('checkbox', { name: 'Tous les indicateurs' }).check();
    await page.waitForFunction((count) => document.querySelectorAll('.consequences tbody tr').length > count, first);
    await page.waitForFunction((hash) => location.hash !== hash, encodeAddress(small, modelVersion));
    expect(decodeAddress(new URL(page.url()).hash, namesOf(builtInLibrary())).document.lens.all).toBe(true);
    await page.close();
  });

  test('a lever of a copy changes its figures and no other; undoing brings them back; the address carries it all', async () => {
    const page = await open();
    await ran(page);
    await page.getByRole('button', { name: 'Copier pour modifier\u00a0: règles B' }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'levers-title-C');
    await page.waitForFunction(() => document.querySelectorAll('.consequences thead th[scope=colgroup]').length === 2);
    await ran(page);
    const copied = await figures(page);
    const known = await digest(page);
    await page.locator('#lever-C-capacity\\.staff input[type=number]').fill('140');
    await page.keyboard.press('Enter');
    await page.waitForFunction((was) => document.querySelector('[data-digest]')?.getAttribute('data-digest') !== was, known, { timeout: 60_000 });
    await ran(page);
    const moved = await figures(page);
    const columns = (rows: string[], from: number, to: number) => rows.map((row) => row.split(' | ').slice(from, to));
    expect(columns(moved, 0, 2)).toEqual(columns(copied, 0, 2));
    expect(columns(moved, 3, 4)).not.toEqual(columns(copied, 3, 4));
    const hash = await page.waitForFunction(() => (location.hash.length > 60 ? location.hash : null)).then((handle) => handle.jsonValue());
    const again = await open(hash!);
    await ran(again);
    expect(await figures(again)).toEqual(moved);
    expect(await digest(again)).toBe(await digest(page));
    expect(await again.locator('#lever-C-capacity\\.staff input[type=number]').inputValue()).toBe('140');
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.waitForFunction((was) => document.querySelector('[data-digest]')?.getAttribute('data-digest') === was, known);
    expect(await figures(page)).toEqual(copied);
    await Promise.all([page.close(), again.close()]);
  });

  test('each chart has a table with its points, an image and data that stand alone', async () => {
    const page = await open();
    await ran(page);
    for (const id of ['differences', 'series']) {
      const figure = page.locator(`#${id}`);
      await figure.getByRole('button', { name: 'Voir le tableau' }).click();
      expect(await figure.locator('table tbody tr').count()).toBeGreaterThan(3);
      expect(await figure.locator('table caption').textContent()).not.toBe('');
    }
    const [differences, series] = [await save(page, /CSV\s: (Différences|Aucune)/), await save(page, /CSV(?!.*(Différences|Aucune|conséquences))/)];
    expect(differences).toMatch(/^scenario,against,indicator,unit,window,/);
    expect(series.split('\r\n')[0]).toBe('scenario,letter,month,mean,low,high,p5,p95,replications');
    expect(series.trim().split('\r\n').length).toBe(1 + 2 * small.months);
    const svg = await save(page, /SVG/);
    const parsed = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const fills = [...parsed.querySelectorAll('circle')].map((circle) => circle.getAttribute('fill'));
      return {
        error: parsed.querySelector('parsererror')?.textContent,
        title: parsed.querySelector('svg > title')?.textContent,
        desc: parsed.querySelector('svg > desc')?.textContent,
        fills,
      };
    }, svg);
    expect(parsed.error).toBeUndefined();
    expect(parsed.title).toBe(await page.textContent('#differences-title'));
    expect(parsed.desc).toContain(modelVersion);
    expect(parsed.fills.length).toBeGreaterThan(3);
    for (const fill of parsed.fills) expect(fill).toMatch(/^rgb/);
    expect(svg).not.toMatch(/class=|var\(|style=/);
    await page.close();
  });

  test('with the keyboard alone: skip to the results, enter a chart, walk its points and hear each', async () => {
    const page = await open();
    await ran(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('results');
    const inside = () => page.evaluate(() => document.activeElement?.closest('.figure')?.id);
    for (let i = 0; i < 8 && (await inside()) !== 'differences'; i++) await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('ArrowDown');
    const second = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(first).toBeTruthy();
    expect(second).toBeTruthy();
    expect(second).not.toBe(first);
    expect(await page.textContent('#differences .reading')).toBe(second);
    await page.keyboard.press('Escape');
    expect(await page.textContent('#differences .reading')).not.toBe(second);
    expect(await page.getByRole('status').textContent()).toBe('Le calcul est fini.');
    expect((await page.textContent('body'))!.split('Calcul terminé\u00a0: 6 tirages.').length).toBe(2);
    await page.close();
  });

  test('one replication says that luck is unknown, everywhere', async () => {
    const page = await open({ ...small, replications: 1 });
    await ran(page);
    expect(await page.locator('.headline').textContent()).toContain('Un seul tirage ne dit rien du hasard');
    for (const row of (await figures(page)).filter(Boolean)) expect(row).toContain('inconnu');
    expect(await page.$$eval('#series .interval', (paths) => paths.filter((path) => path.getAttribute('d')).length)).toBe(0);
    await page.close();
  });

  test('a link that cannot be read says so and opens the usual comparison', async () => {
    const page = await open('#1.@@@');
    expect(await page.locator('.notice').textContent()).toContain('Ce lien n’a pas pu être lu');
    await page.getByRole('button', { name: 'Fermer' }).click();
    expect(await page.locator('.notice').count()).toBe(0);
    await page.waitForSelector('.headline', { timeout: 60_000 });
    await page.close();
  });

  test.each([
    ['fr', 'light', 1280],
    ['en', 'light', 1280],
    ['fr', 'dark', 1280],
    ['en', 'dark', 320],
  ] as const)('axe finds no violation on the filled page: %s, %s, %i pixels', async (lang, colorScheme, width) => {
    const copy = { base: 'status-quo', overrides: { 'conditionality.strictness': 4 } };
    const document = { ...small, scenarios: [...small.scenarios, copy], lens: { ...small.lens, lang } };
    const page = await open(document, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    await ran(page);
    for (const id of ['differences', 'series']) await page.locator(`#${id} button[aria-expanded]`).click();
    await page.$$eval('details', (all) => {
      for (const one of all) one.open = true;
    });
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { violations } = await (
        globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      ).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ; ')}`);
    });
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  test('no page has made an error, nor asked for anything outside its own origin', () => {
    expect(visits.length).toBeGreaterThan(8);
    expect(visits.flatMap(({ errors }) => errors)).toEqual([]);
    expect(visits.flatMap(({ strays }) => strays)).toEqual([]);
  });
});

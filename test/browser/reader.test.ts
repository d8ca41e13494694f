import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseScenario } from '../../src/cli/scenarios.ts';
import { modelVersion } from '../../src/engine/index.ts';
import { encodeAddress } from '../../web/state/address.ts';
import { builtInLibrary } from '../../web/state/built-in.ts';
import { type Document, opening, type Slot } from '../../web/state/document.ts';
import { rulesOf } from '../../web/state/planned.ts';
import { launchChromium, requireOrSkip } from './chromium.ts';
import { servePage } from './page.ts';
import type { Served } from './serve.ts';
import { ran, visit } from './visit.ts';

const small: Document = { ...opening, population: 600, months: 36, replications: 6 };

describe.runIf(requireOrSkip('browser'))('what readers take away from the page', () => {
  let served: Served;
  let browser: Browser;
  let folder = '';
  const errors: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parcours-reader-'));
    served = await servePage();
    browser = (await launchChromium())!;
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(document: Document, width = 1280): Promise<Page> {
    const opened = await visit(browser, served.url + encodeAddress(document, modelVersion), { viewport: { width, height: 900 } });
    await ran(opened.page);
    errors.push(...opened.errors);
    return opened.page;
  }

  async function save(page: Page, name: RegExp): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).first().click()]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }

  test.each([400, 320])('at %i pixels every level, difference and word of the table is on the screen', async (width) => {
    const page = await open({ ...small, scenarios: [...small.scenarios, { base: 'support-first' }] }, width);
    expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const cells = await page.$$eval('.consequences td', (all) =>
      all.map((cell) => {
        const { left, right, width: wide } = cell.getBoundingClientRect();
        return { left, right, wide, fits: cell.scrollWidth <= cell.clientWidth, label: getComputedStyle(cell, '::before').content };
      }),
    );
    expect(cells.length).toBeGreaterThan(40);
    for (const { left, right, wide, fits } of cells) expect([left >= 0, right <= width, wide > 60, fits]).toEqual([true, true, true, true]);
    for (const said of ['Niveau de A', 'Écart de B', 'Écart de C']) expect(cells.some(({ label }) => label.includes(said))).toBe(true);
    await page.close();
  });

  test('the first heading of the results says something about people, or that nothing can be told', async () => {
    const page = await open(small);
    expect(await page.locator('.story h2').textContent()).toMatch(/pour les personnes, |aucune différence que/);
    await page.close();
  });

  const verdicts = (page: Page) => page.locator('.finding, .plain-words strong, .plain-words .held, .note:not(.untold)').count();

  test('no verdict is said of the first replications', async () => {
    const long: Document = { ...opening, population: 2500 };
    const { page } = await visit(browser, served.url + encodeAddress(long, modelVersion), { viewport: { width: 1280, height: 900 } });
    await page.waitForSelector('.headline', { timeout: 60_000 });
    await page.getByRole('button', { name: 'Arrêter' }).click();
    await ran(page, 'stopped');
    const [, done] = /arrêté à (\d+) tirage/.exec((await page.textContent('.run-state'))!)!;
    if (Number(done) < 8) {
      const why = new RegExp(`premiers chiffres \\(${done} tirages? sur 30\\), trop tôt pour conclure`, 'i');
      for (const place of ['.headline h2', '#differences-title', '#series-title']) expect(await page.textContent(place)).toMatch(why);
      expect(await verdicts(page)).toBe(0);
      const points = await page.$$eval('#differences .point', (all) => all.map((point) => point.getAttribute('aria-label') ?? ''));
      expect(points.length).toBeGreaterThan(3);
      for (const point of points) expect(point).toMatch(why);
    }
    await page.close();
  });

  test('after a change of territory nothing is concluded from the figures of the one before', async () => {
    const page = await open(small);
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const heading = document.querySelector('h1')!.textContent;
        if (heading.startsWith('Aude') || !document.querySelector('.results.stale')) return;
        const told = document.querySelectorAll('.finding, .plain-words strong, .plain-words .held').length;
        seen.push(`${told} ${document.querySelector('.headline h2')!.textContent}`);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await page.locator('#territory').selectOption('bruxelles-capitale');
    await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length > 0);
    await page.waitForFunction(() => !document.querySelector('.withheld') && document.querySelector('.story'), undefined, { timeout: 60_000 });
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.at(-1)).toBe('0 Chiffres d’avant votre changement de territoire (Aude), en attendant les nouveaux.');
    expect(await page.textContent('.consequences')).toContain('Personnes dont le revenu d’intégration est ouvert');
    await page.close();
  });

  test('a run that ends before the rules change says so, and so does the list of changes', async () => {
    const page = await open({ ...small, months: 24 });
    expect(await page.locator('.story h2').textContent()).toContain('ne change rien avant le mois 24, et le calcul s’arrête au bout de 24 mois');
    const story = page.locator('.slot').nth(1);
    await story.locator('summary').first().click();
    const moves = await story.locator('.moves').textContent();
    expect(moves).toContain('services côte à côte → GIP');
    expect(moves).toContain('à partir du mois 24, en 12 mois, après la fin du calcul');
    await page.close();
  });

  test('every image says what is compared, where, on how many people, with how many replications and which seed', async () => {
    const page = await open(small);
    for (const figure of ['#differences', '#series']) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`${figure} .exports button`).nth(1).click()]);
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      const drawn = [...readFileSync(path, 'utf8').matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ');
      for (const said of [
        'A\u00a0: Les services côte à côte (référence)',
        'B\u00a0: Un GIP, jugé sur un résultat commun',
        'Aude',
        '600 personnes',
        '36 mois',
        '6 tirages',
        'parcours',
      ]) {
        expect(drawn).toContain(said);
      }
    }
    await page.close();
  });

  test('the file of a copy with a lever moved comes to the rules of the page', async () => {
    const slot: Slot = { base: 'gip-joint-evaluation', overrides: { 'capacity.staff': 140, 'conditionality.strictness': 4 } };
    const page = await open({ ...small, scenarios: [...small.scenarios, slot] });
    const path = await save(page, /Fichier JSON.*règles C$/);
    expect(path).toMatch(/gip-joint-evaluation-c\.json$/);
    const choice = chooseScenario(path);
    expect(choice.ok && choice.value.rules).toEqual(rulesOf(slot, builtInLibrary()));
    await page.close();
  });

  test('published trials: the score is there at once, those that are missed come first, each with its reason, in the language of the page', async () => {
    const page = await open(small);
    const section = page.locator('.evidence');
    expect(await section.textContent()).toMatch(/\d+ épreuves sur \d+ s’accordent/);
    expect(await section.locator('table').count()).toBe(0);
    await section.locator('summary').first().click();
    await section.locator('tbody').first().waitFor();
    const verdicts = await section.locator('tbody').first().locator('tr:not(.group) td:nth-of-type(1)').allTextContents();
    const agrees = verdicts.map((verdict) => /^(s’accorde|absence d’effet retrouvée)$/.test(verdict));
    expect(agrees.indexOf(true)).toBeGreaterThan(0);
    expect(agrees.slice(agrees.indexOf(true))).not.toContain(false);
    expect(await section.locator('tbody details').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => section.textContent()).toMatch(/\d+ tests of \d+ agree/);
    await page.close();
  });

  test('no page has made an error', () => {
    expect(errors).toEqual([]);
  });
});

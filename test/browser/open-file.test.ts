import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelVersion } from '../../src/engine/index.ts';
import { encodeAddress } from '../../web/state/address.ts';
import { type Document, MOST_SCENARIOS, opening } from '../../web/state/document.ts';
import { because, scenarioText } from '../io/builders.ts';
import { launchChromium, requireOrSkip } from './chromium.ts';
import { servePage } from './page.ts';
import type { Served } from './serve.ts';
import { digest, figures, ran, type Visit, visit } from './visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const copy = { base: 'gip-joint-evaluation', overrides: { 'capacity.staff': 140 } };
const small: Document = { ...opening, population: 600, months: 36, replications: 4, scenarios: [{ base: 'status-quo' }, copy] };

interface Chosen {
  readonly name: string;
  readonly text: string;
}

describe.runIf(requireOrSkip('browser'))('opening a file in the page', () => {
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

  async function open(document: Document = small, options = {}): Promise<Page> {
    const opened = await visit(browser, served.url + encodeAddress(document, modelVersion), options);
    visits.push(opened);
    // Choosers are caught from now on: a key pressed at once would open one of the system's.
    opened.page.on('filechooser', () => {});
    return opened.page;
  }

  /** Chooses a file as a person does without a mouse. */
  async function choose(page: Page, { name, text }: Chosen): Promise<void> {
    await page.locator('button', { hasText: /^(Ouvrir un fichier|Open a file)$/ }).focus();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  const told = (page: Page) => page.locator('[aria-live=polite] .told');
  const slots = (page: Page) => page.locator('.slot').count();

  test('a file saved from the page opens as one more slot, with the same figures, which undoing takes away', async () => {
    const page = await open();
    await ran(page);
    const before = await digest(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Fichier JSON à télécharger\u00a0: règles B' }).click(),
    ]);
    await choose(page, { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') });
    await page.waitForFunction(() => document.querySelectorAll('.slot').length === 3);
    expect(await told(page).textContent()).toMatch(/Fichier ouvert\s: «\s.*copie modifiée.*règles C\..*un levier déplacé/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ouvrir un fichier');
    await page.waitForFunction((was) => document.querySelector('[data-digest]')?.getAttribute('data-digest') !== was, before, { timeout: 60_000 });
    await ran(page);
    expect(await page.locator('#lever-C-capacity\\.staff input[type=number]').inputValue()).toBe('140');
    const rows = (await figures(page)).map((row) => row.split(' | ')).filter((row) => row.length > 1);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row.slice(3, 5)).toEqual(row.slice(1, 3));
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.slot').length === 2);
    expect(await told(page).count()).toBe(0);
    await expect.poll(() => digest(page), { timeout: 60_000 }).toBe(before);
    await page.close();
  });

  test('a broken file shows all its mistakes, in the language of the page, and loses nothing; put right, it opens', async () => {
    const page = await open();
    await ran(page);
    const before = await digest(page);
    const set = { 'capacity.staf': { value: 140, because }, 'evaluation.joint-weight': { value: 40, because } };
    await choose(page, { name: 'le-mien.json', text: scenarioText({ set }) });
    await told(page).waitFor();
    expect(await told(page).textContent()).toContain('le-mien.json n’a pas été ouvert\u00a0: 2 fautes.');
    const lines = await told(page).locator('li').allTextContents();
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^le-mien\.json:\d+:\d+ /);
    expect(lines[0]).toContain('capacity.staff');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await told(page).textContent()).toContain('le-mien.json was not opened: 2 problems.');
    expect([await slots(page), await digest(page)]).toEqual([2, before]);
    await choose(page, { name: 'le-mien.json', text: scenarioText({ set: { 'capacity.staff': { value: 140, because } }, territory: 'nord' }) });
    await page.waitForFunction(() => document.querySelectorAll('.slot').length === 3);
    const text = await told(page).textContent();
    expect(text).toContain('rule book C');
    expect(text).toMatch(/names the territory “Nord”; the page keeps “Aude”/);
    expect(text).not.toContain('problem');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    expect(await told(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Open a file');
    await page.close();
  });

  test('a lever whose details a file gives one by one moves as a whole, and goes back to its start', async () => {
    const page = await open();
    await choose(page, { name: 'le-mien.json', text: scenarioText({ set: { 'governance.meetings': { value: 1, because } } }) });
    const form = page.locator('#lever-C-governance\\.form');
    await form.waitFor();
    expect(await form.locator('.lever-state').textContent()).toContain('réglage particulier');
    const levels = form.locator('.levels button');
    await levels.last().click();
    expect(await levels.last().getAttribute('aria-pressed')).toBe('true');
    await form.getByRole('button', { name: /^Revenir au départ/ }).click();
    expect(await levels.first().getAttribute('aria-pressed')).toBe('true');
    await page.close();
  });

  test('rules with dates of their own are not shown as others: the command that plays them is given', async () => {
    const page = await open();
    await choose(page, { name: 'daté.json', text: scenarioText({ timeline: [{ at: 7, set: { 'capacity.staff': 140 }, because }] }) });
    await told(page).waitFor();
    expect(await told(page).locator('code').textContent()).toBe('npx parcours compare status-quo daté.json --territory aude');
    expect(await slots(page)).toBe(2);
    await page.close();
  });

  test('a full tray says so before any file is chosen', async () => {
    const page = await open({ ...small, scenarios: Array.from({ length: MOST_SCENARIOS }, () => ({ base: 'status-quo' })) });
    await page.getByRole('button', { name: 'Ouvrir un fichier' }).press('Enter');
    expect(await told(page).textContent()).toContain('La comparaison est pleine, de A à H.');
    await page.getByRole('button', { name: 'Retirer les règles H' }).click();
    expect(await told(page).count()).toBe(0);
    await page.close();
  });

  test.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('axe finds no violation in a message: %s, %i pixels', async (colorScheme, width) => {
    const page = await open(small, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const name = `${'un-nom-de-fichier-interminable-'.repeat(4)}.json`;
    for (const over of [{ set: { nothing: { value: 1, because } } }, { switches: { 'off-loading': false } }]) {
      await choose(page, { name, text: scenarioText(over) });
      await told(page).waitFor();
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(within: string): Promise<{ violations: { id: string }[] }> } };
        return (await axe.run('.settings')).violations.map(({ id }) => id);
      });
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.close();
  });

  test('no page has made an error, nor asked for anything outside its own origin', () => {
    expect(visits.flatMap(({ errors }) => errors)).toEqual([]);
    expect(visits.flatMap(({ strays }) => strays)).toEqual([]);
  });
});

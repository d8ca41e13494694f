import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, requireOrSkip } from './chromium.ts';
import { servePage } from './page.ts';
import type { Served } from './serve.ts';

describe.runIf(requireOrSkip('browser'))('charts in a real browser', () => {
  let served: Served;
  let browser: Browser;
  const errors: string[] = [];

  beforeAll(async () => {
    served = await servePage('fixtures/index.html');
    browser = (await launchChromium())!;
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function open(width = 1000): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${served.url}fixtures/index.html`);
    await page.waitForSelector('#dots-one-replication svg');
    return page;
  }

  const labels = (page: Page, id: string) => page.$$eval(`#${id} .point`, (points) => points.map((point) => point.getAttribute('aria-label')!));
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

  test('a band has its line, its 95 % interval and its spread; nothing but the line when luck is unknown', async () => {
    const page = await open();
    const drawn = (id: string, layer: string) => page.$$eval(`#${id} .${layer} path`, (paths) => paths.filter((path) => path.getAttribute('d')).length);
    for (const layer of ['lines', 'bands', 'spreads']) expect(await drawn('bands-two', layer)).toBe(2);
    expect(await drawn('bands-one-replication', 'lines')).toBe(2);
    for (const layer of ['bands', 'spreads']) expect(await drawn('bands-one-replication', layer)).toBe(0);
    for (const label of await labels(page, 'bands-one-replication')) expect(label).toContain('incertitude inconnue');
    for (const label of await labels(page, 'bands-two')) expect(label).toMatch(/de \d+ à \d+/);
    await page.close();
  });

  test('the 95 % interval of the mean lies inside the spread of replications', async () => {
    const page = await open();
    const heights = await page.$$eval('#bands-two .spread, #bands-two .interval', (paths) => paths.map((path) => (path as SVGPathElement).getBBox().height));
    const [spreadA, spreadB, intervalA, intervalB] = heights as [number, number, number, number];
    expect(intervalA).toBeLessThan(spreadA);
    expect(intervalB).toBeLessThan(spreadB);
    await page.close();
  });

  test('eight series are told apart without colour, and their letters do not overlap', async () => {
    const page = await open();
    const dashes = await page.$$eval('#bands-eight .line', (lines) => lines.map((line) => line.getAttribute('stroke-dasharray')));
    const marks = await page.$$eval('#bands-eight .point[data-column="0"]', (points) => points.map((point) => point.getAttribute('d')));
    const letters = await page.$$eval('#bands-eight .letter', (nodes) => nodes.map((node) => [node.textContent, node.getBoundingClientRect().top] as const));
    expect(new Set(dashes).size).toBe(8);
    expect(new Set(marks).size).toBe(8);
    expect(letters.map(([letter]) => letter).join('')).toBe('ABCDEFGH');
    const tops = letters.map(([, top]) => top).sort((a, b) => a - b);
    for (let i = 1; i < tops.length; i++) expect(tops[i]! - tops[i - 1]!).toBeGreaterThan(12);
    await page.close();
  });

  test('a chart is one stop for the tab key; arrows walk its points; Escape hides the reading', async () => {
    const page = await open();
    expect(await page.locator('#bands-two .point[tabindex="0"]').count()).toBe(1);
    const all = await labels(page, 'bands-two');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(all[0]);
    expect(await page.textContent('#bands-two .readout')).toBe(all[0]);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe(all[1]);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(all[all.length / 2 + 1]);
    await page.keyboard.press('End');
    expect(await focused(page)).toBe(all.at(-1));
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe(all.at(-1));
    await page.keyboard.press('Escape');
    expect(await page.textContent('#bands-two .readout')).toBe('');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe((await labels(page, 'bands-eight'))[0]);
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe(all.at(-1));
    await page.close();
  });

  test('a difference that cannot be told is hollow, and one replication has no interval', async () => {
    const page = await open();
    const marks = await page.$$eval('#dots .mark', (groups) =>
      groups.map((group) => ({ untold: group.classList.contains('untold'), fill: getComputedStyle(group.querySelector('circle')!).fill })),
    );
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(marks.some(({ untold }) => untold)).toBe(true);
    for (const { untold, fill } of marks) expect(fill === ground).toBe(untold);
    expect(await page.$$eval('#dots-one-replication .whisker', (lines) => lines.filter((line) => line.getAttribute('d')).length)).toBe(0);
    for (const label of await labels(page, 'dots-one-replication')) expect(label).toContain('incertitude inconnue');
    await page.close();
  });

  test('what goes further than the axis ends in an arrow', async () => {
    const page = await open();
    expect(await page.$$eval('#dots .beyond', (arrows) => arrows.filter((arrow) => arrow.getAttribute('d')).length)).toBeGreaterThan(0);
    await page.close();
  });

  test('at 320 pixels nothing sticks out, and every point can be hit', async () => {
    const page = await open(320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const right = await page.$$eval('.chart text, .chart .point', (nodes) => Math.max(...nodes.map((node) => node.getBoundingClientRect().right)));
    expect(right).toBeLessThanOrEqual(320);
    const sizes = await page.$$eval('#dots .hit', (hits) => hits.map((hit) => hit.getBoundingClientRect().width));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    await page.close();
  });

  test('no chart has made an error', () => {
    expect(errors).toEqual([]);
  });
});

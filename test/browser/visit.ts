import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Visit {
  readonly page: Page;
  /** Errors thrown or printed by the page. */
  readonly errors: string[];
  /** Addresses asked for outside the page's own origin. */
  readonly strays: string[];
}

/** Opens an address in a window of its own, and keeps what should never happen. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, locale: 'en-GB', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const strays: string[] = [];
  const { origin } = new URL(url);
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()));
  context.on('request', (request) => !request.url().startsWith(origin) && !request.url().startsWith('blob:') && strays.push(request.url()));
  await page.goto(url);
  return { page, errors, strays };
}

/** Waits until the run has ended in this state. */
export const ran = (page: Page, state: 'running' | 'done' | 'stopped' = 'done') => page.waitForSelector(`[data-run="${state}"]`, { timeout: 120_000 });

export const digest = (page: Page) => page.locator('[data-digest]').getAttribute('data-digest');

/** The figures of the table of consequences, row by row. */
export const figures = (page: Page) =>
  page.$$eval('.consequences tbody tr', (rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join(' | ')));

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Keeps the page's workers in sight: which were started, which were ended. Runs in the page. */
function watchWorkers(): void {
  const alive = new Set<Worker>();
  class Watched extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      alive.add(this);
    }
    override terminate(): void {
      alive.delete(this);
      super.terminate();
    }
  }
  Object.assign(window, { Worker: Watched, workersAlive: () => alive.size });
}

/** Workers the page has started and not ended. */
export const workersAlive = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { workersAlive(): number }).workersAlive());

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
  await context.addInitScript(watchWorkers);
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

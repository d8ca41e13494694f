import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where a Chromium usually is; the variable CHROMIUM names another. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const folder = join('scenarios', 'pictures');
const pictures = [
  { file: 'gip-aude.svg', language: 'Français', button: /^Télécharger l’image SVG/ },
  { file: 'gip-aude.en.svg', language: 'English', button: /^Download the SVG/ },
] as const;

/** Packages of development, left out of the bundle: they are looked for where the program runs. */
const load = <T>(name: string): Promise<T> => import(/* @vite-ignore */ name) as Promise<T>;

async function save(page: Page, { file, language, button }: (typeof pictures)[number]): Promise<void> {
  const other = page.getByRole('button', { name: language, exact: true });
  if ((await other.count()) > 0) await other.click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#differences').getByRole('button', { name: button }).click()]);
  writeFileSync(join(folder, file), readFileSync(await download.path(), 'utf8'));
  console.log(join(folder, file));
}

/** Redraws the pictures of README.md: what the page shows when it opens, exported by the page itself. To be run from the root of the repository. */
const { createServer } = await load<typeof import('vite')>('vite');
const { chromium } = await load<typeof import('playwright-core')>('playwright-core');
const server = await createServer({ server: { port: 0, strictPort: false }, logLevel: 'warn' });
const chromiumSandbox = process.getuid?.() !== 0;
const browser = await chromium.launch({ executablePath, chromiumSandbox, args: chromiumSandbox ? [] : ['--no-sandbox'] });
try {
  await server.listen();
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 }, acceptDownloads: true });
  await page.goto(server.resolvedUrls!.local[0]!);
  await page.waitForSelector('[data-run="done"]', { timeout: 1_200_000 });
  mkdirSync(folder, { recursive: true });
  for (const picture of pictures) await save(page, picture);
} finally {
  await browser.close();
  await server.close();
}

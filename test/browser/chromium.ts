import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find.ts';

export { requireOrSkip } from './require.ts';

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run', '--disable-gpu'];

/** Starts a headless Chromium ($CHROMIUM, else the system's), or gives nothing when there is none. The caller closes it. */
export async function launchChromium(): Promise<Browser | null> {
  const executablePath = findChromium();
  if (!executablePath) return null;
  const chromiumSandbox = process.getuid?.() !== 0;
  return chromium.launch({ executablePath, chromiumSandbox, args: chromiumSandbox ? quiet : ['--no-sandbox', ...quiet] });
}

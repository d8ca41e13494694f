import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from './find.ts';

/** Settings that keep a new profile from asking questions or calling home. */
const settings = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.prefetch-next': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = once(program, 'exit');
  program.kill('SIGTERM');
  const late = setTimeout(() => program.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(late);
}

/**
 * Opens `url` in a headless Firefox ($FIREFOX, else the system's) with a profile of its own. Nothing drives the page: it reports by itself to the server
 * it came from. Throws when there is no Firefox. `failed` rejects when Firefox ends before it is closed.
 */
export async function openInFirefox(url: string): Promise<{ failed: Promise<never>; close(): Promise<void> }> {
  const file = findFirefox();
  if (!file) throw new Error('No Firefox found: ask requireOrSkip first.');
  const profile = mkdtempSync(join(tmpdir(), 'parcours-firefox-'));
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(settings)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const program = spawn(file, ['--headless', '--no-remote', '--profile', profile, url], {
    stdio: 'ignore',
    env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  let closing = false;
  const failed = new Promise<never>((_, reject) => {
    program.once('error', reject);
    program.once('exit', (code, signal) => closing || reject(new Error(`Firefox ended by itself (${code ?? signal}).`)));
  });
  failed.catch(() => {});
  return {
    failed,
    async close() {
      closing = true;
      await stop(program);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

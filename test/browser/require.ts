import { findChromium, findFirefox } from './find.ts';

const needs = {
  browser: { find: findChromium, package: 'chromium', variable: 'CHROMIUM' },
  firefox: { find: findFirefox, package: 'firefox-esr', variable: 'FIREFOX' },
} as const;

/**
 * Whether the tests that need `what` can run here, for `test.runIf(requireOrSkip('browser'))`.
 * Without it they are skipped, with a line that says how to get it; when PARCOURS_REQUIRE lists it, its absence is a failure.
 */
export function requireOrSkip(what: keyof typeof needs): boolean {
  const need = needs[what];
  if (need.find()) return true;
  const missing = `No ${what} found. Install one (Debian: apt-get install ${need.package}) or set ${need.variable} to its path.`;
  if ((process.env.PARCOURS_REQUIRE ?? '').split(',').includes(what)) throw new Error(missing);
  console.warn(`${missing} The tests that need it are skipped.`);
  return false;
}

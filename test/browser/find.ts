import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const firefoxNames = ['firefox-esr', 'firefox'];
const usualPlaces = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Firefox.app/Contents/MacOS/firefox'];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The program that `variable` names, else the first of `names` on the path, else one in its usual place. Throws when the variable names no program. */
function find(variable: string, names: readonly string[]): string | null {
  const wanted = process.env[variable];
  if (wanted && !isProgram(wanted)) throw new Error(`${variable}=${wanted} is not a program: name one, or leave ${variable} out.`);
  if (wanted) return wanted;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const usual = usualPlaces.filter((file) => names.some((name) => file.toLowerCase().endsWith(name.replace('-', ' '))));
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usual].find(isProgram) ?? null;
}

export const findChromium = () => find('CHROMIUM', chromiumNames);
export const findFirefox = () => find('FIREFOX', firefoxNames);

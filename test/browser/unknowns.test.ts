import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelVersion } from '../../src/engine/index.ts';
import { encodeAddress } from '../../web/state/address.ts';
import { type Document, opening } from '../../web/state/document.ts';
import { build, parcours } from '../cli/parcours.ts';
import { launchChromium, requireOrSkip } from './chromium.ts';
import { servePage } from './page.ts';
import type { Served } from './serve.ts';
import { digest, ran, visit } from './visit.ts';

const small: Document = { ...opening, population: 1000, months: 30, replications: 4 };

/** The digest that the command line prints for what the page was asked. */
async function printed({ territory, population, months, replications, seed, scenarios }: Document, ...more: string[]): Promise<string> {
  const size = Object.entries({ territory, population, months, replications, seed }).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { out, err } = await parcours(['compare', ...scenarios.map(({ base }) => base), ...size, ...more, '--json']);
  expect(err).toBe('');
  return (JSON.parse(out) as { digest: string }).digest;
}

describe.runIf(requireOrSkip('browser'))('what the page does with what is unknown of the parameters', () => {
  let served: Served;
  let browser: Browser;
  const errors: string[] = [];

  beforeAll(async () => {
    [served] = await Promise.all([servePage(), build()]);
    browser = (await launchChromium())!;
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function open(document: Document = small): Promise<Page> {
    const opened = await visit(browser, served.url + encodeAddress(document, modelVersion));
    await ran(opened.page);
    errors.push(...opened.errors);
    return opened.page;
  }

  test('parameters drawn or held, it gives the digest of the command line; undoing, redoing and the address keep the two apart', async () => {
    const [held, drawn] = await Promise.all([printed(small), printed(small, '--posterior', 'france')]);
    expect(drawn).not.toBe(held);
    const page = await open();
    expect(await digest(page)).toBe(held);
    expect(await page.textContent('.answer')).toContain(
      'tenus à leur valeur par défaut, ou à celle que tient le territoire\u00a0: l’intervalle dit la part du hasard',
    );
    const becomes = (wanted: string) => expect.poll(() => digest(page), { timeout: 60_000 }).toBe(wanted);
    await page.locator('.size summary').click();
    const choice = page.getByRole('checkbox', { name: 'Tenir compte de ce qu’on ignore des paramètres', exact: true });
    expect(await choice.isChecked()).toBe(false);
    await choice.focus();
    await page.keyboard.press('Space');
    await becomes(drawn);
    expect(await page.textContent('.answer')).toMatch(/calage «\u00a0france\u00a0» \(\d+ jeux de valeurs\)/);
    expect(await page.textContent('.bottom')).toContain('tirés du calage «\u00a0france\u00a0»');
    await page.getByRole('button', { name: 'Annuler' }).click();
    await becomes(held);
    expect(await choice.isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Rétablir' }).click();
    await becomes(drawn);
    const again = await open({ ...small, unknowns: true });
    expect(await digest(again)).toBe(drawn);
    await Promise.all([page.close(), again.close()]);
  });

  test('in Brussels parameters are drawn from what is published there', async () => {
    const document: Document = { ...small, territory: 'bruxelles-capitale', replications: 3, unknowns: true };
    const page = await open(document);
    expect(await digest(page)).toBe(await printed(document, '--posterior', 'brussels'));
    expect(await page.textContent('.size')).toContain('erreur\u00a0: ce calage dit l’ignorance plus qu’il n’ajuste le modèle');
    await page.close();
  });

  test('no page has made an error', () => {
    expect(errors).toEqual([]);
  });
});

import { afterEach, beforeAll, expect, test } from 'vitest';
import { bundle } from './bundle.ts';
import { launchChromium, requireOrSkip } from './chromium.ts';
import { openInFirefox } from './firefox.ts';
import { digests } from './run.ts';
import { type Served, serve } from './serve.ts';

const page = `<!doctype html><title>run</title><script type="module">
new Worker('worker.js', { type: 'module' }).onmessage = ({ data }) => fetch('report', { method: 'POST', body: JSON.stringify(data) });
</script>`;

let served: Served | undefined;
let worker = '';
let node: string[] = [];
beforeAll(async () => {
  worker = await bundle('test/browser/run.worker.ts');
  node = digests();
});
afterEach(() => served?.close());

const open = async (): Promise<Served> => {
  served = await serve({ 'index.html': page, 'worker.js': worker });
  return served;
};

const same = (theirs: unknown): void => expect(theirs).toEqual(node);

test('two rule books give two digests', () => expect(node[0]).not.toBe(node[1]));

test.runIf(requireOrSkip('browser'))('a run in a Chromium worker has the digest of a run in Node', async () => {
  const { url, reported } = await open();
  const browser = await launchChromium();
  try {
    await (await browser?.newPage())?.goto(url);
    same(await reported);
  } finally {
    await browser?.close();
  }
});

test.runIf(requireOrSkip('firefox'))('a run in a Firefox worker has the digest of a run in Node', async () => {
  const { url, reported } = await open();
  const firefox = await openInFirefox(url);
  try {
    same(await Promise.race([reported, firefox.failed]));
  } finally {
    await firefox.close();
  }
});

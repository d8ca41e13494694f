import { afterAll, beforeAll, expect, test } from 'vitest';
import { bits } from './bits.ts';
import { bundle } from './bundle.ts';
import { launchChromium, requireOrSkip } from './chromium.ts';
import { openInFirefox } from './firefox.ts';
import { type Served, serve } from './serve.ts';

interface Report {
  readonly ours: Record<string, string>;
  readonly host: Record<string, string>;
}

const page = `<!doctype html><title>exact</title><script type="module">
new Worker('worker.js', { type: 'module' }).onmessage = ({ data }) => fetch('report', { method: 'POST', body: JSON.stringify(data) });
</script>`;

let served: Served;
let worker = '';
beforeAll(async () => {
  worker = await bundle('test/browser/bits.worker.ts');
});
afterAll(() => served?.close());

async function opened(): Promise<Served> {
  await served?.close();
  served = await serve({ 'index.html': page, 'worker.js': worker });
  return served;
}

test.runIf(requireOrSkip('browser'))('a worker in Chromium computes the same bits as Node', async () => {
  const { url, reported } = await opened();
  const browser = await launchChromium();
  try {
    await (await browser?.newPage())?.goto(url);
    const { ours, host } = (await reported) as Report;
    console.log(`Chromium ${browser?.version()}: its own exp and log ${host.exp === bits({ exp: Math.exp }).exp ? 'agree' : 'differ'} with Node's`);
    expect(ours).toEqual(bits());
  } finally {
    await browser?.close();
  }
});

test.runIf(requireOrSkip('firefox'))('a worker in Firefox computes the same bits as Node', async () => {
  const { url, reported } = await opened();
  const firefox = await openInFirefox(url);
  try {
    expect(((await Promise.race([reported, firefox.failed])) as Report).ours).toEqual(bits());
  } finally {
    await firefox.close();
  }
});

test('the comparison sees one bit in fifty thousand values', () => {
  const bent = (x: number) => (x === 777 * 0.001234567 ? x * (1 + Number.EPSILON) : x);
  expect(bits({ f: bent })).not.toEqual(bits({ f: (x) => x }));
});

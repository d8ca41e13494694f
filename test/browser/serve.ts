import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  txt: 'text/plain',
  svg: 'image/svg+xml',
};

export interface Served {
  readonly url: string;
  /** The first thing the page posts to `report`, read as JSON. */
  readonly reported: Promise<unknown>;
  close(): Promise<void>;
}

/** Serves files held in memory on a free local port, by path (`index.html` for the root), and waits for the page's report. */
export async function serve(files: Readonly<Record<string, string>>): Promise<Served> {
  let report: (value: unknown) => void = () => {};
  const reported = new Promise<unknown>((done) => {
    report = done;
  });
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').slice(1).replace(/\?.*$/, '') || 'index.html';
    if (request.method === 'POST' && path === 'report') {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      response.writeHead(204).end();
      report(JSON.parse(Buffer.concat(parts).toString('utf8')));
      return;
    }
    const text = files[path];
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': `${types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain'}; charset=utf-8` }).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, reported, close };
}

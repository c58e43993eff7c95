import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist } from './paths.mjs';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * A plain static host, as simple as the simplest that Perennial must run on: one folder under one path, no rewriting.
 * @param {{ folder?: string, prefix?: string, port?: number }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ folder = dist, prefix = '/', port = 0 } = {}) {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/', folder, prefix, request.method === 'HEAD', response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    });
  return { url: `http://localhost:${address.port}${prefix}`, close: async () => void (await close()) };
}

/**
 * @param {string} url
 * @param {string} folder
 * @param {string} prefix
 * @param {boolean} headOnly
 * @param {import('node:http').ServerResponse} response
 */
async function answer(url, folder, prefix, headOnly, response) {
  const file = await locate(url, folder, prefix);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  const type = TYPES[path.extname(file.path)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'content-length': file.size, 'cache-control': 'no-cache' });
  if (headOnly) response.end();
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
}

/**
 * @param {string} url
 * @param {string} folder
 * @param {string} prefix
 * @returns {Promise<{ path: string, size: number } | null>} null for whatever is not a file inside the folder
 */
async function locate(url, folder, prefix) {
  try {
    const pathname = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (!pathname.startsWith(prefix) || pathname.includes('\0')) return null;
    const rest = pathname.slice(prefix.length);
    const file = path.resolve(folder, rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest);
    if (!file.startsWith(path.resolve(folder) + path.sep)) return null;
    const found = await stat(file);
    return found.isFile() ? { path: file, size: found.size } : null;
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [prefix = '/', port = '4173'] = process.argv.slice(2);
  console.log((await serve({ prefix, port: Number(port) })).url);
}

import { request } from 'node:http';
import path from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../tools/serve.mjs';

const folder = path.resolve(import.meta.dirname, '../../public');

/** fetch would tidy a path such as /a/../b before sending it. */
function status(base: string, target: string): Promise<number> {
  const { port } = new URL(base);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: target }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('serves its folder under its prefix and nothing else', async () => {
  const server = await serve({ folder, prefix: '/some/where/' });
  try {
    expect(await status(server.url, '/some/where/icon.svg')).toBe(200);
    const outside = [
      '/icon.svg',
      '/some/where/../../package.json',
      '/some/where/..%2fpackage.json',
      '/some/where/%00',
      '/%',
    ];
    for (const target of outside) expect(await status(server.url, target), target).toBe(404);
  } finally {
    await server.close();
  }
});

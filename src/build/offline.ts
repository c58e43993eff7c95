import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

const WORKER = 'service-worker.js';
/** Files that are not cached: source maps are for debuggers, the screenshot is for the README. */
const ONLINE_ONLY = /[.]map$|^screenshot[.]png$/;

/** Writes the service worker last, from the files in the output folder, public files and sample data included. */
export function offline(): Plugin {
  let ssr = false;
  let root = '';
  return {
    name: 'perennial:offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      ssr = Boolean(config.build.ssr);
      root = config.root;
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (ssr || !dir) return;
        const { files, version } = await inventory(dir);
        const source = path.join(root, 'src/build/service-worker.ts');
        await writeFile(path.join(dir, WORKER), await compile(source, files, version));
      },
    },
  };
}

async function inventory(dir: string): Promise<{ files: string[]; version: string }> {
  const hash = createHash('sha256');
  const files: string[] = [];
  for (const entry of (await readdir(dir, { recursive: true })).sort()) {
    const file = path.join(dir, entry);
    const name = entry.split(path.sep).join('/');
    if (ONLINE_ONLY.test(name) || name === WORKER || (await stat(file)).isDirectory()) continue;
    hash
      .update(name)
      .update('\0')
      .update(await readFile(file));
    // A host may redirect index.html to its folder, and a browser refuses a redirected response to a navigation.
    files.push(name === 'index.html' ? './' : name);
  }
  return { files, version: hash.digest('hex').slice(0, 16) };
}

async function compile(source: string, files: string[], version: string): Promise<string> {
  const { code } = await transformWithOxc(await readFile(source, 'utf8'), source, { sourcemap: false });
  // Registered as a classic script, which every browser takes; a module's empty export would be a syntax error there.
  return code
    .replace(/^export \{\s*\};?\s*$/m, '')
    .replace('__FILES__', JSON.stringify(files))
    .replace('__VERSION__', JSON.stringify(version));
}

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';

const SERVED = /[.](csv|xlsx|json)$/;

/** Puts the sample companies and their catalogue into the build under the same path; the development server serves it from the root as it is. */
export function sampleData(): Plugin {
  let root = '';
  let ssr = false;
  return {
    name: 'perennial:sample-data',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      ssr = Boolean(config.build.ssr);
    },
    async generateBundle() {
      if (ssr) return;
      for (const fileName of await listSamples(root)) {
        this.emitFile({ type: 'asset', fileName, source: await readFile(path.join(root, fileName)) });
      }
    },
  };
}

async function listSamples(root: string): Promise<string[]> {
  const folder = path.join(root, 'sample-data');
  const entries = await readdir(folder, { recursive: true }).catch(() => [] as string[]);
  return entries
    .map((entry) => entry.split(path.sep).join('/'))
    .filter((entry) => !entry.startsWith('generator/') && SERVED.test(entry))
    .map((entry) => `sample-data/${entry}`)
    .sort();
}

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createServer, type Plugin } from 'vite';

const SERVED = /[.](csv|xlsx|json)$/;

/** Puts the sample companies and their catalogue into the build under the same path; the development server serves them from the repository's root. */
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
      this.emitFile({ type: 'asset', fileName: `sample-data/${FIRST}/first-view.json`, source: await firstView(root) });
    },
  };
}

/** The company for which the first view is prepared. */
const FIRST = 'shop';
interface Company {
  readonly id: string;
  readonly files: readonly { readonly path: string }[];
}
interface Counting {
  readonly countFirstView: (company: Company, files: readonly { name: string; blob: Blob }[]) => Promise<string>;
}

/** The first view, computed by the product's own engine from the sample files. */
async function firstView(root: string): Promise<string> {
  const folder = path.join(root, 'sample-data');
  const companies = JSON.parse(await readFile(path.join(folder, 'catalog.json'), 'utf8')) as Company[];
  const company = companies.find(({ id }) => id === FIRST)!;
  const paths = [...new Set(company.files.map((file) => file.path))];
  const files = await Promise.all(
    paths.map(async (name) => ({ name, blob: new Blob([await readFile(path.join(folder, FIRST, name))]) })),
  );
  // This server serves no page. It stays open because the engine imports modules while it runs.
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const { countFirstView } = (await server.ssrLoadModule('/src/engine/first-view.ts')) as Counting;
    return await countFirstView(company, files);
  } finally {
    await server.close();
  }
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

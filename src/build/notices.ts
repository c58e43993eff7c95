import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { noticesText, packageFolder, readPackage } from './bundled-packages.ts';

/** Beside index.html; the Start page links to it. */
export const NOTICES = 'third-party-notices.txt';

/**
 * Puts LICENSE and the licences of everything that is bundled into the build. Vite's own `build.license` lists neither
 * what only a worker imports nor fonts and binaries. Workers are bundles of their own, made before the page's is
 * written: `inWorker` belongs to the worker's plugins and records their modules.
 */
export function notices(): { readonly inPage: Plugin; readonly inWorker: () => Plugin } {
  const folders = new Set<string>();
  let root = '';
  let ssr = false;
  const note = (bundle: Bundle) => {
    for (const id of Object.values(bundle).flatMap(sourcesOf)) {
      const folder = packageFolder(id, root);
      if (folder) folders.add(folder);
    }
  };
  const inWorker = (): Plugin => ({
    name: 'perennial:notices-of-workers',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    generateBundle: (_, bundle) => note(bundle),
  });
  const inPage: Plugin = {
    name: 'perennial:notices',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      ssr = Boolean(config.build.ssr);
    },
    async generateBundle(_, bundle) {
      if (ssr) return;
      note(bundle);
      const own = await readFile(path.join(root, 'LICENSE'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'LICENSE', source: own });
      const source = noticesText(own, [...folders].map(readPackage));
      this.emitFile({ type: 'asset', fileName: NOTICES, source });
    },
  };
  return { inPage, inWorker };
}

type Bundle = Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1];

/** The modules of a chunk that were not removed as unused, with style sheets; the files of an asset. */
function sourcesOf(output: Bundle[string]): readonly string[] {
  if (output.type === 'asset') return output.originalFileNames;
  return output.moduleIds;
}

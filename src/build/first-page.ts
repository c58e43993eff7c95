import path from 'node:path';
import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';

/** Modules of the page that opens without an address. They are fetched in parallel with the entry, not after it has run. */
const FIRST = [
  'src/app/pages/LifeCycle.svelte',
  'src/metrics/customer-balance/view.ts',
  'src/metrics/buying-and-away/view.ts',
  'src/metrics/kpi-tree/view.ts',
];

/** Adds `modulepreload` links for the first page's modules and all their imports to index.html. */
export function firstPage(): Plugin {
  let root = '';
  return {
    name: 'perennial:first-page',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        return bundle ? tagsOf(html, bundle, root) : [];
      },
    },
  };
}

function tagsOf(html: string, bundle: Rollup.OutputBundle, root: string): HtmlTagDescriptor[] {
  const chunks = new Map<string, Rollup.OutputChunk>();
  const add = (chunk: Rollup.OutputChunk) => {
    if (chunks.has(chunk.fileName)) return;
    chunks.set(chunk.fileName, chunk);
    for (const name of chunk.imports) {
      const next = bundle[name];
      if (next?.type === 'chunk') add(next);
    }
  };
  for (const place of FIRST) add(chunkOf(bundle, path.join(root, place)));
  const styles = new Set([...chunks.values()].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
  const isNew = (file: string) => !html.includes(file);
  return [
    ...[...chunks.keys()].filter(isNew).map((file) => link({ rel: 'modulepreload', href: `./${file}` })),
    ...[...styles].filter(isNew).map((file) => link({ rel: 'stylesheet', href: `./${file}` })),
  ];
}

const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { ...attrs, crossorigin: true },
  injectTo: 'head',
});

function chunkOf(bundle: Rollup.OutputBundle, module: string): Rollup.OutputChunk {
  const found = Object.values(bundle).find((one) => one.type === 'chunk' && one.moduleIds.includes(module));
  if (found?.type !== 'chunk') throw new Error(`No part of the build holds ${module}.`);
  return found;
}

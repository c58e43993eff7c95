import { readFile } from 'node:fs/promises';
import { marked } from 'marked';
import type { Plugin } from 'vite';

const QUERY = '.md?html';

/**
 * `import html from './about.md?html'`: HTML rendered at build time, so that no renderer is shipped.
 * Only for this repository's own texts: nothing is sanitised.
 */
export function markdown(): Plugin {
  return {
    name: 'perennial:markdown',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(QUERY)) return null;
      const file = id.slice(0, -'?html'.length);
      this.addWatchFile(file);
      const html = await marked.parse(await readFile(file, 'utf8'));
      return { code: `export default ${JSON.stringify(html)};`, map: null, moduleType: 'js' };
    },
  };
}

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './src/build/content-security-policy.ts';
import { markdown } from './src/build/markdown.ts';
import { firstPage } from './src/build/first-page.ts';
import { notices } from './src/build/notices.ts';
import { offline } from './src/build/offline.ts';
import { sampleData } from './src/build/sample-data.ts';

const { inPage, inWorker } = notices();

export default defineConfig({
  // Relative addresses, so that the site runs under any sub-path of any static host.
  base: './',
  plugins: [svelte(), markdown(), contentSecurityPolicy(), firstPage(), sampleData(), inPage, offline()],
  worker: { format: 'es', plugins: () => [inWorker()] },
  build: {
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      output: {
        // Small modules that most pages share, as a few files in place of a hundred.
        codeSplitting: {
          groups: [
            { name: 'catalog', test: /src.metrics.(?:catalog|metric|choices|[^.]*.definition)[.]ts$/, priority: 2 },
            { name: 'shared', test: /src.(?:domain|charts)./, minShareCount: 5, priority: 1 },
          ],
        },
      },
    },
  },
});

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { markdown } from './src/build/markdown.ts';
import { chromiumLaunch } from './tests/support/chromium.mjs';
import { seed } from './tests/support/settings.mjs';
import { hasSharedCases, hasSharedData } from './tests/support/shared-data-path.mjs';

const absent = [
  ...(hasSharedData ? [] : ['tests/!(cases)/**/*.oracle.test.ts']),
  ...(hasSharedCases ? [] : ['tests/cases/**/*.oracle.test.ts']),
];
const setupFiles = ['tests/support/seed.ts'];
const env = { PERENNIAL_SEED: seed };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        plugins: [svelte(), markdown()],
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', ...absent],
          testTimeout: 90_000,
          setupFiles,
          env,
        },
      },
      {
        plugins: [svelte(), markdown()],
        worker: { format: 'es' },
        // Found late, a dependency makes Vite reload the page in the middle of a test; a worker's are always found late.
        optimizeDeps: {
          include: [
            '@codemirror/autocomplete',
            '@codemirror/commands',
            '@codemirror/lang-sql',
            '@codemirror/language',
            '@codemirror/state',
            '@codemirror/view',
            '@e965/xlsx',
            '@e965/xlsx/dist/cpexcel.full.mjs',
            'apache-arrow',
            'd3',
            'fast-check',
            'hucre/xlsx',
            'hyparquet',
            'idb',
            'papaparse',
            'sql.js',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          testTimeout: 90_000,
          setupFiles,
          env,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

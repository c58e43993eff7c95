import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './src/build/content-security-policy.ts';
import { markdown } from './src/build/markdown.ts';
import { notices } from './src/build/notices.ts';
import { offline } from './src/build/offline.ts';
import { sampleData } from './src/build/sample-data.ts';

const { inPage, inWorker } = notices();

export default defineConfig({
  // Relative addresses, so that the site runs under any sub-path of any static host.
  base: './',
  plugins: [svelte(), markdown(), contentSecurityPolicy(), sampleData(), inPage, offline()],
  worker: { format: 'es', plugins: () => [inWorker()] },
  build: { target: 'es2022', sourcemap: true },
});

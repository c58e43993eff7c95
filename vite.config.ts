import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './src/build/content-security-policy.ts';
import { markdown } from './src/build/markdown.ts';
import { offline } from './src/build/offline.ts';
import { sampleData } from './src/build/sample-data.ts';

export default defineConfig({
  // Relative addresses, so that the site runs under any sub-path of any static host.
  base: './',
  plugins: [svelte(), markdown(), contentSecurityPolicy(), sampleData(), offline()],
  worker: { format: 'es' },
  build: { target: 'es2022', sourcemap: true },
});

import path from 'node:path';
import { build } from 'vite';

/** Builds the page that holds both sides, with the product's workers and DuckDB's files, into `folder`. */
export async function buildPage(root: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    root: path.join(root, 'tests/benchmarks/page'),
    base: './',
    logLevel: 'error',
    mode: 'production',
    publicDir: false,
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', reportCompressedSize: false },
  });
}

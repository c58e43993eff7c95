import path from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { noticesText, packageFolder, readPackage } from '../../src/build/bundled-packages';
import { notices, NOTICES } from '../../src/build/notices';
import { withTree } from '../architecture/broken-tree';

const manifest = (name: string) =>
  JSON.stringify({ name, version: '1.2.3', license: 'MIT', type: 'module', main: 'index.js' });
const pack = (name: string, texts: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ 'package.json': manifest(name), ...texts }).map(([file, text]) => [
      `node_modules/${name}/${file}`,
      text,
    ]),
  );

const site = {
  LICENSE: 'Our own licence',
  'index.html': '<!doctype html><script type="module" src="./main.js"></script>',
  'main.js': [
    "import { page } from 'in-page';",
    "import './page.css';",
    "import work from './work.js?worker&url';",
    "import unused from 'unused';",
    'document.title = page + work;',
  ].join('\n'),
  'work.js': "import { work } from '@scope/in-worker';\npostMessage(work);",
  'page.css': "@font-face { font-family: f; src: url('./node_modules/font/f.woff2') }",
  ...pack('in-page', { 'index.js': "export const page = 'page';", LICENSE: 'Licence of the page', NOTICE: 'A notice' }),
  ...pack('@scope/in-worker', { 'index.js': "export const work = 'work';", 'LICENCE.md': 'Licence of the worker' }),
  ...pack('font', { 'f.woff2': 'f'.repeat(9000), 'COPYING.txt': 'Licence of the font' }),
  ...pack('unused', { 'index.js': 'export default 1;', LICENSE: 'Licence of the unused' }),
};

test('names what page, workers and style sheets bring into the build, with whole texts, and nothing else', async () => {
  const written = await withTree(site, async (root) => {
    const { inPage, inWorker } = notices();
    const result = await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [inPage],
      worker: { format: 'es', plugins: () => [inWorker()] },
      build: { write: false },
    });
    const { output } = (Array.isArray(result) ? result[0] : result) as Extract<typeof result, { output: unknown }>;
    return Object.fromEntries(output.map((file) => [file.fileName, file.type === 'asset' ? String(file.source) : '']));
  });
  expect(written['LICENSE']).toBe('Our own licence');
  const text = written[NOTICES];
  expect(text.startsWith('Our own licence\n')).toBe(true);
  const named = [...text.matchAll(/^(\S+) 1[.]2[.]3 \(MIT\)$/gm)].map((match) => match[1]);
  expect(named).toEqual(['@scope/in-worker', 'font', 'in-page']);
  for (const part of ['Licence of the page', 'A notice', 'Licence of the worker', 'Licence of the font'])
    expect(text).toContain(part);
});

test('refuses a package without a licence text', async () => {
  await withTree(pack('bare', { 'index.js': '' }), (root) => {
    const folder = packageFolder(path.join(root, 'node_modules/bare/index.js'), root)!;
    expect(() => readPackage(folder)).toThrow('bare 1.2.3 is bundled, but its package holds no licence text.');
  });
});

test('knows the code that the build adds itself, and leaves out the files of this repository', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  expect(readPackage(packageFolder('\0vite/preload-helper.js', root)!).name).toBe('vite');
  expect(readPackage(packageFolder('\0rolldown/runtime.js', root)!).name).toBe('rolldown');
  expect(packageFolder(path.join(root, 'src/main.ts'), root)).toBeNull();
});

test('writes the same text in whatever order packages are met', () => {
  const one = { name: 'a', version: '1.0.0', license: 'MIT', texts: ['A'] };
  const two = { name: 'b', version: '1.0.0', license: 'ISC', texts: ['B'] };
  expect(noticesText('Own', [two, one])).toBe(noticesText('Own', [one, two]));
});

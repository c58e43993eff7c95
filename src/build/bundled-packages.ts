import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A package whose code, font or binary is in the built site. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** The identifier that the package states, as `MIT`. */
  readonly license: string;
  /** Whole texts of the licence and of any notice that must go with it. */
  readonly texts: readonly string[];
}

const TEXTS = /^(licen[cs]e|copying|notice|copyright)([.-].*)?$/i;
/** Code that the build adds without a file of its own. */
const ADDED: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^\0vite\//, 'vite'],
  [/^\0rolldown/, 'rolldown'],
];

/** The package that a module's id or a file's path belongs to, as its folder; null for this repository's own. */
export function packageFolder(id: string, root: string): string | null {
  const added = ADDED.find(([pattern]) => pattern.test(id));
  if (added) return addedFolder(added[1]);
  const file = path.resolve(root, id.replace(/^\0/, '').replace(/[?#].*$/, '')).replaceAll('\\', '/');
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
  if (!found) return null;
  return existsSync(found[1]) ? realpathSync(found[1]) : found[1];
}

/** Reads the licence of a package. One without a text stops the build, since the text has to be published with the code. */
export function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const texts = readdirSync(folder)
    .filter((file) => TEXTS.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0) throw new Error(`${name} ${version} is bundled, but its package holds no licence text.`);
  return { name, version, license: license ?? 'see below', texts };
}

/** All licences as plain text, independent of the order in which the packages were found. */
export function noticesText(own: string, packages: readonly BundledPackage[]): string {
  const line = '='.repeat(80);
  const sorted = [...packages].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
  const parts = sorted.map(({ name, version, license, texts }) =>
    [line, `${name} ${version} (${license})`, line, '', texts.join('\n\n'), ''].join('\n'),
  );
  return [own.trim(), '', 'This site contains the software below, each under its own licence.', '', ...parts].join(
    '\n',
  );
}

/** rolldown is a dependency of Vite, so it is looked for from there. */
function addedFolder(name: string): string {
  const vite = path.dirname(createRequire(import.meta.url).resolve('vite/package.json'));
  if (name === 'vite') return vite;
  return path.dirname(createRequire(path.join(vite, 'package.json')).resolve(`${name}/package.json`));
}

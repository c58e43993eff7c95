import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refuseUnrecoverable } from './measures/truth';
import { jsonBytes, type Company } from './output';
import { makeBank } from './bank/index';
import { makeMobileOperator } from './mobile-operator/index';
import { makeShop } from './shop/index';

const USAGE = `npm run sample-data [-- --check] [--out DIR]
  Writes the sample companies into DIR (sample-data).
  --check writes nothing, and ends with 1 if a file there differs.`;

/** Exit codes: 0 done or all equal; 1 a file differs; 2 wrong usage. */
export async function main(argv: string[]): Promise<number> {
  const options = readOptions(argv);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const files = filesOf([makeShop(), makeMobileOperator(), makeBank()]);
  if (options.check) return compare(options.out, files);
  for (const [path, bytes] of files) {
    const target = join(options.out, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    console.log(`${String(bytes.length).padStart(9)}  ${target}`);
  }
  return 0;
}

function readOptions(argv: readonly string[]): { out: string; check: boolean } | null {
  const options = { out: 'sample-data', check: false };
  for (let index = 0; index < argv.length; index++) {
    const next = argv[index + 1];
    if (argv[index] === '--check') options.check = true;
    else if (argv[index] === '--out' && next !== undefined) {
      options.out = next;
      index++;
    } else return null;
  }
  return options;
}

function filesOf(companies: readonly Company[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([['catalog.json', jsonBytes(companies.map((company) => company.catalog))]]);
  for (const { catalog, files: own, truth } of companies) {
    refuseUnrecoverable(truth);
    for (const { path, bytes } of own) files.set(`${catalog.id}/${path}`, bytes);
    files.set(`${catalog.id}/truth.json`, jsonBytes(truth));
  }
  return files;
}

function compare(folder: string, files: Map<string, Uint8Array>): number {
  const different = [...files].filter(([path, bytes]) => !isSame(join(folder, path), bytes)).map(([path]) => path);
  for (const path of different) console.error(`differs from what the generator writes: ${join(folder, path)}`);
  return different.length === 0 ? 0 : 1;
}

function isSame(path: string, bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(readFileSync(path), bytes) === 0;
  } catch {
    return false;
  }
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { rooms, walls } from './rooms.cjs';

/**
 * The same walls, read from the text. dependency-cruiser does not see `import type` in Svelte files, nor a file named
 * in `new URL(..., import.meta.url)`; a reader of text does, and sees nothing that is computed.
 */
export function writtenViolations(root: string): string[] {
  return filesUnder(path.join(root, 'src')).flatMap((file) => {
    const from = toPosix(path.relative(root, file));
    return importsIn(readFileSync(file, 'utf8')).flatMap(({ specifier, typeOnly }) => {
      const to = resolveRelative(root, file, specifier);
      if (to === null) return [];
      if (isWorkerStart(from, to))
        return specifier.endsWith('?worker&url') ? [] : [`worker-by-address: ${from} -> ${to}`];
      return brokenRules(from, to, typeOnly).map((rule) => `${rule}: ${from} -> ${to}`);
    });
  });
}

interface WrittenImport {
  specifier: string;
  typeOnly: boolean;
}

function importsIn(text: string): WrittenImport[] {
  const statements = text.matchAll(/\b(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]/g);
  const calls = text.matchAll(
    /\bimport\(\s*['"]([^'"\n]+)['"]|new URL\(\s*['"]([^'"\n]+)['"]\s*,\s*import\.meta\.url/g,
  );
  return [
    ...[...statements].map((match) => ({ specifier: match[2], typeOnly: match[1] !== undefined })),
    ...[...calls].map((match) => ({ specifier: match[1] ?? match[2], typeOnly: false })),
  ];
}

function brokenRules(from: string, to: string, typeOnly: boolean): string[] {
  const room = from.split('/')[1];
  const allowed = rooms[room] as string[] | undefined;
  const open = !allowed || [`${room}/`, ...allowed].some((pattern) => new RegExp(`^src/${pattern}`).test(to));
  const broken = walls.filter((wall) => {
    const match = new RegExp(wall.from).exec(from);
    if (!match || (wall.typeOnly && typeOnly)) return false;
    const except = (wall.except ?? []).map((pattern) => pattern.replace('$1', match[1] ?? ''));
    return new RegExp(wall.to).test(to) && !except.some((pattern) => new RegExp(pattern).test(to));
  });
  return [...(open ? [] : [`${room}-imports`]), ...broken.map(({ name }) => name)];
}

/** Bridge may name a worker's file, and only by its address: an import would run the engine in the page. */
function isWorkerStart(from: string, to: string): boolean {
  return from.startsWith('src/bridge/') && /^src\/engine\/.*worker[.]ts$/.test(to);
}

function resolveRelative(root: string, file: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '');
  if (!bare.startsWith('.')) return null;
  const target = path.resolve(path.dirname(file), bare);
  const found = ['', '.ts', '.svelte', '.svelte.ts', '/index.ts'].find((end) => isFile(target + end)) ?? '';
  return toPosix(path.relative(root, target + found));
}

const isFile = (file: string) => existsSync(file) && statSync(file).isFile();
const toPosix = (file: string) => file.split(path.sep).join('/');

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /[.](ts|svelte)$/.test(file))
    .map((file) => path.join(folder, file));
}

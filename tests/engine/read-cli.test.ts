import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { main } from '../../src/engine/read-cli';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
/** `Łódź` in windows-1250; alone it says too little. */
const file = () => {
  const path = join(folder, 'towns.csv');
  writeFileSync(path, Buffer.from('town,n\n\xa3\xf3d\x9f,1\n', 'latin1'));
  return path;
};
const out = () => join(folder, 'table.csv');
const description = () =>
  JSON.parse(readFileSync(join(folder, 'table.json'), 'utf8')) as { encoding: string; other_encodings: string[] };

test('a file is read in the encoding that is asked for, by any of its names', async () => {
  for (const name of ['windows-1250', 'cp1250', 'Windows-1250']) {
    expect(await main([file(), '--encoding', name, '--out', out()])).toBe(0);
    expect(readFileSync(out(), 'utf8')).toBe('town,n\nŁódź,1\n');
    expect(description().encoding).toBe('windows-1250');
  }
});

test('what else the letters could be is told with the table', async () => {
  expect(await main([file(), '--out', out()])).toBe(0);
  const { encoding, other_encodings } = description();
  expect([encoding, ...other_encodings]).toContain('windows-1250');
  expect([encoding, ...other_encodings]).toContain('windows-1252');
});

test('an encoding that nobody knows is wrong usage', async () => {
  expect(await main([file(), '--encoding', 'klingon', '--out', out()])).toBe(2);
});

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/read';

let folder = '';
const said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
  said.length = 0;
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
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

test('what a column leaves open is told, whether or not it fills a field', async () => {
  const path = join(folder, 'open.csv');
  writeFileSync(path, 'id,date,size\n001,01/02/2024,1.234\n002,03/04/2024,5.678\n');
  expect(await main([path, '--out', out()])).toBe(0);
  const { ambiguous } = JSON.parse(readFileSync(join(folder, 'table.json'), 'utf8')) as { ambiguous: object[] };
  expect(ambiguous).toMatchObject([
    { kind: 'date-order', column: 'date' },
    { kind: 'decimal-mark', column: 'size' },
  ]);
});

test('a file that is not there is said in one line', async () => {
  expect(await main([join(folder, 'nowhere.csv'), '--out', out()])).toBe(1);
  expect(said).toEqual([`${join(folder, 'nowhere.csv')} is not there. It may have been moved or renamed.`]);
});

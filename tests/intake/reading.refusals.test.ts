import { expect, test } from 'vitest';
import { encode, read, writeZip, type Bytes } from './reading-files';

const ole2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const bytes = (...values: number[]): Bytes => Uint8Array.from([...values, ...encode(' and more of the file,\n')]);

test.each<[string, Bytes]>([
  ['a PNG picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
  ['a JPEG picture', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['a GIF picture', encode('GIF89a')],
  ['a PDF document', encode('%PDF-1.7\n')],
  ['a workbook locked with a password', Uint8Array.from([...ole2, ...encode('EncryptedPackage', 'utf-16le')])],
  ['a Word document', writeZip([{ name: 'word/document.xml' }])],
  ['a web page (HTML)', encode('<!DOCTYPE html>\n<html><p>Not found</p></html>')],
  ['binary data', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)],
])('%s is told by its content, whatever its name', async (found, content) => {
  const refusal = { code: 'file-not-a-table', details: { file: 'orders.csv', found } };
  await expect(read(content)).rejects.toMatchObject(refusal);
});

test.each([
  ['no bytes', ''],
  ['only a byte order mark', '\ufeff'],
  ['only blank lines', '\n \n,,\n'],
])('a file with %s is empty', async (_, content) => {
  await expect(read(content)).rejects.toMatchObject({ code: 'file-empty', details: { file: 'orders.csv' } });
});

test('a header without rows is named', async () => {
  const details = { file: 'orders.csv', header: ['order', 'amount'] };
  await expect(read('order,amount\n\n')).rejects.toMatchObject({ code: 'file-header-only', details });
});

test('a line above 16 MB is no record', async () => {
  const refusal = { code: 'line-too-long', details: { file: 'orders.csv', line: 2 } };
  await expect(read('a,b\n' + 'x'.repeat(18 << 20))).rejects.toMatchObject(refusal);
});

test('more than 16,384 columns are no table', async () => {
  const wide = Array.from({ length: 16_385 }, (_, at) => `c${at}`).join(',');
  const refusal = { code: 'file-too-wide', details: { columns: 16_385, limit: 16_384 } };
  await expect(read(`${wide}\n${wide}\n`)).rejects.toMatchObject(refusal);
});

test('a workbook that unpacks to more than a tab can hold is refused before it is unpacked', async () => {
  const bomb = (claims: number): Bytes =>
    writeZip([{ name: 'xl/workbook.xml' }, { name: 'xl/worksheets/sheet1.xml', content: 'x', claims }]);
  for (const unpacked of [2 ** 31, 65 * 2 ** 20]) {
    await expect(read(bomb(unpacked))).rejects.toMatchObject({ code: 'workbook-too-large', details: { unpacked } });
  }
});

test.each<[string, Bytes, string]>([
  ['a workbook without sheets', writeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]), 'workbook-unreadable'],
  ['a binary workbook without sheets', writeZip([{ name: 'xl/workbook.bin' }]), 'workbook-unreadable'],
  ['a workbook cut short', writeZip([{ name: 'xl/workbook.xml' }]).slice(0, -8), 'archive-unreadable'],
  ['an old workbook of its first bytes only', bytes(...ole2), 'workbook-unreadable'],
  ['gzip of nothing that was packed', Uint8Array.from([0x1f, 0x8b, 0x08]), 'archive-unreadable'],
  ['a Parquet file of its first bytes only', encode('PAR1...'), 'file-damaged'],
  ['an Arrow file of its first bytes only', encode('ARROW1\0\0'), 'file-damaged'],
  ['an SQLite database of its first bytes only', encode('SQLite format 3\0'), 'file-damaged'],
  ['JSON that breaks off', encode('[{"id": 1}, {"id"'), 'json-broken'],
])('%s is refused', async (_, content, code) => {
  await expect(read(content)).rejects.toMatchObject({ code, details: { file: 'orders.csv' } });
});

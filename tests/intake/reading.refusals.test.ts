import { expect, test } from 'vitest';
import { encode, read, writeZip, type Bytes } from './reading-files';

const ole2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const bytes = (...values: number[]): Bytes => Uint8Array.from([...values, ...encode(' and more of the file,\n')]);

test.each<[string, Bytes]>([
  ['a PNG picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
  ['a JPEG picture', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['a GIF picture', encode('GIF89a')],
  ['a PDF document', encode('%PDF-1.7\n')],
  ['a gzip archive', bytes(0x1f, 0x8b, 0x08)],
  ['a Parquet file', encode('PAR1...')],
  ['an Arrow file', encode('ARROW1\0\0')],
  ['an SQLite database', encode('SQLite format 3\0')],
  ['an old Excel file (.xls)', bytes(...ole2)],
  ['a workbook locked with a password', Uint8Array.from([...ole2, ...encode('EncryptedPackage', 'utf-16le')])],
  ['a ZIP archive', writeZip([{ name: 'readme.txt', content: 'hello' }])],
  ['a Word document', writeZip([{ name: 'word/document.xml' }])],
  ['a binary Excel workbook (.xlsb)', writeZip([{ name: 'xl/workbook.bin' }])],
  ['a web page (HTML)', encode('<!DOCTYPE html>\n<html><table><tr><td>1</td></tr></table></html>')],
  ['a JSON document', encode('[{"id": 1}, {"id": 2}]')],
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
  for (const unpacked of [2 ** 31, 201 * 2 ** 20]) {
    await expect(read(bomb(unpacked))).rejects.toMatchObject({ code: 'workbook-too-large', details: { unpacked } });
  }
});

test('a workbook that is cut short or broken says so', async () => {
  const whole = writeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]);
  for (const content of [whole, whole.slice(0, -8)]) {
    await expect(read(content)).rejects.toMatchObject({ code: 'workbook-unreadable', details: { file: 'orders.csv' } });
  }
});

import * as xlsx from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { shownWithZeros } from '../../src/intake/read/workbooks/number-format';
import { readOne, rowsOf, type Bytes } from './reading-files';

const KINDS = ['xlsx', 'xlsb', 'biff8', 'xlml', 'ods', 'fods'] as const;

function written(rows: readonly unknown[][], change: (sheet: xlsx.WorkSheet) => void, kind: xlsx.BookType): Bytes {
  const sheet = xlsx.utils.aoa_to_sheet(rows as unknown[][]);
  change(sheet);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, 'Sales');
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType: kind }) as ArrayBuffer);
}

const LINES = [
  ['Customer', 'Order No', 'Date', 'Product', 'Order total', 'Amount'],
  ['Blue Cafe', 17, '2024-01-05', 'Tea', 30.5, 10],
  [null, null, '2024-01-06', 'Cup', null, 20.5],
  ['Corner Shop', 18, '2024-01-07', 'Tea', 30, 10],
  [null, null, '2024-01-08', 'Cup', null, 20],
];

describe('merged cells', () => {
  test.each(KINDS.filter((kind) => kind !== 'xlml'))(
    'of %s stand for all rows beside them, but for amounts',
    async (kind) => {
      const merge = (sheet: xlsx.WorkSheet) => {
        sheet['!merges'] = [0, 1, 4].flatMap((c) => [
          { s: { r: 1, c }, e: { r: 2, c } },
          { s: { r: 3, c }, e: { r: 4, c } },
        ]);
      };
      const table = await readOne(written(LINES, merge, kind));
      expect(rowsOf(table).map(([customer, order, , , total]) => [customer, order, total])).toEqual([
        ['Blue Cafe', '17', '30.5'],
        ['Blue Cafe', '17', ''],
        ['Corner Shop', '18', '30'],
        ['Corner Shop', '18', ''],
      ]);
      expect(table.notices).toEqual([
        { code: 'filled_down', file: 'orders.csv', count: 2, column: 'Customer' },
        { code: 'filled_down', file: 'orders.csv', count: 2, column: 'Order No' },
      ]);
    },
  );
});

describe('numbers shown with zeros in front', () => {
  test.each([
    [123, '000000', '000123'],
    [1067, '00000', '01067'],
    [123456789, '00000-0000', '12345-6789'],
    [12, '"K-"0000', 'K-0012'],
    [12, '\\K0000;-0', 'K0012'],
    [1234567, '00000', '1234567'],
  ])('%d under %s is %s', (value, format, shown) => {
    expect(shownWithZeros(value, format)).toBe(shown);
  });

  test.each(['0', '0.00', '#,##0', '#,##0.00', 'General', 'yyyy-mm-dd', '00.00', '0%', '@', '00E+00'])(
    'the format %s shows no such zeros',
    (format) => {
      expect(shownWithZeros(123, format)).toBeNull();
    },
  );

  test.each(KINDS)('are read from %s as shown', async (kind) => {
    const rows = [
      ['Customer No', 'Amount'],
      [123, 10],
      [124, 11],
      [123, 12],
    ];
    const format = (sheet: xlsx.WorkSheet) => {
      for (const cell of ['A2', 'A3', 'A4']) (sheet[cell] as xlsx.CellObject).z = '000000';
    };
    const table = await readOne(written(rows, format, kind));
    expect(rowsOf(table)).toEqual([
      ['000123', '10'],
      ['000124', '11'],
      ['000123', '12'],
    ]);
    expect(table.notices).toMatchObject([{ code: 'zeros_shown', column: 'Customer No', count: 3 }]);
  });
});

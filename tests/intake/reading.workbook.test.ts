import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { RawTable } from '../../src/intake/read/raw-table';
import { workbookText } from '../../src/intake/read/workbooks/workbook-cell';
import { read, rowsOf, type Bytes } from './reading-files';

const workbook = async (sheets: Record<string, CellValue[][]>): Promise<Bytes> =>
  Uint8Array.from(await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) }));

const orders: CellValue[][] = [
  ['Order', 'Day', 'Amount', 'Paid'],
  ['A1', new Date(Date.UTC(2024, 1, 29)), 261.96, true],
  ['A2', new Date(Date.UTC(2024, 1, 29, 13, 5, 9)), -5, false],
];

describe('workbooks', () => {
  test('one table for each sheet with rows; dates, numbers and flags as plain text', async () => {
    const tables = await read(
      await workbook({
        Orders: orders,
        Empty: [],
        Headings: [['a', 'b']],
        Returns: [
          ['Order', 'Why'],
          ['A1', 'late'],
        ],
      }),
    );
    expect(tables.map(({ sheet, rows }) => [sheet, rows])).toEqual([
      ['Orders', 2],
      ['Returns', 1],
    ]);
    expect(rowsOf(tables[0])).toEqual([
      ['A1', '2024-02-29', '261.96', 'TRUE'],
      ['A2', '2024-02-29 13:05:09', '-5', 'FALSE'],
    ]);
    expect(tables[0].dialect).toEqual({ encoding: null, delimiter: null, quote: null, format: 'xlsx' });
  });

  test('a sheet asked for is the only one read; a missing one is refused with the names there are', async () => {
    const content = await workbook({
      Orders: orders,
      Returns: [
        ['Order', 'Why'],
        ['A1', 'late'],
      ],
    });
    const tables = await read(content, { sheet: 'Returns' });
    expect(tables.map((table: RawTable) => table.sheet)).toEqual(['Returns']);
    const refusal = {
      code: 'sheet-missing',
      details: { file: 'orders.csv', sheet: 'Refunds', found: ['Orders', 'Returns'] },
    };
    await expect(read(content, { sheet: 'Refunds' })).rejects.toMatchObject(refusal);
  });

  test('lines are rows of the sheet, titles and totals are set aside', async () => {
    const [table] = await read(
      await workbook({
        S: [['Sales 2024'], [], ['Order', 'Who', 'Amount'], ['A1', 'Ann', 5], ['A2', 'Bob', 6], ['Total', null, 11]],
      }),
    );
    expect(table.headerLine).toBe(3);
    expect([...table.line]).toEqual([4, 5]);
    expect(table.setAside.filter(({ reason }) => reason !== 'blank').map(({ line, reason }) => [line, reason])).toEqual(
      [
        [1, 'preamble'],
        [6, 'totals'],
      ],
    );
  });

  test('a workbook of empty sheets is empty, one of headings has headings only', async () => {
    await expect(read(await workbook({ A: [], B: [] }))).rejects.toMatchObject({ code: 'file-empty' });
    await expect(read(await workbook({ A: [['x', 'y']] }))).rejects.toMatchObject({ code: 'file-header-only' });
  });

  test('a cancel arrives between rows', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`k${at}`, at, 'text']);
    const controller = new AbortController();
    setTimeout(() => controller.abort());
    const reading = read(await workbook({ S: [['a', 'b', 'c'], ...rows] }), { signal: controller.signal });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a cell of a workbook', () => {
  test.each([
    [0.1 + 0.2, '0.3'],
    [261.96000000000004, '261.96'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-1.25e-9, '-0.00000000125'],
    [12345678901234, '12345678901234'],
    [1.2345e25, '12345000000000000000000000'],
    [-0, '0'],
    ['#N/A', '#N/A'],
    ['2021-01-01T10:10:10', '2021-01-01 10:10:10'],
    [new Date(Date.UTC(2021, 0, 1, 10, 10, 9, 999)), '2021-01-01 10:10:10'],
    [new Date(Date.UTC(1899, 11, 31, 10, 30)), '10:30:00'],
    [new Date(NaN), ''],
    [null, ''],
  ])('%s is %s', (value, text) => {
    expect(workbookText(value)).toBe(text);
  });
});

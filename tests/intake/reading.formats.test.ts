import { Float32, Int64, Table, tableToIPC, TimestampMillisecond, vectorFromArray } from 'apache-arrow';
import { utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { sentenceOfNote } from '../../src/domain/sentences';
import type { RawTable } from '../../src/intake/read/raw-table';
import { serialText } from '../../src/intake/read/workbooks/workbook-cell';
import {
  bookOf,
  deflate,
  HEADER,
  packGzip,
  records,
  ROWS,
  sheetOfRows,
  writeArrow,
  writeBook,
  writeParquet,
  writeSqlite,
} from './made-files';
import { encode, read, readOne, rowsOf, writeZip, type Bytes } from './reading-files';

const json = (value: unknown): Bytes => encode(JSON.stringify(value));
const csv = 'order,amount\nA1,5\nA2,6\n';

describe('the same table from every kind of file, told by its content', () => {
  test.each<[string, () => Bytes | Promise<Bytes>, string | null]>([
    ['xls', () => writeBook(bookOf({ Orders: sheetOfRows() }), 'biff8'), 'Orders'],
    ['xlsb', () => writeBook(bookOf({ Orders: sheetOfRows() }), 'xlsb'), 'Orders'],
    ['xlsx', () => writeBook(bookOf({ Orders: sheetOfRows() }), 'xlsx'), 'Orders'],
    ['ods', () => writeBook(bookOf({ Orders: sheetOfRows() }), 'ods'), 'Orders'],
    ['fods', () => writeBook(bookOf({ Orders: sheetOfRows() }), 'fods'), 'Orders'],
    ['xml', () => writeBook(bookOf({ Orders: sheetOfRows() }), 'xlml'), 'Orders'],
    ['parquet', () => writeParquet(), null],
    ['parquet', () => writeParquet(undefined, ', COMPRESSION uncompressed, ROW_GROUP_SIZE 2'), null],
    ['arrow', () => writeArrow('file'), null],
    ['arrow', () => writeArrow('stream'), null],
    ['sqlite', () => writeSqlite(), 'orders'],
    ['json', () => json(records()), null],
    ['json', () => json({ page: 1, orders: records() }), null],
    [
      'json',
      () =>
        encode(
          records()
            .map((record) => JSON.stringify(record))
            .join('\n') + '\n',
        ),
      null,
    ],
    ['json', () => json([HEADER, ...ROWS]), null],
  ])('%s', async (format, make, sheet) => {
    const table = await readOne(await make());
    expect([table.sheet, table.dialect.format]).toEqual([sheet, format]);
    const isNamed = !table.header[0].startsWith('column');
    const rows = rowsOf(table).map((cells) => cells.map((cell) => (cell === '261.9600' ? '261.96' : cell)));
    expect(isNamed ? [table.header, ...rows] : rows).toEqual(
      [HEADER, ...ROWS].map((cells) => cells.map(plainNumber(rows))),
    );
  });

  /** A decimal of two places is written with both by the formats that have decimals. */
  const plainNumber =
    (rows: readonly (readonly string[])[]) =>
    (cell: string): string =>
      rows.some((cells) => cells.includes('-5.00')) && /^-?\d+(\.\d)?$/.test(cell) && cell !== '00123'
        ? Number(cell).toFixed(2)
        : cell;

  test('a web page called .xls keeps its texts as they are', async () => {
    const html = `<html><head><meta charset="utf-8"></head><body><table>
      <tr><th>Order</th><th>Amount</th></tr><tr><td>00123</td><td>1.234,56</td></tr><tr><td>A&amp;B</td><td>7</td></tr></table></body></html>`;
    const [table] = await read(html, {}, 'orders.xls');
    expect([table.dialect.format, table.header, rowsOf(table)]).toEqual([
      'html',
      ['Order', 'Amount'],
      [
        ['00123', '1.234,56'],
        ['A&B', '7'],
      ],
    ]);
  });
});

describe('workbooks of other kinds', () => {
  test('dates from 1900 and from 1904, times, lengths of time, errors', async () => {
    const sheet = utils.aoa_to_sheet([['when', 'time', 'length', 'formula', 'n']]);
    sheet['A2'] = { t: 'n', v: 43_831.999_988_42, z: 'yyyy-mm-dd hh:mm:ss' };
    sheet['B2'] = { t: 'n', v: 0.4375, z: 'hh:mm' };
    sheet['C2'] = { t: 'n', v: 10 + 15 / 24 + 10 / 1440 + 10 / 86_400, z: '[h]:mm:ss' };
    sheet['D2'] = { t: 'e', v: 0x07 };
    sheet['E2'] = { t: 'n', v: 12.5, z: '0.00 %' };
    sheet['!ref'] = 'A1:E2';
    for (const type of ['biff8', 'xlsb', 'xlsx'] as const) {
      expect(rowsOf(await readOne(writeBook(bookOf({ S: sheet }), type)))[0], type).toEqual([
        '2020-01-01 23:59:59',
        '10:30:00',
        '255:10:10',
        '#DIV/0!',
        '12.5',
      ]);
    }
    const later = bookOf({ S: sheet });
    later.Workbook = { WBProps: { date1904: true } };
    expect(rowsOf(await readOne(writeBook(later, 'biff8')))[0][0]).toBe('2024-01-02 23:59:59');
  });

  test('texts in the code page of the machine, as Excel wrote before 97', async () => {
    // The writer of that kind writes ASCII only: two letters are put into its bytes by hand.
    const bytes = writeBook(bookOf({ S: utils.aoa_to_sheet([['name'], ['gr~~er']]) }), 'biff5');
    const at = Buffer.from(bytes).indexOf('gr~~er') + 2;
    bytes.set([0xf6, 0x96], at);
    expect(rowsOf(await readOne(bytes))).toEqual([['grö–er']]);
  });

  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [25_569, false, '1970-01-01'],
    [0, true, '00:00:00'],
    [24_107, true, '1970-01-01'],
    [0.75, false, '18:00:00'],
  ])('day %s, from 1904: %s, is %s', (serial, after1904, text) => {
    expect(serialText(serial, after1904)).toBe(text);
  });

  test('a formula has the value that it had when the workbook was kept', async () => {
    const sheet = utils.aoa_to_sheet([['n', 'twice', 'word']]);
    sheet['A2'] = { t: 'n', v: 2 };
    sheet['B2'] = { t: 'n', v: 4, f: 'A2*2' };
    sheet['C2'] = { t: 's', v: 'four', f: 'IF(A2=2,"four","")' };
    sheet['!ref'] = 'A1:C2';
    for (const type of ['biff8', 'xlsb', 'ods', 'xlsx'] as const)
      expect(rowsOf(await readOne(writeBook(bookOf({ S: sheet }), type))), type).toEqual([['2', '4', 'four']]);
  });

  test('hidden sheets and rows are read, and said', async () => {
    const sheet = sheetOfRows();
    sheet['!rows'] = [{}, { hidden: true }];
    const book = bookOf({ Orders: sheet, Old: sheetOfRows() });
    book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
    const notesOf = (tables: readonly RawTable[]): string[][] => tables.map(({ notes }) => notes.map(sentenceOfNote));
    // The writer of XLS hides no rows.
    for (const type of ['xlsb', 'xlsx'] as const) {
      const tables = await read(writeBook(book, type));
      expect(
        tables.map(({ rows }) => rows),
        type,
      ).toEqual([3, 3]);
      expect(notesOf(tables), type).toEqual([
        ['One row is hidden in the workbook, and was read like the others.'],
        ['This sheet is hidden in the workbook.'],
      ]);
    }
  });

  test('one sheet of several', async () => {
    const book = writeBook(
      bookOf({ Orders: sheetOfRows(), Returns: utils.aoa_to_sheet([['order'], ['A1']]) }),
      'biff8',
    );
    expect((await read(book)).map(({ sheet, rows }) => [sheet, rows])).toEqual([
      ['Orders', 3],
      ['Returns', 1],
    ]);
    expect((await read(book, { sheet: 'Returns' })).map(({ sheet }) => sheet)).toEqual(['Returns']);
    await expect(read(book, { sheet: 'x' })).rejects.toMatchObject({
      code: 'sheet-missing',
      details: { found: ['Orders', 'Returns'] },
    });
  });
});

describe('databases and columns', () => {
  test('every table of an SQLite file; keys beyond 2^53 digit by digit; views are passed over', async () => {
    const tables = await read(
      await writeSqlite(`CREATE TABLE a (id INTEGER, "odd ""name" REAL); INSERT INTO a VALUES (9007199254740993, 0.1), (2, NULL);
        CREATE TABLE empty (x); CREATE TABLE b (x BLOB); INSERT INTO b VALUES (x'4142'); CREATE VIEW v AS SELECT * FROM a;`),
    );
    expect(tables.map(({ sheet, header }) => [sheet, header])).toEqual([
      ['a', ['id', 'odd "name']],
      ['b', ['x']],
    ]);
    expect(tables.map(rowsOf)).toEqual([
      [
        ['9007199254740993', '0.1'],
        ['2', ''],
      ],
      [['AB']],
    ]);
  });

  test('whole numbers, floats, times and lists of Parquet', async () => {
    const table = await readOne(
      await writeParquet(
        `SELECT CAST(9007199254740993 AS BIGINT) AS big, CAST(0.1 AS FLOAT) AS f, TIMESTAMP '2024-02-29 13:05:09' AS t, [1, 2] AS list, 'Total' AS total`,
      ),
    );
    expect(rowsOf(table)).toEqual([['9007199254740993', '0.1', '2024-02-29 13:05:09', '[1,2]', 'Total']]);
  });

  test('the same of Arrow', async () => {
    const table = new Table({
      big: vectorFromArray([9007199254740993n], new Int64()),
      f: vectorFromArray([0.1], new Float32()),
      t: vectorFromArray([new Date('2024-02-29T13:05:09Z')], new TimestampMillisecond()),
    });
    expect(rowsOf(await readOne(Uint8Array.from(tableToIPC(table, 'file'))))).toEqual([
      ['9007199254740993', '0.1', '2024-02-29 13:05:09'],
    ]);
  });

  test('compression that cannot be undone is named', async () => {
    const packed = await writeParquet(undefined, ', COMPRESSION zstd');
    await expect(read(packed)).rejects.toMatchObject({ code: 'compression-unknown', details: { codec: 'ZSTD' } });
  });

  test('JSON: records within records, keys beyond 2^53, fields that come late', async () => {
    const text =
      '[{"id": 12345678901234567890, "who": {"name": "Ann", "at": {"zip": "00123"}}}, {"id": 2, "tags": ["a", 1]}]';
    const table = await readOne(text);
    expect(table.header).toEqual(['id', 'who.name', 'who.at.zip', 'tags']);
    expect(rowsOf(table)).toEqual([
      ['12345678901234567890', 'Ann', '00123', ''],
      ['2', '', '', '["a",1]'],
    ]);
  });
});

describe('archives', () => {
  test('a packed CSV is read under its own name', async () => {
    const [table] = await read(packGzip(encode(csv)), {}, 'orders.csv.gz');
    expect([table.file, table.sheet, rowsOf(table)]).toEqual([
      'orders.csv.gz',
      null,
      [
        ['A1', '5'],
        ['A2', '6'],
      ],
    ]);
  });

  test('a ZIP of files is a table for each, whatever stands beside them', async () => {
    const archive = writeZip([
      { name: 'export/' },
      { name: 'export/orders.csv', content: csv },
      { name: 'export/people.csv', packed: deflate(encode('name;city\nAnn;Ulm\n')), claims: 18 },
      { name: 'export/picture.png', content: '\x89PNG' },
      { name: '__MACOSX/orders.csv', content: 'x' },
    ]);
    const tables = await read(archive, {}, 'export.zip');
    expect(tables.map(({ file, sheet, rows }) => [file, sheet, rows])).toEqual([
      ['export.zip', 'export/orders.csv', 2],
      ['export.zip', 'export/people.csv', 1],
    ]);
    expect((await read(archive, { sheet: 'export/people.csv' })).map(({ sheet }) => sheet)).toEqual([
      'export/people.csv',
    ]);
  });

  test('archives within archives, and archives without tables, are refused', async () => {
    const inner = writeZip([{ name: 'orders.csv', content: csv }]);
    for (const archive of [
      writeZip([{ name: 'a.zip', bytes: inner }]),
      packGzip(inner),
      packGzip(packGzip(encode(csv))),
    ])
      await expect(read(archive)).rejects.toMatchObject({ code: 'archive-in-archive' });
    await expect(read(writeZip([{ name: 'p.png', content: '%PDF' }]))).rejects.toMatchObject({
      code: 'file-not-a-table',
    });
    await expect(read(writeZip([]))).rejects.toMatchObject({ code: 'file-empty' });
  });
});

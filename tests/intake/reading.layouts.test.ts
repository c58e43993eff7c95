import { describe, expect, test } from 'vitest';
import { readOne, rowsOf } from './reading-files';

const lines = (...texts: string[]): string => texts.join('\n') + '\n';
const SALES = ['1,C0,2024-01-10,10.5', '2,C1,2024-01-11,11.5', '3,C0,2024-01-12,12.5'];
const HEADER = ['Order', 'Customer', 'Date', 'Amount'];

describe('lines around the header that are no data', () => {
  test.each(['1,2,3,4', '0,1,2,3', 'A,B,C,D', '[1],[2],[3],[4]'])('columns numbered above it: %s', async (line) => {
    const table = await readOne(lines(line, HEADER.join(','), ...SALES));
    expect([table.header, table.headerLine, table.rows]).toEqual([HEADER, 2, 3]);
    expect(table.setAside).toMatchObject([{ line: 1, reason: 'preamble' }]);
  });

  test.each([
    '(no.),(id),(dd.mm.yyyy),(EUR)',
    'VARCHAR(20),VARCHAR,DATE,"DECIMAL(10,2)"',
    'ORDER_NO,CUST_ID,ORDER_DT,AMT',
    '1,2,3,4',
  ])('units, types, codes or numbers beneath it: %s', async (line) => {
    const table = await readOne(lines(HEADER.join(','), line, ...SALES));
    expect([table.header, table.headerLine, table.rows]).toEqual([HEADER, 1, 3]);
    expect(table.setAside).toMatchObject([{ line: 2, reason: 'preamble' }]);
  });

  test('a first row with placeholders is data', async () => {
    const table = await readOne(lines(HEADER.join(','), 'X,unknown,n/a,n/a', ...SALES));
    expect([table.rows, table.setAside]).toEqual([4, []]);
  });
});

describe('totals without a word', () => {
  test('numbers alone that are the sums of their columns', async () => {
    const last = await readOne(lines(HEADER.join(','), ...SALES, ',,,34.50'));
    expect([last.rows, last.setAside]).toMatchObject([3, [{ line: 5, reason: 'totals' }]]);
    const first = await readOne(lines(HEADER.join(','), ',,,34.50', ...SALES));
    expect([first.rows, first.setAside]).toMatchObject([3, [{ line: 2, reason: 'totals' }]]);
  });

  test('a number alone that is no sum stays', async () => {
    const table = await readOne(lines(HEADER.join(','), ...SALES, ',,,36'));
    expect(table.rows).toBe(4);
  });
});

describe('blanks between cells', () => {
  test.each([
    [
      'colons of times',
      lines('00004 1 19970101 10:15:22 29.33', '00004 1 19970118 11:15:22 29.73', '21 2 19970101 12:00:01 14.96'),
      5,
    ],
    ['commas of decimals', lines('00004 1 19970101 29,33', '00004 1 19970118 29,73', '00021 2 19970101 14,96'), 4],
    [
      'single blanks within cells',
      lines('Blue Cafe    2024-01-05  29.33', 'Corner Shop  2024-01-06   9.33', 'Blue Cafe    2024-02-05   7.50'),
      3,
    ],
  ])('divide lines, not %s', async (_, content, width) => {
    const table = await readOne(content);
    expect([table.columns.length, table.rows]).toEqual([width, 3]);
  });
});

test('headings that stand twice are told', async () => {
  const table = await readOne(
    lines('Order,Date,Customer,Date', '1,2024-01-10,C0,2024-01-20', '2,2024-02-10,C1,2024-02-21'),
  );
  expect(table.header).toEqual(['Order', 'Date', 'Customer', 'Date (2)']);
  expect(table.notices).toEqual([
    { code: 'doubled_heading', file: 'orders.csv', count: 2, column: 'Date', values: ['Date (2)'] },
  ]);
  expect(rowsOf(table)[0]).toEqual(['1', '2024-01-10', 'C0', '2024-01-20']);
});

describe('reports in groups', () => {
  test('a customer above his lines becomes a column, named by the title', async () => {
    const table = await readOne(
      lines(
        'Sales by Customer Detail',
        '',
        ',Date,Num,Amount',
        'Blue Cafe,,,',
        ',2024-01-10,1,10',
        ',2024-01-11,2,11',
        'Total for Blue Cafe,,,21',
        'Corner Shop,,,',
        ',2024-01-13,3,7',
        ',2024-01-14,4,7',
        ',2024-01-15,5,7',
        'Total for Corner Shop,,,21',
        'TOTAL,,,42',
        '',
        'Friday, Apr 05, 2024 09:12:44 AM - Accrual Basis',
      ),
    );
    expect(table.header).toEqual(['Customer', 'Date', 'Num', 'Amount']);
    expect(rowsOf(table)).toEqual([
      ['Blue Cafe', '2024-01-10', '1', '10'],
      ['Blue Cafe', '2024-01-11', '2', '11'],
      ['Corner Shop', '2024-01-13', '3', '7'],
      ['Corner Shop', '2024-01-14', '4', '7'],
      ['Corner Shop', '2024-01-15', '5', '7'],
    ]);
    const reasons = table.setAside.map(({ reason }) => reason).filter((reason) => reason !== 'blank');
    expect(reasons).toEqual(['preamble', 'group_heading', 'totals', 'group_heading', 'totals', 'totals', 'footer']);
    expect(table.notices).toMatchObject([{ code: 'grouped_rows', count: 2, column: 'Customer' }]);
  });

  test('headings in a column of products, told by the totals that name them', async () => {
    const table = await readOne(
      lines(
        'Umsatz nach Kunden',
        '',
        'Artikel;Datum;Betrag',
        'Cafe Blau;;',
        'Tee;10.01.2024;10,50',
        'Summe Cafe Blau;;10,50',
        'Eckladen;;',
        'Tee;10.02.2024;10,50',
        'Tasse;10.02.2024;1,50',
        'Summe Eckladen;;12,00',
      ),
    );
    expect(table.header).toEqual(['Kunde', 'Artikel', 'Datum', 'Betrag']);
    expect(rowsOf(table).map(([customer]) => customer)).toEqual(['Cafe Blau', 'Eckladen', 'Eckladen']);
  });

  test('groups within groups: the outer is the customer, the inner stands beside it', async () => {
    const table = await readOne(
      lines(
        ...['Sales by Customer', '', ',Date,Num,Amount', 'Acme,,,', 'Job A,,,', ',2024-01-10,1,10', ',2024-01-11,2,11'],
        ...['Total for Job A,,,21', 'Job B,,,', ',2024-01-12,3,5', 'Total for Job B,,,5', 'Total for Acme,,,26'],
        ...['Beta,,,', ',2024-01-13,4,7', 'Total for Beta,,,7', 'TOTAL,,,33'],
      ),
    );
    expect(rowsOf(table).map((row) => row.slice(0, 2))).toEqual([
      ['Acme', 'Job A'],
      ['Acme', 'Job A'],
      ['Acme', 'Job B'],
      ['Beta', ''],
    ]);
  });

  test('a lone name in the first row of a table with gaps begins no group', async () => {
    const table = await readOne(
      lines('Name,City,Born', 'Ann,,', 'Bob,Ulm,1980-01-02', 'Cy,Bonn,1981-01-02', 'Di,,1982-01-02'),
    );
    expect([table.header, table.rows]).toEqual([['Name', 'City', 'Born'], 4]);
  });
});

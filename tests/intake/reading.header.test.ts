import { describe, expect, test } from 'vitest';
import { sentenceOfNote } from '../../src/domain/sentences';
import { readOne, rowsOf } from './reading-files';

const lines = (...texts: string[]): string => texts.join('\n') + '\n';

describe('where the header is', () => {
  test('a title as long as the header, with more cells than the table has columns', async () => {
    const table = await readOne(
      lines('Created by Ann,sample 12,Wednesday', 'cm,A', '4000,0.5', '3999,0.6', '3998,0.7'),
    );
    expect([table.headerLine, table.header, table.rows]).toEqual([2, ['cm', 'A'], 3]);
  });

  test('columns that are blank throughout are named all the same', async () => {
    const table = await readOne(
      lines('customer,considers_on,evaluates_on,stage', 'c0,,,', 'c1,2023-05-18,,', 'c2,2023-06-11,,'),
    );
    expect([table.headerLine, table.header, table.rows]).toEqual([
      1,
      ['customer', 'considers_on', 'evaluates_on', 'stage'],
      3,
    ]);
  });

  test('notes strewn over the lines above it', async () => {
    const table = await readOne(
      lines(
        'Lots of people,,,',
        'at,the,top,',
        'or,,merging,cells',
        'Name,Job,Age,Born',
        'Ann,nurse,41,1980-01-02',
        'Bob,clerk,42,1979-03-04',
        'Cy,cook,43,1978-05-06',
      ),
    );
    expect([table.headerLine, table.header]).toEqual([4, ['Name', 'Job', 'Age', 'Born']]);
    expect(table.setAside.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'preamble'],
      [2, 'preamble'],
      [3, 'preamble'],
    ]);
  });

  test.each([
    ['errors of a worksheet', lines('#DIV/0!', '#NAME?', '#N/A')],
    ['dates above words', lines('2021-01-01', '2021-01-02', 'a note', 'another note', 'a third')],
    ['keys that count up', lines('K-001,Ann', 'K-002,Bob', 'K-003,Cy')],
  ])('%s are data', async (_, content) => {
    const table = await readOne(content);
    expect([table.headerLine, table.rows]).toEqual([0, content.trim().split('\n').length]);
  });

  test('one name, apart from the title, above columns that have none', async () => {
    const table = await readOne(
      lines('Audit 2017,,', ',,', 'Source,,', 'Table 1,a,b', 'Table 2,c,d', 'Table 3,e,f', 'Table 4,g,h'),
    );
    expect([table.headerLine, table.header, table.rows]).toEqual([3, ['Source', 'column 2', 'column 3'], 4]);
  });
});

describe('headers of several rows', () => {
  test('groups above names that repeat', async () => {
    const table = await readOne(lines('before,,after,', 'X,Y,X,Y', '1,2,3,4', '5,6,7,8'));
    expect([table.headerLine, table.header, table.rows]).toEqual([
      1,
      ['before X', 'before Y', 'after X', 'after Y'],
      2,
    ]);
  });

  test('names beneath one group, a blank line between', async () => {
    const table = await readOne(
      lines(
        'Day,Purpose,Travel,,Total',
        ',,,,',
        ',,Air,Rail,',
        '04/04/2014,visit,,65.60,65.60',
        '09/04/2014,visit,16.00,,16',
      ),
    );
    expect(table.header).toEqual(['Day', 'Purpose', 'Travel Air', 'Travel Rail', 'Total']);
    expect([table.rows, table.setAside]).toEqual([2, [{ line: 2, reason: 'blank', text: '' }]]);
  });

  test('three rows; a group ends where the row above begins another', async () => {
    const table = await readOne(
      lines(
        'Office,Staff,,,,All,',
        ',A,,B,,,',
        ',heads,cost,heads,cost,heads,cost',
        'North,1,2,3,4,4,6',
        'South,5,6,7,8,12,14',
      ),
    );
    expect(table.header).toEqual([
      'Office',
      'Staff A heads',
      'Staff A cost',
      'Staff B heads',
      'Staff B cost',
      'All heads',
      'All cost',
    ]);
  });

  test('a first row with gaps is no part of the header', async () => {
    expect((await readOne(lines('Name,,Amount', 'Ann,x,', 'Bob,y,5', 'Cy,z,6'))).rows).toBe(3);
  });
});

describe('rows that are no data', () => {
  const header = 'Customer,Day,Order,Amount';
  const rows = ['Ann,2024-01-01,A1,5', 'Ann,2024-01-02,A2,6', 'Bob,2024-01-03,B1,7'];

  test('subtotals between the rows and totals beneath are set aside, a customer of that name is not', async () => {
    const table = await readOne(
      lines(
        header,
        rows[0],
        rows[1],
        'Ann Total,,,11',
        rows[2],
        'Total Wine,2024-01-04,T1,9',
        'Bob Total,,,7',
        'Grand Total,,,18',
      ),
    );
    expect(rowsOf(table).map(([name]) => name)).toEqual(['Ann', 'Ann', 'Bob', 'Total Wine']);
    expect(table.setAside.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'totals'],
      [7, 'totals'],
      [8, 'totals'],
    ]);
    expect([...table.line]).toEqual([2, 3, 5, 6]);
  });

  test('notes beneath are set aside, a row with one cell is not', async () => {
    const table = await readOne(lines(header, ...rows, 'Cy,,,', '', 'Report created 2024-02-01,,,', '####,,,'));
    expect([table.rows, table.setAside.map(({ line, reason }) => [line, reason])]).toEqual([
      4,
      [
        [6, 'blank'],
        [7, 'footer'],
        [8, 'footer'],
      ],
    ]);
  });

  test('the header of a second, narrower table is said', async () => {
    const table = await readOne(lines(header, ...rows, '', 'Customer,Day,Order', 'Dee,2024-01-05,D1'));
    expect(table.rows).toBe(4);
    expect(table.notes.map(sentenceOfNote)).toEqual([
      'One row has fewer or more cells than the header (line 7): look whether each is in its column.',
      'The header comes again in line 6: what follows was read as more rows of the same table.',
    ]);
  });
});

describe('records unlike the others', () => {
  test('too few or too many cells are said, with their lines', async () => {
    const table = await readOne(lines('a,b,c', '1,2,3', '1,2', '1,2,3,4', '1,2,3', '1,,2,'));
    expect(table.notes).toEqual([{ kind: 'ragged', rows: 3, lines: [3, 4, 6] }]);
    expect((await readOne(lines('a,b,c', '1,2,3,', '1,2,3,', '4,5,6,'))).notes).toEqual([]);
  });

  test('a line divided otherwise is read so, and said; a sentence is left alone', async () => {
    const record = '2024-01-02 10:30 5 "Hat, red" 7.50';
    const table = await readOne(
      lines(
        'Day,Time,n,What,Price',
        '2024-01-01,10:00,4,Cap,5',
        record,
        '2024-01-03,11:00,1,Tie,3',
        'closed on this day only',
      ),
    );
    expect(rowsOf(table)[1]).toEqual(['2024-01-02', '10:30', '5', 'Hat, red', '7.50']);
    expect(table.notes[0]).toEqual({ kind: 'divided-otherwise', line: 3, delimiter: ' ' });
    expect(table.notes[1]).toEqual({ kind: 'ragged', rows: 1, lines: [5] });
  });

  test('a quote closed in the middle of a cell swallows no delimiters', async () => {
    const table = await readOne(
      lines('"DAY,TIME,"WHAT","PRICE"', '2024-01-01,10:00,"a, b",5', '2024-01-02,11:00,"c, d",6'),
    );
    expect(table.header).toEqual(['"DAY', 'TIME', 'WHAT', 'PRICE']);
  });

  test('double quotes doubled within single ones', async () => {
    expect(rowsOf(await readOne(lines('id,size', `1,'10"", wide'`, `2,'9, "", low'`, `3,'8'`)))[0]).toEqual([
      '1',
      '10", wide',
    ]);
  });

  test('control characters that were letters of windows-1252 before they became Unicode', async () => {
    expect(rowsOf(await readOne(lines('a,b', 'April \u0096 June,\u009c5')))).toEqual([['April – June', 'œ5']]);
  });

  test('thousands of columns of one name are told apart in a moment', async () => {
    const started = performance.now();
    const { header } = await readOne(lines('x,'.repeat(9999) + 'x', '1,'.repeat(9999) + '1'));
    expect([header[9999], performance.now() - started < 2000]).toEqual(['x (10000)', true]);
  });
});

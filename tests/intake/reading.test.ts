import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode, read, readOne, rowsOf, writeDelimited, type WrittenEncoding } from './reading-files';

const HEADINGS = ['customer', 'order', 'amount', 'note', 'place'];
const ENCODINGS: WrittenEncoding[] = ['utf-8', 'utf-8 bom', 'utf-16le', 'utf-16le bom', 'utf-16be bom', 'windows-1252'];

/** What people type, and every character that a delimited file gives a meaning. Cells come back trimmed. */
const letters = [...'abcdefgh 0123.,;|:"\'-\tü€–\n'];
const cellText = fc.string({ unit: fc.constantFrom(...letters), maxLength: 7 }).map((text) => text.trim());
/** A word apart stands in the first cell, so that no row is blank or a heading. */
const tables = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.record({
    header: fc.constant(HEADINGS.slice(0, width)),
    rows: fc.array(
      fc
        .tuple(cellText, fc.array(cellText, { minLength: width - 1, maxLength: width - 1 }))
        .map(([first, rest]) => [`k${first}`, ...rest]),
      { minLength: 1, maxLength: 12 },
    ),
  }),
);
const dialects = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
  endsWithNewline: fc.boolean(),
});

describe('delimited text', () => {
  test('any table comes back the same from any dialect in any encoding', async () => {
    await fc.assert(
      fc.asyncProperty(tables, dialects, fc.constantFrom(...ENCODINGS), async ({ header, rows }, dialect, encoding) => {
        const table = await readOne(encode(writeDelimited([header, ...rows], dialect), encoding));
        expect(table.header).toEqual(header);
        expect(rowsOf(table)).toEqual(rows);
        expect(table.dialect.delimiter).toBe(dialect.delimiter);
      }),
      { numRuns: 400 },
    );
  });

  test('every record is the header, a row, or set aside', async () => {
    const record = fc.constantFrom('k1,5,x', 'k2,6,', 'k3', '', ',,', 'customer,amount,note', 'Total,,', 'k4,1,2,3');
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 30 }), async (records) => {
        const table = await readOne(['customer,amount,note', 'k0,4,x', ...records].join('\n') + '\n');
        expect(table.rows + table.setAside.length).toBe(records.length + 1);
        const lines = [...table.line, ...table.setAside.map(({ line }) => line)].sort((a, b) => a - b);
        expect(lines).toEqual(Array.from({ length: records.length + 1 }, (_, at) => at + 2));
      }),
    );
  });

  test('a record has the number of the line on which it begins, newlines within quotes counted', async () => {
    const table = await readOne('name,note\r\na,"one\r\ntwo\r\nthree"\r\nb,x\r\n\r\n"c\r\nd",y\r\ne,z\r\n');
    expect([...table.line]).toEqual([2, 5, 7, 9]);
    expect(table.setAside).toEqual([{ line: 6, reason: 'blank', text: '' }]);
  });

  test.each([
    ['decimal commas', 'id;price\n1;1,5\n2;22,75\n3;0,99\n', ';'],
    ['lists within quotes', 'id,items\n1,"a;b"\n2,"c;d"\n3,"e;f"\n', ','],
    ['times', 'day,time,n\n2024-01-01,10:30:00,1\n2024-01-02,11:45:00,2\n', ','],
    ['one column', 'name\nAnn\nBob\n', null],
    ['one column of decimal commas', 'price\n1,5\n2,25\n', null],
    ['a delimiter of two characters', 'a, b, c\n1, "x, y", 2\n3, "z, w", 4\n', ', '],
    ['columns set with blanks', ' 0001  19970101  2   29.33\n 0002  19970118 12    9.73\n', ' '],
  ])('%s do not mislead it', async (_, text, delimiter) => {
    expect((await readOne(text)).dialect.delimiter).toBe(delimiter);
  });

  test('a quote escaped by a backslash, and single quotes', async () => {
    expect(rowsOf(await readOne('id,size\n1,"10\\", wide"\n2,"9"\n3,"8"\n'))[0]).toEqual(['1', '10", wide']);
    const between = await readOne('id,size\n1,"TV 42\\" flat, black"\n2,"8\\" wide"\n');
    expect(rowsOf(between)[0]).toEqual(['1', 'TV 42" flat, black']);
    expect(rowsOf(await readOne('id,path\n1,"C:\\"\n2,"D:\\x\\"\n'))[1]).toEqual(['2', 'D:\\x\\']);
    const single = await readOne("id,text\n1,'a, b'\n2,'c, d, e'\n3,'f'\n");
    expect(rowsOf(single)).toEqual([
      ['1', 'a, b'],
      ['2', 'c, d, e'],
      ['3', 'f'],
    ]);
    expect(single.dialect.quote).toBe("'");
  });

  test('a quote never closed costs one line, not the rest of the file', async () => {
    const table = await readOne('id,text,n\n1,a,5\n2,"b,6\n3,c,7\n4,d,8\n');
    expect(rowsOf(table)).toEqual([
      ['1', 'a', '5'],
      ['2', '"b', '6'],
      ['3', 'c', '7'],
      ['4', 'd', '8'],
    ]);
    expect([...table.line]).toEqual([2, 3, 4, 5]);
  });
});

describe('encodings', () => {
  test('one broken byte at the end of a large file makes it windows-1252 from the start', async () => {
    const long = Array.from({ length: 60_000 }, (_, at) => `k${at},some text to fill a line`).join('\n');
    const table = await readOne(encode(`name,text\nfirst – one,x\n${long}\nMüller,y\n`, 'windows-1252'));
    expect(table.dialect.encoding).toBe('windows-1252');
    expect(rowsOf(table)[0]).toEqual(['first – one', 'x']);
    expect(rowsOf(table).at(-1)).toEqual(['Müller', 'y']);
  });

  test('all of windows-1252 above ASCII', async () => {
    const bytes = Uint8Array.from({ length: 0x20 }, (_, at) => 0x80 + at);
    const table = await readOne(new Uint8Array([...encode('a,b\n1,'), ...bytes, ...encode('\n')]), {
      encoding: 'windows-1252',
    });
    expect(rowsOf(table)[0][1]).toBe('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ');
  });

  test('characters and records that lie across chunks stay whole', async () => {
    const rows = Array.from({ length: 90_000 }, (_, at) => [`k${at}`, 'größer, 漢字 🙂']);
    const table = await readOne(
      writeDelimited([['id', 'text'], ...rows], {
        delimiter: ',',
        newline: '\n',
        quoteAll: false,
        endsWithNewline: true,
      }),
    );
    expect(table.rows).toBe(90_000);
    expect(table.columns[1].values).toEqual(['größer, 漢字 🙂']);
    expect(table.line.at(-1)).toBe(90_001);
  });

  test('a file marked as UTF-8 stays UTF-8 with a broken byte', async () => {
    const table = await readOne(new Uint8Array([...encode('a,b\nü,', 'utf-8 bom'), 0xe9, ...encode('\n')]));
    expect(rowsOf(table)).toEqual([['ü', '\ufffd']]);
  });
});

describe('header and set-aside', () => {
  test('title lines, blanks, repeated headings and totals are set aside', async () => {
    const table = await readOne(
      'Sales report 2024,,\n,,\nOrder,Customer,Amount\n1,Ann,5\n\nOrder,Customer,Amount\n2,Total,6\nGrand Total,,11\n',
    );
    expect(table.headerLine).toBe(3);
    expect(rowsOf(table)).toEqual([
      ['1', 'Ann', '5'],
      ['2', 'Total', '6'],
    ]);
    expect(table.setAside).toEqual([
      { line: 1, reason: 'preamble', text: 'Sales report 2024' },
      { line: 2, reason: 'blank', text: '' },
      { line: 5, reason: 'blank', text: '' },
      { line: 6, reason: 'repeated_header', text: 'Order | Customer | Amount' },
      { line: 8, reason: 'totals', text: 'Grand Total | 11' },
    ]);
    expect(table.columns[0].values).toEqual(['1', '2']);
  });

  test.each([
    ['numbers and dates in the first line', '4,19970101,29.33\n4,19970118,29.73\n5,19970802,14.96\n', 0],
    ['baskets', 'milk,bread\nbread\nbeer,milk,soap\nmilk,beer\nsoap,bread\n', 0],
    ['years as headings', 'region,2021,2022,2023\nnorth,5,6,7\nsouth,8,9,10\n', 1],
    ['text above text', 'name,city\nAnn,Ulm\nBob,Kiel\n', 1],
    ['headings after blank lines', '\n\nname,amount\nAnn,5\n', 3],
  ])('%s', async (_, text, headerLine) => {
    expect((await readOne(text)).headerLine).toBe(headerLine);
  });

  test('headings are trimmed, blank ones numbered, repeated ones counted', async () => {
    const table = await readOne(' Name ,,Name,Name (2),Name\na,b,c,d,e\n');
    expect(table.header).toEqual(['Name', 'column 2', 'Name (3)', 'Name (2)', 'Name (4)']);
    expect((await readOne('1,2.5\n3,4.5\n')).header).toEqual(['column 1', 'column 2']);
  });

  test('short rows end in empty cells, surplus cells get a column, nothing is lost', async () => {
    const table = await readOne('a,b,c\nk1\nk2,2,3,,surplus\nk3,4,5,,\n');
    expect(table.header).toEqual(['a', 'b', 'c', 'column 4', 'column 5']);
    expect(rowsOf(table)).toEqual([
      ['k1', '', '', '', ''],
      ['k2', '2', '3', '', 'surplus'],
      ['k3', '4', '5', '', ''],
    ]);
    expect(table.columns[1].codes[0]).toBe(-1);
  });

  test('cells lose spaces of every kind at their ends, and nothing else', async () => {
    expect(rowsOf(await readOne('a,b\n\u00a0x  y\u2003," q "\nX Y,00123\n'))).toEqual([
      ['x  y', 'q'],
      ['X Y', '00123'],
    ]);
  });
});

describe('progress and cancel', () => {
  const large = 'id,text\n' + Array.from({ length: 120_000 }, (_, at) => `k${at},some text to fill a line`).join('\n');

  test('progress rises to the whole file', async () => {
    const seen: number[] = [];
    await readOne(large, { onprogress: ({ bytes, totalBytes }) => seen.push(bytes / totalBytes) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  test('a cancel ends reading at the next chunk', async () => {
    const controller = new AbortController();
    let chunks = 0;
    const reading = read(large, { signal: controller.signal, onprogress: () => (chunks++, controller.abort()) });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    expect(chunks).toBe(1);
    await expect(read(large, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

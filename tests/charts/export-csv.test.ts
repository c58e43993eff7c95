import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { neutralise, toCsv } from '../../src/charts/export-csv';

test('text that a spreadsheet would run gets an apostrophe', () => {
  for (const text of ['=1+1', '+cmd|x', '-2+3+cmd', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")', '-', '+']) {
    expect(neutralise(text)).toBe(`'${text}`);
  }
});
test('numbers stay numbers', () => {
  for (const text of ['-12.50', '+3', '-1,234.5', '-4e-3', '-12%', '12', 'a=b']) expect(neutralise(text)).toBe(text);
});
test('undefined numbers are empty cells, not NaN', () => {
  expect(toCsv(['a', 'b', 'c'], [[NaN, null, -2.5]])).toBe('a,b,c\r\n,,-2.5\r\n');
});
test('any text is read back unchanged but for the apostrophe', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
      const parsed = Papa.parse<string[]>(toCsv(['x', 'y'], rows), {
        skipEmptyLines: false,
        newline: '\r\n',
        delimiter: ',',
      }).data.slice(1, -1);
      expect(parsed).toEqual(rows.map((row) => row.map(neutralise)));
    }),
  );
});

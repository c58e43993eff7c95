import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { xlsxBlob, type SheetColumn } from '../../src/app/export-xlsx';
import { parseIsoDay } from '../../src/domain/calendar';

const column = (name: string, kind: SheetColumn['kind'], ...values: SheetColumn['values'][number][]): SheetColumn => ({
  name,
  kind,
  values,
});
const COLUMNS = [
  column('customer', 'text', '00123', 'Zoë & <東京>', '=1+1'),
  column('note', 'text', '+49 30 1', "-2'", '@SUM(A1)\u0001\ttab'),
  column('last_purchase', 'day', parseIsoDay('2024-02-29'), NaN, parseIsoDay('1999-12-31')),
  column('net', 'money', 12_345, -500, NaN),
  column('rate', 'share', 0.125, NaN, 1),
  column('purchases', 'count', 3, 0, null),
  column('kept', 'flag', 1, 0, NaN),
];
const sheetsOf = async (blob: Blob) => (await readXlsx(new Uint8Array(await blob.arrayBuffer()))).sheets;
const cellsOf = async (blob: Blob) => (await sheetsOf(blob))[0].rows;

describe('a list as a workbook', () => {
  test('is read back with texts as texts, money and shares as numbers, days as days, empty as empty', async () => {
    const [header, ...rows] = await cellsOf(await xlsxBlob({ name: 'List', columns: COLUMNS }, 'EUR'));
    expect(header).toEqual(COLUMNS.map(({ name }) => name));
    expect(rows).toEqual([
      ['00123', '+49 30 1', new Date('2024-02-29T00:00:00Z'), 1.2345, 0.125, 3, true],
      ['Zoë & <東京>', "-2'", null, -0.05, null, 0, false],
      ['=1+1', '@SUM(A1)\ttab', new Date('1999-12-31T00:00:00Z'), null, 1, null, null],
    ]);
  });
  test('holds no formula, whatever a text begins with', async () => {
    const hostile = ['=cmd|"/C calc"!A0', '+1+1', '-1+1', '@SUM(1)', '\t=1', '=HYPERLINK("https://example.org")'];
    const blob = await xlsxBlob({ name: '=1', columns: [column('=head', 'text', ...hostile)] }, null, ['=about()']);
    const { sheets } = await readXlsx(new Uint8Array(await blob.arrayBuffer()), { readStyles: true });
    for (const { rows, cells } of sheets) {
      for (const cell of cells?.values() ?? []) expect(cell.formula).toBeUndefined();
      for (const row of rows) for (const value of row) expect(typeof value === 'string' || value === null).toBe(true);
    }
    expect(sheets[0].rows.slice(1).map(([value]) => value)).toEqual(hostile);
  });
  test('has typed cells and no formula for another library', async () => {
    const { read } = await import('@e965/xlsx');
    const blob = await xlsxBlob({ name: 'List', columns: COLUMNS }, 'EUR');
    const sheet = read(new Uint8Array(await blob.arrayBuffer()), { cellFormula: true, cellNF: true }).Sheets['List'];
    const cells = ['A4', 'B2', 'C2', 'D2', 'E2', 'F2', 'G2'].map((at) => sheet[at] as Record<string, unknown>);
    expect(cells.map(({ t, v, z }) => [t, v, z])).toEqual([
      ['s', '=1+1', 'General'],
      ['s', '+49 30 1', 'General'],
      ['n', 45_351, 'yyyy-mm-dd'],
      ['n', 1.2345, '#,##0.00 [$EUR]'],
      ['n', 0.125, '0.0%'],
      ['n', 3, '#,##0'],
      ['b', true, 'General'],
    ]);
    for (const cell of Object.values(sheet)) expect((cell as { f?: string }).f).toBeUndefined();
  });
  test('continues in another sheet where one is full', async () => {
    const values = Float64Array.from({ length: 25 }, (_, at) => at);
    const blob = await xlsxBlob({ name: 'a/b:c', columns: [{ name: 'n', kind: 'int', values }] }, null, ['Why'], 10);
    const sheets = await sheetsOf(blob);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['a b c', 11],
      ['a b c 2', 11],
      ['a b c 3', 6],
      ['About', 1],
    ]);
  });
  test('has only a header where the list is empty', async () => {
    expect(await cellsOf(await xlsxBlob({ name: '', columns: [column('n', 'int')] }, null))).toEqual([['n']]);
  });
});

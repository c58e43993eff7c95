import { expect, test } from 'vitest';
import { validateChoices } from '../../../src/intake/load/validate-choices';
import { rejectedWithCells, rowsByReason, wholeRows } from '../../../src/intake/load/whole-rows';
import { tableFrom } from '../validate-tables';

const mapping = { customer: 'who', date: 'when', amount: 'paid', cost: 'cost' };
const load = (drawings: readonly string[]) =>
  validateChoices(
    drawings.map((drawing, at) => ({
      table: tableFrom(drawing, `${at}.csv`),
      roles: [
        { role: 'transactions' as const, mapping: drawing.includes('cost') ? mapping : { ...mapping, cost: 'reason' } },
      ],
    })),
  );
const ONE = 'who | when | paid | cost\n a | 2024-01-01 | x | 1\n b | 2024-01-02 | 2 | much\n c | 2024-01-03 | y | 3';
const TWO = 'who | when | paid | reason\n d | 2024-01-01 | z | 4\n e | soon | 5 | 6';

test('behind a reason stand the whole rows, with the cell that is meant', async () => {
  const { origins } = await load([ONE, TWO]);
  expect(rowsByReason(origins, 'rejections', { column: 'amount', reason: 'not a number' })).toEqual([
    {
      file: '0.csv',
      header: ['who', 'when', 'paid', 'cost'],
      rows: [
        { line: 2, cells: ['a', '2024-01-01', 'x', '1'], at: 2 },
        { line: 4, cells: ['c', '2024-01-03', 'y', '3'], at: 2 },
      ],
    },
    {
      file: '1.csv',
      header: ['who', 'when', 'paid', 'reason'],
      rows: [{ line: 2, cells: ['d', '2024-01-01', 'z', '4'], at: 2 }],
    },
  ]);
  expect(rowsByReason(origins, 'leftEmpty', { column: 'cost', reason: 'not a number' })).toMatchObject([
    { rows: [{ line: 3, cells: ['b', '2024-01-02', '2', 'much'], at: 3 }] },
  ]);
});

test('no more than twenty', async () => {
  const rows = Array.from({ length: 30 }, (_, at) => `a | 2024-01-01 | bad${at} | 1`).join('\n');
  const { origins } = await load([`who | when | paid | cost\n${rows}\n b | 2024-01-01 | 1 | 1`]);
  expect(rowsByReason(origins, 'rejections', { column: 'amount', reason: 'not a number' })[0].rows).toHaveLength(20);
});

test('the download has every rejected row with its own cells behind the reason', async () => {
  const { origins, dataset } = await load([ONE, TWO]);
  const { header, rows } = rejectedWithCells(origins);
  expect(header).toEqual(['file', 'line', 'column', 'value', 'reason', 'who', 'when', 'paid', 'cost', 'reason (2)']);
  expect(rows).toEqual([
    ['0.csv', '2', 'amount', 'x', 'not a number', 'a', '2024-01-01', 'x', '1', ''],
    ['0.csv', '4', 'amount', 'y', 'not a number', 'c', '2024-01-03', 'y', '3', ''],
    ['1.csv', '2', 'amount', 'z', 'not a number', 'd', '2024-01-01', 'z', '', '4'],
    ['1.csv', '3', 'date', 'soon', 'not a date', 'e', 'soon', '5', '', '6'],
  ]);
  expect(rows.map((row) => row.slice(0, 5))).toEqual(
    dataset.rejections.map(({ file, line, column, value, reason }) => [file, String(line), column, value, reason]),
  );
});

test('a line that is not held is left out', async () => {
  const { origins } = await load([ONE]);
  expect(
    wholeRows(origins, [
      { file: 0, line: 99 },
      { file: 7, line: 2 },
    ]),
  ).toEqual([]);
});

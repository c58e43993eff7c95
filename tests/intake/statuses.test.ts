import { describe, expect, test } from 'vitest';
import { RETURN, SALE, VOID } from '../../src/domain/columns';
import type { RoleMapping } from '../../src/domain/roles';
import { validateTransactions } from '../../src/intake/check/validate';
import { tableFrom, textsOf } from './validate-tables';

const BASE: RoleMapping = { customer: 'who', date: 'when', order: 'no', amount: 'paid' };
const validate = (drawing: string, mapping: RoleMapping) =>
  validateTransactions(tableFrom(drawing), { ...BASE, ...mapping }, 0);
const moneyOf = ({ columns }: ReturnType<typeof validate>) =>
  Array.from(columns.amount, (amount, i) => [columns.kind[i], amount / 10_000]);

describe('what statuses do to lines', () => {
  test('what never was a sale is set aside with its word and its money, and is no rejection', () => {
    const found = validate(
      `who | when | no | paid | state
       a | 2024-01-01 | 1 | 5 | Paid
       b | 2024-01-02 | 2 | 7 | Failed
       b | no day     | 3 |   | failed
       c | 2024-01-04 | 4 | 9 | Refunded`,
      { status: 'state' },
    );
    expect(moneyOf(found)).toEqual([
      [SALE, 5],
      [VOID, 9],
    ]);
    expect(found.rejections).toEqual([]);
    expect(found.balance).toMatchObject({
      rows_read: 4,
      rows_loaded: 2,
      rows_rejected: 0,
      rows_set_aside: 2,
      reasons: { no_sale: 2 },
    });
    expect(textsOf(found.columns.customer)).toEqual(['a', 'c']);
    expect(found.statuses).toEqual([
      { column: 'state', word: 'Paid', meaning: 'sale', known: true, rows: 1, amount: 50_000 },
      { column: 'state', word: 'Failed', meaning: 'no_sale', known: true, rows: 1, amount: 70_000 },
      { column: 'state', word: 'failed', meaning: 'no_sale', known: true, rows: 1, amount: 0 },
      { column: 'state', word: 'Refunded', meaning: 'void', known: true, rows: 1, amount: 90_000 },
    ]);
  });
  test('a row that returns takes its money back however it is signed, and gives back its cost', () => {
    const found = validate(
      `who | when | no | paid | n | cost | kind
       a | 2024-01-01 | 1 | 5  | 1 | 2 | invoice
       a | 2024-01-02 | 2 | 5  | 1 | 2 | credit note
       a | 2024-01-03 | 3 | -5 | 1 | 2 | Credit Note`,
      { document_type: 'kind', quantity: 'n', cost: 'cost' },
    );
    expect(moneyOf(found)).toEqual([
      [SALE, 5],
      [RETURN, -5],
      [RETURN, -5],
    ]);
    expect([...found.columns.profit!]).toEqual([30_000, -30_000, -30_000]);
    expect(found.columns.quantity![1]).toBe(-10_000);
  });
  test('the words of the mapping come before what words usually mean', () =>
    expect(
      moneyOf(
        validate('who | when | no | paid | state\n a | 2024-01-01 | 1 | 5 | Failed\n a | 2024-01-01 | 2 | 6 | Erna', {
          status: { column: 'state', words: { Failed: 'sale', Erna: 'void' } },
        }),
      ),
    ).toEqual([
      [SALE, 5],
      [VOID, 6],
    ]));
  test('a word that nobody knows counts as a sale, and that is said', () => {
    const { notices, columns, statuses } = validate(
      'who | when | no | paid | state\n a | 2024-01-01 | 1 | 5 | Paid\n a | 2024-01-01 | 2 | 6 | Xyz',
      { status: 'state' },
    );
    expect([...columns.kind]).toEqual([SALE, SALE]);
    expect(notices).toEqual([
      { code: 'unknown_status_words', file: 'lines.csv', count: 1, column: 'state', values: ['Xyz'], of: 1 },
    ]);
    expect(statuses![1]).toMatchObject({ word: 'Xyz', meaning: 'sale', known: false });
  });
  test('a day on which an order was called off calls it off, a blank or a day that means none does not', () =>
    expect([
      ...validate(
        `who | when | no | paid | off at
         a | 2024-01-01 | 1 | 5 | 2024-01-02 08:00:00
         a | 2024-01-01 | 2 | 6 |
         a | 2024-01-01 | 3 | 6 | 0000-00-00 00:00:00
         a | 2024-01-01 | 4 | 6 | 2024-02-02 09:00:00
         a | 2024-01-01 | 5 | 6 | 2024-03-02 09:00:00
         a | 2024-01-01 | 6 | 6 | 2024-03-03 09:00:00
         a | 2024-01-01 | 7 | 6 | 2024-03-03 09:00:01`,
        { cancelled: 'off at' },
      ).columns.kind,
    ]).toEqual([VOID, SALE, SALE, VOID, VOID, VOID, VOID]));
  test('of several statuses, no sale counts before a return, a return before void, void before a sale', () =>
    expect(
      moneyOf(
        validate(
          `who | when | no | paid | state | kind | off
           a | 2024-01-01 | 1 | 1 | failed   | refund  | yes
           a | 2024-01-01 | 2 | 2 | refunded | refund  |
           a | 2024-01-01 | 3 | 3 | paid     | invoice | yes
           a | 2024-01-01 | 4 | 4 | paid     | invoice | no`,
          { status: 'state', document_type: 'kind', cancelled: 'off' },
        ),
      ),
    ).toEqual([
      [RETURN, -2],
      [VOID, 3],
      [SALE, 4],
    ]));
  test('an order that is refunded by its status and by rows of its own is given back once', () => {
    const net = (drawing: string) =>
      moneyOf(validate(drawing, { status: 'state', document_type: 'kind' })).reduce(
        (sum, [kind, amount]) => sum + (kind === VOID ? 0 : amount),
        0,
      );
    const head = 'who | when | no | paid | state | kind\n a | 2024-01-01 | 1 | 5 | refunded | sale\n';
    expect(net(`${head} a | 2024-01-01 | 1 | 7 | refunded | sale\n a | 2024-02-01 | 1 | 12 | completed | refund`)).toBe(
      0,
    );
    expect(net(`${head} a | 2024-01-01 | 1 | 7 | refunded | sale\n a | 2024-02-01 | 1 | 4 | completed | refund`)).toBe(
      0,
    );
    expect(net(`${head} a | 2024-02-01 | 2 | 4 | completed | refund`)).toBe(-4);
  });
});

describe('what stands on the first row of an order', () => {
  const DRAWING = `
    no | who | when       | state    | cur | what | n | each
    1  | a   | 2024-01-01 | paid     | EUR | mug  | 1 | 5
    1  |     |            |          |     | pot  | 1 | 7
    1  |     |            |          |     |      |   |
    2  | b   | 2024-01-02 | refunded | EUR | mug  | 1 | 5
    2  |     |            |          |     | tea  | 2 | 2
    3  | c   | 2024-01-03 | failed   | EUR | mug  | 1 | 5
    3  |     |            |          |     | tea  | 1 | 2`;
  const mapping: RoleMapping = {
    customer: 'who',
    date: 'when',
    order: 'no',
    status: 'state',
    currency: 'cur',
    product: 'what',
    quantity: 'n',
    unit_price: 'each',
  };
  test('holds for all its rows, and a row without a line is set aside', () => {
    const { columns, balance, rejections } = validateTransactions(tableFrom(DRAWING), mapping, 0);
    expect(rejections).toEqual([]);
    expect(balance).toMatchObject({
      rows_read: 7,
      rows_loaded: 4,
      rows_set_aside: 3,
      reasons: { no_line: 1, no_sale: 2 },
    });
    expect(textsOf(columns.customer)).toEqual(['a', 'a', 'b', 'b']);
    expect(textsOf(columns.currency)).toEqual(['EUR', 'EUR', 'EUR', 'EUR']);
    expect(columns.day![1]).toBe(columns.day![0]);
    expect([...columns.kind]).toEqual([SALE, SALE, VOID, VOID]);
  });
  test('a table that has no such habit keeps its blanks', () => {
    const { columns, rejections } = validate(
      `who | when | no | paid | off
       a | 2024-01-01 | 1 | 5 | yes
       a | 2024-01-01 | 1 | 6 |
       a | 2024-01-01 | 2 | 5 |
         | 2024-01-01 | 2 | 6 |`,
      { cancelled: 'off' },
    );
    expect(rejections).toEqual([]);
    expect([...columns.kind]).toEqual([VOID, SALE, SALE, SALE]);
    expect(textsOf(columns.customer)).toEqual(['a', 'a', 'a', null]);
  });
});

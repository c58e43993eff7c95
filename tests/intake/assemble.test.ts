import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_DAY } from '../../src/domain/calendar';
import type { RoleMapping } from '../../src/domain/roles';
import type { TransactionColumns } from '../../src/domain/columns';
import { assembleDataset } from '../../src/intake/load/assemble';
import { validateRecords, validateTransactions } from '../../src/intake/check/validate';
import { tableFrom, tableOf, textsOf } from './validate-tables';

const MAPPING: RoleMapping = {
  customer: 'who',
  date: { column: 'when', format: 'DD.MM.YYYY' },
  order: 'order',
  quantity: 'n',
  amount: { column: 'paid', decimal: ',' },
  cost: { column: 'cost', decimal: ',' },
};
const HEADER = ['who', 'when', 'order', 'n', 'paid', 'cost', 'Region'];

const rowsOfCells = fc.array(
  fc.tuple(
    fc.constantFrom('a', 'b', 'c', ''),
    fc.constantFrom('01.02.2020', '29.02.2020', '30.02.2020', ''),
    fc.constantFrom('1', '2', ''),
    fc.constantFrom('1', '-1', '2,5', ''),
    fc.constantFrom('1,50', '-2', '1.000,00', 'x', ''),
    fc.constantFrom('1', '0,5', ''),
    fc.constantFrom('North', 'South', ''),
  ),
  { maxLength: 40 },
);
const validate = (rows: readonly (readonly string[])[], file = 'lines.csv') =>
  validateTransactions(tableOf(HEADER, rows, file), MAPPING, 0);

/** Every line as texts, so that dictionaries and order of rows do not matter. */
function linesOf(columns: TransactionColumns): string[] {
  const region = textsOf(columns.attributes.find(({ name }) => name === 'Region')?.column);
  const who = textsOf(columns.customer);
  const order = textsOf(columns.order);
  return Array.from({ length: columns.rows }, (_, i) =>
    [
      who[i],
      order[i],
      columns.day![i],
      columns.quantity![i],
      columns.amount[i],
      columns.profit![i],
      columns.kind[i],
      region[i],
    ].join('|'),
  );
}

describe('one file or two', () => {
  test('splitting a file changes nothing but the balance, which is split with it', () => {
    fc.assert(
      fc.property(rowsOfCells, fc.nat(40), (rows, at) => {
        const whole = assembleDataset([validate(rows)]);
        const split = assembleDataset([validate(rows.slice(0, at), 'one.csv'), validate(rows.slice(at), 'two.csv')]);
        expect(linesOf(split.transactions!)).toEqual(linesOf(whole.transactions!));
        expect(split.transactions!.customer).toEqual(whole.transactions!.customer);
        expect(split.transactions!.order).toEqual(whole.transactions!.order);
        expect(split.transactions!.attributes).toEqual(whole.transactions!.attributes);
        expect(split.duplicates).toEqual(whole.duplicates);
        for (const count of ['rows_read', 'rows_loaded', 'rows_rejected', 'rows_set_aside'] as const) {
          expect(split.files.reduce((sum, file) => sum + file[count], 0)).toBe(whole.files[0][count]);
        }
      }),
    );
  });

  test('the order of rows and of columns changes no line', () => {
    const shuffled = rowsOfCells.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.shuffledSubarray(
          HEADER.map((_, i) => i),
          { minLength: HEADER.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([rows, reordered, columns]) => {
        const other = validateTransactions(
          tableOf(
            columns.map((c) => HEADER[c]),
            reordered.map((row) => columns.map((c) => row[c])),
          ),
          MAPPING,
          0,
        );
        const whole = assembleDataset([validate(rows)]);
        const mixed = assembleDataset([other]);
        expect(linesOf(mixed.transactions!).sort()).toEqual(linesOf(whole.transactions!).sort());
        expect(mixed.duplicates).toEqual(whole.duplicates);
      }),
    );
  });

  test('rows point to the file they came from', () => {
    const { transactions, files } = assembleDataset([
      validate([['a', '01.02.2020', '1', '1', '1', '1', 'N']], 'one.csv'),
      validate([['b', '02.02.2020', '2', '1', '2', '1', 'S']], 'two.csv'),
    ]);
    expect([...transactions!.file]).toEqual([0, 1]);
    expect(files.map(({ name }) => name)).toEqual(['one.csv', 'two.csv']);
  });
});

describe('files with different columns', () => {
  const bare = (drawing: string, mapping: RoleMapping, file: string) =>
    validateTransactions(tableFrom(drawing, file), mapping, 0);
  test('what one file lacks is empty there', () => {
    const { transactions } = assembleDataset([
      bare(
        'who | when | paid | cost | Shop\n a | 2020-01-01 | 5 | 2 | X',
        { customer: 'who', date: 'when', amount: 'paid', cost: 'cost' },
        'one.csv',
      ),
      bare('order | item | City\n 7 | tea | Kiel', { order: 'order', product: 'item' }, 'two.csv'),
    ]);
    expect(transactions).toMatchObject({ rows: 2, hasAmount: true, eachRow: false });
    expect([...transactions!.day!]).toEqual([18262, NO_DAY]);
    expect([...transactions!.profit!]).toEqual([30000, 0]);
    expect(textsOf(transactions!.product)).toEqual([null, 'tea']);
    expect(transactions!.attributes.map(({ name, column }) => [name, textsOf(column)])).toEqual([
      ['Shop', ['X', null]],
      ['City', [null, 'Kiel']],
    ]);
  });
  test('an order in each row stands beside orders with ids', () => {
    const each: RoleMapping = { customer: 'who', date: 'when', amount: 'paid', order: { each: 'row' } };
    const drawing = 'who | when | paid\n a | 2020-01-01 | 5\n a | 2020-01-01 | 6';
    expect(
      assembleDataset([bare(drawing, each, 'one.csv'), bare(drawing, each, 'two.csv')]).transactions,
    ).toMatchObject({ eachRow: true, order: null });
    const mixed = assembleDataset([
      bare(drawing, each, 'one.csv'),
      bare('who | order | paid\n b | 9 | 1', { customer: 'who', order: 'order', amount: 'paid' }, 'two.csv'),
    ]);
    expect(textsOf(mixed.transactions!.order)).toEqual(['one.csv:2', 'one.csv:3', '9']);
    expect(mixed.transactions!.eachRow).toBe(false);
  });
  test('two currencies are refused', () => {
    const of = (currency: string, file: string) =>
      bare(
        `who | when | paid | cur\n a | 2020-01-01 | 5 | ${currency}`,
        { customer: 'who', date: 'when', amount: 'paid', currency: 'cur' },
        file,
      );
    expect(assembleDataset([of('EUR', 'one.csv'), of('', 'two.csv')]).currency).toBe('EUR');
    expect(() => assembleDataset([of('EUR', 'one.csv'), of('USD', 'two.csv')])).toThrow(
      expect.objectContaining({ code: 'several-currencies', details: { file: 'two.csv', found: ['EUR', 'USD'] } }),
    );
  });
});

test('records are joined by field, each role apart', () => {
  const customers = (drawing: string, mapping: RoleMapping, file: string) =>
    validateRecords(tableFrom(drawing, file), 'customers', mapping, 0);
  const survey = validateRecords(tableFrom('s\n 9\n 9\n 99', 'survey.csv'), 'surveys', { score: 's' }, 0);
  const { records, files, rejections, duplicates, transactions } = assembleDataset([
    customers(
      'key | city | born\n 1 | Kiel | 2000-01-01',
      { customer: 'key', city: 'city', birth_date: 'born' },
      'shop.csv',
    ),
    survey,
    customers('id | mail | Team\n 1 | a@x.example | red', { customer: 'id', email: 'mail' }, 'service.csv'),
  ]);
  expect(transactions).toBeNull();
  expect(textsOf(records.customers!.text['customer'])).toEqual(['1', '1']);
  expect(textsOf(records.customers!.text['city'])).toEqual(['Kiel', null]);
  expect(textsOf(records.customers!.text['email'])).toEqual([null, 'a@x.example']);
  expect([...records.customers!.day['birth_date']]).toEqual([10957, NO_DAY]);
  expect([...records.customers!.file]).toEqual([0, 2]);
  expect([...records.surveys!.number['score']]).toEqual([9, 9]);
  expect(files.map(({ name, role, rows_loaded }) => [name, role, rows_loaded])).toEqual([
    ['shop.csv', 'customers', 1],
    ['survey.csv', 'surveys', 2],
    ['service.csv', 'customers', 1],
  ]);
  expect(rejections).toHaveLength(1);
  expect(duplicates).toEqual({ customers: 0, surveys: 1 });
});

test('tenures in two units are refused', () => {
  const of = (unit: 'days' | 'months', file: string) =>
    validateRecords(
      tableFrom('k | t | c\n 1 | 3 | yes', file),
      'contracts',
      { customer: 'k', tenure: { column: 't', unit }, churned: 'c' },
      0,
    );
  expect(() => assembleDataset([of('days', 'one.csv'), of('months', 'two.csv')])).toThrow(
    expect.objectContaining({ code: 'several-tenure-units' }),
  );
});

test('nothing brought is nothing', () => {
  expect(assembleDataset([])).toMatchObject({
    transactions: null,
    records: {},
    files: [],
    rejections: [],
    currency: null,
  });
});

import { describe, expect, test } from 'vitest';
import { matchForms, writtenForms } from '../../src/domain/table-form';
import type { Shape } from '../../src/domain/shape';
import { understandTable } from '../../src/intake/understand/guess-mapping';
import { parseForms } from '../../src/intake/understand/mapping/parse-forms';
import type { RawTable } from '../../src/intake/read/raw-table';
import { shapeTable } from '../../src/intake/shape/shape-table';
import { suggestForms } from '../../src/intake/shape/suggest-forms';
import { readOne, rowsOf } from './reading-files';

const lines = (...texts: string[]): string => texts.join('\n') + '\n';
const suggested = (table: RawTable) =>
  suggestForms([{ id: table.file, table, roles: understandTable(table).roles.map(({ role }) => role) }]);
const shaped = (table: RawTable): RawTable =>
  shapeTable(
    table,
    suggested(table).map(({ shape }) => shape),
    () => undefined,
  ).table;

describe('baskets', () => {
  test('a line of items without a header is a numbered basket', async () => {
    const table = shaped(
      await readOne(lines('bread,milk', 'milk,butter,bread', 'butter', 'bread,butter', 'eggs,milk')),
    );
    expect(table.header).toEqual(['order', 'product']);
    expect(rowsOf(table).slice(0, 6)).toEqual([
      ['1', 'bread'],
      ['1', 'milk'],
      ['2', 'milk'],
      ['2', 'butter'],
      ['2', 'bread'],
      ['3', 'butter'],
    ]);
  });

  test('a column of yes and no for each item; a basket of none of them is still a basket', async () => {
    const table = shaped(
      await readOne(
        lines(
          'transaction,milk,soda,tea,buns',
          '1,TRUE,FALSE,TRUE,FALSE',
          '2,FALSE,FALSE,FALSE,FALSE',
          '3,FALSE,TRUE,FALSE,TRUE',
        ),
      ),
    );
    expect(table.header).toEqual(['transaction', 'product']);
    expect(rowsOf(table)).toEqual([
      ['1', 'milk'],
      ['1', 'tea'],
      ['2', ''],
      ['3', 'soda'],
      ['3', 'buns'],
    ]);
  });

  test('what is true of people makes no baskets', async () => {
    const table = await readOne(lines('id,has_car,has_house,likes_tea,owns_dog', '1,yes,no,yes,no', '2,no,no,yes,yes'));
    expect(suggested(table)).toEqual([]);
  });
});

describe('keys that stand once above their rows', () => {
  test('are filled down where they stand in order', async () => {
    const table = await readOne(
      lines(
        'Customer,Date,Product,Amount',
        ...['Ann,2024-01-05,Tea,10', ',2024-02-05,Cup,20', 'Bob,2024-01-05,Tea,10', ',2024-02-05,Cup,20'],
        ...['Cy,2024-01-07,Tea,10', ',2024-02-08,Cup,20', 'Di,2024-02-05,Tea,5'],
      ),
    );
    expect(suggested(table).map(({ shape, needed }) => [shape, needed])).toEqual([
      [{ kind: 'fill', columns: ['Customer'] }, true],
    ]);
    expect(
      rowsOf(shaped(table))
        .map(([customer]) => customer)
        .join(),
    ).toBe('Ann,Ann,Bob,Bob,Cy,Cy,Di');
    expect(shaped(table).notices).toMatchObject([{ code: 'filled_down', column: 'Customer', count: 3 }]);
  });

  test('are filled down where several are blank in the same rows', async () => {
    const table = await readOne(
      lines(
        'Order,Date,Customer,Product,Price',
        '17,2024-01-05,Zed,Tea,10',
        ',,,Cup,20',
        '18,2024-01-06,Bob,Tea,10',
        ',,,Pot,30',
      ),
    );
    expect(suggested(table).map(({ shape }) => shape)).toEqual([
      { kind: 'fill', columns: ['Order', 'Date', 'Customer'] },
    ]);
  });

  test.each([
    [
      'guests in no order',
      ['z@x.de,2024-01-05,Tea,10', ',2024-01-06,Cup,20', 'a@x.de,2024-01-07,Tea,10', ',2024-01-08,Cup,20'],
    ],
    [
      'customers who come again',
      ['a@x.de,2024-01-05,Tea,10', ',2024-01-06,Cup,20', 'a@x.de,2024-01-07,Tea,10', ',2024-01-08,Cup,20'],
    ],
  ])('%s stay without a customer', async (_, rows) => {
    expect(suggested(await readOne(lines('email,date,product,amount', ...rows)))).toEqual([]);
  });
});

test('a mapping file holds both forms and gives them back', () => {
  const shapes: Shape[] = [
    { kind: 'fill', columns: ['Customer'] },
    { kind: 'baskets', columns: ['milk', 'tea'], items: 'headings', orderHeader: null, productHeader: 'product' },
    { kind: 'baskets', columns: ['a', 'b'], items: 'cells', orderHeader: 'order', productHeader: 'product' },
  ];
  const form = { table: 'sales.csv', roles: ['transactions'] as const, shapes };
  const read = parseForms(JSON.parse(JSON.stringify({ tables: writtenForms([form]) })));
  expect(read).toEqual([form]);
  const header = ['Customer', 'milk', 'tea', 'a', 'b'];
  const matched = matchForms(read, [{ id: 'next.csv', header, roles: ['transactions'] }]);
  expect(matched.get('next.csv')?.shapes).toEqual(shapes);
});

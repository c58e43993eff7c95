import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/report';
import { matchForms, type TableForm } from '../../src/domain/table-form';
import { parseForms } from '../../src/intake/understand/mapping/parse-forms';

let folder = '';
const said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forms-'));
  said.length = 0;
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
});
const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const readOut = (name: string) =>
  JSON.parse(readFileSync(join(folder, 'out', name), 'utf8')) as Record<string, unknown>;
async function report(...args: string[]) {
  expect([await main([...args, '--out', join(folder, 'out')]), said]).toEqual([0, []]);
  // How surely columns were guessed is said of guesses alone, not of a mapping that is given.
  const { confidence: _, ...summary } = readOut('summary.json');
  return { mapping: readOut('mapping.json'), summary };
}
const map = (mapping: object) => write('map.json', JSON.stringify(mapping));

const lines = (count = 60) =>
  'order_id,product,quantity,price\n' +
  Array.from(
    { length: count },
    (_, at) => `A-${at >> 1},${['tea', 'jam', 'GTXPro'][at % 3]},${1 + (at % 2)},2.50\n`,
  ).join('');
const heads = (count = 30) =>
  'order_id,customer,date\n' +
  Array.from(
    { length: count },
    (_, at) => `A-${at},C${at % 7},2023-${String((at % 12) + 1).padStart(2, '0')}-15\n`,
  ).join('');
const PRODUCTS = 'product,series\ntea,drinks\njam,food\nGTX Pro,tools\n';
const wide =
  'customer,Jan 2024,Feb 2024,Mar 2024\n' +
  Array.from({ length: 12 }, (_, at) => `C${at},${at % 2 ? '10.00' : ''},5.00,7.50\n`).join('');

test('tables are told by what they are where their names have changed', () => {
  const join = (other: string, column: string, key: string) => ({
    kind: 'join' as const,
    with: other,
    column,
    withColumn: key,
    same: { GTXPro: 'GTX Pro' },
  });
  const form: TableForm = {
    table: 'lines.csv',
    roles: ['transactions'],
    shapes: [join('orders.csv', 'order', 'order'), join('products.csv', 'product', 'name')],
  };
  const found = matchForms(
    [form],
    [
      { id: 'orders-02.csv', header: ['order', 'customer', 'date'], roles: ['transactions'] },
      { id: 'lines-02.csv', header: ['order', 'product', 'price'], roles: ['transactions'] },
      { id: 'products-02.csv', header: ['name', 'series'], roles: [] },
    ],
  );
  expect([...found.keys()]).toEqual(['lines-02.csv']);
  expect(found.get('lines-02.csv')?.shapes).toEqual([
    join('orders-02.csv', 'order', 'order'),
    join('products-02.csv', 'product', 'name'),
  ]);
});

describe('what brought the tables into form is in the mapping, and is done again by it', () => {
  test('joins', async () => {
    const first = await report('--auto', write('lines.csv', lines()), '--auto', write('orders.csv', heads()));
    expect(first.mapping['tables']).toEqual([
      {
        table: 'lines.csv',
        roles: ['transactions'],
        shapes: [{ join: 'orders.csv', column: 'order_id', key: 'order_id' }],
      },
    ]);
    const again = await report(
      '--auto',
      join(folder, 'lines.csv'),
      '--auto',
      join(folder, 'orders.csv'),
      '--map',
      map(first.mapping),
    );
    expect(again).toEqual(first);
    // Not done anew: a join that nobody would guess is done as well.
    const odd = { ...first.mapping, tables: [{ table: 'lines.csv', roles: ['transactions'], shapes: [] }] };
    expect(await main(['--auto', join(folder, 'lines.csv'), '--map', map(odd), '--out', join(folder, 'out')])).toBe(0);
    expect(readOut('mapping.json')).not.toHaveProperty('tables');
  });

  test('months turned into rows, under a role that is named', async () => {
    const first = await report('--auto', write('wide.csv', wide));
    expect(first.summary).toMatchObject({ transaction_lines: 30 });
    const again = await report('--transactions', join(folder, 'wide.csv'), '--map', map(first.mapping));
    expect(again).toEqual(first);
  });

  test('a spelling that a person has said is the same', async () => {
    write('lines.csv', lines());
    write('orders.csv', heads());
    write('products.csv', PRODUCTS);
    const all = ['lines', 'orders', 'products'].flatMap((name) => ['--auto', join(folder, `${name}.csv`)]);
    const guessed = await report(...all);
    expect(guessed.summary['files']).toMatchObject([{}, {}, { name: 'products.csv', rows_rejected: 1 }]);
    const tables = guessed.mapping['tables'] as { shapes: object[] }[];
    const same = { ...tables[0].shapes[1], same: { GTXPro: 'GTX Pro' } };
    const mapping = { ...guessed.mapping, tables: [{ ...tables[0], shapes: [tables[0].shapes[0], same] }] };
    const told = await report(...all, '--map', map(mapping));
    expect(told.summary['files']).toMatchObject([{}, {}, { name: 'products.csv', rows_rejected: 0, rows_loaded: 3 }]);
    expect(told.mapping).toEqual(mapping);
  });

  test('files of the next month are called otherwise', async () => {
    const { mapping } = await report('--auto', write('lines.csv', lines()), '--auto', write('orders.csv', heads()));
    const next = await report(
      ...['--auto', write('lines-02.csv', lines(40)), '--auto', write('orders-02.csv', heads(20))],
      ...['--map', map(mapping)],
    );
    expect(next.summary).toMatchObject({ transaction_lines: 40, customers: 7 });
    expect(next.mapping['tables']).toMatchObject([{ table: 'lines-02.csv', shapes: [{ join: 'orders-02.csv' }] }]);
  });

  test('an encoding, by the name of the file or by its role', async () => {
    const sales = (town: string) =>
      Buffer.from(
        'customer,date,amount,town\n' +
          Array.from({ length: 9 }, (_, at) => `c${at % 4},2024-01-0${at + 1},5,${town}\n`).join(''),
        'latin1',
      );
    const path = write('sales.csv', sales('Plze\xf2'));
    const guessed = await report('--transactions', path);
    expect(guessed.mapping['tables']).toEqual([
      { table: 'sales.csv', roles: ['transactions'], encoding: 'windows-1252', shapes: [] },
    ]);
    const told = {
      ...guessed.mapping,
      tables: [{ table: 'sales.csv', roles: ['transactions'], encoding: 'windows-1250' }],
    };
    const again = await report('--transactions', path, '--map', map(told), '--set', 'filter.line.town=Plzeň');
    expect(again.summary).toMatchObject({ transaction_lines: 9 });
    expect(again.mapping['tables']).toMatchObject([{ encoding: 'windows-1250' }]);
    const next = await report('--transactions', write('next.csv', sales('Brod\xf2')), '--map', map(told));
    expect(next.mapping['tables']).toMatchObject([{ table: 'next.csv', encoding: 'windows-1250' }]);
  });

  test('what was taken back is not done unasked', async () => {
    const path = write('wide.csv', wide);
    const { mapping } = await report('--auto', path);
    const plain = { tables: [{ table: 'wide.csv', roles: ['customers'], shapes: [] }] };
    const told = await report('--customers', path, '--map', map(plain));
    expect(told.mapping).not.toHaveProperty('tables');
    expect(mapping).toHaveProperty('tables');
  });

  test('columns that are no more leave the tables to be looked at anew', async () => {
    const { mapping } = await report('--auto', write('wide.csv', wide));
    const next = await report('--auto', write('wide.csv', wide.replaceAll('2024', '2025')), '--map', map(mapping));
    expect(next.summary).toMatchObject({ transaction_lines: 30, observed_from: '2025-01-31' });
  });
});

test.each([
  [{}, 'tables: not a list'],
  [[{ table: '' }], 'tables.0.table: missing'],
  [[{ table: 'a', roles: ['kings'] }], 'tables.0.roles: not a list'],
  [[{ table: 'a', encoding: 'klingon' }], 'tables.0.encoding: cannot be "klingon"'],
  [[{ table: 'a', shapes: [{ join: 'b', column: 'x' }] }], 'tables.0.shapes.0.key: missing'],
  [[{ table: 'a', shapes: [{ long: [], name: 'x', value: 'y' }] }], 'tables.0.shapes.0.long: not a list'],
  [[{ table: 'a', shapes: [{}] }], 'tables.0.shapes.0: neither'],
  [[{ table: 'a', sheets: 1 }], 'tables.0.sheets: unknown'],
])('a mapping with tables %j is refused with the place', (tables, where) => {
  let refusal: unknown;
  try {
    parseForms({ tables });
  } catch (error) {
    refusal = (error as { details: { where: string; problem: string } }).details;
  }
  const { where: place, problem } = refusal as { where: string; problem: string };
  expect(`${place}: ${problem}`).toContain(where);
});

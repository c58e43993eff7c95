import { describe, expect, test } from 'vitest';
import { bringFiles, writeFiles } from '../../support/written-report';

const csv = (header: string, rows: readonly (readonly (string | number)[])[]) =>
  [header, ...rows.map((cells) => cells.join(','))].join('\n') + '\n';
const range = (length: number) => Array.from({ length }, (_, at) => at);
const day = (at: number) => `2024-${String(1 + (at % 9)).padStart(2, '0')}-${String(1 + (at % 27)).padStart(2, '0')}`;

/** Forty orders of eight customers, numbered from 1001. */
const ORDERS = csv(
  'order_id,customer_id,order_date',
  range(40).map((at) => [1001 + at, `C${at % 8}`, day(at)]),
);
/** A hundred lines without customer or day, of which so many name one of the orders. */
const linesOf = (found: number) =>
  csv(
    'order_id,product,quantity,unit_price',
    range(100).map((at) => [at < found ? 1001 + (at % 40) : 5000 + at, `P${at % 7}`, 1, 10]),
  );

describe('whether two tables belong together', () => {
  test('lines of which nine in ten name an order are joined unasked', async () => {
    const { summary } = await bringFiles(writeFiles({ 'orders.csv': ORDERS, 'items.csv': linesOf(90) }));
    expect(summary.questions).toEqual([]);
    // Lines whose order is not there have no day.
    expect(summary).toMatchObject({ net: 900, customers: 8, files: [{ rows_loaded: 90, rows_rejected: 10 }, {}] });
  });

  test('where half of them do it is asked, with both sums; lines that lack a customer are joined meanwhile', async () => {
    const files = writeFiles({ 'orders.csv': ORDERS, 'items.csv': linesOf(50) });
    const { summary, exit } = await bringFiles(files, ['--strict']);
    expect(exit).toBe(3);
    expect(summary.questions).toMatchObject([
      {
        code: 'join',
        file: 'items.csv',
        column: 'order_id',
        readings: [
          { answer: 'joined', net: summary.net, customers: summary.customers },
          { answer: 'apart', customers: 8 },
        ],
      },
    ]);
    expect(summary.questions[0].sentence).toContain('50 of 100 rows of items.csv');
    expect(summary.customers).toBe(8);
  });

  test('where one in twenty does they are never joined, and nothing is asked', async () => {
    const { asked, mapping } = await bringFiles(writeFiles({ 'orders.csv': ORDERS, 'items.csv': linesOf(5) }));
    expect(asked).toEqual([]);
    expect(JSON.stringify(mapping)).not.toContain('"join"');
  });

  test.each([
    ['joined', [{ join: 'orders.csv', column: 'order_id', key: 'order_id' }]],
    ['apart', []],
  ])('a mapping that says %s leaves nothing open', async (answer, shapes) => {
    const map = JSON.stringify({ tables: [{ table: 'items.csv', roles: ['transactions'], shapes }] });
    const [orders, items, path] = writeFiles({ 'orders.csv': ORDERS, 'items.csv': linesOf(50), 'map.json': map });
    const asked = (await bringFiles([orders, items])).summary.questions[0].readings.find(
      (one) => one.answer === answer,
    );
    const { summary, exit } = await bringFiles([orders, items], ['--strict', '--map', path]);
    expect(summary.questions).toEqual([]);
    expect(exit).toBe(0);
    expect(summary).toMatchObject({ net: asked?.net, customers: asked?.customers });
  });

  test('payments of which half are of orders with money of their own stand apart until somebody says so', async () => {
    const orders = csv(
      'order_id,customer_id,order_date,total',
      range(40).map((at) => [1001 + at, `C${at % 8}`, day(at), 10]),
    );
    const payments = csv(
      'payment_id,order_id,customer_id,paid_on,amount',
      range(60).map((at) => [`p${at}`, at < 30 ? 1001 + (at % 28) : 7000 + at, `C${at % 8}`, day(at), 10]),
    );
    const { summary } = await bringFiles(writeFiles({ 'orders.csv': orders, 'payments.csv': payments }));
    expect(summary.net).toBe(1000);
    expect(summary.questions).toMatchObject([
      {
        code: 'join',
        readings: [
          { answer: 'apart', net: 1000 },
          { answer: 'joined', net: 400 },
        ],
      },
    ]);
  });

  test('a list of products that names two thirds of the lines is asked about and changes no sum', async () => {
    const sales = csv(
      'order_id,customer_id,order_date,product_id,amount',
      range(90).map((at) => [1001 + at, `C${at % 8}`, day(at), `SKU-${at % 9}`, 10]),
    );
    const products = csv(
      'product_id,product_name,category',
      range(6).map((at) => [`SKU-${at}`, `Thing ${at}`, `Kind ${at % 2}`]),
    );
    const { summary, mapping } = await bringFiles(writeFiles({ 'sales.csv': sales, 'products.csv': products }));
    expect(summary.net).toBe(900);
    expect(summary.questions).toMatchObject([{ code: 'join', readings: [{ answer: 'apart' }, { answer: 'joined' }] }]);
    expect(JSON.stringify(mapping)).not.toContain('"join"');
  });

  test('orders with a total and items without a price come to the sum of the totals, once', async () => {
    const orders = csv(
      'order_id,customer_id,order_date,total',
      range(40).map((at) => [1001 + at, `C${at % 8}`, day(at), 10 + at]),
    );
    const items = csv(
      'order_id,product,quantity',
      range(100).map((at) => [1001 + (at % 40), `P${at % 7}`, 1 + (at % 3)]),
    );
    const { summary } = await bringFiles(writeFiles({ 'orders.csv': orders, 'items.csv': items }));
    expect(summary).toMatchObject({ net: 1180, purchases: 40, customers: 8, transaction_lines: 100, questions: [] });
  });
});

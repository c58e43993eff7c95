import { describe, expect, test } from 'vitest';
import { bringFiles, runReport, writeFiles } from '../support/written-report';

const day = (at: number) => `${String(1 + (at % 12)).padStart(2, '0')}/${String(1 + (at % 7)).padStart(2, '0')}/2024`;
const SALES =
  'Customer,Order,Date,Amount\n' +
  Array.from({ length: 24 }, (_, at) => `C${at % 4},${100 + at},${day(at)},${10 + at}`).join('\n') +
  '\n';

const named = (format: string) =>
  JSON.stringify({
    transactions: { customer: 'Customer', order: 'Order', date: { column: 'Date', format }, amount: 'Amount' },
  });

describe('a report that is to leave nothing open', () => {
  test.each(['--auto', '--transactions'])(
    '%s: exits 3 while a question is open, and writes all the same',
    async (role) => {
      const [sales] = writeFiles({ 'sales.csv': SALES });
      const open = await runReport([role, sales, '--strict']);
      expect(open.exit).toBe(3);
      expect(open.asked).toEqual(['date_order']);
      expect(open.summary.net).toBe(516);
      expect((await runReport([role, sales])).exit).toBe(0);
    },
  );

  test.each([
    ['--auto', 'DD/MM/YYYY', '2024-07-12'],
    ['--auto', 'MM/DD/YYYY', '2024-12-07'],
    ['--transactions', 'MM/DD/YYYY', '2024-12-07'],
  ])('%s: exits 0 where the mapping says %s', async (role, format, last) => {
    const [sales, map] = writeFiles({ 'sales.csv': SALES, 'map.json': named(format) });
    const answered = await runReport([role, sales, '--map', map, '--strict']);
    expect(answered.exit).toBe(0);
    expect(answered.asked).toEqual([]);
    expect(answered.summary.observed_until! <= last).toBe(true);
    expect((answered.mapping.transactions as { date: object }).date).toEqual({ column: 'Date', format });
  });

  test('the mapping that a report writes answers all that it asked', async () => {
    const [sales] = writeFiles({ 'sales.csv': SALES });
    const first = await bringFiles([sales]);
    const [map] = writeFiles({ 'map.json': JSON.stringify(first.mapping) });
    const again = await bringFiles([sales], ['--map', map, '--strict']);
    expect(again.exit).toBe(0);
    const { confidence: _, questions: __, ...figures } = first.summary;
    expect(again.summary).toMatchObject(figures);
  });
});

test('the summary has the keys that METRICS.md names, and questions their readings', async () => {
  const { summary } = await bringFiles(writeFiles({ 'sales.csv': SALES }));
  const keys =
    'observed_from, observed_until, currency, time_zone, customers, customers_with_purchases, purchases, transaction_lines, ' +
    'return_lines, gross, returned, net, profit, unknown_customer, files, top20_share, gini, survival_unit, not_written, ' +
    'quality, recipe, confidence, questions, remarks';
  expect(Object.keys(summary)).toEqual(expect.arrayContaining(keys.split(', ')));
  expect(summary.questions).toEqual([
    expect.objectContaining({
      code: 'date_order',
      file: 'sales.csv',
      column: 'Date',
      readings: [
        { answer: 'DD/MM/YYYY', net: 516, customers: 4 },
        { answer: 'MM/DD/YYYY', net: 516, customers: 4 },
      ],
    }),
  ]);
  expect(summary.confidence).toMatchObject({ 'sales.csv': { Customer: { field: 'customer', confidence: 'sure' } } });
});

test('what is noticed is told with its code, its file, how many and a sentence', async () => {
  const shop = 'customer,date,amount_cents\na,2024-01-02,1999\nb,2024-01-03,2000\na,2024-02-03,2001\n';
  const { summary } = await bringFiles(writeFiles({ 'charges.csv': shop }));
  expect(summary.quality).toEqual([
    {
      code: 'minor_units',
      file: 'charges.csv',
      count: 3,
      sentence: expect.stringContaining('divided by 100') as string,
    },
  ]);
});

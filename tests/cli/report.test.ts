import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/report';

let folder = '';
const said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  said.length = 0;
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
});
const file = (text: string) => {
  const path = join(folder, 'sales.csv');
  writeFileSync(path, text);
  return path;
};
const out = () => join(folder, 'out');
const written = () => readdirSync(out()).sort();

const SALES = 'customer,date,amount\na,2024-01-02,10\nb,2024-01-03,20\na,2024-02-02,5\n';

test('a table of an earlier report does not outlive a new one that has none', async () => {
  expect(await main(['--transactions', file(SALES), '--out', out()])).toBe(0);
  expect(written()).toContain('cohort_retention.csv');
  expect(await main(['--transactions', file('order,product\n1,tea\n1,jam\n2,tea\n'), '--out', out()])).toBe(0);
  expect(written()).not.toContain('cohort_retention.csv');
  expect(written()).toContain('cross_sell.csv');
});

test('wrong usage that only the metric can see leaves the earlier report as it was', async () => {
  await main(['--transactions', file(SALES), '--out', out()]);
  const before = written().map((name) => readFileSync(join(out(), name), 'utf8'));
  const code = await main(['--transactions', file(SALES), '--set', 'lifecycle_funnel.steps=foo', '--out', out()]);
  expect(code).toBe(2);
  expect(written().map((name) => readFileSync(join(out(), name), 'utf8'))).toEqual(before);
});

test('a date column named outright is read though most of its cells cannot be', async () => {
  const lines = ['customer,date,amount', 'a,2024-01-02,1', 'b,soon,1', 'c,later,1', 'd,whenever,1', 'e,2024-02-03,1'];
  expect(await main(['--transactions', file(lines.join('\n')), '--out', out()])).toBe(0);
  expect(readFileSync(join(out(), 'rejected-rows.csv'), 'utf8').split('\n')).toHaveLength(5);
  const summary = JSON.parse(readFileSync(join(out(), 'summary.json'), 'utf8')) as { customers: number };
  expect(summary.customers).toBe(2);
});

test('a sheet of a file without sheets', async () => {
  expect(await main(['--transactions', `${file(SALES)}#Orders`, '--out', out()])).toBe(1);
  expect(said).toEqual(['sales.csv has no sheets, so no “Orders”. Name the file alone.']);
});

test('of a day given twice the last counts, as of any other option', async () => {
  const from = (day: string) => ['--set', `filter.from=${day}`];
  await main(['--transactions', file(SALES), ...from('2024-01-01'), ...from('2024-02-01'), '--out', out()]);
  const summary = JSON.parse(readFileSync(join(out(), 'summary.json'), 'utf8')) as { net: number };
  expect(summary.net).toBe(5);
});

test('duplicates are merged and currencies converted where the mapping says so, and the mapping written says it again', async () => {
  const sales = 'customer,date,amount,currency\na,2024-01-02,10,USD\na,2024-01-02,10,USD\nb,2024-01-03,20,EUR\n';
  const map = join(folder, 'map.json');
  writeFileSync(map, JSON.stringify({ transactions: { duplicates: 'merge', rates: { USD: '1', EUR: '1.5' } } }));
  expect(await main(['--transactions', file(sales), '--map', map, '--out', out()])).toBe(0);
  const read = (name: string) => JSON.parse(readFileSync(join(out(), name), 'utf8')) as Record<string, unknown>;
  expect(read('summary.json')).toMatchObject({
    net: 40,
    currency: 'USD',
    files: [{ rows_read: 3, rows_loaded: 2, rows_rejected: 0, rows_merged: 1, rows_set_aside: 0 }],
  });
  const mapping = read('mapping.json');
  expect(mapping['transactions']).toMatchObject({ duplicates: 'merge', rates: { EUR: '1.5' }, customer: 'customer' });
  writeFileSync(map, JSON.stringify(mapping));
  expect(await main(['--transactions', file(sales), '--map', map, '--out', out()])).toBe(0);
  expect(read('summary.json')).toMatchObject({ net: 40 });
  expect(await main(['--transactions', file(sales), '--out', out()])).toBe(0);
  expect(read('mapping.json')['transactions']).not.toHaveProperty('duplicates');
});

const CURRENCIES =
  'customer,date,amount,Währung\na,2024-01-01,10,EUR\na,2024-01-02,5,USD\nb,2024-01-03,7,USD\nb,2024-01-04,3,EUR\n';
const total = () => JSON.parse(readFileSync(join(out(), 'summary.json'), 'utf8')) as { currency: string; net: number };

test('currencies are never added together: a filter says which of them counts', async () => {
  const report = (...filter: string[]) =>
    main(['--transactions', file(CURRENCIES), ...filter.flatMap((one) => ['--set', one]), '--out', out()]);
  expect(await report('filter.line.currency=USD')).toBe(0);
  expect(total()).toMatchObject({ currency: 'USD', net: 12 });
  expect(await report('filter.line.Währung=€')).toBe(0);
  expect(total()).toMatchObject({ currency: 'EUR', net: 13 });
  expect(await report('filter.line.currency=EUR;USD')).toBe(2);
});

test('with rates a filter may leave several currencies, or another than all is counted in', async () => {
  const map = join(folder, 'map.json');
  const fields = { customer: 'customer', date: 'date', amount: 'amount', currency: 'Währung' };
  writeFileSync(map, JSON.stringify({ transactions: { ...fields, rates: { EUR: '1', USD: '0.5' } } }));
  const report = (value: string) =>
    main([
      ...['--transactions', file(CURRENCIES), '--map', map],
      ...['--set', `filter.line.currency=${value}`, '--out', out()],
    ]);
  expect(await report('USD')).toBe(0);
  expect(total()).toMatchObject({ currency: 'EUR', net: 6 });
  expect(await report('USD;EUR')).toBe(0);
  expect(total()).toMatchObject({ currency: 'EUR', net: 19 });
});

test('a filter by currency of files that name none', async () => {
  expect(await main(['--transactions', file(SALES), '--set', 'filter.line.currency=EUR', '--out', out()])).toBe(2);
});

test('exact duplicates are kept, and counted in the summary', async () => {
  await main(['--transactions', file(SALES + 'a,2024-01-02,10\n'), '--out', out()]);
  expect(JSON.parse(readFileSync(join(out(), 'summary.json'), 'utf8'))).toMatchObject({
    transaction_lines: 4,
    exact_duplicates: { transactions: 1 },
  });
});

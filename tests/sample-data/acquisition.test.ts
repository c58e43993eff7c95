import { expect, test } from 'vitest';
import { parseTable } from '../support/report';
import { companyReport, exactOf, planted } from './company';

test('shop: customers by last contact, spend and cost are those of the generator; social is dear', async () => {
  const rows = parseTable((await companyReport('shop'))['acquisition.csv']);
  const last = new Map(rows.filter(({ model }) => model === 'last').map((row) => [row['channel'], row]));
  const exact = exactOf('shop') as {
    readonly new_customers_by_last_touch: Readonly<Record<string, number>>;
    readonly spend_by_channel: Readonly<Record<string, number>>;
  };
  const counted = Object.fromEntries([...last].map(([channel, row]) => [channel, Number(row['customers'])]));
  expect(counted).toEqual(exact.new_customers_by_last_touch);
  for (const [channel, amount] of Object.entries(exact.spend_by_channel))
    expect(Number(last.get(channel)!['spend']), channel).toBeCloseTo(amount, 9);
  const { low, high, details } = planted('shop', 'dear_social');
  for (const [name, value] of Object.entries(details!))
    expect(Number(last.get(name.replace('cac ', ''))!['cac']), name).toBeCloseTo(Number(value), 3);
  const times = Number(last.get('Social')!['cac']) / Number(last.get('Newsletter')!['cac']);
  expect(times).toBeGreaterThanOrEqual(low);
  expect(times).toBeLessThanOrEqual(high);
});

import { expect, test } from 'vitest';
import { bringFiles, writeFiles } from '../../support/written-report';

const HEADER = 'Customer,Date,Order,Category,Amount';
const sales = (rows: number, header = HEADER) =>
  [header, ...Array.from({ length: rows }, (_, at) => `C${at % 7},2024-0${1 + (at % 9)}-11,T${at},Tea,2.50`)].join(
    '\n',
  );

test('sales lists that number their orders alike all count: none is taken for the payments of another', async () => {
  const files = {
    'first.csv': sales(40),
    'also.csv': sales(200),
    'second.csv': sales(30, HEADER.replace('Customer', 'Client')),
  };
  const { summary } = await bringFiles(writeFiles(files));
  expect(summary).toMatchObject({ transaction_lines: 270, net: 675 });
});

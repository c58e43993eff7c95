import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../src/domain/calendar';
import { createFormatter } from '../../src/domain/format';
import type { Receipt, ReceiptFile, SalesTotals, SampleOrder } from '../../src/domain/receipt';
import { headlineOf, leftOutWords, orderWords, recordWords } from '../../src/domain/receipt-words';

const format = createFormatter('en-GB', 'USD');
const day = (text: string) => parseIsoDay(text)!;
const SALES: SalesTotals = {
  orders: 1300,
  purchases: 1255,
  unnamed: 0,
  customers: 118,
  once: 75,
  lines: 2183,
  hasAmounts: true,
  gross: 1_358_981_000,
  returned: 38_949_000,
  net: 1_320_032_000,
  from: day('2023-01-03'),
  until: day('2025-05-30'),
};
const FILE: ReceiptFile = {
  table: 'orders.csv',
  roles: ['transactions'],
  recipe: null,
  read: 2183,
  loaded: 2183,
  rejected: 0,
  merged: 0,
  setAside: 0,
  leftOut: [],
  sales: SALES,
  records: [],
};
const receipt = (change: Partial<Receipt> = {}): Receipt => ({
  currency: 'USD',
  sales: SALES,
  records: [],
  files: [FILE],
  orders: [],
  statuses: [],
  notices: [],
  spellings: null,
  times: null,
  ...change,
});
const contracts = {
  role: 'contracts',
  rows: 7043,
  customers: 7043,
  companies: 0,
  closed: 1869,
  amount: null,
  from: null,
  until: null,
} as const;

describe('totals of other roles', () => {
  const deals = { ...contracts, role: 'deals', rows: 900, closed: 409, amount: 1 } as const;
  test.each([
    [{ customers: 290, companies: 150 }, '900 deals with 290 people in 150 companies, 409 won'],
    [{ customers: 1, companies: 0 }, '900 deals with 1 person, 409 won'],
    [{ customers: 0, companies: 150 }, '900 deals with 150 companies, 409 won'],
    [{ customers: 0, companies: 0 }, '900 deals, 409 won'],
  ])('says whom deals are with: %o', (who, words) => {
    expect(recordWords({ ...deals, ...who }, format)).toBe(words);
  });
});

describe('the headline', () => {
  test('says purchases, customers, money, first and last day', () => {
    expect(headlineOf(receipt(), format)).toBe(
      '1,255 orders of 118 customers, US$132,003, 3 Jan 2023 to 30 May 2025'.replace('US$', '$'),
    );
  });
  test('names sales with the word of their system', () => {
    const files = [{ ...FILE, recipe: 'Stripe payments export' }];
    expect(headlineOf(receipt({ files }), format)).toMatch(/^1,255 payments of/);
  });
  test('says that there are no customers where no column names them', () => {
    const sales = { ...SALES, customers: 0, once: 0, unnamed: 1255 };
    expect(headlineOf(receipt({ sales }), format)).toMatch(/^1,255 orders that name no customer, /);
  });
  test('says how many orders have a customer where others have none', () => {
    const sales = { ...SALES, unnamed: 55 };
    expect(headlineOf(receipt({ sales }), format)).toMatch(/^1,255 orders, 1,200 of them by 118 customers, /);
  });
  test('leaves out money and days that the file does not have', () => {
    const sales = { ...SALES, hasAmounts: false, from: null, until: null };
    expect(headlineOf(receipt({ sales }), format)).toBe('1,255 orders of 118 customers');
  });
  test('of files without sales says what they hold', () => {
    const answers = { ...contracts, role: 'surveys', rows: 2746, closed: null } as const;
    const records = [contracts, answers];
    expect(headlineOf(receipt({ sales: null, records }), format)).toBe(
      '7,043 contracts, 1,869 ended and 2,746 answers',
    );
    expect(recordWords(contracts, format)).toBe('7,043 contracts, 1,869 ended');
  });
});

describe('an order as a sentence', () => {
  const order: SampleOrder = {
    customer: 'Anna Marsh',
    day: day('2025-05-30'),
    order: '#2300',
    lines: [
      { item: 'Socks', quantity: 1, amount: 150_000 },
      { item: 'Scarf', quantity: 2, amount: -350_000 },
    ],
    more: 3,
    total: 500_000,
    file: 'orders.csv',
    line: 2,
  };
  test('names what was bought, each with its amount, and how much more there is', () => {
    expect(orderWords(order, format)).toEqual({
      head: '#2300, 30 May 2025',
      body: 'Anna Marsh bought Socks for $15.00, 2 × Scarf, given back, for $35.00 and 3 more things',
    });
  });
  test('without a number has its line, and a single item has no amount beside the total', () => {
    const lone = {
      ...order,
      order: '',
      day: null,
      customer: null,
      lines: [{ item: '', quantity: 2, amount: 1 }],
      more: 0,
    };
    expect(orderWords(lone, format)).toEqual({
      head: 'Line 2 of orders.csv',
      body: 'Somebody unnamed bought 2 pieces',
    });
  });
});

test('each reason for leaving rows out has words in singular and plural', () => {
  const words = (kind: 'rejected' | 'set_aside', reason: string, rows: number, field = '') =>
    leftOutWords({ kind, reason, field, rows }, 'transactions', format);
  expect(words('set_aside', 'no_sale', 6)).toBe('6 rows never were sales, as their status says');
  expect(words('set_aside', 'no_sale', 1)).toBe('1 row never was a sale, as its status says');
  expect(words('rejected', 'not a number', 2, 'amount')).toBe('2 rows left out: amount of the line is no number');
  expect(words('rejected', 'blank date', 2, 'date')).toBe('2 rows left out: date is blank');
  expect(words('rejected', 'negative tenure', 2, 'tenure')).toMatch(/ is below zero$/);
  expect(words('set_aside', 'units_row', 1)).toBe('1 row set aside: units row');
});

import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../src/domain/calendar';
import type { Receipt } from '../../src/domain/receipt';
import type { RoleReading } from '../../src/domain/import';
import { EngineSession } from '../../src/engine/session';
import { countIn, readTo } from '../support/load';

type Files = Readonly<Record<string, string>>;

/** The receipt of files that are read as they are guessed, or as `roles` says for a table. */
async function receiptOf(files: Files, roles: Readonly<Record<string, readonly RoleReading[]>> = {}): Promise<Receipt> {
  const session = new EngineSession();
  const brought = Object.entries(files).map(([name, text]) => ({ name, blob: new Blob([text]) }));
  const found = await readTo(session, brought);
  const choices = found.map(({ id, roles: guessed }) => ({ table: id, roles: roles[id] ?? guessed }));
  await countIn(session, 'test', choices);
  return session.receipt(found.map(({ id }) => id));
}

const day = (text: string) => parseIsoDay(text)!;
const money = (units: number) => units * 10_000;

const SALES = `Order,Customer,Date,Product,Quantity,Amount,Status
1,Ann,2024-01-05,Tea,2,20.00,paid
1,Ann,2024-01-05,Jam,1,5.50,paid
2,Bob,2024-02-10,Tea,1,10.00,refunded
3,Bob,2024-03-01,Cup,1,8.00,paid
4,Cem,2024-04-20,Pot,1,31.00,failed
5,Ann,2024-05-02,Tea,3,30.00,paid
`;

describe('what sales come to', () => {
  test('counts purchases, customers with one, and money as the summary does', async () => {
    const { sales, currency } = await receiptOf({ 'sales.csv': SALES });
    expect(sales).toEqual({
      orders: 4,
      purchases: 3,
      unnamed: 0,
      customers: 2,
      once: 1,
      lines: 5,
      hasAmounts: true,
      gross: money(73.5),
      returned: money(10),
      net: money(63.5),
      from: day('2024-01-05'),
      until: day('2024-05-02'),
    });
    expect(currency).toBeNull();
  });

  test('tells each file apart, and its files add up to all together', async () => {
    const later = SALES.replaceAll('2024-', '2025-').replaceAll(/^(\d)/gm, '1$1');
    const { sales, files } = await receiptOf({ 'a.csv': SALES, 'b.csv': later });
    expect(files.map((file) => [file.table, file.sales?.purchases, file.sales?.net])).toEqual([
      ['a.csv', 3, money(63.5)],
      ['b.csv', 3, money(63.5)],
    ]);
    expect(sales).toMatchObject({ purchases: 6, customers: 2, once: 0, net: money(127), until: day('2025-05-02') });
  });

  test('a purchase whose day nobody can mean is counted as the summary does: it was not given back', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, at) => `${at},C${at % 4},${at === 7 ? '2202' : '2024'}-03-0${1 + (at % 9)},5`,
    );
    const { sales } = await receiptOf({ 'sales.csv': ['Order,Customer,Date,Amount', ...rows].join('\n') });
    expect(sales).toMatchObject({ orders: 20, purchases: 20, customers: 4, net: money(100) });
  });
  test('baskets without amounts tell no money', async () => {
    const { orders } = await receiptOf({ 'lines.csv': 'Order,Product\n1,Tea\n1,Jam\n2,Tea\n3,Cup\n' });
    expect(orders.map(({ total, lines }) => [total, lines.map(({ amount }) => amount)])).toEqual([
      [null, [null, null]],
      [null, [null]],
      [null, [null]],
    ]);
  });
  test('purchases that name no customer are counted and told', async () => {
    const { sales } = await receiptOf({ 'sales.csv': SALES.replace('3,Bob', '3,') });
    expect(sales).toMatchObject({ purchases: 3, unnamed: 1, customers: 1 });
  });
});

describe('sample orders', () => {
  test('are the first purchase, the one in the middle and the last, with their lines', async () => {
    const { orders } = await receiptOf({ 'sales.csv': SALES });
    expect(orders.map(({ order, customer, total, line }) => [order, customer, total, line])).toEqual([
      ['1', 'Ann', money(25.5), 2],
      ['3', 'Bob', money(8), 5],
      ['5', 'Ann', money(30), 7],
    ]);
    expect(orders[0].lines).toEqual([
      { item: 'Tea', quantity: 2, amount: money(20) },
      { item: 'Jam', quantity: 1, amount: money(5.5) },
    ]);
  });

  test('one purchase is told once', async () => {
    const { orders } = await receiptOf({ 'sales.csv': SALES.split('\n').slice(0, 3).join('\n') });
    expect(orders).toHaveLength(1);
  });
});

describe('the account of rows', () => {
  test('adds up, with a reason for each row that is left out', async () => {
    const { files } = await receiptOf({ 'sales.csv': SALES + '6,Ann,2024-05-03,Tea,1,ask Bob,paid\n\n' });
    const [{ leftOut, ...file }] = files;
    expect(file.read).toBe(file.loaded + file.rejected + file.merged + file.setAside);
    expect(leftOut).toContainEqual({ kind: 'rejected', field: 'amount', reason: 'not a number', rows: 1 });
    expect(leftOut).toContainEqual({ kind: 'set_aside', field: '', reason: 'no_sale', rows: 1 });
    expect(leftOut.reduce((sum, { rows }) => sum + rows, 0)).toBe(file.read - file.loaded);
  });

  test('counts a row once, whatever roles its table plays', async () => {
    const roles: RoleReading[] = [
      { role: 'transactions', mapping: { customer: 'Customer', date: 'Date', order: 'Order', amount: 'Amount' } },
      { role: 'surveys', mapping: { customer: 'Customer', date: 'Date', score: 'Score' } },
    ];
    const text = `Order,Customer,Date,Amount,Score
1,Ann,2024-01-05,20.00,9
2,Bob,2024-02-10,often,x
3,Bob,2024-03-01,8.00,x
4,Cem,2024-03-01,9.00,3
`;
    const { files } = await receiptOf({ 'wide.csv': text }, { 'wide.csv': roles });
    expect(files[0]).toMatchObject({ roles: ['transactions', 'surveys'], read: 4, loaded: 2, rejected: 2 });
    expect(files[0].leftOut.reduce((sum, { rows }) => sum + rows, 0)).toBe(2);
  });

  test('names a table that is not used', async () => {
    const { files } = await receiptOf({ 'sales.csv': SALES, 'notes.csv': 'a,b\nx,y\nz,w\n' });
    expect(files[1]).toMatchObject({ table: 'notes.csv', roles: [], read: 2, loaded: 0 });
  });
});

describe('status words', () => {
  test('each word has its rows, its money and what it was taken for', async () => {
    const { statuses } = await receiptOf({ 'sales.csv': SALES });
    expect(statuses.map(({ word, rows, amount, meaning }) => [word, rows, amount, meaning])).toEqual([
      ['paid', 4, money(63.5), 'sale'],
      ['refunded', 1, money(10), 'void'],
      ['failed', 1, money(31), 'no_sale'],
    ]);
    expect(statuses[0]).toMatchObject({ table: 'sales.csv', column: 'Status' });
  });
});

describe('files without sales', () => {
  test('contracts are counted with those that have ended', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => `C${at},${at + 1},${at % 3 ? 'No' : 'Yes'}`);
    const mapping = { customer: 'customerID', tenure: { column: 'tenure', unit: 'months' }, churned: 'Churn' } as const;
    const roles: RoleReading[] = [{ role: 'contracts', mapping }];
    const receipt = await receiptOf({ 't.csv': ['customerID,tenure,Churn', ...rows].join('\n') }, { 't.csv': roles });
    expect(receipt.sales).toBeNull();
    expect(receipt.orders).toEqual([]);
    expect(receipt.records).toEqual([
      { role: 'contracts', rows: 12, customers: 12, companies: 0, closed: 4, amount: null, from: null, until: null },
    ]);
  });

  test('answers to a survey are counted with their days', async () => {
    const roles: RoleReading[] = [{ role: 'surveys', mapping: { customer: 'Who', date: 'Date', score: 'NPS' } }];
    const text = 'Who,Date,NPS\na,2024-01-01,9\nb,2024-03-05,2\na,2024-04-01,10\n';
    const { records } = await receiptOf({ 's.csv': text }, { 's.csv': roles });
    expect(records[0]).toMatchObject({ role: 'surveys', rows: 3, customers: 2, until: day('2024-04-01') });
  });
});

describe('deals', () => {
  const DEALS = `Deal,Contact,Company,Phase,Summe,Geschlossen
1,ann,North,Gewonnen,100.00,2024-01-05
2,bob,North,Verloren,50.00,2024-02-05
3,,South,Gewonnen,70.00,2024-03-05
4,cem,South,Angebot,80.00,2024-04-05
`;
  const mapping = {
    deal: 'Deal',
    customer: { column: 'Contact', else: 'Company' },
    company: 'Company',
    stage: 'Phase',
    amount: 'Summe',
    closed: 'Geschlossen',
  };
  test('count contacts and companies apart, and those won by the word of their stage', async () => {
    const { records } = await receiptOf({ 'd.csv': DEALS }, { 'd.csv': [{ role: 'deals', mapping }] });
    expect(records[0]).toMatchObject({ rows: 4, customers: 3, companies: 2, closed: 2 });
  });
});

describe('notices', () => {
  const LINES = `Order,Customer,Date,Quantity,Price,Discount
${Array.from({ length: 30 }, (_, at) => `${at},C${at % 7},2024-01-${String((at % 28) + 1).padStart(2, '0')},2,50.00,${(at % 4) * 5}`).join('\n')}
`;
  test('of the guess are told while the column is read as it was guessed, and no longer', async () => {
    const guessed = await receiptOf({ 'l.csv': LINES });
    const about = guessed.notices.find(({ column }) => column === 'Discount');
    expect(about?.sentence).toContain('Discount');
    const roles: RoleReading[] = [
      {
        role: 'transactions',
        mapping: { customer: 'Customer', date: 'Date', order: 'Order', quantity: 'Quantity', unit_price: 'Price' },
      },
    ];
    const other = await receiptOf({ 'l.csv': LINES }, { 'l.csv': roles });
    expect(other.notices.filter(({ column }) => column === 'Discount')).toEqual([]);
  });
});

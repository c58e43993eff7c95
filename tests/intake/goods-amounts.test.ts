import { expect, test } from 'vitest';
import { readFiles } from './ledger/read-files';

const read = (header: string, rows: readonly string[]) =>
  readFiles([{ name: 'orders.csv', text: [header, ...rows].join('\n') + '\n' }]);

const ROWS = Array.from({ length: 8 }, (_, at) => ({
  goods: 1000 + at * 150,
  tax: 190 + at * 11,
  shipping: at % 2 ? 495 : 0,
}));
const money = (cents: number) => (cents / 100).toFixed(2);
const GOODS = ROWS.reduce((sum, { goods }) => sum + goods * 100, 0);
const start = (at: number) => `${1001 + at},2024-01-${at + 10},C${at % 3}`;

test.each([
  ['Subtotal', 'Tax', 'Shipping', 'Total'],
  ['Zwischensumme', 'MwSt', 'Versandkosten', 'Gesamtbetrag'],
  ['Sous-total', 'TVA', 'Frais de port', 'Montant total'],
])('counts %s, which with %s and %s adds up to %s', async (...headers) => {
  const rows = ROWS.map(({ goods, tax, shipping }, at) =>
    [start(at), money(goods), money(tax), money(shipping), money(goods + tax + shipping)].join(','),
  );
  const { figures, questions } = await read(`Order ID,Date,Customer,${headers.join(',')}`, rows);
  expect([figures.net, questions]).toEqual([GOODS, []]);
});

test('asks which of two amounts counts where tax stands beside and does not explain the difference', async () => {
  const rows = ROWS.map(({ goods, tax }, at) =>
    [start(at), money(goods), money(tax), money(goods + tax + 100 + at)].join(','),
  );
  const { questions } = await read('Bestellnummer,Datum,Kunde,Zwischensumme,MwSt,Gesamtbetrag', rows);
  expect(questions.map(({ code, readings }) => [code, readings.map(({ answer }) => answer)])).toEqual([
    ['amount_column', ['Gesamtbetrag', 'Zwischensumme']],
  ]);
});

test('asks whether a column is money where no heading is known and it is written as money', async () => {
  const rows = ROWS.map(({ goods }, at) => `${start(at)},Tea ${at % 3},${money(goods)}`);
  const { figures, questions } = await read('Order ID,Date,Customer,Product,Blorp', rows);
  expect(figures.net).toBe(0);
  expect(
    questions.map(({ code, readings }) => [code, readings.map(({ answer, totals }) => [answer, totals?.net])]),
  ).toEqual([
    [
      'amount_column',
      [
        ['none', 0],
        ['Blorp', GOODS],
      ],
    ],
  ]);
});

test.each(['Versandbetrag', 'Rabattbetrag', 'Erstattungsbetrag', 'Steuerbetrag', 'MwSt-Betrag'])(
  'takes %s for no amount',
  async (header) => {
    const rows = ROWS.map(({ goods, tax }, at) => `${start(at)},${money(tax)},${money(goods)}`);
    const { mapping } = await read(`Bestellnummer,Datum,Kunde,${header},Warenwert`, rows);
    expect(mapping.transactions?.['amount']).toBe('Warenwert');
  },
);

test('counts the price and not the total that holds tax and shipping too, though every order is one row', async () => {
  const rows = ROWS.map(({ goods, tax, shipping }, at) =>
    [start(at), 1, money(goods), money(tax), money(shipping), money(goods + tax + shipping)].join(','),
  );
  const { mapping, figures, questions } = await read(
    'Order ID,Date,Customer,Quantity,Price,Tax,Shipping,Total Amount',
    rows,
  );
  expect([figures.net, questions]).toEqual([GOODS, []]);
  expect(mapping.transactions).toMatchObject({ unit_price: 'Price', order_total: 'Total Amount' });
});

import { goodsOf, type Ledger } from '../ledger';
import type { Row } from '../write';
import { dayOf, documentId, oneRowOrRefund, signedCents, systemForm } from './system';

export const quickBooks = systemForm({
  name: 'QuickBooks sales by customer',
  holds: { severalLines: true, noSale: true, wholeRefund: true, partRefund: true },
  grain: { orders: 'id', refunds: 'documents' },
  file: 'Sales by Customer Detail.csv',
  tongues: [{ day: 'us' }],
  columns: [
    ['Customer', ({ customer }) => customer.name],
    ['Date', (row, { day }) => day(dayOf(row))],
    [
      'Transaction Type',
      ({ order, at, isReturn }) =>
        isReturn ? 'Credit Memo' : order.outcome === 'no_sale' ? 'Estimate' : ['Invoice', 'Sales Receipt'][at % 2],
    ],
    ['Num', (row) => documentId(row)],
    ['Product/Service', ({ line }) => line.product],
    ['Memo/Description', ({ line }) => `${line.product}, boxed`],
    ['Qty', ({ line, isReturn }) => (isReturn ? '-1' : String(line.quantity))],
    ['Sales Price', ({ line, isReturn, cents }, { money }) => money(isReturn ? cents : line.price)],
    ['Amount', (row, { money }) => money(signedCents(row))],
    ['Balance', ({ at, i }, { money }) => money(at * 1731 + i * 57)],
  ],
});

/** Customers stand on lines of their own above their rows, with a sum beneath them. */
export const quickBooksGrouped = systemForm({
  name: 'QuickBooks sales by customer, grouped',
  isInOrder: true,
  recipe: 'QuickBooks sales by customer',
  holds: { severalLines: true, wholeRefund: true, partRefund: true },
  grain: { orders: 'id', refunds: 'documents' },
  file: 'Sales by Customer Detail.csv',
  tongues: [{ day: 'us' }],
  columns: [
    ['', ''],
    ['Date', (row, { day }) => day(dayOf(row))],
    ['Transaction Type', ({ isReturn }) => (isReturn ? 'Credit Memo' : 'Invoice')],
    ['Num', (row) => documentId(row)],
    ['Product/Service', ({ line }) => line.product],
    ['Memo/Description', ({ line }) => `${line.product}, boxed`],
    ['Qty', ({ line, isReturn }) => (isReturn ? '-1' : String(line.quantity))],
    ['Sales Price', ({ line, isReturn, cents }, { money }) => money(isReturn ? cents : line.price)],
    ['Amount', (row, { money }) => money(signedCents(row))],
    ['Balance', ({ at, i }, { money }) => money(at * 1731 + i * 57)],
  ],
  among: (rows, written, { ledger, money }) =>
    ledger.customers.flatMap(({ name }): Row[] => {
      const places = written.flatMap(({ customer }, at) => (customer.name === name ? [at] : []));
      if (places.length === 0) return [];
      const sum = places.reduce((total, at) => total + signedCents(written[at]), 0);
      return [{ '': name }, ...places.map((at) => rows[at]), { '': `Total for ${name}`, Amount: `$${money(sum)}` }];
    }),
});

/** Customers are accounts of five digits; a document's number is short. */
const asAccounts = (ledger: Ledger): Ledger => ({
  ...ledger,
  customers: ledger.customers.map((one, at) => ({ ...one, id: String(10_001 + at) })),
  orders: ledger.orders.map((order, at) => ({ ...order, id: `R${1001 + at}` })),
});

export const datev = systemForm({
  name: 'DATEV bookings',
  holds: { severalLines: true, wholeRefund: true, partRefund: true },
  grain: { orders: 'id', refunds: 'documents' },
  file: 'EXTF_Buchungsstapel.csv',
  tongues: [{ day: 'german', mark: ',', delimiter: ';' }],
  ledger: asAccounts,
  rows: oneRowOrRefund,
  columns: [
    ['Umsatz', ({ order, isReturn, cents }, { money }) => money(isReturn ? cents : goodsOf(order))],
    ['Soll/Haben', ({ isReturn }) => (isReturn ? 'H' : 'S')],
    ['WKZ', 'EUR'],
    ['Konto', ({ customer }) => customer.id],
    ['Gegenkonto', (_, { choice }) => (choice % 2 === 0 ? '8400' : '4400')],
    ['Belegdatum', (row, { day }) => day(dayOf(row))],
    ['Belegfeld 1', (row) => documentId(row)],
    ['Buchungstext', ({ line }) => line.product],
  ],
  // What was paid, and what the shop itself bought.
  among: (rows, written, { choice }) =>
    rows.flatMap((row, at): Row[] => {
      const bank = choice % 2 === 0 ? '1200' : '1800';
      if (at % 3 === 0 && !written[at].isReturn)
        return [row, { ...row, 'Soll/Haben': 'H', Gegenkonto: bank, Buchungstext: 'Zahlung' }];
      return at % 13 === 5
        ? [
            row,
            {
              ...row,
              Konto: '70001',
              Gegenkonto: choice % 2 === 0 ? '4930' : '6815',
              'Belegfeld 1': `E${at}`,
              Buchungstext: 'Büro',
            },
          ]
        : [row];
    }),
});

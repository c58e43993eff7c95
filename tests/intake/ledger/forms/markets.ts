import { goodsOf, netOfLine } from '../ledger';
import type { Row } from '../write';
import { dayOf, signedCents, systemForm } from './system';

/** Buyers are not named: nobody is counted, and nobody's purchases are. */
const NOBODY = { purchases: 0, customers: 0 } as const;

export const amazon = systemForm({
  name: 'Amazon settlement report',
  holds: { severalLines: true, extras: true, wholeRefund: true, partRefund: true },
  grain: { orders: 'id', refunds: 'rows' },
  file: '50001234567.txt',
  tongues: [
    { day: 'iso', delimiter: '\t' },
    { day: 'german', mark: ',', delimiter: '\t' },
  ],
  told: (figures) => ({ ...figures, ...NOBODY }),
  columns: [
    ['settlement-id', '11223344551'],
    ['settlement-start-date', ''],
    ['settlement-end-date', ''],
    ['deposit-date', ''],
    ['total-amount', ''],
    ['currency', ''],
    ['transaction-type', ({ isReturn }) => (isReturn ? 'Refund' : 'Order')],
    ['order-id', ({ at }) => `302-${String(1_000_000 + at * 37)}-${String(2_000_000 + at * 91)}`],
    ['merchant-order-id', ''],
    ['adjustment-id', ({ isReturn, at }) => (isReturn ? `amzn1:crow:${at}` : '')],
    ['shipment-id', ({ at }) => `D${at}xYz`],
    ['marketplace-name', ({ at }) => ['Amazon.de', 'Amazon.fr'][at % 2]],
    ['amount-type', 'ItemPrice'],
    ['amount-description', 'Principal'],
    ['amount', (row, { money }) => money(signedCents(row))],
    ['fulfillment-id', 'AFN'],
    ['posted-date', (row, { day }) => day(dayOf(row))],
    ['posted-date-time', (row, { day }) => `${day(dayOf(row))} 10:00:00 UTC`],
    ['order-item-code', ({ at, i }) => String(7_000_000 + at * 10 + i)],
    ['sku', ({ line }) => line.product.toUpperCase().replaceAll(' ', '-')],
    ['quantity-purchased', ({ line, isReturn }) => (isReturn ? '' : String(line.quantity))],
    ['promotion-id', ''],
  ],
  // Beside what the goods cost stand tax, shipping and fees; the settlement's sum is its first row.
  among: (rows, written, { ledger, money, day }) => {
    const other = (at: number, kind: string, what: string, cents: number): Row => ({
      ...rows[at],
      'amount-type': kind,
      'amount-description': what,
      amount: money(cents),
      'quantity-purchased': '',
    });
    const first: Row = {
      'settlement-id': '11223344551',
      'settlement-start-date': day(ledger.orders[0].day),
      'settlement-end-date': day(ledger.orders.at(-1)!.day + 14),
      'deposit-date': day(ledger.orders.at(-1)!.day + 16),
      'total-amount': money(123_456),
      currency: ledger.currency,
    };
    const each = written.flatMap((row, at) => [
      rows[at],
      ...(row.i === 0 && !row.isReturn
        ? [
            other(at, 'ItemPrice', 'Tax', row.order.tax),
            other(at, 'ItemPrice', 'Shipping', row.order.shipping),
            other(at, 'ItemFees', 'Commission', -Math.round(goodsOf(row.order) / 10)),
          ]
        : []),
    ]);
    return [first, ...each];
  },
});

const buyer = (name: string) => name.toLowerCase().replace(' ', '_');

export const ebayOrders = systemForm({
  name: 'eBay orders report',
  holds: { severalLines: true, extras: true },
  grain: { orders: 'id', refunds: 'order' },
  file: 'eBay-OrdersReport-Jun-01-2025.csv',
  tongues: [{ day: 'month-day' }, { day: 'german', mark: ',', delimiter: ';' }],
  columns: [
    ['Sales Record Number|Verkaufsprotokollnummer', ({ at }) => String(101 + at)],
    ['Order Number|Bestellnummer', ({ at }) => `14-${String(10_000 + at * 7)}-${String(30_000 + at * 13)}`],
    ['Buyer Username|Nutzername des Käufers', ({ customer }) => buyer(customer.name)],
    ['Buyer Name|Name des Käufers', ({ customer }) => customer.name],
    ['Item Number|Artikelnummer', ({ line }) => String(266_000_000_000 + line.product.length)],
    ['Item Title|Angebotstitel', ({ line }) => line.product],
    ['Quantity|Stückzahl', ({ line }) => String(line.quantity)],
    ['Sold For|Verkauft für', ({ line }, { money, word }) => `${word('$|EUR ')}${money(line.price)}`],
    [
      'Shipping And Handling|Verpackung und Versand',
      ({ order, i }, { money, word }) => (i === 0 ? `${word('$|EUR ')}${money(order.shipping)}` : ''),
    ],
    [
      'Seller Collected Tax|Vom Verkäufer eingezogene Steuer',
      ({ order, i }, { money, word }) => (i === 0 ? `${word('$|EUR ')}${money(order.tax)}` : ''),
    ],
    [
      'Total Price|Gesamtpreis',
      ({ order }, { money, word }) => `${word('$|EUR ')}${money(goodsOf(order) + order.shipping + order.tax)}`,
    ],
    ['Payment Method|Zahlungsmethode', 'Card|Karte'],
    ['Sale Date|Verkauft am', ({ order }, { day }) => day(order.day)],
    ['Paid On Date|Datum der Bezahlung', ({ order }, { day }) => day(order.day)],
    ['Transaction ID|Transaktions-ID', ({ at, i }) => String(2_500_000 + at * 10 + i)],
  ],
  // An order of several items has a row above them with its sums; its items have no other sums, and no day for their payment.
  among: (rows, written, { money, word }) =>
    written.flatMap(({ order, i }, at) => {
      if (order.lines.length === 1) return [rows[at]];
      const bare = {
        ...rows[at],
        [word('Total Price|Gesamtpreis')]: '',
        [word('Shipping And Handling|Verpackung und Versand')]: '',
      };
      if (i > 0) return [bare];
      const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0);
      const head = {
        ...rows[at],
        [word('Item Number|Artikelnummer')]: '',
        [word('Item Title|Angebotstitel')]: '',
        [word('Quantity|Stückzahl')]: String(pieces),
        [word('Sold For|Verkauft für')]: `${word('$|EUR ')}${money(goodsOf(order))}`,
        [word('Transaction ID|Transaktions-ID')]: '',
      };
      return [head, bare];
    }),
});

export const ebayTransactions = systemForm({
  name: 'eBay transaction report',
  holds: { severalLines: true, extras: true, wholeRefund: true, partRefund: true },
  grain: { orders: 'id', refunds: 'rows' },
  file: 'Transaction-Jun-01-2025.csv',
  tongues: [{ day: 'month day, year' }, { day: 'iso' }],
  columns: [
    ['Transaction creation date', (row, { day }) => day(dayOf(row))],
    ['Type', ({ isReturn }) => (isReturn ? 'Refund' : 'Order')],
    ['Order number', ({ at }) => `14-${String(10_000 + at * 7)}-${String(30_000 + at * 13)}`],
    ['Legacy order ID', ({ at }) => `26-${at}`],
    ['Buyer username', ({ customer }) => buyer(customer.name)],
    ['Buyer name', ({ customer }) => customer.name],
    ['Net amount', (row, { money }) => money(Math.round(signedCents(row) * 0.9))],
    ['Payout currency', (_, { ledger }) => ledger.currency],
    ['Payout date', (row, { day }) => day(dayOf(row) + 2)],
    ['Item ID', ({ line }) => String(266_000_000_000 + line.product.length)],
    ['Transaction ID', ({ at, i, isReturn }) => String(2_500_000 + at * 20 + i + (isReturn ? 10 : 0))],
    ['Item title', ({ line }) => line.product],
    ['Custom label', '--'],
    ['Quantity', ({ line }) => String(line.quantity)],
    ['Item subtotal', (row, { money }) => money(signedCents(row))],
    [
      'Shipping and handling',
      ({ order, i, isReturn }, { money }) => (i === 0 && !isReturn ? money(order.shipping) : '0'),
    ],
    ['Final Value Fee - fixed', '-0.30'],
    [
      'Gross transaction amount',
      ({ order, i, isReturn, cents, line }, { money }) =>
        money(isReturn ? -cents : netOfLine(line) + (i === 0 ? order.shipping : 0)),
    ],
    ['Transaction currency', (_, { ledger }) => ledger.currency],
    ['Description', '--'],
  ],
  // Labels and payouts are no sales; what does not apply is written as two dashes.
  among: (rows, written, { money }) =>
    rows.flatMap((row, at) => {
      const other = (type: string, cents: number): Row => ({
        ...Object.fromEntries(Object.keys(row).map((header) => [header, '--'])),
        'Transaction creation date': row['Transaction creation date'],
        'Payout date': row['Payout date'],
        'Payout currency': row['Payout currency'],
        'Transaction currency': row['Transaction currency'],
        'Net amount': money(cents),
        'Gross transaction amount': money(cents),
        Type: type,
      });
      if (at % 9 === 4 && !written[at].isReturn)
        return [row, { ...other('Shipping label', -420), 'Order number': row['Order number'] }];
      return at % 9 === 8 ? [row, other('Payout', -10_000)] : [row];
    }),
});

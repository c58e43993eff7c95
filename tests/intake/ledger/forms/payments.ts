import { goodsOf, netOfLine, totalOf } from '../ledger';
import { moneyText, type Row } from '../write';
import { dayOf, documentId, oneRowEach, oneRowOrRefund, signedCents, systemForm } from './system';

const dollars = (cents: number): string => `${cents < 0 ? '-' : ''}$${moneyText(Math.abs(cents), '.', ',')}`;
const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
const TILL = [{ day: 'iso' }, { day: 'us short' }] as const;

export const squareItems = systemForm({
  name: 'Square item details',
  holds: { severalLines: true, percentOff: true, extras: true, wholeRefund: true, partRefund: true },
  grain: { orders: 'id', refunds: 'documents' },
  file: 'items-2025-01-01-2025-06-01.csv',
  tongues: TILL,
  columns: [
    ['Date', (row, { day }) => day(dayOf(row))],
    ['Time', ({ order }) => timeOf(order.minute)],
    ['Time Zone', 'Eastern Time (US & Canada)'],
    ['Category', ({ line }) => line.category],
    ['Item', ({ line }) => line.product],
    ['Qty', ({ line, isReturn }) => (isReturn ? '-1.0' : `${line.quantity}.0`)],
    ['Price Point Name', 'Regular'],
    ['SKU', ''],
    ['Modifiers Applied', ''],
    ['Gross Sales', ({ line, isReturn, cents }) => dollars(isReturn ? -cents : line.quantity * line.price)],
    ['Discounts', ({ line, isReturn }) => dollars(isReturn ? 0 : netOfLine(line) - line.quantity * line.price)],
    ['Net Sales', (row) => dollars(signedCents(row))],
    ['Tax', ({ order, i, isReturn }) => dollars(i === 0 && !isReturn ? order.tax : 0)],
    ['Transaction ID', (row) => documentId(row)],
    ['Payment ID', (row) => `P${documentId(row)}`],
    ['Event Type', ({ isReturn }) => (isReturn ? 'Refund' : 'Payment')],
    ['Location', ({ at }) => ['Main', 'North'][at % 2]],
    ['Customer ID', ({ customer }) => customer.id],
    ['Customer Name', ({ customer }) => customer.name],
    ['Customer Reference ID', ''],
    ['Unit', 'ea'],
    ['Count', ({ line }) => String(line.quantity)],
    ['Channel', 'In store'],
  ],
});

export const squareTransactions = systemForm({
  name: 'Square transactions',
  holds: { severalLines: true, extras: true, wholeRefund: true, partRefund: true },
  grain: { orders: 'id', refunds: 'documents' },
  file: 'transactions-2025-01-01-2025-06-01.csv',
  tongues: TILL,
  rows: oneRowOrRefund,
  columns: [
    ['Date', (row, { day }) => day(dayOf(row))],
    ['Time', ({ order }) => timeOf(order.minute)],
    ['Time Zone', 'Eastern Time (US & Canada)'],
    ['Gross Sales', ({ order, isReturn, cents }) => dollars(isReturn ? -cents : goodsOf(order))],
    ['Discounts', '$0.00'],
    ['Service Charges', '$0.00'],
    ['Net Sales', ({ order, isReturn, cents }) => dollars(isReturn ? -cents : goodsOf(order))],
    ['Gift Card Sales', '$0.00'],
    ['Tax', ({ order, isReturn }) => dollars(isReturn ? 0 : order.tax)],
    ['Tip', ({ order, isReturn }) => dollars(isReturn ? 0 : order.tip)],
    ['Partial Refunds', '$0.00'],
    ['Total Collected', ({ order, isReturn, cents }) => dollars(isReturn ? -cents : totalOf(order) - order.shipping)],
    ['Source', 'Point of Sale'],
    ['Fees', '-$0.30'],
    ['Net Total', ({ order, isReturn, cents }) => dollars((isReturn ? -cents : totalOf(order) - order.shipping) - 30)],
    ['Transaction ID', (row) => documentId(row)],
    ['Payment ID', (row) => `P${documentId(row)}`],
    ['Event Type', ({ isReturn }) => (isReturn ? 'Refund' : 'Payment')],
    ['Location', 'Main'],
    ['Customer ID', ({ customer }) => customer.id],
    ['Customer Name', ({ customer }) => customer.name],
  ],
});

const SHOP = 'shop@shop.example';
export const payPal = systemForm({
  name: 'PayPal activity',
  holds: { severalLines: true, noSale: true, wholeRefund: true, partRefund: true },
  grain: { orders: 'id', refunds: 'documents' },
  file: 'Download.CSV',
  tongues: [{ day: 'us' }, { day: 'german', mark: ',' }],
  rows: oneRowOrRefund,
  columns: [
    ['Date|Datum', (row, { day }) => day(dayOf(row))],
    ['Time|Uhrzeit', ({ order }) => timeOf(order.minute)],
    ['TimeZone|Zeitzone', 'PST|CET'],
    ['Name', ({ customer }) => customer.name],
    [
      'Type|Typ',
      ({ isReturn, at }, { word }) =>
        word(
          isReturn
            ? 'Payment Refund|Rückzahlung'
            : ['Express Checkout Payment|PayPal Express-Zahlung', 'Website Payment|Website-Zahlung'][at % 2],
        ),
    ],
    [
      'Status',
      ({ order, isReturn, at }, { word }) =>
        word(
          order.outcome === 'no_sale' && !isReturn
            ? ['Pending|Ausstehend', 'Denied|Abgelehnt'][at % 2]
            : 'Completed|Abgeschlossen',
        ),
    ],
    ['Currency|Währung', (_, { ledger }) => ledger.currency],
    ['Gross|Brutto', ({ order, isReturn, cents }, { money }) => money(isReturn ? -cents : goodsOf(order))],
    ['Fee|Gebühr', (_, { money }) => money(-35)],
    ['Net|Netto', ({ order, isReturn, cents }, { money }) => money((isReturn ? -cents : goodsOf(order)) - 35)],
    ['From Email Address|Absender E-Mail-Adresse', ({ customer, isReturn }) => (isReturn ? SHOP : customer.email)],
    ['To Email Address|Empfänger E-Mail-Adresse', ({ customer, isReturn }) => (isReturn ? customer.email : SHOP)],
    ['Transaction ID|Transaktionscode', (row) => `${documentId(row).replace('#', '')}TX`],
    ['Item Title|Artikelbezeichnung', ({ line }) => line.product],
    [
      'Reference Txn ID|Zugehöriger Transaktionscode',
      ({ order, isReturn }) => (isReturn ? `${order.id.replace('#', '')}TX` : ''),
    ],
    ['Invoice Number|Rechnungsnummer', ({ order }) => order.id],
    ['Quantity|Anzahl', '1'],
    ['Balance|Guthaben', ({ at }, { money }) => money(100_000 + at * 731)],
  ],
  // Money goes to the bank now and then.
  among: (rows, _written, { word, money }) =>
    rows.flatMap((row, at): Row[] =>
      at % 11 === 7
        ? [
            row,
            {
              ...row,
              Name: '',
              [word('Type|Typ')]: word('General Withdrawal|Allgemeine Abbuchung'),
              Status: word('Completed|Abgeschlossen'),
              [word('Gross|Brutto')]: money(-50_000),
              [word('Net|Netto')]: money(-50_000),
              [word('From Email Address|Absender E-Mail-Adresse')]: SHOP,
              [word('To Email Address|Empfänger E-Mail-Adresse')]: '',
              [word('Transaction ID|Transaktionscode')]: `W${at}`,
              [word('Item Title|Artikelbezeichnung')]: '',
              [word('Reference Txn ID|Zugehöriger Transaktionscode')]: '',
              [word('Invoice Number|Rechnungsnummer')]: '',
            },
          ]
        : [row],
    ),
});

export const chargebeeInvoices = systemForm({
  name: 'Chargebee invoices',
  holds: { severalLines: true, extras: true, noSale: true },
  grain: { orders: 'id', refunds: 'order' },
  file: 'Invoices.csv',
  rows: oneRowEach,
  columns: [
    ['invoices.id', ({ order }) => order.id],
    ['invoices.subscription_id', ({ order }) => `sub_${order.customer}`],
    ['invoices.date', ({ order }, { day }) => `${day(order.day, order.minute)}:00`],
    ['invoices.due_date', ({ order }, { day }) => `${day(order.day + 30, order.minute)}:00`],
    [
      'invoices.status',
      ({ order, at }) =>
        (order.outcome === 'no_sale' ? ['voided', 'pending', 'not_paid'] : ['paid', 'payment_due', 'posted'])[at % 3],
    ],
    ['invoices.currency_code', (_, { ledger }) => ledger.currency],
    ['invoices.sub_total', ({ order }, { money }) => money(goodsOf(order))],
    ['invoices.tax', ({ order }, { money }) => money(order.tax)],
    ['invoices.total', ({ order }, { money }) => money(goodsOf(order) + order.tax)],
    ['invoices.amount_paid', ({ order, at }, { money }) => money(at % 3 === 0 ? goodsOf(order) + order.tax : 0)],
    ['invoices.amount_due', ({ order, at }, { money }) => money(at % 3 === 0 ? 0 : goodsOf(order) + order.tax)],
    ['customers.id', ({ customer }) => customer.id],
    ['customers.email', ({ customer }) => customer.email],
  ],
});

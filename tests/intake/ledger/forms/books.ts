import { goodsOf, netOfLine, totalOf } from '../ledger';
import type { WrittenRow } from './columns';
import { dayOf, documentId, oneRowEach, systemForm } from './system';

export const zohoInvoices = systemForm({
  name: 'Zoho invoices',
  holds: { severalLines: true, percentOff: true, orderDiscount: true, extras: true, noSale: true },
  grain: { orders: 'id', refunds: 'order' },
  file: 'Invoice.csv',
  tongues: [{ day: 'iso' }],
  columns: [
    ['Invoice Date', ({ order }, { day }) => day(order.day)],
    ['Invoice ID', ({ at }) => String(9_000_000_000 + at * 17)],
    ['Invoice Number', ({ order }) => order.id],
    [
      'Invoice Status',
      ({ order, at }) =>
        (order.outcome === 'no_sale' ? ['Draft', 'Void'] : ['Closed', 'Overdue', 'Sent'])[
          at % (order.outcome === 'no_sale' ? 2 : 3)
        ],
    ],
    ['Customer ID', ({ customer }) => customer.id],
    ['Customer Name', ({ customer }) => customer.name],
    ['Due Date', ({ order }, { day }) => day(order.day + 30)],
    ['Currency Code', (_, { ledger }) => ledger.currency],
    ['Exchange Rate', '1.00'],
    ['Item Name', ({ line }) => line.product],
    ['SKU', ''],
    ['Quantity', ({ line }) => String(line.quantity)],
    ['Discount', ({ line }) => String(line.percentOff)],
    ['Discount Amount', ({ line }, { money }) => money(line.quantity * line.price - netOfLine(line))],
    ['Item Price', ({ line }, { money }) => money(line.price)],
    ['Item Total', ({ line }, { money }) => money(netOfLine(line))],
    ['Item Tax Amount', ({ order, i }, { money }) => money(i === 0 ? order.tax : 0)],
    ['SubTotal', ({ order }, { money }) => money(goodsOf(order) + order.orderDiscount)],
    ['Total', ({ order }, { money }) => money(totalOf(order) - order.tip)],
    ['Balance', ({ order, at }, { money }) => money(at % 3 === 0 ? 0 : totalOf(order))],
    ['Shipping Charge', ({ order }, { money }) => money(order.shipping)],
    ['Entity Discount Amount', ({ order }, { money }) => money(order.orderDiscount)],
  ],
});

const odooStatus = ({ order, at }: WrittenRow): string =>
  ({
    sale: ['Sales Order|Verkaufsauftrag', 'Locked|Gesperrt'],
    void: ['Cancelled|Storniert'],
    no_sale: ['Quotation|Angebot', 'Quotation Sent|Angebot gesendet'],
  })[order.outcome][at % (order.outcome === 'void' ? 1 : 2)];

export const odoo = systemForm({
  name: 'Odoo sales orders',
  holds: { severalLines: true, void: true, noSale: true },
  grain: { orders: 'id', refunds: 'order' },
  file: 'sale.order.csv',
  tongues: [{ day: 'minute' }, { day: 'german minute', mark: ',', delimiter: ';' }],
  rows: oneRowEach,
  columns: [
    ['Order Reference|Auftragsreferenz', ({ order }) => order.id],
    ['Creation Date|Erstelldatum', ({ order }, { day }) => `${day(order.day, order.minute)}:12`],
    ['Customer|Kunde', ({ customer }) => customer.name],
    ['Salesperson|Vertriebsmitarbeiter', ({ at }) => ['Mitchell Admin', 'Marc Demo'][at % 2]],
    ['Activities|Aktivitäten', ''],
    ['Company|Unternehmen', 'My Company|Meine Firma'],
    ['Total|Gesamt', ({ order }, { money }) => money(goodsOf(order))],
    ['Status', (row, { word }) => word(odooStatus(row))],
  ],
});

const onFirst = (cell: (row: WrittenRow) => string) => (row: WrittenRow) => (row.i === 0 ? cell(row) : '');
export const odooLines = systemForm({
  name: 'Odoo sales orders with their lines',
  isInOrder: true,
  recipe: 'Odoo sales orders',
  holds: { severalLines: true, percentOff: true, extras: true, void: true, noSale: true },
  grain: { orders: 'id', refunds: 'order' },
  file: 'sale.order.csv',
  columns: [
    ['Order Reference', onFirst(({ order }) => order.id)],
    ['Order Date', (row, { day }) => (row.i === 0 ? `${day(row.order.day, row.order.minute)}:12` : '')],
    ['Customer', onFirst(({ customer }) => customer.name)],
    ['Salesperson', onFirst(({ at }) => ['Mitchell Admin', 'Marc Demo'][at % 2])],
    ['Order Lines/Product', ({ line }) => line.product],
    ['Order Lines/Quantity', ({ line }) => `${line.quantity}.00`],
    ['Order Lines/Unit Price', ({ line }, { money }) => money(line.price)],
    ['Order Lines/Subtotal', ({ line }, { money }) => money(netOfLine(line))],
    ['Untaxed Amount', ({ order, i }, { money }) => (i === 0 ? money(goodsOf(order)) : '')],
    ['Total', ({ order, i }, { money }) => (i === 0 ? money(goodsOf(order) + order.tax) : '')],
    ['Status', (row, { word }) => (row.i === 0 ? word(odooStatus(row)) : '')],
  ],
});

export const xero = systemForm({
  name: 'Xero invoices',
  holds: { severalLines: true, percentOff: true, extras: true, noSale: true, wholeRefund: true, partRefund: true },
  grain: { orders: 'id', refunds: 'documents' },
  file: 'SalesInvoices.csv',
  tongues: [{ day: 'uk' }],
  columns: [
    ['ContactName', ({ customer }) => customer.name],
    ['EmailAddress', ({ customer }) => customer.email],
    ['POAddressLine1', '1 Main St'],
    ['POCity', 'Leeds'],
    ['InvoiceNumber', (row) => documentId(row)],
    ['Reference', ({ order, isReturn }) => (isReturn ? order.id : '')],
    ['InvoiceDate', (row, { day }) => day(dayOf(row))],
    ['DueDate', (row, { day }) => day(dayOf(row) + 30)],
    ['PlannedDate', ''],
    ['Total', ({ order, isReturn, cents }, { money }) => money(isReturn ? cents : goodsOf(order) + order.tax)],
    ['TaxTotal', ({ order, isReturn }, { money }) => money(isReturn ? 0 : order.tax)],
    [
      'InvoiceAmountPaid',
      ({ order, at, isReturn }, { money }) => money(at % 2 === 0 || isReturn ? 0 : goodsOf(order) + order.tax),
    ],
    [
      'InvoiceAmountDue',
      ({ order, at, isReturn }, { money }) => money(at % 2 === 1 || isReturn ? 0 : goodsOf(order) + order.tax),
    ],
    ['InventoryItemCode', ({ line }) => `I${line.product.length}`],
    ['Description', ({ line }) => line.product],
    ['Quantity', ({ line, isReturn }) => (isReturn ? '1.0000' : `${line.quantity}.0000`)],
    ['UnitAmount', ({ line, isReturn, cents }, { money }) => `${money(isReturn ? cents : line.price)}00`],
    ['Discount', ({ line, isReturn }) => (isReturn || line.percentOff === 0 ? '' : String(line.percentOff))],
    ['LineAmount', ({ cents }, { money }) => money(cents)],
    ['AccountCode', '200'],
    ['TaxType', '20% (VAT on Income)'],
    ['TaxAmount', ({ order, i, isReturn }, { money }) => money(i === 0 && !isReturn ? order.tax : 0)],
    ['Currency', (_, { ledger }) => ledger.currency],
    ['Type', ({ isReturn }) => (isReturn ? 'Sales credit note' : 'Sales invoice')],
    ['Sent', 'Sent'],
    [
      'Status',
      ({ order, at, isReturn }) =>
        (order.outcome === 'no_sale' && !isReturn ? ['Draft', 'Voided'] : ['Paid', 'Awaiting Payment'])[at % 2],
    ],
  ],
});

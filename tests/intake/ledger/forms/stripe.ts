import { goodsOf, netOfLine, totalOf, type LedgerOrder } from '../ledger';
import { csvOf, dayText, moneyText, type Form, type Row } from '../write';

const PAYMENTS =
  'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Description,Fee,Refunded date (UTC),Statement Descriptor,Status,Seller Message,Taxes On Fee,Card ID,Card Last4,Card Brand,Card Funding,Customer ID,Customer Description,Customer Email,Invoice ID,Transfer'.split(
    ',',
  );

function paymentStatus({ outcome, refund }: LedgerOrder, at: number): string {
  if (outcome !== 'sale') return ['Failed', 'Canceled'][at % 2];
  return refund ? (refund.isWhole ? 'Refunded' : 'Partially Refunded') : 'Paid';
}

/** One row a payment: what was paid is all that is recorded. */
export const stripePayments: Form = {
  name: 'Stripe payments',
  recipe: 'Stripe payments',
  holds: { severalLines: true, noSale: true, wholeRefund: true, partRefund: true },
  grain: { orders: 'id', refunds: 'order' },
  write: ({ customers, orders, currency }) => {
    const rows = orders.map((order, at): Row => {
      const { id, name, email } = customers[order.customer];
      const paid = moneyText(goodsOf(order));
      const back = moneyText(order.refund?.cents ?? 0);
      const coin = currency.toLowerCase();
      return {
        id: `ch_${order.id}`,
        'Created date (UTC)': dayText(order.day, order.minute, 'minute'),
        Amount: paid,
        'Amount Refunded': back,
        Currency: coin,
        Captured: String(order.outcome === 'sale'),
        'Converted Amount': paid,
        'Converted Amount Refunded': back,
        'Converted Currency': coin,
        Description: 'Payment',
        Fee: '0.85',
        'Refunded date (UTC)': order.refund ? dayText(order.refund.day, 600, 'minute') : '',
        'Statement Descriptor': 'FJORD',
        Status: paymentStatus(order, at),
        'Taxes On Fee': '0.00',
        'Card ID': `card_${order.customer}`,
        'Card Last4': '4242',
        'Card Brand': 'Visa',
        'Customer ID': id,
        'Customer Description': name,
        'Customer Email': email,
      };
    });
    return [{ name: 'unified_payments.csv', text: csvOf(PAYMENTS, rows) }];
  },
};

const INVOICES =
  'id,Amount Due,Amount Paid,Billing,Currency,Customer,Customer Email,Date (UTC),Due Date (UTC),Number,Paid,Status,Subscription,Subtotal,Total Discount Amount,Tax,Total'.split(
    ',',
  );

/** One row an invoice; its subtotal is before its discount. */
export const stripeInvoices: Form = {
  name: 'Stripe invoices',
  recipe: 'Stripe invoices',
  holds: { severalLines: true, orderDiscount: true, extras: true, noSale: true },
  grain: { orders: 'id', refunds: 'order' },
  write: ({ customers, orders, currency }) => {
    const rows = orders.map((order, at): Row => {
      const { id, email } = customers[order.customer];
      const total = moneyText(totalOf(order));
      const status =
        order.outcome === 'no_sale' ? ['draft', 'void', 'uncollectible'][at % 3] : ['paid', 'open'][at % 2];
      return {
        id: `in_${at}`,
        'Amount Due': total,
        'Amount Paid': status === 'paid' ? total : '0.00',
        Billing: 'charge_automatically',
        Currency: currency.toLowerCase(),
        Customer: id,
        'Customer Email': email,
        'Date (UTC)': dayText(order.day, order.minute, 'minute'),
        Number: order.id,
        Paid: String(status === 'paid'),
        Status: status,
        Subtotal: moneyText(order.lines.reduce((sum, line) => sum + netOfLine(line), 0)),
        'Total Discount Amount': moneyText(order.orderDiscount),
        Tax: moneyText(order.tax),
        Total: total,
      };
    });
    return [{ name: 'invoices.csv', text: csvOf(INVOICES, rows) }];
  },
};

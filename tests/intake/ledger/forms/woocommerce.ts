import { goodsOf, totalOf, type LedgerOrder } from '../ledger';
import { csvOf, dayText, moneyText, type Form, type Row } from '../write';

const HEADER =
  'Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),City (Billing),Postcode (Billing),Country Code (Billing),Email (Billing),Phone (Billing),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Coupon Code,Discount Amount'.split(
    ',',
  );

const statusOf = ({ outcome, refund }: LedgerOrder, at: number): string => {
  if (outcome === 'no_sale') return ['Failed', 'Pending payment', 'On hold'][at % 3];
  if (outcome === 'void') return 'Cancelled';
  return refund?.isWhole ? 'Refunded' : ['Completed', 'Processing'][at % 2];
};

/** The order's fields stand on every row. */
export const wooCommerce: Form = {
  name: 'WooCommerce orders',
  recipe: 'WooCommerce orders',
  holds: {
    severalLines: true,
    orderDiscount: true,
    extras: true,
    void: true,
    noSale: true,
    wholeRefund: true,
    partRefund: true,
  },
  grain: { orders: 'id', refunds: 'order' },
  write: ({ customers, orders }) => {
    const rows = orders.flatMap((order, at) => {
      const { email, name } = customers[order.customer];
      const [given, family] = name.split(' ');
      const back = order.refund ? (order.refund.isWhole ? totalOf(order) : order.refund.cents) : 0;
      return order.lines.map((line, i): Row => ({
        'Order Number': order.id,
        'Order Status': statusOf(order, at),
        'Order Date': dayText(order.day, order.minute, 'minute'),
        'First Name (Billing)': given,
        'Last Name (Billing)': family,
        'Country Code (Billing)': 'GB',
        'Email (Billing)': email,
        'Payment Method Title': 'Card',
        'Cart Discount Amount': moneyText(order.orderDiscount),
        'Order Subtotal Amount': moneyText(goodsOf(order)),
        'Shipping Method Title': 'Flat rate',
        'Order Shipping Amount': moneyText(order.shipping),
        'Order Refund Amount': back === 0 ? '0' : moneyText(back),
        'Order Total Amount': moneyText(totalOf(order)),
        'Order Total Tax Amount': moneyText(order.tax),
        SKU: `S${line.product.length}`,
        'Item #': String(i + 1),
        'Item Name': line.product,
        'Quantity (- Refund)': String(line.quantity),
        'Item Cost': moneyText(line.price),
      }));
    });
    return [{ name: 'orders.csv', text: csvOf(HEADER, rows) }];
  },
};

const ANALYTICS =
  'Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue,Attribution'.split(',');

/** One row an order. */
export const wooCommerceAnalytics: Form = {
  name: 'WooCommerce analytics',
  recipe: 'WooCommerce analytics orders',
  holds: { severalLines: true, moneyOff: true, orderDiscount: true, void: true, noSale: true, wholeRefund: true },
  grain: { orders: 'id', refunds: 'order' },
  write: ({ customers, orders }) => {
    const rows = orders.map((order, at): Row => ({
      Date: `${dayText(order.day, order.minute, 'minute')}:00`,
      'Order #': order.id.replace('#', ''),
      Status: statusOf(order, at).toLowerCase().replace(' payment', ''),
      Customer: customers[order.customer].name,
      'Customer type': 'returning',
      'Product(s)': order.lines.map((line) => `${line.quantity}× ${line.product}`).join(', '),
      'Items sold': String(order.lines.reduce((sum, { quantity }) => sum + quantity, 0)),
      'N. Revenue': moneyText(goodsOf(order)),
      Attribution: ['Direct', 'Organic: Google'][at % 2],
    }));
    return [{ name: 'wc-orders.csv', text: csvOf(ANALYTICS, rows) }];
  },
};

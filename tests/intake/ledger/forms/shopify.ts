import { goodsOf, totalOf, type LedgerOrder } from '../ledger';
import { csvOf, dayText, moneyText, type Form, type Row } from '../write';

const HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing City,Billing Zip,Billing Country,Shipping Name,Notes,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags,Source,Lineitem discount'.split(
    ',',
  );

/** What belongs to the order stands on its first row; the e-mail, number and day on all. */
export const shopify: Form = {
  name: 'Shopify orders',
  recipe: 'Shopify orders',
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
  write: ({ customers, orders, currency }, random) => {
    const isOld = random(4) === 0 && orders.every(({ refund }) => refund === null || refund.isWhole);
    const header = isOld
      ? HEADER.filter((name) => !['Refunded Amount', 'Source', 'Id', 'Tags'].includes(name))
      : HEADER;
    const rows = orders.flatMap((order, at): Row[] => {
      const { email, name } = customers[order.customer];
      const created = dayText(order.day, order.minute, 'offset');
      return order.lines.map((line, i): Row => ({
        ...(i === 0 ? headOf(order, currency, created, name) : {}),
        Name: order.id,
        Email: email,
        'Created at': created,
        'Lineitem quantity': String(line.quantity),
        'Lineitem name': line.product,
        'Lineitem price': moneyText(line.price),
        'Lineitem sku': `SKU-${line.product.length}`,
        'Lineitem requires shipping': 'true',
        'Lineitem taxable': 'true',
        'Lineitem fulfillment status': 'fulfilled',
        'Lineitem discount': '0.00',
        Vendor: 'Fjord',
        ...(i === 0 ? { Id: String(5_400_000_000_000 + at * 131) } : {}),
      }));
    });
    return [{ name: 'orders_export_1.csv', text: csvOf(header, rows) }];
  },
};

function headOf(order: LedgerOrder, currency: string, created: string, name: string): Row {
  const { outcome, refund } = order;
  const part = refund ? 'partially_refunded' : 'paid';
  const status = { sale: refund?.isWhole ? 'refunded' : part, void: 'voided', no_sale: 'pending' }[outcome];
  const back = refund ? (refund.isWhole ? totalOf(order) : refund.cents) : 0;
  return {
    'Financial Status': status,
    'Paid at': outcome === 'no_sale' ? '' : created,
    'Fulfillment Status': 'fulfilled',
    'Accepts Marketing': 'no',
    Currency: currency,
    Subtotal: moneyText(goodsOf(order)),
    Shipping: moneyText(order.shipping),
    Taxes: moneyText(order.tax),
    Total: moneyText(totalOf(order)),
    'Discount Code': order.orderDiscount > 0 ? 'WELCOME' : '',
    'Discount Amount': moneyText(order.orderDiscount),
    'Billing Name': name,
    'Billing City': 'Leeds',
    'Billing Country': 'GB',
    'Cancelled at': outcome === 'void' ? created : '',
    'Payment Method': 'Card',
    'Refunded Amount': moneyText(back),
    Source: 'web',
  };
}

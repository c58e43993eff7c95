import { goodsOf, netOfLine, totalOf, type LedgerOrder } from '../ledger';
import { oneRowEach, systemForm } from './system';

const ONE_ROW = { orders: 'id', refunds: 'order' } as const;

const magentoStatus = ({ outcome, refund }: LedgerOrder, at: number): string => {
  if (outcome === 'no_sale') return ['Pending Payment', 'On Hold', 'Pending'][at % 3];
  if (outcome === 'void') return 'Canceled';
  return refund?.isWhole ? 'Closed' : ['Complete', 'Processing'][at % 2];
};
const backOf = (order: LedgerOrder): number =>
  order.refund ? (order.refund.isWhole ? totalOf(order) : order.refund.cents) : 0;

export const magento = systemForm({
  name: 'Magento orders',
  holds: { severalLines: true, extras: true, void: true, noSale: true, wholeRefund: true, partRefund: true },
  grain: ONE_ROW,
  file: 'export.csv',
  rows: oneRowEach,
  columns: [
    ['ID', ({ order }) => order.id.replace('#', '').padStart(9, '0')],
    ['Purchase Point', ({ at }) => ['Main Website', 'German Store'][at % 2]],
    ['Purchase Date', ({ order }, { day }) => `${day(order.day, order.minute)}:00`],
    ['Bill-to Name', ({ customer }) => customer.name],
    ['Ship-to Name', ({ customer, at }) => (at % 5 === 0 ? 'Gift Desk' : customer.name)],
    ['Grand Total (Base)', ({ order }, { money }) => money(totalOf(order))],
    ['Grand Total (Purchased)', ({ order }, { money }) => money(totalOf(order))],
    ['Status', ({ order, at }) => magentoStatus(order, at)],
    ['Billing Address', '1 Main St, Leeds'],
    ['Shipping Address', '1 Main St, Leeds'],
    ['Shipping Information', 'Flat Rate - Fixed'],
    ['Customer Email', ({ customer }) => customer.email],
    ['Customer Group', 'General'],
    ['Subtotal', ({ order }, { money }) => money(goodsOf(order))],
    ['Shipping and Handling', ({ order }, { money }) => money(order.shipping)],
    ['Customer Name', ({ customer }) => customer.name],
    ['Payment Method', 'checkmo'],
    ['Total Refunded', ({ order }, { money }) => money(backOf(order))],
  ],
});

export const magentoFirst = systemForm({
  name: 'Magento orders of the first version',
  recipe: 'Magento orders',
  holds: { severalLines: true, void: true, noSale: true, wholeRefund: true },
  grain: ONE_ROW,
  file: 'orders.csv',
  rows: oneRowEach,
  columns: [
    ['Order #', ({ order }) => order.id],
    ['Purchased From (Store)', 'Main Website'],
    ['Purchased On', ({ order }, { day }) => `${day(order.day, order.minute)}:00`],
    ['Bill to Name', ({ customer }) => customer.name],
    ['Ship to Name', ({ customer }) => customer.name],
    ['G.T. (Base)', ({ order }, { money }) => money(goodsOf(order))],
    ['G.T. (Purchased)', ({ order }, { money }) => money(goodsOf(order))],
    ['Status', ({ order, at }) => magentoStatus(order, at)],
  ],
});

const PRESTA_WORDS = {
  sale: [
    'Payment accepted|Paiement accepté|Zahlung eingegangen',
    'Delivered|Livré|Zugestellt',
    'Shipped|Expédié|Versandt',
  ],
  void: ['Canceled|Annulé|Storniert', 'Refunded|Remboursé|Erstattet'],
  no_sale: [
    'Awaiting bank wire payment|En attente de virement bancaire|Warten auf Banküberweisung',
    'Payment error|Erreur de paiement|Fehler bei der Bezahlung',
  ],
};
export const prestaShop = systemForm({
  name: 'PrestaShop orders',
  holds: { severalLines: true, void: true, noSale: true },
  grain: ONE_ROW,
  file: 'order_2025-06-01.csv',
  tongues: [
    { day: 'minute', delimiter: ';' },
    { day: 'uk minute', mark: ',', delimiter: ';' },
    { day: 'german minute', mark: ',', delimiter: ';' },
  ],
  rows: oneRowEach,
  columns: [
    ['ID', ({ at }) => String(101 + at)],
    [
      'Reference|Référence|Bestellnr.',
      ({ at }) =>
        Array.from({ length: 9 }, (_, i) => String.fromCharCode(65 + ((at * 7 + i * 11 + (at >> (i % 4))) % 26))).join(
          '',
        ),
    ],
    ['New client|Nouveau client|Neuer Kunde', ({ at }, { word }) => word(at % 3 === 0 ? 'Yes|Oui|Ja' : 'No|Non|Nein')],
    ['Delivery|Livraison|Lieferung', 'France'],
    ['Customer|Client|Kunde', ({ customer }) => `${customer.name[0]}. ${customer.name.split(' ')[1].toUpperCase()}`],
    ['Total|Total|Gesamt', ({ order }, { money, word }) => `${money(goodsOf(order))}${word('| €| €')}`],
    [
      'Payment|Paiement|Zahlung',
      ({ at }, { word }) => word(['Bank transfer|Virement|Überweisung', 'Card|Carte|Karte'][at % 2]),
    ],
    [
      'Status|État|Status',
      ({ order, at }, { word }) => word(PRESTA_WORDS[order.outcome][at % PRESTA_WORDS[order.outcome].length]),
    ],
    ['Date|Date|Datum', ({ order }, { day }) => `${day(order.day, order.minute)}:12`],
  ],
});

export const etsy = systemForm({
  name: 'Etsy sold order items',
  holds: { severalLines: true, moneyOff: true, extras: true },
  grain: ONE_ROW,
  file: 'EtsySoldOrderItems2025.csv',
  tongues: [{ day: 'us short' }],
  columns: [
    ['Sale Date', ({ order }, { day }) => day(order.day)],
    ['Item Name', ({ line }) => line.product],
    [
      'Buyer',
      ({ customer, order }) =>
        order.customer % 2 === 0
          ? customer.email.split('@')[0].replace('.', '')
          : `${customer.name.toLowerCase().replace(' ', '')} (${customer.name.split(' ')[0]})`,
    ],
    ['Quantity', ({ line }) => String(line.quantity)],
    ['Price', ({ line }, { money }) => money(line.price)],
    ['Coupon Code', ({ line }) => (line.moneyOff > 0 ? 'SPRING' : '')],
    ['Coupon Details', ({ line }) => (line.moneyOff > 0 ? 'SPRING - %10.00' : '')],
    ['Discount Amount', ({ line }, { money }) => money(line.moneyOff)],
    ['Shipping Discount', '0.00'],
    ['Order Shipping', ({ order }, { money }) => money(order.shipping)],
    ['Order Sales Tax', ({ order }, { money }) => money(order.tax)],
    ['Item Total', ({ line }, { money }) => money(netOfLine(line))],
    ['Currency', (_, { ledger }) => ledger.currency],
    ['Transaction ID', ({ at, i }) => String(4_000_000_000 + at * 10 + i)],
    ['Listing ID', ({ line }) => String(900_000 + line.product.length)],
    ['Date Paid', ({ order }, { day }) => day(order.day)],
    ['Date Shipped', ({ order, at }, { day }) => (at % 4 === 0 ? '' : day(order.day + 2))],
    ['Ship Name', ({ customer }) => customer.name],
    ['Ship City', 'Austin'],
    ['Ship Country', 'United States'],
    ['Order ID', ({ order }) => order.id],
    ['Order Type', 'online'],
    ['Listings Type', 'listing'],
    ['Payment Type', 'online_cc'],
    ['InPerson Discount', ''],
    ['VAT Paid by Buyer', '0.00'],
    ['SKU', ({ line }) => `S${line.product.length}`],
  ],
});

import type { Recipe } from '../recipe';

/** One row an order: the list of orders in English, French and German. */
export const prestaShopOrders: Recipe = {
  id: 'prestashop_orders',
  name: 'PrestaShop orders',
  source: 'https://docs.prestashop-project.org/1-7-documentation/user-guide/selling/managing-orders/orders',
  fingerprints: [
    ['ID', 'Reference', 'New client', 'Delivery', 'Customer', 'Total', 'Payment', 'Status', 'Date'],
    ['ID', 'Référence', 'Nouveau client', 'Livraison', 'Client', 'Total', 'Paiement', 'État', 'Date'],
    ['ID', 'Bestellnr.', 'Neuer Kunde', 'Lieferung', 'Kunde', 'Gesamt', 'Zahlung', 'Status', 'Datum'],
  ],
  roles: {
    transactions: {
      customer: ['Customer', 'Client', 'Kunde'],
      date: ['Date', 'Datum'],
      order: ['Reference', 'Référence', 'Bestellnr.', 'ID'],
      amount: ['Total', 'Gesamt'],
      status: ['Status', 'État'],
    },
  },
  secondBest: ['ID'],
  ignored: ['New client', 'Nouveau client', 'Neuer Kunde', 'Delivery', 'Livraison', 'Lieferung', 'Payment', 'Paiement'],
  context: 'order',
};

import { wordsOf, type Recipe } from '../recipe';

/** One row an order, or an item of it where the lines were exported too. */
export const odooOrders: Recipe = {
  id: 'odoo_orders',
  name: 'Odoo sales orders',
  source: 'https://www.odoo.com/documentation/17.0/applications/essentials/export_import_data.html',
  fingerprints: [
    ['Order Reference', 'Creation Date', 'Customer', 'Salesperson', 'Total', 'Status'],
    ['Order Reference', 'Order Date', 'Customer', 'Salesperson', 'Untaxed Amount', 'Status'],
    ['Order Reference', 'Order Date', 'Customer', 'Order Lines/Product', 'Order Lines/Quantity', 'Status'],
    ['Auftragsreferenz', 'Erstelldatum', 'Kunde', 'Vertriebsmitarbeiter', 'Gesamt', 'Status'],
    ['Auftragsreferenz', 'Auftragsdatum', 'Kunde', 'Vertriebsmitarbeiter', 'Nettobetrag', 'Status'],
  ],
  roles: {
    transactions: {
      customer: ['Customer', 'Kunde', 'Customer/ID', 'Customer/Display Name'],
      date: ['Order Date', 'Auftragsdatum', 'Creation Date', 'Erstelldatum'],
      order: ['Order Reference', 'Auftragsreferenz'],
      product: ['Order Lines/Product', 'Order Lines/Product/Name', 'Order Lines/Description'],
      category: ['Order Lines/Product/Product Category'],
      quantity: ['Order Lines/Quantity'],
      amount: ['Order Lines/Subtotal', 'Untaxed Amount', 'Nettobetrag', 'Total', 'Gesamt'],
      currency: ['Currency', 'Währung'],
      status: ['Status'],
    },
  },
  ignored: ['Salesperson', 'Vertriebsmitarbeiter', 'Company', 'Unternehmen', 'Activities', 'Taxes', 'Invoice Status'],
  context: 'order',
  words: {
    status: wordsOf({
      sale: 'sales order|locked|verkaufsauftrag|gesperrt|sale|done',
      no_sale: 'quotation|quotation sent|angebot|angebot gesendet|angebot versendet|draft|sent',
      void: 'cancelled|canceled|cancel|abgebrochen|storniert',
    }),
  },
};

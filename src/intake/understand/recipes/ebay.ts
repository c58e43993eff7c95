import { wordsOf, type Recipe } from '../recipe';

/** One row an item that was sold. */
export const ebayOrders: Recipe = {
  id: 'ebay_orders',
  name: 'eBay orders report',
  source: 'https://export.ebay.com/en/marketing/seller-hub/payments-tab/',
  fingerprints: [
    [
      'Sales Record Number',
      'Order Number',
      'Buyer Username',
      'Item Number',
      'Item Title',
      'Quantity',
      'Sold For',
      'Sale Date',
    ],
    [
      'Verkaufsprotokollnummer',
      'Bestellnummer',
      'Nutzername des Käufers',
      'Artikelnummer',
      'Angebotstitel',
      'Stückzahl',
      'Verkauft für',
      'Verkauft am',
    ],
  ],
  roles: {
    transactions: {
      customer: ['Buyer Username', 'Nutzername des Käufers'],
      date: ['Sale Date', 'Verkauft am'],
      order: ['Order Number', 'Bestellnummer', 'Sales Record Number', 'Verkaufsprotokollnummer'],
      product: ['Item Title', 'Angebotstitel'],
      quantity: ['Quantity', 'Stückzahl'],
      unit_price: ['Sold For', 'Verkauft für'],
    },
  },
  secondBest: ['Sales Record Number', 'Verkaufsprotokollnummer'],
  ignored: [
    'Total Price',
    'Gesamtpreis',
    'Shipping And Handling',
    'Seller Collected Tax',
    'eBay Collected Tax',
    'Paid On Date',
    'Ship By Date',
    'Shipped On Date',
    'Item Number',
    'Artikelnummer',
    'Custom Label',
    'Transaction ID',
    'Buyer Name',
    'Buyer Email',
  ],
  context: 'order',
  // An order of several items has a row of its own above them, with their sum and no title.
  details: {
    'transactions.quantity': { beside: ['Item Title', 'Angebotstitel'] },
    'transactions.unit_price': { beside: ['Item Title', 'Angebotstitel'] },
  },
};

/** One row a movement of money: orders and refunds are sales; payouts, fees, labels and holds are not. */
export const ebayTransactions: Recipe = {
  id: 'ebay_transactions',
  name: 'eBay transaction report',
  source: 'https://export.ebay.com/en/marketing/seller-hub/payments-tab/',
  fingerprints: [
    [
      'Transaction creation date',
      'Type',
      'Order number',
      'Buyer username',
      'Net amount',
      'Item title',
      'Quantity',
      'Item subtotal',
    ],
    [
      'Datum der Transaktionserstellung',
      'Typ',
      'Bestellnummer',
      'Nutzername des Käufers',
      'Betrag abzügl. Kosten',
      'Angebotstitel',
      'Stückzahl',
      'Zwischensumme Artikel',
    ],
  ],
  roles: {
    transactions: {
      customer: ['Buyer username', 'Nutzername des Käufers'],
      date: ['Transaction creation date', 'Datum der Transaktionserstellung'],
      order: ['Order number', 'Bestellnummer'],
      product: ['Item title', 'Angebotstitel'],
      quantity: ['Quantity', 'Stückzahl'],
      amount: ['Item subtotal', 'Zwischensumme Artikel'],
      currency: ['Transaction currency', 'Transaktionswährung', 'Payout currency', 'Auszahlungswährung'],
      document_type: ['Type', 'Typ'],
    },
  },
  ignored: [
    'Net amount',
    'Gross transaction amount',
    'Shipping and handling',
    'Payout date',
    'Legacy order ID',
    'Item ID',
  ],
  context: 'payment',
  words: {
    document_type: wordsOf(
      {
        sale: 'Order|Bestellung',
        return: 'Refund|Claim|Payment dispute|Rückerstattung|Fall|Zahlungsstreitfall',
      },
      'no_sale',
    ),
  },
};

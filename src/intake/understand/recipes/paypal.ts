import type { StatusMeaning } from '../../../domain/statuses';
import type { Recipe } from '../recipe';

const MOVED =
  /withdrawal|deposit|transfer|conversion|hold|authori[sz]ation|\bfees?\b|reserve|release|abbuchung|einzahlung|überweisung|währungsumrechnung|einbehalt|autorisierung|gebühr|bankgutschrift|reservierung|freigabe/i;
const BACK = /refund|reversal|chargeback|dispute|rückzahlung|rückerstattung|rückbuchung|käuferschutz/i;
const PAID = /payment|checkout|sale|purchase|donation|zahlung|kauf|spende|einkauf/i;

/** Money that only moves between accounts is no sale, whatever else its name says. */
function readType(type: string): StatusMeaning | null {
  if (MOVED.test(type)) return 'no_sale';
  if (BACK.test(type)) return 'return';
  return PAID.test(type) ? 'sale' : null;
}

/** One row a movement of money: the activity, in English or German. */
export const payPalActivity: Recipe = {
  id: 'paypal_activity',
  name: 'PayPal activity',
  source: 'https://developer.paypal.com/reports/reference/changed-fields',
  fingerprints: [
    ['Date', 'Time', 'TimeZone', 'Name', 'Type', 'Status', 'Currency', 'Gross', 'Fee', 'Net', 'Transaction ID'],
    [
      'Datum',
      'Uhrzeit',
      'Zeitzone',
      'Name',
      'Typ',
      'Status',
      'Währung',
      'Brutto',
      'Gebühr',
      'Netto',
      'Transaktionscode',
    ],
  ],
  roles: {
    transactions: {
      customer: ['From Email Address', 'Absender E-Mail-Adresse', 'Name'],
      date: ['Date', 'Datum'],
      order: ['Transaction ID', 'Transaktionscode'],
      product: ['Item Title', 'Artikelbezeichnung'],
      amount: ['Gross', 'Brutto'],
      currency: ['Currency', 'Währung'],
      status: ['Status'],
      document_type: ['Type', 'Typ'],
    },
  },
  secondBest: ['Name'],
  ignored: [
    'Net',
    'Netto',
    'Fee',
    'Gebühr',
    'Balance',
    'Guthaben',
    'Sales Tax',
    'Umsatzsteuer',
    'To Email Address',
    'Empfänger E-Mail-Adresse',
    'Shipping and Handling Amount',
    'Versand- und Bearbeitungsgebühr',
    'Item ID',
    'Artikelnummer',
    'Reference Txn ID',
    'Zugehöriger Transaktionscode',
    'Invoice Number',
    'Rechnungsnummer',
    'Quantity',
    'Anzahl',
    'Address Status',
    'Adress-Status',
    'Balance Impact',
    'Auswirkung auf Guthaben',
  ],
  context: 'payment',
  // Money that goes back goes from the shop to the customer.
  details: { 'transactions.customer': { back: ['To Email Address', 'Empfänger E-Mail-Adresse'] } },
  words: { document_type: readType },
};

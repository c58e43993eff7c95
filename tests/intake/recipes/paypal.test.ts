import { expect, test } from 'vitest';
import { payPalActivity } from '../../../src/intake/understand/recipes/paypal';
import { locateFields } from '../../../src/intake/check/validate-fields';
import { readOne } from '../reading-files';
import { textsOf } from '../validate-tables';
import { expectRecipe, understandText, renamed, withColumn, type Expected } from './recipe-files';

const ACTIVITY = `"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Shipping Address","Address Status","Item Title","Item ID","Shipping and Handling Amount","Sales Tax","Reference Txn ID","Invoice Number","Quantity","Receipt ID","Balance","Country","Balance Impact"
"01/13/2025","10:00:00","PST","Ann Lee","Express Checkout Payment","Completed","USD","35.00","-1.30","33.70","ann@example.com","shop@example.com","TX1","","Confirmed","Tea pot","TP","5.00","0.00","","1001","1","","33.70","US","Credit"
"01/14/2025","11:00:00","PST","Bob Ray","Website Payment","Completed","USD","14.00","-0.70","13.30","bob@example.com","shop@example.com","TX2","","Confirmed","Tea cup","TC","5.00","0.00","","1002","1","","47.00","US","Credit"
"01/15/2025","11:00:00","PST","Cat Roe","Express Checkout Payment","Pending","USD","14.00","0.00","14.00","cat@example.com","shop@example.com","TX3","","Confirmed","Tea cup","TC","5.00","0.00","","1003","1","","47.00","US","Memo"
"01/20/2025","12:00:00","PST","Bob Ray","Payment Refund","Completed","USD","-14.00","0.40","-13.60","shop@example.com","bob@example.com","TX4","","","Tea cup","TC","","","TX2","1002","","","33.40","","Debit"
"01/22/2025","12:00:00","PST","","General Withdrawal","Completed","USD","-30.00","0.00","-30.00","shop@example.com","","TX5","","","","","","","","","","","3.40","","Debit"
"01/23/2025","12:00:00","PST","Dan Kim","Express Checkout Payment","Denied","USD","14.00","0.00","14.00","dan@example.com","shop@example.com","TX6","","","Tea cup","TC","","","","1004","","","3.40","","Memo"`;
const EXPECTED: Expected = {
  recipe: 'PayPal activity',
  roles: {
    transactions: {
      customer: 'From Email Address',
      date: 'Date',
      order: 'Transaction ID',
      product: 'Item Title',
      amount: 'Gross',
      currency: 'Currency',
      status: 'Status',
      document_type: 'Type',
    },
  },
  words: {
    'Express Checkout Payment': 'sale',
    'Website Payment': 'sale',
    'Payment Refund': 'return',
    'General Withdrawal': 'no_sale',
    Completed: 'sale',
    Pending: 'no_sale',
    Denied: 'no_sale',
  },
};
test('payments are sales, refunds returns, and money that moves is neither', () => expectRecipe(ACTIVITY, EXPECTED));
test.each([
  ['"From Email Address"', '"Customer Email"'],
  ['"Gross"', '"Amount"'],
])('%s may be called %s', (from, to) =>
  expectRecipe(renamed(ACTIVITY, from, to), withColumn(EXPECTED, from.replaceAll('"', ''), to.replaceAll('"', ''))),
);
test('a refund is of the customer whom it pays back, not of the shop that pays', async () => {
  const { roles } = await understandText(ACTIVITY);
  const { column } = locateFields(await readOne(ACTIVITY), 'transactions', roles[0].mapping).get('customer')!;
  expect(textsOf(column)).toEqual([
    'ann@example.com',
    'bob@example.com',
    'cat@example.com',
    'bob@example.com',
    null,
    'dan@example.com',
  ]);
});
test('without addresses a refund is of the name beside it', async () => {
  const text = ACTIVITY.replace('"From Email Address","To Email Address"', '"Ignored one","Ignored two"');
  const { roles } = await understandText(text);
  expect(roles[0].mapping['customer']).toBe('Name');
});
test('the activity in German', () =>
  expectRecipe(
    `"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Lieferadresse","Adress-Status","Artikelbezeichnung","Artikelnummer","Versand- und Bearbeitungsgebühr","Versicherungsbetrag","Umsatzsteuer","Zugehöriger Transaktionscode","Rechnungsnummer","Anzahl","Guthaben"
"13.01.2025","10:00:00","CET","Ann Lee","PayPal Express-Zahlung","Abgeschlossen","EUR","35,00","-1,30","33,70","ann@example.com","shop@example.com","TX1","","Bestätigt","Teekanne","TP","5,00","","0,00","","1001","1","33,70"
"14.01.2025","11:00:00","CET","Bob Ray","Website-Zahlung","Abgeschlossen","EUR","1.014,00","-0,70","1.013,30","bob@example.com","shop@example.com","TX2","","Bestätigt","Tasse","TC","5,00","","0,00","","1002","1","1.047,00"
"20.01.2025","12:00:00","CET","Bob Ray","Rückzahlung","Abgeschlossen","EUR","-1.014,00","0,40","-1.013,60","shop@example.com","bob@example.com","TX4","","","Tasse","TC","","","","TX2","1002","","33,40"
"22.01.2025","12:00:00","CET","","Allgemeine Abbuchung","Abgeschlossen","EUR","-30,00","0,00","-30,00","shop@example.com","","TX5","","","","","","","","","","","3,40"`,
    {
      recipe: 'PayPal activity',
      roles: {
        transactions: {
          customer: 'Absender E-Mail-Adresse',
          date: 'Datum',
          order: 'Transaktionscode',
          product: 'Artikelbezeichnung',
          amount: 'Brutto',
          currency: 'Währung',
          status: 'Status',
          document_type: 'Typ',
        },
      },
      words: {
        'PayPal Express-Zahlung': 'sale',
        'Website-Zahlung': 'sale',
        Rückzahlung: 'return',
        'Allgemeine Abbuchung': 'no_sale',
        Abgeschlossen: 'sale',
      },
    },
  ));
test.each([
  ['Reversal of General Account Hold', 'no_sale'],
  ['General Currency Conversion', 'no_sale'],
  ['Bankgutschrift auf PayPal-Konto', 'no_sale'],
  ['Chargeback Fee', 'no_sale'],
  ['Chargeback', 'return'],
  ['Handyzahlung', 'sale'],
  ['Something new', null],
])('%s means %s', (type, meaning) => expect(payPalActivity.words!['document_type'](type, [])).toBe(meaning));

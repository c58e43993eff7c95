import { expect, test } from 'vitest';
import { locateFields } from '../../../src/intake/check/validate-fields';
import { dayFromCivil } from '../../../src/domain/calendar';
import { readFiles } from '../ledger/read-files';
import { readOne } from '../reading-files';
import { textsOf } from '../validate-tables';
import { expectRecipe, renamed, understandText, withColumn, type Expected } from './recipe-files';

const ORDERS = `Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer City,Item Number,Item Title,Custom Label,Sold Via Promoted Listings,Quantity,Sold For,Shipping And Handling,Seller Collected Tax,eBay Collected Tax,Total Price,Payment Method,Sale Date,Paid On Date,Ship By Date,Shipped On Date,Transaction ID
101,11-0001,ann_lee,Ann Lee,a1@members.ebay.com,Boston,2001,Tea pot,TP,No,1,$30.00,$5.00,$0.00,$2.10,$37.10,Card,2025-01-03,2025-01-03,2025-01-04,2025-01-04,900
102,11-0002,bob.ray,Bob Ray,b1@members.ebay.com,Denver,2002,Tea cup,TC,Yes,4,$9.00,$5.00,$0.00,$2.90,$43.90,Card,2025-01-14,2025-01-14,2025-01-15,2025-01-15,901
103,11-0003,ann_lee,Ann Lee,a2@members.ebay.com,Boston,2002,Tea cup,TC,No,1,$9.00,$5.00,$0.00,$0.70,$14.70,Card,2025-02-03,2025-02-03,2025-02-04,2025-02-04,902`;
const SOLD: Expected = {
  recipe: 'eBay orders report',
  roles: {
    transactions: {
      customer: 'Buyer Username',
      date: 'Sale Date',
      order: 'Order Number',
      product: 'Item Title',
      quantity: 'Quantity',
      unit_price: 'Sold For',
    },
  },
};
test('orders name buyers by their user name, and an item by its title', () => expectRecipe(ORDERS, SOLD));
test.each([
  ['Buyer Username', 'Buyer'],
  ['Sale Date', 'Order Date'],
])('%s may be called %s', (from, to) => expectRecipe(renamed(ORDERS, from, to), withColumn(SOLD, from, to)));
test('the row above several items of an order is no line of its own', async () => {
  const sum = `103,11-0003,cat.roe,Cat Roe,c1@members.ebay.com,Boston,,,,,2,$39.00,$5.00,,,$44.00,Card,2025-02-05,2025-02-05,,,
103,11-0003,cat.roe,,,,2001,Tea pot,TP,No,1,$30.00,,,,,,,,,,903
103,11-0003,cat.roe,,,,2002,Tea cup,TC,No,1,$9.00,,,,,,,,,,904`;
  const { roles } = await understandText(`${ORDERS}\n${sum}`);
  expect(roles[0].mapping['unit_price']).toEqual({ column: 'Sold For', beside: 'Item Title' });
  const file = await readOne(`${ORDERS}\n${sum}`);
  const price = locateFields(file, 'transactions', roles[0].mapping).get('unit_price')!;
  expect(textsOf(price.column)).toEqual(['$30.00', '$9.00', '$9.00', null, '$30.00', '$9.00']);
});
test('days may be written as `Jan-03-25`, the month first', async () => {
  const days = ORDERS.replaceAll(
    /2025-(\d\d)-(\d\d)/g,
    (_, month: string, day: string) => `${['Jan', 'Feb'][Number(month) - 1]}-${day}-25`,
  );
  await expectRecipe(days, SOLD);
  const { figures } = await readFiles([{ name: 'orders.csv', text: days }]);
  expect([figures.from, figures.until]).toEqual([dayFromCivil(2025, 1, 3), dayFromCivil(2025, 2, 3)]);
});
test('the row above several items is no line of a German order either', async () => {
  const text = `Verkaufsprotokollnummer;Bestellnummer;Nutzername des Käufers;Artikelnummer;Angebotstitel;Stückzahl;Verkauft für;Verkauft am
101;11-0001;ann_lee;2001;Teekanne;1;30,00;03.01.2025
102;11-0002;bob.ray;;;2;39,00;14.01.2025
102;11-0002;bob.ray;2001;Teekanne;1;30,00;14.01.2025
102;11-0002;bob.ray;2002;Tasse;1;9,00;14.01.2025`;
  expect((await readFiles([{ name: 'orders.csv', text }])).figures.net).toBe(690_000);
});
test('orders in German', () =>
  expectRecipe(
    `Verkaufsprotokollnummer;Bestellnummer;Nutzername des Käufers;Name des Käufers;Artikelnummer;Angebotstitel;Stückzahl;Verkauft für;Verpackung und Versand;Gesamtpreis;Zahlungsmethode;Verkauft am;Datum der Bezahlung
101;11-0001;ann_lee;Ann Lee;2001;Teekanne;1;30,00;5,00;35,00;Karte;03.01.2025;03.01.2025
102;11-0002;bob.ray;Bob Ray;2002;Tasse;4;9,00;5,00;41,00;Karte;14.01.2025;14.01.2025
103;11-0003;ann_lee;Ann Lee;2002;Tasse;1;9,00;5,00;14,00;Karte;03.02.2025;03.02.2025`,
    {
      recipe: 'eBay orders report',
      roles: {
        transactions: {
          customer: 'Nutzername des Käufers',
          date: 'Verkauft am',
          order: 'Bestellnummer',
          product: 'Angebotstitel',
          quantity: 'Stückzahl',
          unit_price: 'Verkauft für',
        },
      },
    },
  ));

const MOVEMENTS = `Transaction creation date,Type,Order number,Legacy order ID,Buyer username,Buyer name,Net amount,Payout currency,Payout date,Item ID,Transaction ID,Item title,Custom label,Quantity,Item subtotal,Shipping and handling,Final Value Fee - fixed,Gross transaction amount,Transaction currency,Description
2025-01-03,Order,11-0001,1-1,ann_lee,Ann Lee,27.00,USD,2025-01-05,2001,900,Tea pot,TP,1,30.00,5.00,-0.30,35.00,USD,
2025-01-04,Shipping label,11-0001,1-1,ann_lee,Ann Lee,-4.20,USD,2025-01-05,,,,,,,,,-4.20,USD,Label
2025-01-14,Order,11-0002,1-2,bob.ray,Bob Ray,33.00,USD,2025-01-15,2002,901,Tea cup,TC,4,36.00,5.00,-0.30,41.00,USD,
2025-01-20,Refund,11-0002,1-2,bob.ray,Bob Ray,-41.00,USD,2025-01-22,2002,901,Tea cup,TC,4,-36.00,-5.00,0.30,-41.00,USD,
2025-01-22,Payout,,,,,-14.80,USD,2025-01-22,,,,,,,,,-14.80,USD,Payout
2025-01-23,Other fee,,,,,-2.00,USD,2025-01-24,,,,,,,,,-2.00,USD,Promoted listings`;
test('of movements only orders and refunds are sales', () =>
  expectRecipe(MOVEMENTS, {
    recipe: 'eBay transaction report',
    roles: {
      transactions: {
        customer: 'Buyer username',
        date: 'Transaction creation date',
        order: 'Order number',
        product: 'Item title',
        quantity: 'Quantity',
        amount: 'Item subtotal',
        currency: 'Transaction currency',
        document_type: 'Type',
      },
    },
    words: {
      Order: 'sale',
      Refund: 'return',
      Payout: 'no_sale',
      'Shipping label': 'no_sale',
      'Other fee': 'no_sale',
    },
  }));

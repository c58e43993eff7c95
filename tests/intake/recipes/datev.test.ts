import { expect, test } from 'vitest';
import { cell, readOne } from '../reading-files';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const BOOKINGS = `"EXTF";700;21;"Buchungsstapel";12;20250702101010000;;"RE";"";"";1001;10001;20240701;4;20240701;20250630;"Rechnungen";"";1;0;0;"EUR";;"";;;"03";;;"";""
Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;WKZ Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;Buchungstext
119,00;"S";"EUR";;;"";10001;8400;"";0307;"R1001";"";;"Tee"
1.238,00;"S";"EUR";;;"";10002;8400;"";1412;"R1002";"";;"Kanne"
119,00;"H";"EUR";;;"";10001;8400;"";302;"R1003";"";;"Gutschrift Tee"
1.238,00;"H";"EUR";;;"";10002;1200;"";1002;"R1002";"";;"Zahlung"
47,60;"S";"EUR";;;"";70001;4930;"";0104;"E77";"";;"Büro"`;
const EXPECTED: Expected = {
  recipe: 'DATEV bookings',
  roles: {
    transactions: {
      customer: 'Konto',
      date: 'Belegdatum',
      order: 'Belegfeld 1',
      product: 'Buchungstext',
      amount: 'Umsatz (ohne Soll/Haben-Kz)',
      currency: 'WKZ Umsatz',
      document_type: 'Soll/Haben-Kennzeichen',
      status: 'Gegenkonto (ohne BU-Schlüssel)',
    },
  },
  words: { S: 'sale', H: 'return', 8400: 'sale', 1200: 'no_sale', 4930: 'no_sale' },
};
test('bookings against revenue are sales, those to the credit of the customer returns', () =>
  expectRecipe(BOOKINGS, EXPECTED));
test('days have the year of the line above the header, the months before its begin the next one', async () => {
  const table = await readOne(BOOKINGS);
  const place = table.header.indexOf('Belegdatum');
  expect(Array.from({ length: table.rows }, (_, row) => cell(table, row, place))).toEqual([
    '2024-07-03',
    '2024-12-14',
    '2025-02-03',
    '2025-02-10',
    '2025-04-01',
  ]);
});
test('the number of the document may be called otherwise', () =>
  expectRecipe(
    renamed(BOOKINGS, 'Belegfeld 1', 'Rechnungsnummer'),
    withColumn(EXPECTED, 'Belegfeld 1', 'Rechnungsnummer'),
  ));
test('a list with short headers and whole days, in the other chart of accounts', () =>
  expectRecipe(
    `Umsatz;Soll/Haben;WKZ;Konto;Gegenkonto;Belegdatum;Belegfeld 1;Buchungstext
119,00;S;EUR;10001;4400;03.01.2025;R1001;Tee
238,00;S;EUR;10002;4400;14.01.2025;R1002;Kanne
119,00;H;EUR;10001;4400;03.02.2025;R1003;Gutschrift Tee
238,00;H;EUR;10002;1800;10.02.2025;R1002;Zahlung`,
    {
      recipe: 'DATEV bookings',
      roles: {
        transactions: {
          customer: 'Konto',
          date: 'Belegdatum',
          order: 'Belegfeld 1',
          product: 'Buchungstext',
          amount: 'Umsatz',
          currency: 'WKZ',
          document_type: 'Soll/Haben',
          status: 'Gegenkonto',
        },
      },
      words: { S: 'sale', H: 'return', 4400: 'sale', 1800: 'no_sale' },
    },
  ));

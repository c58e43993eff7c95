import { expect, test } from 'vitest';
import { GENERIC_ORDERS, expectRecipe, renamed, understandText, withColumn, type Expected } from './recipe-files';

const GERMAN = `Verkaufsbelege - Liste;;;;;;;;;;;;
Erstellt am 01.06.2025 / Benutzer MEIERH;;;;;;;;;;;;

Verkaufsbeleg;Position;VArt;VkOrg;Auftraggeber;Name Auftraggeber;Belegdatum;Material;Bezeichnung;Warengruppe;Auftragsmenge;ME;Nettowert;Währg
0020000117;000010;TA;1000;0000100000;Jones GmbH;03.01.2023;WS;Wollschal;Textil;2,000;ST;70,00;EUR
0020000117;000020;TA;1000;0000100000;Jones GmbH;03.01.2023;BN;Mütze;Textil;5,000;ST;95,00;EUR
0020000118;000010;TA;1000;0000100099;Smith KG;17.01.2023;TP;Teekanne;Küche;40,000;ST;1.160,00;EUR
0020000119;000010;RE;1000;0000100000;Jones GmbH;28.01.2023;BN;Mütze;Textil;1,000-;ST;19,00-;EUR
0020000120;000010;AG;1000;0000100098;Weber AG;30.01.2023;TP;Teekanne;Küche;400,000;ST;11.600,00;EUR
0020000121;000010;TA;1000;0000100099;Smith KG;14.02.2023;WS;Wollschal;Textil;3,000;ST;105,00;EUR`;
const EXPECTED: Expected = {
  recipe: 'SAP sales documents',
  roles: {
    transactions: {
      customer: 'Auftraggeber',
      date: 'Belegdatum',
      order: 'Verkaufsbeleg',
      product: 'Bezeichnung',
      category: 'Warengruppe',
      quantity: 'Auftragsmenge',
      amount: 'Nettowert',
      currency: 'Währg',
      document_type: 'VArt',
    },
  },
  words: { TA: 'sale', RE: 'return', AG: 'no_sale' },
};
test('the German list has lines above its header and minus signs behind its numbers', () =>
  expectRecipe(GERMAN, EXPECTED));
test.each([
  ['Bezeichnung', 'Kurztext'],
  ['Auftraggeber', 'Kunde'],
  ['Nettowert', 'Nettobetrag'],
])('%s may be called %s', (from, to) => expectRecipe(renamed(GERMAN, from, to), withColumn(EXPECTED, from, to)));

test('the English list', () =>
  expectRecipe(
    `Sales Document,Item,Sales Document Type,Sales Organization,Sold-To Party,Name 1,Document Date,Material,Description,Material Group,Order Quantity,Sales Unit,Net Value,Currency
20000117,10,OR,1000,100000,Jones Ltd,2023-01-03,WS,Wool Scarf,Textile,2,EA,70.00,USD
20000118,10,OR,1000,100099,Smith Inc,2023-01-17,TP,Tea Pot,Kitchen,40,EA,1160.00,USD
20000119,10,RE,1000,100000,Jones Ltd,2023-01-28,WS,Wool Scarf,Textile,1,EA,35.00,USD
20000120,10,QT,1000,100098,Weber Inc,2023-01-30,TP,Tea Pot,Kitchen,400,EA,11600.00,USD`,
    {
      recipe: 'SAP sales documents',
      roles: {
        transactions: {
          customer: 'Sold-To Party',
          date: 'Document Date',
          order: 'Sales Document',
          product: 'Description',
          category: 'Material Group',
          quantity: 'Order Quantity',
          amount: 'Net Value',
          currency: 'Currency',
          document_type: 'Sales Document Type',
        },
      },
      words: { OR: 'sale', RE: 'return', QT: 'no_sale' },
    },
  ));
test('the fields by their technical names, with a rejected item', () =>
  expectRecipe(
    `VBELN;POSNR;AUART;KUNNR;AUDAT;MATNR;ARKTX;MATKL;KWMENG;NETWR;WAERK;ABGRU
20000117;10;TA;100000;20230103;WS;Wollschal;Textil;2;70.00;EUR;
20000118;10;TA;100099;20230117;TP;Teekanne;Küche;40;1160.00;EUR;
20000119;10;RE;100000;20230128;WS;Wollschal;Textil;1;35.00;EUR;
20000120;10;TA;100098;20230130;TP;Teekanne;Küche;400;11600.00;EUR;05`,
    {
      recipe: 'SAP sales documents',
      roles: {
        transactions: {
          customer: 'KUNNR',
          date: 'AUDAT',
          order: 'VBELN',
          product: 'ARKTX',
          category: 'MATKL',
          quantity: 'KWMENG',
          amount: 'NETWR',
          currency: 'WAERK',
          document_type: 'AUART',
          status: 'ABGRU',
        },
      },
      words: { TA: 'sale', RE: 'return', '05': 'void' },
    },
  ));
test('a list of orders of no system is none of it', async () =>
  expect((await understandText(GENERIC_ORDERS)).recipe).toBeNull());

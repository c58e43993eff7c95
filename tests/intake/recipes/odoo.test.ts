import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const ORDERS = `Order Reference,Creation Date,Customer,Salesperson,Activities,Company,Total,Status
S00001,2025-01-03 10:11:12,Jones Inc,Mitchell Admin,,My Company,65.00,Sales Order
S00002,2025-01-14 10:11:12,Berg SA,Mitchell Admin,,My Company,35.00,Quotation
S00003,2025-02-03 10:11:12,Jones Inc,Marc Demo,,My Company,35.00,Locked
S00004,2025-02-13 10:11:12,Roe KG,Marc Demo,,My Company,35.00,Cancelled
S00005,2025-02-23 10:11:12,Roe KG,Marc Demo,,My Company,12.00,Quotation Sent`;
const EXPECTED: Expected = {
  recipe: 'Odoo sales orders',
  roles: {
    transactions: {
      customer: 'Customer',
      date: 'Creation Date',
      order: 'Order Reference',
      amount: 'Total',
      status: 'Status',
    },
  },
  words: {
    'Sales Order': 'sale',
    Locked: 'sale',
    Quotation: 'no_sale',
    'Quotation Sent': 'no_sale',
    Cancelled: 'void',
  },
};
test('orders are sales, quotations are none', () => expectRecipe(ORDERS, EXPECTED));
test('the total may stand beside the amount without tax, which is taken', () =>
  expectRecipe(
    renamed(ORDERS, 'Activities', 'Untaxed Amount').replaceAll(/,,My Company/g, ',30.00,My Company'),
    withColumn(EXPECTED, 'Total', 'Untaxed Amount'),
  ));
test('the customer may be called otherwise', () =>
  expectRecipe(renamed(ORDERS, 'Customer', 'Client'), withColumn(EXPECTED, 'Customer', 'Client')));
test('orders in German', () =>
  expectRecipe(
    `Auftragsreferenz;Erstelldatum;Kunde;Vertriebsmitarbeiter;Unternehmen;Gesamt;Status
S00001;03.01.2025 10:11:12;Jones AG;Mitchell Admin;Meine Firma;65,00;Verkaufsauftrag
S00002;14.01.2025 10:11:12;Berg SA;Mitchell Admin;Meine Firma;35,00;Angebot
S00003;03.02.2025 10:11:12;Jones AG;Marc Demo;Meine Firma;35,00;Gesperrt
S00004;13.02.2025 10:11:12;Roe KG;Marc Demo;Meine Firma;35,00;Storniert`,
    {
      recipe: 'Odoo sales orders',
      roles: {
        transactions: {
          customer: 'Kunde',
          date: 'Erstelldatum',
          order: 'Auftragsreferenz',
          amount: 'Gesamt',
          status: 'Status',
        },
      },
      words: { Verkaufsauftrag: 'sale', Angebot: 'no_sale', Gesperrt: 'sale', Storniert: 'void' },
    },
  ));

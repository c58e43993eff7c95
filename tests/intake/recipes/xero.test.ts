import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const INVOICES = `ContactName,EmailAddress,POAddressLine1,POCity,POCountry,InvoiceNumber,Reference,InvoiceDate,DueDate,PlannedDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,InventoryItemCode,Description,Quantity,UnitAmount,Discount,LineAmount,AccountCode,TaxType,TaxAmount,TrackingName1,TrackingOption1,Currency,Type,Sent,Status
Jones Inc,jones@example.com,1 Main St,Leeds,UK,INV-1,,03/01/2025,02/02/2025,,50.40,8.40,50.40,0.00,T,Tea,2.0000,6.0000,,12.00,200,20% (VAT on Income),2.40,,,GBP,Sales invoice,Sent,Paid
Jones Inc,jones@example.com,1 Main St,Leeds,UK,INV-1,,03/01/2025,02/02/2025,,50.40,8.40,50.40,0.00,P,Pot,1.0000,30.0000,,30.00,200,20% (VAT on Income),6.00,,,GBP,Sales invoice,Sent,Paid
Berg SA,berg@example.com,2 Main St,York,UK,INV-2,,14/01/2025,13/02/2025,,32.40,5.40,0.00,32.40,P,Pot,1.0000,30.0000,10,27.00,200,20% (VAT on Income),5.40,,,GBP,Sales invoice,Sent,Awaiting Payment
Berg SA,berg@example.com,2 Main St,York,UK,CN-1,INV-2,20/01/2025,20/01/2025,,32.40,5.40,0.00,0.00,P,Pot,1.0000,30.0000,10,27.00,200,20% (VAT on Income),5.40,,,GBP,Sales credit note,Sent,Paid
Smith Ltd,smith@example.com,3 Main St,York,UK,INV-3,,03/02/2025,05/03/2025,,36.00,6.00,0.00,36.00,P,Pot,1.0000,30.0000,,30.00,200,20% (VAT on Income),6.00,,,GBP,Sales invoice,,Draft
Smith Ltd,smith@example.com,3 Main St,York,UK,INV-4,,13/02/2025,15/03/2025,,36.00,6.00,0.00,0.00,P,Pot,1.0000,30.0000,,30.00,200,20% (VAT on Income),6.00,,,GBP,Sales invoice,,Voided`;
const EXPECTED: Expected = {
  recipe: 'Xero invoices',
  roles: {
    transactions: {
      customer: 'ContactName',
      date: 'InvoiceDate',
      order: 'InvoiceNumber',
      product: 'Description',
      quantity: 'Quantity',
      unit_price: 'UnitAmount',
      discount: 'Discount',
      amount: 'LineAmount',
      currency: 'Currency',
      document_type: 'Type',
      status: 'Status',
    },
  },
  words: {
    'Sales invoice': 'sale',
    'Sales credit note': 'return',
    Paid: 'sale',
    'Awaiting Payment': 'sale',
    Draft: 'no_sale',
    Voided: 'no_sale',
  },
};
test('an invoice counts though its payment is awaited, and a credit note is a return', () =>
  expectRecipe(INVOICES, EXPECTED));
test.each([
  ['InvoiceDate', 'Date'],
  ['ContactName', 'Customer'],
])('%s may be called %s', (from, to) => expectRecipe(renamed(INVOICES, from, to), withColumn(EXPECTED, from, to)));
test('the sheet for bringing invoices in stars what it needs', () =>
  expectRecipe(
    `*ContactName,EmailAddress,POAddressLine1,POCity,POCountry,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,InventoryItemCode,*Description,*Quantity,*UnitAmount,Discount,*AccountCode,*TaxType,TrackingName1,TrackingOption1,Currency
Jones Inc,jones@example.com,1 Main St,Leeds,UK,INV-1,,13/01/2025,02/02/2025,T,Tea,2,6.00,,200,20% VAT,,,GBP
Jones Inc,jones@example.com,1 Main St,Leeds,UK,INV-1,,13/01/2025,02/02/2025,P,Pot,1,30.00,,200,20% VAT,,,GBP
Berg SA,berg@example.com,2 Main St,York,UK,INV-2,,14/01/2025,13/02/2025,P,Pot,1,30.00,10,200,20% VAT,,,GBP`,
    {
      recipe: 'Xero invoices',
      roles: {
        transactions: {
          customer: '*ContactName',
          date: '*InvoiceDate',
          order: '*InvoiceNumber',
          product: '*Description',
          quantity: '*Quantity',
          unit_price: '*UnitAmount',
          discount: 'Discount',
          currency: 'Currency',
        },
      },
    },
  ));

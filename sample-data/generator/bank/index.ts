import type { CatalogEntry, Company } from '../output';
import { bankFiles } from './files';
import { drawLeavers, sellHoldings } from './holding';
import { bringPersons } from './person';
import { writePostings } from './posting';
import { keepRecords } from './record';
import { bankTruth } from './truth';
import { stateWallets } from './wallet';

const CATALOG: CatalogEntry = {
  id: 'bank',
  name: 'Harbour Bank',
  sentence:
    'A bank whose branch, cards, investments and insurance each keep a list of their own, so that nobody sees the whole customer.',
  files: [
    { path: 'product-income.csv', role: 'transactions' },
    {
      path: 'customers-branch.csv',
      role: 'customers',
      mapping: {
        customer: 'Customer No',
        name: 'Name',
        email: 'E-mail',
        phone: 'Phone',
        postcode: 'Postcode',
        city: 'Town',
        birth_date: { column: 'Date of Birth', format: 'DD/MM/YYYY' },
        acquired_on: { column: 'Customer Since', format: 'DD/MM/YYYY' },
      },
    },
    {
      path: 'customers-branch.csv',
      role: 'wallet',
      mapping: { customer: 'Customer No', stated: 'Yearly spend, all banks' },
    },
    {
      path: 'departments.xlsx',
      role: 'customers',
      sheet: 'Cards',
      mapping: {
        customer: 'Card Customer No',
        name: 'Cardholder',
        email: 'Email',
        phone: 'Mobile',
        postcode: 'Postcode',
        city: 'Town',
        birth_date: 'DOB',
        acquired_on: 'Card Since',
      },
    },
    {
      path: 'departments.xlsx',
      role: 'customers',
      sheet: 'Investments',
      mapping: {
        customer: 'Client ID',
        name: 'Client Name',
        email: 'E-mail Address',
        phone: 'Telephone',
        postcode: 'Post Code',
        city: 'City',
        birth_date: 'Birth Date',
        acquired_on: 'Client Since',
      },
    },
    {
      path: 'departments.xlsx',
      role: 'customers',
      sheet: 'Insurance',
      mapping: {
        customer: 'Policyholder No',
        name: 'Policyholder',
        email: 'Email',
        phone: 'Phone',
        postcode: 'Postcode',
        city: 'Town',
        birth_date: 'Date of Birth',
        acquired_on: 'First Policy',
      },
    },
  ],
  mapping: {
    transactions: {
      order: 'Reference',
      date: { column: 'Booking Date', format: 'DD/MM/YYYY' },
      customer: 'Customer No',
      department: 'Department',
      category: 'Product Type',
      product: 'Product',
      amount: 'Income',
      cost: 'Cost',
      currency: 'Currency',
    },
  },
};

export function makeBank(): Company {
  const persons = bringPersons();
  const holdings = sellHoldings(persons);
  const records = keepRecords(holdings);
  const postings = writePostings(holdings, records, drawLeavers(persons));
  const wallets = stateWallets(postings, records);
  return {
    catalog: CATALOG,
    files: bankFiles(records, postings, wallets),
    truth: bankTruth(records, postings, wallets),
  };
}

import type { CatalogEntry, Company } from '../output';
import { signContracts } from './contract';
import { mobileOperatorFiles } from './files';
import { writeInvoices } from './invoice';
import { runSurvey } from './survey';
import { mobileOperatorTruth } from './truth';

const CATALOG: CatalogEntry = {
  id: 'mobile-operator',
  name: 'Nordlicht Mobil',
  sentence:
    'A mobile operator in northern Germany that holds customers by rewards, by penalties or not at all; its files are German.',
  files: [
    { path: 'rechnungen.csv', role: 'transactions' },
    { path: 'kunden.csv', role: 'customers' },
    { path: 'kunden.csv', role: 'contracts' },
    { path: 'zufriedenheit.xlsx', role: 'surveys', sheet: 'Umfrage Nov 2024' },
  ],
  mapping: {
    transactions: {
      customer: 'Kundennummer',
      order: 'Rechnungsnr.',
      date: { column: 'Rechnungsdatum', format: 'DD.MM.YYYY' },
      product: 'Produkt',
      category: 'Kategorie',
      amount: { column: 'Betrag', decimal: ',' },
      cost: { column: 'Kosten', decimal: ',' },
    },
    customers: {
      customer: 'Kundennummer',
      name: 'Name',
      email: 'E-Mail',
      phone: 'Telefon',
      postcode: 'PLZ',
      city: 'Ort',
      region: 'Bundesland',
      birth_date: { column: 'Geburtsdatum', format: 'DD.MM.YYYY' },
      segment: 'Kundenart',
      acquired_on: { column: 'Vertragsbeginn', format: 'DD.MM.YYYY' },
      channel: 'Kanal',
    },
    contracts: {
      customer: 'Kundennummer',
      start: { column: 'Vertragsbeginn', format: 'DD.MM.YYYY' },
      end_of_term: { column: 'Vertragsende', format: 'DD.MM.YYYY' },
      ended_on: { column: 'Beendet am', format: 'DD.MM.YYYY' },
      strategy: 'Bindung',
    },
    surveys: { customer: 'Kundennummer', date: 'Befragt am', score: 'Weiterempfehlung (0-10)', comment: 'Kommentar' },
  },
};

export function makeMobileOperator(): Company {
  const contracts = signContracts();
  const invoices = writeInvoices(contracts);
  const answers = runSurvey(contracts);
  return {
    catalog: CATALOG,
    files: mobileOperatorFiles(contracts, invoices, answers),
    truth: mobileOperatorTruth(contracts, invoices, answers),
  };
}

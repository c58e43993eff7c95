import { germanDate } from '../foundations/calendar';
import { writeDelimited, type Dialect } from '../foundations/delimited';
import { germanDecimal } from '../foundations/money';
import { writeWorkbook, type Cell } from '../foundations/spreadsheet';
import type { LedgerLine } from '../measures/ledger';
import type { OutputFile } from '../output';
import type { Contract } from './contract';
import type { Answer } from './survey';

const GERMAN_EXPORT: Dialect = { delimiter: ';', newline: '\r\n', encoding: 'windows-1252' };

const CUSTOMER_HEADER = [
  'Kundennummer',
  'Anrede',
  'Name',
  'E-Mail',
  'Telefon',
  'PLZ',
  'Ort',
  'Bundesland',
  'Geburtsdatum',
  'Kundenart',
  'Tarif',
  'Vertragsbeginn',
  'Laufzeit (Monate)',
  'Vertragsende',
  'Beendet am',
  'Kündigungsgrund',
  'Bindung',
  'Kanal',
  'Mandant',
];

export function mobileOperatorFiles(
  contracts: readonly Contract[],
  invoices: readonly LedgerLine[],
  answers: readonly Answer[],
): OutputFile[] {
  const survey = {
    name: 'Umfrage Nov 2024',
    header: ['Kundennummer', 'Befragt am', 'Weiterempfehlung (0-10)', 'Kommentar', 'Befragungsart'],
    rows: answers.map((answer, index): Cell[] => [
      Number(answer.contract.key),
      { day: answer.day },
      answer.score,
      answer.comment,
      index % 4 === 0 ? 'Telefon' : 'Online',
    ]),
  };
  return [
    { path: 'kunden.csv', bytes: writeDelimited(GERMAN_EXPORT, CUSTOMER_HEADER, contracts.map(customerRow)) },
    { path: 'rechnungen.csv', bytes: invoicesCsv(invoices) },
    { path: 'zufriedenheit.xlsx', bytes: writeWorkbook([survey]) },
  ];
}

function customerRow(contract: Contract, index: number): string[] {
  return [
    contract.key,
    contract.salutation,
    // A few names carry a space at the end, as typed.
    index % 113 === 7 ? `${contract.name} ` : contract.name,
    contract.email,
    contract.phone,
    contract.postcode,
    contract.town.city,
    contract.town.state,
    germanDate(contract.born),
    contract.kind,
    contract.tariff.name,
    germanDate(contract.start),
    contract.termMonths === 0 ? '' : String(contract.termMonths),
    contract.endOfTerm === null ? '' : germanDate(contract.endOfTerm),
    contract.endedOn === null ? '' : germanDate(contract.endedOn),
    contract.reason,
    contract.strategy,
    contract.channel,
    '01',
  ];
}

function invoicesCsv(invoices: readonly LedgerLine[]): Uint8Array {
  const rows = invoices.map((line) => [
    line.customer,
    line.order,
    germanDate(line.day),
    line.product,
    line.category,
    germanDecimal(line.amount),
    germanDecimal(line.amount < 0 ? -line.cost : line.cost),
  ]);
  return writeDelimited(
    GERMAN_EXPORT,
    ['Kundennummer', 'Rechnungsnr.', 'Rechnungsdatum', 'Produkt', 'Kategorie', 'Betrag', 'Kosten'],
    rows,
  );
}

import { britishDate } from '../foundations/calendar';
import { writeDelimited, type Dialect } from '../foundations/delimited';
import { plainDecimal } from '../foundations/money';
import { writeWorkbook, type Cell, type Sheet } from '../foundations/spreadsheet';
import type { OutputFile } from '../output';
import type { Posting } from './posting';
import type { CustomerRecord } from './record';
import type { Department } from './plan';

const PLAIN: Dialect = { delimiter: ',', newline: '\r\n', encoding: 'utf-8' };

/** Each department has words of its own for the same things. */
const SHEET_HEADERS: Record<Exclude<Department, 'Branch'>, readonly string[]> = {
  Cards: ['Card Customer No', 'Cardholder', 'Email', 'Mobile', 'Postcode', 'Town', 'DOB', 'Card Since', 'Marketing OK'],
  Investments: [
    'Client ID',
    'Client Name',
    'E-mail Address',
    'Telephone',
    'Post Code',
    'City',
    'Birth Date',
    'Client Since',
    'Adviser',
  ],
  Insurance: [
    'Policyholder No',
    'Policyholder',
    'Email',
    'Phone',
    'Postcode',
    'Town',
    'Date of Birth',
    'First Policy',
    'Broker Code',
  ],
};
const STRAY_VALUES: Record<Exclude<Department, 'Branch'>, readonly string[]> = {
  Cards: ['Y', 'N', 'Y'],
  Investments: ['Dunstan', 'Okafor', 'Dunstan', 'Lindqvist'],
  Insurance: ['', '', 'BX2'],
};

/** Where a department's list is, in the form FILE or FILE#SHEET. */
export function sourceOf(department: Department): string {
  return department === 'Branch' ? 'customers-branch.csv' : `departments.xlsx#${department}`;
}

export function bankFiles(
  records: readonly CustomerRecord[],
  postings: readonly Posting[],
  wallets: Map<string, number>,
): OutputFile[] {
  const sheets = (['Cards', 'Investments', 'Insurance'] as const).map((department) =>
    departmentSheet(records, department),
  );
  const persons = records.map((record) => [record.key, record.person.id]);
  return [
    { path: 'customers-branch.csv', bytes: branchCsv(records, wallets) },
    { path: 'departments.xlsx', bytes: writeWorkbook(sheets) },
    { path: 'product-income.csv', bytes: incomeCsv(postings) },
    { path: 'true-persons.csv', bytes: writeDelimited({ ...PLAIN, newline: '\n' }, ['source_key', 'person'], persons) },
  ];
}

function branchCsv(records: readonly CustomerRecord[], wallets: Map<string, number>): Uint8Array {
  const header = [
    'Customer No',
    'Name',
    'E-mail',
    'Phone',
    'Postcode',
    'Town',
    'Date of Birth',
    'Branch',
    'Customer Since',
    'Yearly spend, all banks',
    'Form',
  ];
  const rows = records
    .filter((record) => record.department === 'Branch')
    .map((record, index) => [
      record.key,
      record.name,
      record.email,
      record.phone,
      record.postcode,
      record.city,
      record.born === null ? '' : britishDate(record.born),
      record.city,
      britishDate(record.since),
      wallets.has(record.key) ? String(wallets.get(record.key)) : '',
      index % 3 === 0 ? 'KYC-2' : 'KYC-1',
    ]);
  return writeDelimited(PLAIN, header, rows);
}

function departmentSheet(records: readonly CustomerRecord[], department: Exclude<Department, 'Branch'>): Sheet {
  const stray = STRAY_VALUES[department];
  const rows = records
    .filter((record) => record.department === department)
    .map((record, index): Cell[] => [
      record.key,
      record.name,
      record.email,
      record.phone,
      record.postcode,
      record.city,
      record.born === null ? null : { day: record.born },
      { day: record.since },
      stray[index % stray.length] ?? null,
    ]);
  return { name: department, header: SHEET_HEADERS[department], rows };
}

function incomeCsv(postings: readonly Posting[]): Uint8Array {
  const header = [
    'Reference',
    'Booking Date',
    'Customer No',
    'Department',
    'Product Type',
    'Product',
    'Booking',
    'Income',
    'Cost',
    'Currency',
  ];
  const rows = postings.map((posting) => [
    posting.order,
    britishDate(posting.day),
    posting.customer,
    posting.department,
    posting.category,
    posting.product,
    posting.kind,
    plainDecimal(posting.amount),
    plainDecimal(posting.cost),
    'GBP',
  ]);
  return writeDelimited(PLAIN, header, rows);
}

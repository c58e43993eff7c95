import { parseIsoDay, NO_DAY } from '../../../src/domain/calendar';
import type { Dataset, RecordTable, TextColumn } from '../../../src/domain/columns';
import { NO_CHOICES, type UnifyChoices } from '../../../src/domain/unification';
import { compareCustomers, unifyCustomers } from '../../../src/intake/unify/unify';
import { datasetOf, type Line } from '../../support/histories';

/** A row of a customers file, written short. Other names than these become columns that no field claims. */
export type MadeRow = Readonly<Record<string, string>>;

const TEXTS = ['customer', 'name', 'email', 'phone', 'postcode', 'city', 'region', 'company', 'segment'];
const DAYS = ['birth_date', 'acquired_on'];

const textColumn = (values: readonly string[]): TextColumn => {
  const distinct = [...new Set(values.filter((value) => value !== ''))];
  const index = new Map(distinct.map((value, code) => [value, code]));
  return { codes: Int32Array.from(values, (value) => index.get(value) ?? -1), values: distinct };
};

/** Customers files by their names, as one validated table; the files of `lines` come before them. */
export function customersFiles(files: Readonly<Record<string, readonly MadeRow[]>>, first = 0): RecordTable {
  const rows = Object.values(files).flatMap((own, file) =>
    own.map((row, at) => ({ row, file: file + first, line: at + 2 })),
  );
  const names = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))];
  const column = (name: string) => textColumn(rows.map(({ row }) => row[name] ?? ''));
  return {
    role: 'customers',
    rows: rows.length,
    file: Int32Array.from(rows, ({ file }) => file),
    line: Int32Array.from(rows, ({ line }) => line),
    text: Object.fromEntries(names.filter((name) => TEXTS.includes(name)).map((name) => [name, column(name)])),
    day: Object.fromEntries(
      names
        .filter((name) => DAYS.includes(name))
        .map((name) => [name, Int32Array.from(rows, ({ row }) => (row[name] ? parseIsoDay(row[name])! : NO_DAY))]),
    ),
    number: {},
    attributes: names
      .filter((name) => !TEXTS.includes(name) && !DAYS.includes(name))
      .map((name) => ({ name, column: column(name) })),
  };
}

/** A dataset of transactions (the first file, `sales.csv`) and customers files. */
export function companyOf(lines: readonly Line[], files: Readonly<Record<string, readonly MadeRow[]>>): Dataset {
  const balance = (name: string, role: 'transactions' | 'customers', rows: number) => ({
    name,
    role,
    rows_read: rows,
    rows_loaded: rows,
    rows_rejected: 0,
    rows_merged: 0,
    rows_set_aside: 0,
    reasons: {},
  });
  const balances = [
    balance('sales.csv', 'transactions', lines.length),
    ...Object.entries(files).map(([name, rows]) => balance(name, 'customers', rows.length)),
  ];
  return {
    ...datasetOf(lines),
    files: balances,
    sources: balances.map(({ name }) => name),
    records: { customers: customersFiles(files, 1) },
  };
}

const GIVEN =
  'anna ben clara david emma felix greta hugo ines jonas katja lukas maria nils olga paul rosa simon tina ulrich'.split(
    ' ',
  );
const FAMILY =
  'abel brandt cordes dietz ebert frank graf hahn imhof jung keller lorenz moser nagel otto pohl ritter seidel thiel vogt'.split(
    ' ',
  );
const TOWNS = 'Kiel Bonn Ulm Trier Jena Celle Hagen Worms'.split(' ');

/** So many different people: no two share name and birth date, mailbox or telephone. */
export const people = (count: number): MadeRow[] =>
  Array.from({ length: count }, (_, at) => {
    const given = GIVEN[at % GIVEN.length];
    const family =
      FAMILY[Math.floor(at / GIVEN.length + at) % FAMILY.length] + (at < 400 ? '' : `er${Math.floor(at / 400)}`);
    const born = new Date(Date.UTC(1940, 0, 1) + ((at * 7_919) % 21_000) * 86_400_000);
    return {
      customer: `A${1000 + at}`,
      name: `${given} ${family}`,
      email: `${given}.${family}${at}@post.example`,
      phone: `0151 ${2_000_000 + at * 37}`,
      postcode: String(10_000 + ((at * 613) % 80_000)),
      city: TOWNS[at % TOWNS.length],
      birth_date: born.toISOString().slice(0, 10),
    };
  });

/** The same with the customers of all files brought together. */
export async function unifiedCompany(
  lines: readonly Line[],
  files: Readonly<Record<string, readonly MadeRow[]>>,
  choices: Partial<UnifyChoices> = {},
): Promise<Dataset> {
  const dataset = companyOf(lines, files);
  return unifyCustomers(dataset, await compareCustomers(dataset), { ...NO_CHOICES, ...choices }).dataset;
}

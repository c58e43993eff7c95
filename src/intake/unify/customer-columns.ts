import type { Dataset, RecordTable, TextColumn, TransactionColumns } from '../../domain/columns';
import { ROLES, type Role } from '../../domain/roles';

/** A column of keys of customers, over all files of a role. */
export interface CustomerColumn {
  readonly role: Role;
  readonly field: 'customer' | 'company';
  readonly column: TextColumn;
  /** The file of each row. */
  readonly file: Int32Array;
}

/** Every column of a dataset that names customers, the list of customers first. */
export function customerColumns(dataset: Pick<Dataset, 'transactions' | 'records'>): CustomerColumn[] {
  const { transactions, records } = dataset;
  const columns: CustomerColumn[] = [];
  const add = (role: Role, field: 'customer' | 'company', column: TextColumn | null | undefined, file: Int32Array) => {
    if (column) columns.push({ role, field, column, file });
  };
  const rest = ROLES.filter((role) => role !== 'transactions' && role !== 'customers');
  if (records.customers) add('customers', 'customer', records.customers.text['customer'], records.customers.file);
  if (transactions) add('transactions', 'customer', transactions.customer, transactions.file);
  for (const role of rest) {
    const table = records[role];
    if (!table) continue;
    add(role, 'customer', table.text['customer'], table.file);
    if (role === 'deals') add(role, 'company', table.text['company'], table.file);
  }
  return columns;
}

/** The dataset with other columns in place of some that `customerColumns` gave. */
export function withCustomerColumns<D extends Pick<Dataset, 'transactions' | 'records'>>(
  dataset: D,
  changed: readonly CustomerColumn[],
): D {
  if (changed.length === 0) return dataset;
  let transactions: TransactionColumns | null = dataset.transactions;
  const records: Record<string, RecordTable> = { ...dataset.records };
  for (const { role, field, column } of changed) {
    if (role === 'transactions') transactions = { ...transactions!, customer: column };
    else records[role] = { ...records[role], text: { ...records[role].text, [field]: column } };
  }
  return { ...dataset, transactions, records };
}

/**
 * The column with other texts, each distinct value asked once; null empties a cell.
 * @returns the same column where nothing changes
 */
export function renameValues(column: TextColumn, rename: (value: string) => string | null): TextColumn {
  const renamed = column.values.map(rename);
  if (renamed.every((value, code) => value === column.values[code])) return column;
  const values: string[] = [];
  const index = new Map<string, number>();
  const newCode = Int32Array.from(renamed, (value) => {
    if (value === null) return -1;
    const known = index.get(value);
    if (known !== undefined) return known;
    index.set(value, values.length);
    return values.push(value) - 1;
  });
  return { codes: column.codes.map((code) => (code < 0 ? -1 : newCode[code])), values };
}

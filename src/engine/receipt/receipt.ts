import type { RoleReading } from '../../domain/import';
import { sentenceOfNotice, type Notice } from '../../domain/notices';
import type { Receipt, ReceiptFile, ReceiptNotice, ReceiptStatus, ReceiptTimes } from '../../domain/receipt';
import { columnOf, type RoleMapping } from '../../domain/roles';
import type { Shape } from '../../domain/shape';
import type { WrittenTimes } from '../../domain/time-zone';
import type { Facts } from '../../facts/facts';
import type { Understanding } from '../../intake/understand/guess-mapping';
import type { RawTable } from '../../intake/read/raw-table';
import type { LoadedPart } from '../../intake/load/kept-parts';
import type { LoadedData } from '../../intake/load/validate-choices';
import { accountOf, accountOfJoined, type RolePart } from './left-out';
import { recordTotals, totalsOf } from './record-totals';
import { sampleOrders } from './sample-orders';
import { salesTotals } from './sales-totals';

/** A table as it was brought: all of them are in the receipt, used or not. */
export interface UnderstoodTable {
  readonly id: string;
  readonly table: RawTable;
  readonly shapes: readonly Shape[];
  readonly understanding: Understanding;
}

type ReceiptData = Pick<LoadedData, 'dataset' | 'brought' | 'parts'>;

/**
 * Works out the receipt of what was loaded. Pure: the same files and answers give the same receipt.
 * @param tables the tables that are held, in the order in which they were brought; none for an opened workspace
 */
export function receiptOf(data: ReceiptData, facts: Facts, tables: readonly UnderstoodTable[]): Receipt {
  const { dataset, parts } = data;
  const hasAmounts = dataset.transactions?.hasAmount === true;
  const isSale = dataset.transactions !== null;
  return {
    currency: facts.currency,
    sales: isSale ? salesTotals(facts, null, hasAmounts)[0] : null,
    records: recordTotals(dataset),
    files: filesOf(data, facts, tables),
    orders: isSale ? sampleOrders(facts, dataset.files) : [],
    statuses: parts.flatMap(({ table, part }): ReceiptStatus[] =>
      part.role === 'transactions' ? (part.statuses ?? []).map((one) => ({ table, ...one })) : [],
    ),
    notices: noticesOf(data, tables),
    spellings: data.brought.spellings,
    times: timesOf(parts),
  };
}

function timesOf(parts: readonly LoadedPart[]): ReceiptTimes | null {
  const found = parts.flatMap(({ table, part }) => (part.times ? [{ table, times: part.times }] : []));
  if (found.length === 0) return null;
  const sum = (of: (times: WrittenTimes) => number) => found.reduce((total, { times }) => total + of(times), 0);
  return {
    utc: sum(({ utc }) => utc),
    offset: sum(({ offset }) => offset),
    movedOrders: sum(({ movedOrders }) => movedOrders),
    movedRows: sum(({ movedRows }) => movedRows),
    zone: found[0].times.zone,
    tables: [...new Set(found.map(({ table }) => table))],
  };
}

interface IndexedPart extends LoadedPart, RolePart {
  /** Of its balance in `Dataset.files`, to which the lines of the facts point. */
  readonly index: number;
}

function filesOf({ dataset, parts }: ReceiptData, facts: Facts, tables: readonly UnderstoodTable[]): ReceiptFile[] {
  const byTable = new Map<string, IndexedPart[]>();
  for (const [index, part] of parts.entries())
    byTable.set(part.table, [...(byTable.get(part.table) ?? []), { ...part, index, balance: dataset.files[index] }]);
  const sales = dataset.transactions ? salesTotals(facts, dataset.files.length, dataset.transactions.hasAmount) : [];
  const used = [...byTable].map(([table, own]): ReceiptFile => ({
    table,
    roles: own.map(({ part }) => part.role),
    recipe: tables.find(({ id }) => id === table)?.understanding.recipe ?? null,
    ...accountOf(own),
    sales: sales[own.find(({ part }) => part.role === 'transactions')?.index ?? -1] ?? null,
    records: own.flatMap(({ part }) => (part.role === 'transactions' ? [] : [totalsOf(part.role, part.records)])),
  }));
  const joined = parts
    .flatMap(({ part }) => part.joined ?? [])
    .map(({ source, balance, rejections }) => ({
      ...NOTHING,
      ...accountOfJoined({ balance, rejections }),
      // Sheets of one workbook have one file's name.
      table: source ?? balance.name,
      roles: ['joined'] as const,
    }));
  const beside = tables.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'join' ? [shape.with] : [])));
  const idle = tables
    .filter(({ id }) => !byTable.has(id) && !beside.includes(id))
    .map(({ id, table, understanding }) => ({
      ...NOTHING,
      table: id,
      recipe: understanding.recipe,
      read: table.rows + table.setAside.length,
    }));
  return [...used, ...joined, ...idle];
}

const NOTHING: Omit<ReceiptFile, 'table' | 'read'> = {
  roles: [],
  recipe: null,
  loaded: 0,
  rejected: 0,
  merged: 0,
  setAside: 0,
  leftOut: [],
  sales: null,
  records: [],
};

/** What was noticed at any stage. What was noticed of the guess no longer holds where the columns it speaks of are read otherwise. */
function noticesOf({ brought, parts }: ReceiptData, tables: readonly UnderstoodTable[]): ReceiptNotice[] {
  const notices = tables.flatMap(({ id, table, understanding }) => {
    const chosen = parts.flatMap(({ table: of, part, origin }): RoleReading[] =>
      of === id && origin ? [{ role: part.role, mapping: origin.mapping }] : [],
    );
    const holds = ({ column }: Notice) => isReadAlike(understanding.roles, chosen, column);
    return [...(table.notices ?? []), ...(chosen.length > 0 ? understanding.notices.filter(holds) : [])];
  });
  return [...notices, ...brought.notices].map((notice) => ({
    code: notice.code,
    file: notice.file,
    column: notice.column ?? null,
    count: notice.count,
    sentence: sentenceOfNotice(notice),
  }));
}

/** Whether a column is used alike in both; without a column whether the same fields are filled. */
function isReadAlike(
  guessed: readonly RoleReading[],
  chosen: readonly RoleReading[],
  column: string | undefined,
): boolean {
  const told = (roles: readonly RoleReading[]) =>
    JSON.stringify(
      roles.map(({ role, mapping }) => [
        role,
        column === undefined ? Object.keys(mapping).sort() : usesOf(mapping, column),
      ]),
    );
  return told(guessed) === told(chosen);
}

const usesOf = (mapping: RoleMapping, column: string) =>
  Object.entries(mapping)
    .filter(([, filled]) => columnOf(filled)?.column === column)
    .sort(([a], [b]) => (a < b ? -1 : 1));

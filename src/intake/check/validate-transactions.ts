import { balanceOf } from '../read/balance';
import { tableId } from '../../domain/import';
import { NO_DAY } from '../../domain/calendar';
import type { TextColumn, TransactionColumns } from '../../domain/columns';
import { isEachRow, type RoleMapping } from '../../domain/roles';
import { noticesOfKeys } from './key-notices';
import type { StatusTotal } from '../../domain/statuses';
import { ordersOfRows, readAmounts, setRowsAside, settleLines, withRefunds } from './check-lines';
import { fillOrderFields } from './order-fields';
import { noticeUnknownWords, totalStatuses } from './statuses';
import { convertMoney } from './convert-money';
import { tenThousandthsOf } from './derive-amounts';
import { markDuplicates } from './exact-duplicates';
import type { RawTable } from '../read/raw-table';
import { numbersOf } from './read-fields';
import type { TimeZone } from '../../domain/time-zone';
import type { MeantDays } from '../values/days-not-meant';
import { listFarDays, noticesOfDays, readMappedDays } from './read-mapped-days';
import { writtenTimesOfSales } from './written-times';
import { signLines, type LineExtras } from './sign-lines';
import { fingerprintRows, takeKey, takeNumbers, takeText, type Kept } from './take-rows';
import {
  countCurrencies,
  findCurrencies,
  markOtherCurrencies,
  planCurrencies,
  type CurrencyPlan,
} from './validate-currency';
import {
  FaultLog,
  attributesOf,
  listLeftEmpty,
  locateFields,
  requireFields,
  type MappedField,
  type MappedFields,
  type ValidatedFile,
} from './validate-fields';

export interface ValidatedTransactions extends ValidatedFile {
  readonly role: 'transactions';
  readonly columns: TransactionColumns;
  /** The one currency, where the file names it. */
  readonly currency: string | null;
  /** What the words of status columns were taken to say. */
  readonly statuses?: readonly StatusTotal[];
  /** Lines at the end that are no row of the file: partial refunds beside their lines. */
  readonly addedLines?: number;
}

/**
 * Reads transaction lines by their mapping. A bad line is a rejection; a file unusable as a whole is an AppError.
 * @param plan in which currency to count; by default in the commonest of this table alone
 * @param zone where stamps that name an instant are moved to; by default they stay as they are written
 * @param isMerging exact duplicates will be merged, so that nothing of an order's amounts may fall to them
 */
export function validateTransactions(
  table: RawTable,
  mapping: RoleMapping,
  fileIndex: number,
  plan: CurrencyPlan = planCurrencies(countCurrencies([{ table, mapping }])),
  zone?: TimeZone,
  isMerging = false,
): ValidatedTransactions {
  const merged = isMerging ? markDuplicates([fingerprintRows(table, null)])[0] : null;
  const written = fillOrderFields(table, locateFields(table, 'transactions', mapping), merged);
  const currencies = findCurrencies(written);
  const fields = convertMoney(written, currencies, plan);
  const eachRow = isEachRow(mapping['order']);
  if (!eachRow) requireOrderOrDay(table, fields);
  const faults = new FaultLog(table, 'transactions');
  const statuses = setRowsAside(table, fields, faults);
  const meant = readDates(fields.get('date'), faults, zone);
  const days = meant?.readings ?? null;
  const amounts = readAmounts(table, fields, faults, merged);
  markOtherCurrencies(currencies, moneyField(written), plan, faults);
  const lines = settleLines(table, fields, amounts, statuses, faults, merged);
  const added = lines.refunds.length;
  const kept = withRefunds(faults.kept(), lines.refunds, table.rows);
  const rejections = faults.rejections();
  const extras = readExtras(table, fields, kept, amounts !== null, added);
  const money = signLines(table, kept, lines, extras, lines.refunds);
  const take = (field: string) => takeMapped(fields.get(field), kept, takeText);
  const date = fields.get('date');
  const sold = {
    kept,
    rows: table.rows,
    order: fields.get('order'),
    customer: fields.get('customer'),
    isEachRow: eachRow,
  };
  const times =
    meant && writtenTimesOfSales({ field: date!, readings: meant.readings }, { ...sold, kind: money.kind }, zone);
  const columns: TransactionColumns = {
    rows: money.amount.length,
    file: new Int32Array(money.amount.length).fill(fileIndex),
    line: kept ? Int32Array.from(kept, (row) => table.line[row]) : table.line.slice(0, table.rows),
    customer: takeMapped(fields.get('customer'), kept, takeKey),
    order: eachRow && added > 0 ? ordersOfRows(table, kept!, added) : takeMapped(fields.get('order'), kept, takeKey),
    eachRow: eachRow && added === 0,
    day: days && takeNumbers(date!.column, kept, days.day, new Int32Array(money.amount.length), NO_DAY),
    second: days?.hasTime
      ? takeNumbers(date!.column, kept, days.second, new Int32Array(money.amount.length), -1)
      : null,
    product: take('product'),
    category: take('category'),
    channel: take('channel'),
    department: take('department'),
    currency: take('currency'),
    quantity: extras.quantity,
    ...money,
    hasAmount: amounts !== null,
    attributes: attributesOf(table, fields, (column) => takeText(column, kept)),
  };
  return {
    role: 'transactions',
    columns,
    currency: currencies || plan.isAsked ? plan.base : null,
    source: tableId(table),
    balance: balanceOf(table, 'transactions', rejections, faults.asides()),
    rejections,
    leftEmpty: meant ? [...listFarDays(table, date!, meant, kept), ...extras.leftEmpty] : extras.leftEmpty,
    suspicious: faults.suspicious(),
    notices: [
      ...(meant ? noticesOfDays(table, date!, meant) : []),
      ...noticesOfKeys(table, 'transactions', fields),
      ...(statuses ? noticeUnknownWords(table.file, statuses) : []),
      ...lines.notices,
    ],
    fingerprints: fingerprintLines(table, kept, added),
    ...(statuses ? { statuses: totalStatuses(statuses, lines.amount) } : {}),
    ...(times ? { times } : {}),
    ...(added > 0 ? { addedLines: added } : {}),
  };
}

const moneyField = (fields: MappedFields) =>
  fields.get('amount') ?? fields.get('unit_price') ?? fields.get('order_total');

/** Lines that are added to a row are equal where their rows are, but never equal to the row itself. */
function fingerprintLines(table: RawTable, kept: Kept, added: number): Uint32Array {
  const prints = fingerprintRows(table, kept);
  for (let at = prints.length - 2 * added; at < prints.length; at += 2) prints[at] ^= 0x9e3779b9;
  return prints;
}

const takeMapped = (
  field: MappedField | undefined,
  kept: Kept,
  take: (column: TextColumn, kept: Kept) => TextColumn,
) => (field ? take(field.column, kept) : null);

function requireOrderOrDay(table: RawTable, fields: MappedFields): void {
  const names = new Set(fields.keys());
  if (!names.has('order')) requireFields(table, 'transactions', names, [['customer'], ['date']]);
}

function readDates(field: MappedField | undefined, faults: FaultLog, zone?: TimeZone): MeantDays | null {
  if (!field) return null;
  const meant = readMappedDays(field, 'transactions', zone);
  const { state } = meant.readings;
  faults.markStates(field, state, [0, faults.kind(field, 'blank date'), faults.kind(field, 'not a date')]);
  return meant;
}

interface Extras extends LineExtras {
  readonly leftEmpty: ValidatedFile['leftEmpty'];
}

/** Told where they cannot be read, as what a line has beside its amount is. */
const ORDER_MONEY = ['order_discount', 'order_refund'] as const;
const EMPTY_REASONS = ['', '', 'not a number', '', 'too large'];

/** @param added so many rows at the end stand there again */
function readExtras(table: RawTable, fields: MappedFields, kept: Kept, hasAmount: boolean, added: number): Extras {
  const rows = kept?.length ?? table.rows;
  const once = added > 0 && kept ? kept.subarray(0, rows - added) : kept;
  const leftEmpty: ValidatedFile['leftEmpty'][number][] = [];
  const readMoney = (name: string): Float64Array | null => {
    const field = fields.get(name);
    if (!field) return null;
    const { value, state } = tenThousandthsOf(numbersOf(field));
    for (const left of listLeftEmpty(table, field, state, once, EMPTY_REASONS)) leftEmpty.push(left);
    return takeNumbers(field.column, kept, value, new Float64Array(rows), NaN);
  };
  for (const name of ORDER_MONEY) readMoney(name);
  return {
    quantity: readMoney('quantity'),
    cost: hasAmount ? readMoney('cost') : null,
    // A margin beside a cost would count it twice.
    margin: hasAmount && !fields.has('cost') ? readMoney('margin') : null,
    leftEmpty,
  };
}

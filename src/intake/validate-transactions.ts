import { tableId } from '../domain/import';
import { NO_DAY } from '../domain/calendar';
import type { TextColumn, TransactionColumns } from '../domain/columns';
import { isEachRow, type RoleMapping } from '../domain/roles';
import type { TimeZone } from '../domain/time-zone';
import type { MeantDays } from './check/days-not-meant';
import { listFarDays, noticesOfDays, readMappedDays } from './check/read-mapped-days';
import { convertMoney, numbersOf } from './convert-money';
import { TOO_LARGE, multiplyLines, readShares, tenThousandthsOf, type NumberCells } from './derive-amounts';
import type { RawTable } from './raw-table';
import { doubleAt, type NumberReadings } from './read-columns';
import { decimalOf } from './read-fields';
import { readFlag } from './readers/flag';
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
  balanceOf,
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
}

/**
 * Reads transaction lines by their mapping. A bad line is a rejection; a file unusable as a whole is an AppError.
 * @param plan in which currency to count; by default in the commonest of this table alone
 * @param zone where stamps that name an instant are moved to; by default they stay as they are written
 */
export function validateTransactions(
  table: RawTable,
  mapping: RoleMapping,
  fileIndex: number,
  plan: CurrencyPlan = planCurrencies(countCurrencies([{ table, mapping }])),
  zone?: TimeZone,
): ValidatedTransactions {
  const written = locateFields(table, 'transactions', mapping);
  const currencies = findCurrencies(written);
  const fields = convertMoney(written, currencies, plan);
  const eachRow = isEachRow(mapping['order']);
  if (!eachRow) requireOrderOrDay(table, fields);
  const faults = new FaultLog(table, 'transactions');
  const meant = readDates(fields.get('date'), faults, zone);
  const days = meant?.readings ?? null;
  const amounts = readAmounts(table, fields, faults);
  markOtherCurrencies(currencies, written.get('amount') ?? written.get('unit_price'), plan, faults);
  const kept = faults.kept();
  const rejections = faults.rejections();
  const extras = readExtras(table, fields, kept, amounts !== null);
  const money = signLines(table, kept, amounts, extras);
  const take = (field: string) => takeMapped(fields.get(field), kept, takeText);
  const date = fields.get('date');
  const columns: TransactionColumns = {
    rows: money.amount.length,
    file: new Int32Array(money.amount.length).fill(fileIndex),
    line: kept ? Int32Array.from(kept, (row) => table.line[row]) : table.line.slice(0, table.rows),
    customer: takeMapped(fields.get('customer'), kept, takeKey),
    order: takeMapped(fields.get('order'), kept, takeKey),
    eachRow,
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
    balance: balanceOf(table, 'transactions', rejections),
    rejections,
    leftEmpty: meant ? [...listFarDays(table, date!, meant, kept), ...extras.leftEmpty] : extras.leftEmpty,
    notices: meant ? noticesOfDays(table, date!, meant) : [],
    suspicious: faults.suspicious(),
    fingerprints: fingerprintRows(table, kept),
  };
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

const cellsOf = (field: MappedField): NumberCells => ({
  codes: field.column.codes,
  readings: numbersOf(field),
});

/** Amounts as the file signs them, for all rows; null where it has neither amounts nor prices. Marks rows without one. */
function readAmounts(table: RawTable, fields: MappedFields, faults: FaultLog): Float64Array | null {
  const amount = fields.get('amount');
  if (amount) {
    const { value, state } = tenThousandthsOf(numbersOf(amount));
    const kinds = [
      0,
      faults.kind(amount, 'blank amount'),
      faults.kind(amount, 'not a number'),
      0,
      faults.kind(amount, 'amount too large'),
    ];
    faults.markStates(amount, state, kinds);
    return takeNumbers(amount.column, null, value, new Float64Array(table.rows), NaN);
  }
  const price = fields.get('unit_price');
  return price ? readProducts(table, price, fields, faults) : null;
}

function readProducts(table: RawTable, price: MappedField, fields: MappedFields, faults: FaultLog): Float64Array {
  const quantity = fields.get('quantity');
  const discount = fields.get('discount');
  const prices = cellsOf(price);
  const quantities = quantity ? cellsOf(quantity) : null;
  const discounts = discount
    ? { codes: discount.column.codes, readings: readShares(discount.column, decimalOf(discount)) }
    : null;
  faults.markStates(price, prices.readings.state, [
    0,
    faults.kind(price, 'blank price'),
    faults.kind(price, 'not a number'),
  ]);
  if (quantity)
    faults.markStates(quantity, quantities!.readings.state, [
      0,
      faults.kind(quantity, 'blank quantity'),
      faults.kind(quantity, 'not a number'),
    ]);
  if (discount) markDiscounts(discount, discounts!.readings, faults);
  const amounts = multiplyLines(table.rows, prices, quantities, discounts);
  const tooLarge = faults.kind(price, 'amount too large');
  for (let row = 0; row < amounts.length; row++) if (Number.isNaN(amounts[row])) faults.mark(row, tooLarge);
  return amounts;
}

/** More than the whole price off is no discount: it would turn a sale into a return. */
function markDiscounts(discount: MappedField, readings: NumberReadings, faults: FaultLog): void {
  const states = readings.state.map((state, code) => (doubleAt(readings, code) > 1 ? TOO_LARGE : state));
  const kinds = [0, 0, faults.kind(discount, 'not a number'), 0, faults.kind(discount, 'discount above 100 %')];
  faults.markStates(discount, states, kinds);
}

interface Extras extends LineExtras {
  readonly leftEmpty: ValidatedFile['leftEmpty'];
}

const EMPTY_REASONS = ['', '', 'not a number', '', 'too large'];

function readExtras(table: RawTable, fields: MappedFields, kept: Kept, hasAmount: boolean): Extras {
  const rows = kept?.length ?? table.rows;
  const leftEmpty: ValidatedFile['leftEmpty'][number][] = [];
  const readMoney = (name: string): Float64Array | null => {
    const field = fields.get(name);
    if (!field) return null;
    const { value, state } = tenThousandthsOf(numbersOf(field));
    for (const left of listLeftEmpty(table, field, state, kept, EMPTY_REASONS)) leftEmpty.push(left);
    return takeNumbers(field.column, kept, value, new Float64Array(rows), NaN);
  };
  const cancelled = fields.get('cancelled');
  return {
    quantity: readMoney('quantity'),
    cost: hasAmount ? readMoney('cost') : null,
    // A margin beside a cost would count it twice.
    margin: hasAmount && !fields.has('cost') ? readMoney('margin') : null,
    cancelled: cancelled ? readCancelled(cancelled, kept, rows) : null,
    leftEmpty,
  };
}

function readCancelled({ column, mapping }: MappedField, kept: Kept, rows: number): Int32Array {
  const byCode = Int32Array.from(column.values, (value) => (readFlag(value, mapping.yes) === true ? 1 : 0));
  return takeNumbers(column, kept, byCode, new Int32Array(rows), 0);
}

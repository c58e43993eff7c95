import type { TextColumn } from '../../domain/columns';
import { TOO_LARGE, multiplyLines, readShares, tenThousandthsOf, type NumberCells } from './derive-amounts';
import type { RawTable } from '../read/raw-table';
import { IS_BLANK, READ, doubleAt } from '../values/read-columns';
import { decimalOf, numbersOf } from './read-fields';
import { takeNumbers } from './take-rows';
import type { FaultLog, MappedField, MappedFields } from './validate-fields';
import { multiplyLessMoney } from './money-off';

/**
 * What each line comes to as the file signs it (1/10,000), for all rows: the mapped amount, else quantity x price less the
 * line's discount (METRICS rule 2). Marks rows without one. Null where the file has neither amounts nor prices.
 */
export function readLineAmounts(table: RawTable, fields: MappedFields, faults: FaultLog): Float64Array | null {
  const amount = fields.get('amount');
  if (amount) return readMoney(table, amount, faults);
  const price = fields.get('unit_price');
  return price ? readProducts(table, price, fields, faults) : null;
}

/** A column of money, row by row; rows where it is blank, unless that means 0, or cannot be read are marked. */
export function readMoney(table: RawTable, field: MappedField, faults: FaultLog): Float64Array {
  const { value, state } = tenThousandthsOf(numbersOf(field));
  const isZero = field.mapping.blank === 'zero';
  faults.markStates(field, state, [
    0,
    isZero ? 0 : faults.kind(field, 'blank amount'),
    faults.kind(field, 'not a number'),
    0,
    faults.kind(field, 'amount too large'),
  ]);
  if (isZero) for (let code = 0; code < value.length; code++) if (state[code] === IS_BLANK) value[code] = 0;
  return takeNumbers(field.column, null, value, new Float64Array(table.rows), isZero ? 0 : NaN);
}

const cellsOf = (field: MappedField): NumberCells => {
  const cells = { codes: field.column.codes, readings: numbersOf(field) };
  return field.mapping.blank === 'zero' ? withZeros(cells, field.column) : cells;
};

/** Blank cells as zeros, under a code of their own. */
function withZeros({ codes, readings }: NumberCells, { values }: TextColumn): NumberCells {
  const zero = values.length;
  const isBlank = (code: number) => code < 0 || readings.state[code] === IS_BLANK;
  return {
    codes: codes.map((code) => (isBlank(code) ? zero : code)),
    readings: {
      coefficient: Float64Array.from([...readings.coefficient, 0]),
      scale: Uint8Array.from([...readings.scale, 0]),
      state: Uint8Array.from([...readings.state, READ]),
      big: readings.big,
    },
  };
}

function readProducts(table: RawTable, price: MappedField, fields: MappedFields, faults: FaultLog): Float64Array {
  const quantity = fields.get('quantity');
  const discount = fields.get('discount');
  const prices = cellsOf(price);
  const quantities = quantity ? cellsOf(quantity) : null;
  const markFactor = (field: MappedField, { readings }: NumberCells, name: string) =>
    faults.markStates(field, readings.state, [
      0,
      field.mapping.blank === 'zero' ? 0 : faults.kind(field, `blank ${name}`),
      faults.kind(field, 'not a number'),
    ]);
  markFactor(price, prices, 'price');
  if (quantity) markFactor(quantity, quantities!, 'quantity');
  const amounts =
    discount?.mapping.as === 'money'
      ? lessMoney(table, prices, quantities, discount, faults)
      : multiplyLines(table.rows, prices, quantities, discount ? sharesOff(discount, faults) : null);
  const tooLarge = faults.kind(price, 'amount too large');
  for (let row = 0; row < amounts.length; row++) if (Number.isNaN(amounts[row])) faults.mark(row, tooLarge);
  return amounts;
}

const DISCOUNT_TOO_LARGE = 'discount above 100 %';

/** More than the whole price off is no discount: it would turn a sale into a return. */
function sharesOff(discount: MappedField, faults: FaultLog): NumberCells {
  const readings = readShares(discount.column, decimalOf(discount));
  const states = readings.state.map((state, code) => (doubleAt(readings, code) > 1 ? TOO_LARGE : state));
  faults.markStates(discount, states, [
    0,
    0,
    faults.kind(discount, 'not a number'),
    0,
    faults.kind(discount, DISCOUNT_TOO_LARGE),
  ]);
  return { codes: discount.column.codes, readings };
}

function lessMoney(
  table: RawTable,
  prices: NumberCells,
  quantities: NumberCells | null,
  discount: MappedField,
  faults: FaultLog,
): Float64Array {
  const off: NumberCells = { codes: discount.column.codes, readings: numbersOf(discount) };
  faults.markStates(discount, off.readings.state, [0, 0, faults.kind(discount, 'not a number')]);
  const amounts = multiplyLessMoney(table.rows, prices, quantities, off);
  const before = multiplyLines(table.rows, prices, quantities, null);
  const tooLarge = faults.kind(discount, DISCOUNT_TOO_LARGE);
  for (let row = 0; row < amounts.length; row++)
    if (Number.isNaN(amounts[row]) && !Number.isNaN(before[row])) faults.mark(row, tooLarge);
  return amounts;
}

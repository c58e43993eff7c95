import { multiply, type Decimal } from '../../domain/money';
import { IS_BIG, READ, decimalAt, type NumberReadings } from '../values/read-columns';
import { numbersOf } from './read-fields';
import type { CurrencyPlan, LineCurrencies } from './validate-currency';
import type { MappedField, MappedFields } from './validate-fields';

const MONEY_FIELDS = [
  'amount',
  'unit_price',
  'cost',
  'margin',
  'order_discount',
  'order_refund',
  'order_total',
  'discount',
] as const;
/** A discount is money only where its mapping says so. */
const isMoney = (name: string, field: MappedField) => name !== 'discount' || field.mapping.as === 'money';

/**
 * The fields with their money in the plan's one currency. Values are multiplied as exact decimals and not rounded here, so that an
 * amount is rounded once, whether it is a column of its own or quantity times price (METRICS.md rule 2).
 */
export function convertMoney(fields: MappedFields, found: LineCurrencies | null, plan: CurrencyPlan): MappedFields {
  const rateOf = (currency: string | null) => (currency === null ? undefined : plan.rates.get(currency));
  const rates = [rateOf(plan.common), ...(found?.byCode ?? []).map((currency) => rateOf(currency || plan.common))];
  if (rates.every((rate) => rate === undefined || isOne(rate))) return fields;
  const { distinct, index } = numbered(rates);
  /** By row, which of the distinct rates; one entry for all rows where the file names no currency. */
  const rateAt = found ? Uint16Array.from(found.field.column.codes, (code) => index[code + 1]) : null;
  const converted = new Map(fields);
  for (const name of MONEY_FIELDS) {
    const field = fields.get(name);
    if (field && isMoney(name, field))
      converted.set(
        name,
        convert(field, distinct, (row) => (rateAt ? rateAt[row] : index[0])),
      );
  }
  return converted;
}

const isOne = ({ coefficient, scale }: Decimal) => coefficient === 10n ** BigInt(scale);

/** Equal rates share a number. Lines without a rate are rejected, so any will do. */
function numbered(rates: readonly (Decimal | undefined)[]) {
  const distinct: Decimal[] = [];
  const index = rates.map((rate) => {
    const wanted = rate ?? { coefficient: 1n, scale: 0 };
    const known = distinct.findIndex((one) => one.coefficient === wanted.coefficient && one.scale === wanted.scale);
    return known >= 0 ? known : distinct.push(wanted) - 1;
  });
  return { distinct, index };
}

/** One new value for each pair of a value and a rate that occurs. */
function convert(field: MappedField, rates: readonly Decimal[], rateAt: (row: number) => number): MappedField {
  const { codes, values } = field.column;
  const before = numbersOf(field);
  const pairs: number[] = [];
  const codeOf = new Map<number, number>();
  const newCodes = Int32Array.from(codes, (code, row) => {
    if (code < 0) return -1;
    const pair = rateAt(row) * values.length + code;
    let known = codeOf.get(pair);
    if (known === undefined) codeOf.set(pair, (known = pairs.push(pair) - 1));
    return known;
  });
  return {
    ...field,
    column: { codes: newCodes, values: pairs.map((pair) => values[pair % values.length]) },
    readings: multiplied(before, pairs, rates),
  };
}

/** Scales beyond this are beyond the exact powers of the quick arithmetic. */
const MOST_DIGITS = 20;

function multiplied(before: NumberReadings, pairs: readonly number[], rates: readonly Decimal[]): NumberReadings {
  const values = before.state.length;
  const coefficient = new Float64Array(pairs.length).fill(NaN);
  const scale = new Uint8Array(pairs.length);
  const state = new Uint8Array(pairs.length);
  const big = new Map<number, Decimal>();
  for (const [at, pair] of pairs.entries()) {
    const code = pair % values;
    const value = decimalAt(before, code);
    state[at] = before.state[code];
    if (!value) continue;
    const product = multiply(value, rates[Math.floor(pair / values)]);
    const size = Number(product.coefficient);
    if (Number.isSafeInteger(size) && product.scale <= MOST_DIGITS) {
      coefficient[at] = size;
      scale[at] = product.scale;
      state[at] = READ;
    } else {
      big.set(at, product);
      state[at] = IS_BIG;
    }
  }
  return { coefficient, scale, state, big };
}

import type { TextColumn } from '../domain/columns';
import { blanksOf, countsOf } from './read-columns';
import { currencyIn } from './readers/number';
import type { FaultLog, MappedField, MappedFields } from './validate-fields';

/**
 * Currencies are never added together: lines that are not in the most common one are rejected. Its code, or null where the
 * file names none. A line that names none is taken for the common one.
 */
export function markOtherCurrencies(fields: MappedFields, faults: FaultLog): string | null {
  const named = fields.get('currency');
  if (named) return markColumn(named, faults, namedCurrency(named.column));
  const money = fields.get('amount') ?? fields.get('unit_price');
  return money ? markColumn(money, faults, signedCurrency(money.column)) : null;
}

/** The currency of each distinct value, '' for none. */
function namedCurrency(column: TextColumn): string[] {
  const blank = blanksOf(column);
  return column.values.map((value, code) => (blank[code] ? '' : (currencyIn(value) ?? value.toUpperCase())));
}

/** Signs beside the amounts themselves: `€ 12` among `$ 12`. */
const signedCurrency = (column: TextColumn): string[] =>
  column.values.map((value) => (/^[\d.,+-]*$/.test(value) ? '' : (currencyIn(value) ?? '')));

function markColumn(field: MappedField, faults: FaultLog, currencies: readonly string[]): string | null {
  const rows = new Map<string, number>();
  const counts = countsOf(field.column);
  for (const [code, currency] of currencies.entries()) {
    if (currency && counts[code] > 0) rows.set(currency, (rows.get(currency) ?? 0) + counts[code]);
  }
  const [common] = [...rows].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [null];
  if (common === null || rows.size < 2) return common;
  const kind = faults.kind(field, 'other currency');
  const states = Uint8Array.from(currencies, (currency) => (currency && currency !== common ? 2 : 0));
  faults.markStates(field, states, [0, 0, kind]);
  return common;
}

import type { TextColumn } from '../../domain/columns';
import { parseDecimal, type Decimal } from '../../domain/money';
import type { RoleMapping } from '../../domain/roles';
import type { Treatment } from '../../domain/treatment';
import { baseOf } from '../understand/mapping/parse-treatment';
import type { RawTable } from '../read/raw-table';
import { blanksOf, countsOf } from '../values/read-columns';
import { currencyIn } from '../values/number';
import { locateFields, type FaultLog, type MappedField, type MappedFields } from './validate-fields';

/** The field that names the currencies of a table's lines, and the currency of each of its distinct values, '' for none. */
export interface LineCurrencies {
  readonly field: MappedField;
  readonly byCode: readonly string[];
}
/** How many lines are in each currency, over all files of transactions. */
export interface FoundCurrencies {
  readonly rows: ReadonlyMap<string, number>;
  /** Lines that name none. */
  readonly unnamed: number;
  /** The one that most lines name; of equally many, the first by its code. Lines that name none are taken for it. */
  readonly common: string | null;
}
/** In which currency all is counted, and what one unit of the others is worth in it. */
export interface CurrencyPlan {
  readonly base: string | null;
  /** The currency of lines that name none. */
  readonly common: string | null;
  readonly rates: ReadonlyMap<string, Decimal>;
  /** The user has said so: the base holds for files that name no currency, too. */
  readonly isAsked: boolean;
}

/** A column of currencies, else the signs beside the amounts themselves; null where the file names none. */
export function findCurrencies(fields: MappedFields): LineCurrencies | null {
  const named = fields.get('currency');
  const field = named ?? fields.get('amount') ?? fields.get('unit_price') ?? fields.get('order_total');
  if (!field) return null;
  const byCode = named ? namedCurrency(named.column) : signedCurrency(field.column);
  return named || byCode.some((currency) => currency !== '') ? { field, byCode } : null;
}

function namedCurrency(column: TextColumn): string[] {
  const blank = blanksOf(column);
  return column.values.map((value, code) => (blank[code] ? '' : (currencyIn(value) ?? value.toUpperCase())));
}

/** Signs beside the amounts themselves: `€ 12` among `$ 12`. */
const signedCurrency = (column: TextColumn): string[] =>
  column.values.map((value) => (/^[\d.,+-]*$/.test(value) ? '' : (currencyIn(value) ?? '')));

/** Counts the currencies of several tables together, so that it is all one whether lines come in one file or in two. */
export function countCurrencies(
  tables: readonly { readonly table: RawTable; readonly mapping: RoleMapping }[],
): FoundCurrencies {
  const rows = new Map<string, number>();
  let total = 0;
  let named = 0;
  for (const { table, mapping } of tables) {
    total += table.rows;
    const found = findCurrencies(locateFields(table, 'transactions', mapping));
    if (!found) continue;
    const counts = countsOf(found.field.column);
    for (const [code, currency] of found.byCode.entries()) {
      if (!currency || counts[code] === 0) continue;
      rows.set(currency, (rows.get(currency) ?? 0) + counts[code]);
      named += counts[code];
    }
  }
  const sorted = [...rows].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { rows: new Map(sorted), unnamed: total - named, common: sorted[0]?.[0] ?? null };
}

const ONE: Decimal = { coefficient: 1n, scale: 0 };

/**
 * Currencies are never added together: by the rates that were given, else by counting the one that was asked for, or the commonest,
 * alone.
 */
export function planCurrencies({ common }: FoundCurrencies, { rates, only }: Treatment = {}): CurrencyPlan {
  if (!rates) {
    const base = only?.[0] ?? common;
    return { base, common, rates: new Map(base === null ? [] : [[base, ONE]]), isAsked: false };
  }
  const base = baseOf(rates);
  const counted = Object.entries(rates).filter(([currency]) => only?.includes(currency) ?? true);
  return {
    base,
    common: common ?? base,
    rates: new Map(counted.map(([currency, rate]) => [currency, parseDecimal(rate) ?? ONE])),
    isAsked: true,
  };
}

/** Rejects lines in a currency that has no rate. `money` is the field to name where the file has no word of currencies. */
export function markOtherCurrencies(
  found: LineCurrencies | null,
  money: MappedField | undefined,
  plan: CurrencyPlan,
  faults: FaultLog,
): void {
  const field = found?.field ?? money;
  if (!field) return;
  const counted = (currency: string | null) => currency === null || plan.rates.has(currency);
  const states = found
    ? Uint8Array.from(found.byCode, (currency) => (currency === '' ? 1 : counted(currency) ? 0 : 2))
    : new Uint8Array(field.column.values.length).fill(1);
  const unnamed = !counted(plan.common);
  if (!unnamed && !states.includes(2)) return;
  const kind = faults.kind(field, plan.rates.size > 1 ? 'no exchange rate' : 'other currency');
  faults.markStates(field, states, [0, unnamed ? kind : 0, kind]);
}

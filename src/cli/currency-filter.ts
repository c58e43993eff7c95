import type { Filter } from '../domain/filter';
import type { Treatments } from '../domain/treatment';
import { currencyIn } from '../intake/values/number';
import { countCurrencies } from '../intake/check/validate';
import { wrongUsage } from './report-options';
import { transactionsOf, type ChosenTable } from '../intake/load/validate-choices';

/**
 * A filter by currency says which lines are money of one kind at all, so it acts where they are read: the others are rejected, with
 * that reason, and the rest of the filter stays. Several currencies want rates. Where the files name no currency nothing is taken,
 * and the filter fails as one by any other unknown field. Throws `wrong-usage`.
 */
export function takeCurrencyFilter(
  filter: Filter,
  tables: readonly ChosenTable[],
  treatments: Treatments,
): { readonly filter: Filter; readonly treatments: Treatments } {
  const asked = filter.flatMap((clause) => (clause.kind === 'line' && clause.field === 'currency' ? [clause] : []));
  if (asked.length === 0 || countCurrencies(transactionsOf(tables)).rows.size === 0) return { filter, treatments };
  const named = asked.map(({ values }) => values.map((value) => currencyIn(value) ?? value.toUpperCase()));
  const only = named[0].filter((currency) => named.every((values) => values.includes(currency)));
  if (new Set(only).size !== 1 && !treatments.transactions?.rates)
    throw wrongUsage('filter.line.currency wants one currency: several are only added by the rates in a mapping file');
  return {
    filter: filter.filter((clause) => !(clause.kind === 'line' && clause.field === 'currency')),
    treatments: { ...treatments, transactions: { ...treatments.transactions, only } },
  };
}

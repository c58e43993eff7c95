import { columnOf, type ColumnMapping, type FieldMapping, type RoleMapping } from '../../domain/roles';
import type { StatusMeaning } from '../../domain/statuses';
import type { RawTable } from '../read/raw-table';
import { countsOf } from '../values/read-columns';
import { meaningOfUnknown, meaningsOf } from '../words/status-words';

/** Who buys a deal that was won: the contact where one is named, or the company. */
export const DEAL_CUSTOMERS = ['contact', 'company'] as const;
export type DealCustomer = (typeof DEAL_CUSTOMERS)[number];

/** The columns of deals that name the customer: row by row the one that is meant, else the other. Undefined where none does. */
export function customerOfDeals({ customer, company }: RoleMapping, who: DealCustomer): FieldMapping | undefined {
  const [meant, other] = who === 'company' ? [company, customer] : [customer, company];
  const [one, fallback] = [columnOf(meant), columnOf(other)];
  if (!one || !fallback) return meant ?? other;
  return one.column === fallback.column ? meant : { ...one, else: fallback.column };
}

/** Fields of deals, filled by a mapping or by a guess. */
type Fields<Filled> = Readonly<Record<string, Filled | undefined>>;

/**
 * Which field of a deal fills which of its purchase: a won deal is a purchase on its closing day (METRICS.md section 2).
 * @param known the customer, and the status or stage that tells which deals were won
 * @param orZero an amount that is nothing where it is blank, so that its deal is not rejected
 */
export function fieldsOfPurchases<Filled>(
  deals: Fields<Filled>,
  known: { readonly customer: Filled | undefined; readonly won: Filled | undefined },
  orZero: (amount: Filled) => Filled,
): Record<string, Filled> {
  const { deal, amount, channel } = deals;
  const named: readonly [string, Filled | undefined][] = [
    ['customer', known.customer],
    ['date', deals['closed'] ?? deals['opened']],
    ['order', deal],
    ['amount', amount === undefined ? undefined : orZero(amount)],
    ['channel', channel],
    ['status', known.won],
  ];
  return Object.fromEntries(named.flatMap(([field, filled]) => (filled === undefined ? [] : [[field, filled]])));
}

/**
 * The transactions that a table of deals holds, as it is mapped: deals that were not won are no sale.
 * @returns null where no column tells which deals were won, or on which day
 */
export function salesOfDeals(deals: RoleMapping, table: RawTable, who: DealCustomer = 'contact'): RoleMapping | null {
  const status = wonIn(deals, table);
  if (!status || !(deals['closed'] ?? deals['opened'])) return null;
  const orZero = (amount: FieldMapping): FieldMapping => ({ ...columnOf(amount)!, blank: 'zero' });
  const fields = fieldsOfPurchases<FieldMapping>(deals, { customer: customerOfDeals(deals, who), won: status }, orZero);
  return { order: { each: 'row' }, ...fields };
}

/** The status, else the stage, in which some deals are won, with what each of its words says. */
function wonIn({ status, stage }: RoleMapping, table: RawTable): ColumnMapping | null {
  for (const mapping of [status, stage]) {
    const named = columnOf(mapping);
    const column = named ? table.columns[table.header.indexOf(named.column)] : undefined;
    if (!named || !column) continue;
    const counts = countsOf(column);
    const used = column.values.filter((word, code) => counts[code] > 0 && word !== '');
    const meanings = meaningsOf(used, 'deal');
    const words: Record<string, StatusMeaning> = Object.fromEntries(
      used.map((word, i) => [word, named.words?.[word] ?? meanings[i] ?? meaningOfUnknown('deal')]),
    );
    if (Object.values(words).includes('sale')) return { ...named, words };
  }
  return null;
}

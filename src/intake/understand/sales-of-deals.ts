import { columnOf, type ColumnMapping, type FieldMapping, type RoleMapping } from '../../domain/roles';
import type { StatusMeaning } from '../../domain/statuses';
import type { RawTable } from '../raw-table';
import { countsOf } from '../read-columns';
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

/**
 * The transactions that a table of deals holds: each deal that was won is a purchase on its closing day, of no money where it has no
 * amount; all others are no sale (METRICS.md section 2).
 * @returns null where no column tells which deals were won, or on which day
 */
export function salesOfDeals(deals: RoleMapping, table: RawTable, who: DealCustomer = 'contact'): RoleMapping | null {
  const status = wonIn(deals, table);
  const date = deals['closed'] ?? deals['opened'];
  if (!status || !date) return null;
  const amount = columnOf(deals['amount']);
  const fields: readonly [string, FieldMapping | undefined][] = [
    ['customer', customerOfDeals(deals, who)],
    ['date', date],
    ['order', deals['deal'] ?? { each: 'row' }],
    ['amount', amount ? { ...amount, blank: 'zero' } : undefined],
    ['channel', deals['channel']],
    ['status', status],
  ];
  return Object.fromEntries(fields.flatMap(([field, mapping]) => (mapping === undefined ? [] : [[field, mapping]])));
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

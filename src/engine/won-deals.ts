import { tableId } from '../domain/import';
import type { Notice } from '../domain/notices';
import type { RoleMapping } from '../domain/roles';
import { columnOf } from '../domain/roles';
import { customerOfDeals, salesOfDeals, type DealCustomer } from '../intake/understand/sales-of-deals';
import type { BroughtTable } from './choose-roles';

/**
 * Makes transactions of the deals that were won, in every table that plays deals, unless the same table was brought as transactions.
 * @param who the customer of a deal, where somebody has said it; by default the contact, else the company
 */
export function withWonDeals(tables: readonly BroughtTable[], who: DealCustomer | null): BroughtTable[] {
  const sells = new Set(
    tables.flatMap(({ table, roles }) => (roles.some(({ role }) => role === 'transactions') ? [tableId(table)] : [])),
  );
  return tables.map((brought) => {
    const { table, roles } = brought;
    const deals = roles.find(({ role }) => role === 'deals')?.mapping;
    if (!deals) return brought;
    if (sells.has(tableId(table))) return who === null ? brought : withCustomer(brought, deals, who);
    const sales = salesOfDeals(deals, table, who ?? 'contact');
    if (sales) return { ...brought, roles: [...roles, { role: 'transactions', mapping: sales }] };
    return { ...brought, notices: [...(brought.notices ?? []), noneWon(brought, deals)] };
  });
}

/** The purchases that were guessed of deals, of the customer that was asked for. */
function withCustomer(brought: BroughtTable, deals: RoleMapping, who: DealCustomer): BroughtTable {
  const customer = customerOfDeals(deals, who);
  if (!customer) return brought;
  const roles = brought.roles.map((one) =>
    one.role === 'transactions' ? { ...one, mapping: { ...one.mapping, customer } } : one,
  );
  return { ...brought, roles };
}

function noneWon({ table }: BroughtTable, deals: RoleMapping): Notice {
  const column = columnOf(deals['status'] ?? deals['stage'])?.column;
  return { code: 'no_won_deals', file: tableId(table), count: table.rows, ...(column ? { column } : {}) };
}

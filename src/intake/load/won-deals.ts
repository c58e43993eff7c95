import { tableId, type RoleReading } from '../../domain/import';
import type { Notice } from '../../domain/notices';
import type { RoleMapping } from '../../domain/roles';
import { columnOf } from '../../domain/roles';
import type { RawTable } from '../read/raw-table';
import { customerOfDeals, salesOfDeals, type DealCustomer } from '../understand/sales-of-deals';

/** A table with the roles it is to fill. */
interface Played {
  readonly table: RawTable;
  readonly roles: readonly RoleReading[];
  readonly notices?: readonly Notice[];
}

/**
 * Makes transactions of the deals that were won, in every table that plays deals, unless the same table was brought as transactions.
 * Done twice it is done once.
 * @param who the customer of a deal, where somebody has said it; by default the contact, else the company
 */
export function withWonDeals<Table extends Played>(tables: readonly Table[], who: DealCustomer | null): Table[] {
  const sells = new Set(
    tables.flatMap(({ table, roles }) => (roles.some(({ role }) => role === 'transactions') ? [tableId(table)] : [])),
  );
  return tables.map((brought) => {
    const { table, roles, notices = [] } = brought;
    const deals = roles.find(({ role }) => role === 'deals')?.mapping;
    if (!deals) return brought;
    if (sells.has(tableId(table))) return who === null ? brought : withCustomer(brought, deals, who);
    const sales = salesOfDeals(deals, table, who ?? 'contact');
    if (sales) return { ...brought, roles: [...roles, { role: 'transactions', mapping: sales }] };
    if (notices.some(({ code }) => code === 'no_won_deals')) return brought;
    return { ...brought, notices: [...notices, noneWon(table, deals)] };
  });
}

/** The purchases that were guessed of deals, of the customer that was asked for. */
function withCustomer<Table extends Played>(brought: Table, deals: RoleMapping, who: DealCustomer): Table {
  const customer = customerOfDeals(deals, who);
  if (!customer) return brought;
  const roles = brought.roles.map((one) =>
    one.role === 'transactions' ? { ...one, mapping: { ...one.mapping, customer } } : one,
  );
  return { ...brought, roles };
}

function noneWon(table: RawTable, deals: RoleMapping): Notice {
  const column = columnOf(deals['status'] ?? deals['stage'])?.column;
  return { code: 'no_won_deals', file: tableId(table), count: table.rows, ...(column ? { column } : {}) };
}

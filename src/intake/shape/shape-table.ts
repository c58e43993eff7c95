import type { Shape } from '../../domain/shape';
import { mappingAs, understandTable, type GuessedRole, type Understanding } from '../guess-mapping';
import type { RawTable } from '../raw-table';
import { takeBasketsApart } from './baskets';
import { fillDown } from './fill-down';
import { joinTables } from './join-tables';
import type { JoinedAccount } from '../validate-fields';
import { turnLong } from './turn-long';

/** A table brought into form, and what became of the rows of tables that were joined to it. */
export interface ShapedTable {
  readonly table: RawTable;
  readonly joined: readonly JoinedAccount[];
}

/** Applies shapes in their order. A joined table that is no longer there is passed over. */
export function shapeTable(
  table: RawTable,
  shapes: readonly Shape[],
  tableOf: (id: string) => RawTable | undefined,
): ShapedTable {
  return shapes.reduce<ShapedTable>(
    (shaped, shape) => {
      if (shape.kind === 'long') return { ...shaped, table: turnLong(shaped.table, shape) };
      if (shape.kind === 'baskets') return { ...shaped, table: takeBasketsApart(shaped.table, shape) };
      if (shape.kind === 'fill') return { ...shaped, table: fillDown(shaped.table, shape) };
      const other = tableOf(shape.with);
      if (!other) return shaped;
      const { table: wider, ...account } = joinTables(shaped.table, other, shape);
      return { table: wider, joined: [...shaped.joined, account] };
    },
    { table, joined: [] },
  );
}

const MONEY_FIELDS = ['amount', 'unit_price', 'quantity', 'discount', 'cost', 'margin'];

/**
 * What a shaped table is about. The money of a line is the line's own where it has any: the total that an order's head
 * brings stands beside every line of the order, and would be counted as often.
 */
export function understandShaped(original: RawTable, shaped: RawTable, shapes: readonly Shape[]): Understanding {
  const understanding = understandTable(shaped);
  if (!shapes.some(({ kind }) => kind === 'join')) return understanding;
  const own = mappingAs(original, 'transactions');
  if (!own['amount'] && !own['unit_price']) return understanding;
  const withOwnMoney = (role: GuessedRole): GuessedRole => {
    if (role.role !== 'transactions') return role;
    const rest = Object.entries(role.mapping).filter(([field]) => !MONEY_FIELDS.includes(field));
    const money = Object.entries(own).filter(([field]) => MONEY_FIELDS.includes(field));
    return { ...role, mapping: Object.fromEntries([...rest, ...money]) };
  };
  return { ...understanding, roles: understanding.roles.map(withOwnMoney) };
}

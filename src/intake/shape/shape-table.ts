import { columnOf, type FieldMapping, type RoleMapping } from '../../domain/roles';
import type { Shape } from '../../domain/shape';
import { mappingAs, understandTable, type GuessedRole, type Understanding } from '../understand/guess-mapping';
import { headerScore } from '../words/header-score';
import type { RawTable } from '../read/raw-table';
import { takeBasketsApart } from './baskets';
import { fillDown } from './fill-down';
import { joinTables } from './join-tables';
import { fieldsOf, isKey } from './key-columns';
import type { JoinedAccount } from '../read/balance';
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
/** What lines say of themselves stands, whatever joined tables say of their own day or customer. */
const OWN_FIELDS = ['customer', 'date', 'order'];

/**
 * What a shaped table is about. The money of a line is the line's own where it has any: the total that an order's head
 * brings stands beside every line of the order, and would be counted as often. Where lines have none it is the order's total.
 */
export function understandShaped(original: RawTable, shaped: RawTable, shapes: readonly Shape[]): Understanding {
  const understanding = understandTable(shaped);
  if (!shapes.some(({ kind }) => kind === 'join')) return understanding;
  const own = fieldsOf(original);
  const ownMoney = own['amount'] !== undefined || own['unit_price'] !== undefined;
  const ofLines = Object.entries(own).filter(
    ([field]) => OWN_FIELDS.includes(field) || (ownMoney && MONEY_FIELDS.includes(field)),
  );
  // What won deals bring is told by the deals themselves.
  const areDeals = understanding.roles.some(({ role }) => role === 'deals');
  const asLines = (role: GuessedRole): GuessedRole => {
    if (role.role !== 'transactions' || areDeals) return role;
    const guessed = ownMoney ? role.mapping : withOrderTotal(role.mapping, original, shaped, shapes);
    const kept = ofLines.filter(([field, filled]) => !isNamedBetter(field, role.mapping[field], filled));
    const ownColumns = new Set(kept.map(([, filled]) => columnOf(filled)?.column));
    const rest = Object.entries(guessed).filter(
      ([field, filled]) =>
        !(ownMoney && MONEY_FIELDS.includes(field)) &&
        !kept.some(([name]) => name === field) &&
        !ownColumns.has(columnOf(filled)?.column),
    );
    return { ...role, mapping: Object.fromEntries([...rest, ...kept]) };
  };
  return { ...understanding, roles: understanding.roles.map(asLines) };
}

/** The day on which an order was made is named more plainly than the day by which a line of it was to be sent. */
function isNamedBetter(field: string, guessed: FieldMapping | undefined, own: FieldMapping): boolean {
  const score = (filled: FieldMapping | undefined) =>
    headerScore(columnOf(filled)?.column ?? '', 'transactions', field);
  return OWN_FIELDS.includes(field) && score(guessed) > score(own);
}

/** An amount that a joined table brings beside several rows each is the total of their order; prices come from the others. */
function withOrderTotal(
  guessed: RoleMapping,
  original: RawTable,
  shaped: RawTable,
  shapes: readonly Shape[],
): RoleMapping {
  const amount = columnOf(guessed['amount'])?.column;
  const joins = shapes.flatMap((shape) => (shape.kind === 'join' ? [shape.column] : []));
  const isRepeated = joins.some(
    (name) => original.header.includes(name) && !isKey(original, original.header.indexOf(name)),
  );
  if (amount === undefined || original.header.includes(amount) || !isRepeated) return guessed;
  const kept = shaped.header.flatMap((name, at) => (name === amount ? [] : [at]));
  const without = mappingAs(
    { ...shaped, header: kept.map((at) => shaped.header[at]), columns: kept.map((at) => shaped.columns[at]) },
    'transactions',
  );
  if (without['amount'] !== undefined || without['unit_price'] !== undefined) return without;
  const { amount: total, ...rest } = guessed;
  return { ...rest, order_total: total };
}

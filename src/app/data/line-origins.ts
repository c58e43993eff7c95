import type { InspectedTable } from '../../domain/import';
import type { QuestionCode } from '../../domain/questions';
import { columnOf, isEachRow, type Role } from '../../domain/roles';
import type { Ask } from '../../session/answers';
import { countedRoles, everyAsk } from '../../session/readings';
import { joinedTo } from '../../domain/tables-in-view';
import type { Tables } from '../../session/tables';

/** What a line of the receipt comes from: questions that decide it, and the columns that it was read from. */
export interface LineOrigin {
  readonly codes: readonly QuestionCode[];
  readonly role: Role;
  readonly fields: readonly string[];
  /** Only questions on joining this table. */
  readonly beside?: string;
}

export const LINE_ORIGINS = {
  orders: { codes: ['join'], role: 'transactions', fields: ['order'] },
  customers: { codes: ['customer_column', 'join'], role: 'transactions', fields: ['customer'] },
  money: {
    codes: ['amount_column', 'amount_of_order', 'minor_units', 'discount_kind', 'decimal_mark', 'join'],
    role: 'transactions',
    fields: ['amount', 'unit_price', 'quantity', 'discount', 'order_total', 'order_discount', 'order_refund'],
  },
  days: { codes: ['date_order', 'calendar', 'fiscal_start', 'join'], role: 'transactions', fields: ['date'] },
} as const satisfies Readonly<Record<string, LineOrigin>>;

/** What the columns that a file adds to the rows of another come from. */
export const originOfJoin = (table: string): LineOrigin => ({
  codes: ['join'],
  role: 'transactions',
  fields: [],
  beside: table,
});

/** The question to ask: the first that is open (they are sorted by money), else the first that was answered. */
export function askOfOrigin(tables: Tables, open: readonly Ask[], { codes, beside }: LineOrigin): Ask | null {
  const isBehind = ({ question }: Ask) =>
    codes.includes(question.code) && (beside === undefined || question.join?.shape.with === beside);
  const ever = codes.flatMap((code) => everyAsk(tables).filter((ask) => ask.question.code === code && isBehind(ask)));
  return open.find(isBehind) ?? ever.at(0) ?? null;
}

/** A column of a table to scroll to and to focus; null where no column fills the field. */
export interface FocusedColumn {
  readonly table: string;
  readonly column: string | null;
}

/** The first column that fills one of the fields. */
export function columnOfOrigin(tables: Tables, { role, fields, beside }: LineOrigin): FocusedColumn | null {
  if (beside !== undefined) return { table: joinedTo(tables, beside)?.id ?? beside, column: null };
  let first: FocusedColumn | null = null;
  for (const table of tables.inspected) {
    const mapping = countedRoles(tables, table).find((one) => one.role === role)?.mapping;
    if (!mapping) continue;
    for (const field of fields) {
      const column = columnOf(mapping[field])?.column;
      if (column !== undefined) return { table: table.id, column };
    }
    first ??= { table: table.id, column: null };
  }
  return first;
}

/** The columns that fill these fields of sales in any table, each once. */
export function columnsOfSales(tables: Tables, fields: readonly string[]): string[] {
  const found = salesOf(tables).flatMap((mapping) => fields.flatMap((field) => columnOf(mapping[field])?.column ?? []));
  return found.filter((name, at) => found.indexOf(name) === at);
}

export const isEachRowAnOrder = (tables: Tables): boolean =>
  salesOf(tables).some((mapping) => isEachRow(mapping['order']));

const salesOf = (tables: Tables) =>
  tables.inspected.flatMap((table: InspectedTable) =>
    countedRoles(tables, table).flatMap(({ role, mapping }) => (role === 'transactions' ? [mapping] : [])),
  );

import type { LeftOut } from '../../domain/shape';
import type { Link, NamedTable } from './find-links';
import { has, hasMoney, isSales } from './sure-joins';

/** The link between two tables, null for none. */
export type LinkOf = (from: NamedTable, to: NamedTable) => Link | null;

/** Fields that tell lines of goods from mere payments. */
const GOODS = ['product', 'quantity', 'unit_price'] as const;
/** Two tables of which this share of keys is one speak of the same orders. */
const SAME_ORDERS = 0.5;

const isComplete = (table: NamedTable): boolean =>
  isSales(table) && has(table, 'customer') && has(table, 'date') && hasMoney(table);
const goodsIn = (table: NamedTable): number => GOODS.filter((field) => has(table, field)).length;

/** Payments, whose orders are counted by themselves or by their lines: together the money would count twice. */
export function countedElsewhere(heads: readonly Link[], tables: readonly NamedTable[], linkOf: LinkOf): LeftOut[] {
  const found = new Map<string, string>();
  for (const link of heads)
    if (isComplete(link.to) && hasMoney(link.from) && goodsIn(link.from) === 0) found.set(link.from.id, link.to.id);
  for (const to of tables) {
    const earns = (one: NamedTable) => hasMoney(one) || tables.some((other) => linkOf(one, other) && hasMoney(other));
    const rivals = heads.filter((link) => link.to === to && earns(link.from) && !found.has(link.from.id));
    rivals.sort((a, b) => goodsIn(b.from) - goodsIn(a.from) || b.rowsFound - a.rowsFound);
    for (const [at, link] of rivals.entries()) {
      const better = rivals
        .slice(0, at)
        .find((one) => !found.has(one.from.id) && !isOneExport(one, link) && nameSameOrders(one, link));
      if (better) found.set(link.from.id, better.from.id);
    }
  }
  return [...found].map(([table, countedIn]) => ({ table, countedIn }));
}

const isOneExport = (one: Link, other: Link): boolean =>
  one.from.table.header.join('\u001f') === other.from.table.header.join('\u001f');

function nameSameOrders(one: Link, other: Link): boolean {
  const keysOf = ({ from, shape }: Link) => new Set(from.table.columns[from.table.header.indexOf(shape.column)].values);
  const [mine, theirs] = [keysOf(one), keysOf(other)];
  return [...theirs].filter((key) => mine.has(key)).length >= SAME_ORDERS * Math.min(mine.size, theirs.size);
}

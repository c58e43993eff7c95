import type { LeftOut } from '../../domain/shape';
import type { Link, NamedTable } from './find-links';
import { normaliseWord } from '../words/words';
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
  for (const link of heads) {
    const pays = isComplete(link.to) && hasMoney(link.from) && goodsIn(link.from) === 0;
    // What counts in another table is that table's: it cannot be left out as well.
    if (pays && !isOneKind(link.from, link.to) && !found.has(link.to.id)) found.set(link.from.id, link.to.id);
  }
  for (const to of tables) {
    const earns = (one: NamedTable) => hasMoney(one) || tables.some((other) => linkOf(one, other) && hasMoney(other));
    const rivals = heads.filter((link) => link.to === to && earns(link.from) && !found.has(link.from.id));
    rivals.sort((a, b) => goodsIn(b.from) - goodsIn(a.from) || b.rowsFound - a.rowsFound);
    for (const [at, link] of rivals.entries()) {
      const better = rivals
        .slice(0, at)
        .find((one) => !found.has(one.from.id) && !isOneKind(one.from, link.from) && nameSameOrders(one, link));
      if (better) found.set(link.from.id, better.from.id);
    }
  }
  return [...found].map(([table, countedIn]) => ({ table, countedIn }));
}

/** Two tables that share so many headings are two parts of one kind of list, as of two shops or two months. */
const ONE_KIND = 0.6;

function isOneKind(one: NamedTable, other: NamedTable): boolean {
  const mine = new Set(one.table.header.map(normaliseWord));
  const shared = other.table.header.filter((name) => mine.has(normaliseWord(name))).length;
  return shared >= ONE_KIND * Math.min(one.table.header.length, other.table.header.length);
}

function nameSameOrders(one: Link, other: Link): boolean {
  const keysOf = ({ from, shape }: Link) => new Set(from.table.columns[from.table.header.indexOf(shape.column)].values);
  const [mine, theirs] = [keysOf(one), keysOf(other)];
  return [...theirs].filter((key) => mine.has(key)).length >= SAME_ORDERS * Math.min(mine.size, theirs.size);
}

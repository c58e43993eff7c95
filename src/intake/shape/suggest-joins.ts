import type { JoinSuggestion } from '../../domain/shape';
import { fieldsOf } from './key-columns';
import { linkBetween, type Link, type NamedTable } from './find-links';
import { headerScore } from '../header-score';
import { isCalledBy } from './key-names';
import { broughtHeaders } from './join-tables';

export type { NamedTable } from './find-links';

/** Which tables stand beside the rows of which, and which are in no figure because their money stands in another. */
export interface JoinPlan {
  /** Those of one table in the order in which they are to be done: a later one may need a column that an earlier one brings. */
  readonly joins: readonly JoinSuggestion[];
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly table: string;
  /** The table in which its money stands; null where it only tells of rows of another. */
  readonly countedIn: string | null;
}

/** From this share of rows on a join is done unasked (METRICS.md rule 17). */
const DONE_UNASKED = 0.9;
const MOST_JOINS = 20;
/** Tables whose roles are all among these may stand beside lines; a list of customers is joined by its role. */
const BESIDE = ['transactions', 'interactions', 'deals'];
/** Fields that tell lines of goods from mere payments. */
const GOODS = ['product', 'quantity', 'unit_price'] as const;
const MONEY = ['amount', 'unit_price'] as const;
/** Two tables of which this share of keys is one speak of the same orders. */
const SAME_ORDERS = 0.5;

const has = (table: NamedTable, field: string): boolean => fieldsOf(table.table)[field] !== undefined;
const hasMoney = (table: NamedTable): boolean => MONEY.some((field) => has(table, field));
const isSales = ({ roles }: NamedTable): boolean => roles.includes('transactions');
const isComplete = (table: NamedTable): boolean =>
  isSales(table) && has(table, 'customer') && has(table, 'date') && hasMoney(table);
const goodsIn = (table: NamedTable): number => GOODS.filter((field) => has(table, field)).length;
const supplies = ({ from, to }: Link): readonly string[] =>
  ['customer', 'date'].filter((field) => !has(from, field) && has(to, field));

/**
 * Joins that the values and headings of tables speak for, over as many tables as it takes: order lines, the heads of their
 * orders, products, the categories of these. Every table of lines takes a list of products for itself.
 */
export function planJoins(tables: readonly NamedTable[]): JoinPlan {
  const linkOf = linksAmong(tables);
  const lines = tables.filter(
    (one) => isSales(one) || (one.roles.length === 0 && (hasMoney(one) || has(one, 'quantity'))),
  );
  const heads = lines.flatMap((from) => tables.flatMap((to) => linkOf(from, to) ?? []).filter(isHead));
  const leftOut = countedElsewhere(heads, tables, linkOf);
  const out = new Set(leftOut.map(({ table }) => table));
  const stay = heads.filter(({ from }) => !out.has(from.id));
  const consumed = new Set(stay.map(({ to }) => to.id));
  const roots = lines.filter(
    (one) =>
      !out.has(one.id) &&
      !consumed.has(one.id) &&
      (isSales(one) || stay.some((link) => link.from === one && supplies(link).includes('date'))),
  );
  const rootIds = new Set(roots.map(({ id }) => id));
  const free = tables.filter(({ id }) => !rootIds.has(id) && !out.has(id));
  const joins = roots.flatMap((root) => joinsOf(root, free, linkOf));
  const joined = new Set(joins.map(({ shape }) => shape.with));
  const logs = free.filter(
    (one) =>
      !joined.has(one.id) &&
      isOnlyAList(one.roles) &&
      isLogOf(
        one,
        tables.filter((to) => isSales(to) || joined.has(to.id)),
        linkOf,
      ),
  );
  return { joins, leftOut: [...leftOut, ...logs.map(({ id }) => ({ table: id, countedIn: null }))] };
}

export const suggestJoins = (tables: readonly NamedTable[]): readonly JoinSuggestion[] => planJoins(tables).joins;

type LinkOf = (from: NamedTable, to: NamedTable) => Link | null;

function linksAmong(tables: readonly NamedTable[]): LinkOf {
  const found = new Map<string, Link | null>();
  const mayBeJoined = new Set(
    tables.filter(({ roles }) => roles.every((role) => BESIDE.includes(role)) || isOnlyAList(roles)),
  );
  const linkOf = (from: NamedTable, to: NamedTable): Link | null => {
    if (from === to || !mayBeJoined.has(to)) return null;
    const pair = `${from.id}\u001f${to.id}`;
    const known = found.get(pair);
    if (known !== undefined) return known;
    const link = linkBetween(from, to);
    const isOne = link !== null && (!isOnlyAList(to.roles) || isNoCustomer(link)) && !isBackwards(link);
    found.set(pair, isOne ? link : null);
    return found.get(pair)!;
  };
  return linkOf;
}

/** Anything with an id and a name may be taken for a list of customers. */
const isOnlyAList = (roles: readonly string[]): boolean => roles.length === 1 && roles[0] === 'customers';

/** A table that is called by the column that names it, and not by a customer: stores, categories, employees. */
const isNoCustomer = ({ shape, to, isNamed }: Link): boolean =>
  isNamed && isCalledBy(to.table, shape.column) && headerScore(shape.column, 'transactions', 'customer') < 0.5;

/** Where a key is unique on both sides, it is the key of the table that is called by it; a product's is not that of a sale. */
function isBackwards({ from, to, shape, isOneToOne }: Link): boolean {
  if (!isOneToOne) return false;
  const [mine, theirs] = [isCalledBy(from.table, shape.column), isCalledBy(to.table, shape.withColumn)];
  if (mine !== theirs) return mine;
  return headerScore(shape.column, 'transactions', 'product') >= 0.7 && has(to, 'date') && !has(from, 'date');
}

/** Whether the lines lack a customer or a day that the other has; or both would be counted as sales. */
function isHead(link: Link): boolean {
  if (supplies(link).length > 0) return true;
  return isSales(link.to) && isSales(link.from);
}

/** Whether rows of a seeming list of customers tell, several each, of orders: a log of changes is no list of customers. */
const isLogOf = (one: NamedTable, sales: readonly NamedTable[], linkOf: LinkOf): boolean =>
  sales.some((to) => {
    const link = linkOf(one, to);
    return link !== null && link.isNamed && !link.isOneToOne && link.share >= DONE_UNASKED;
  });

/** Payments, whose orders are counted by themselves or by their lines: together the money would count twice. */
function countedElsewhere(heads: readonly Link[], tables: readonly NamedTable[], linkOf: LinkOf): LeftOut[] {
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

/** Heads of orders come first, so that the lines take their day from them and not from the day on which a product was made. */
const headship = (link: Link): number => 2 * supplies(link).length + (isSales(link.to) ? 1 : 0);

/** A table that stands beside the root, and what its columns are called there. */
interface Reached {
  readonly node: NamedTable;
  readonly called: (header: string) => string;
}

function joinsOf(root: NamedTable, free: readonly NamedTable[], linkOf: LinkOf): JoinSuggestion[] {
  const joins: JoinSuggestion[] = [];
  const visited = new Set([root.id]);
  let header = root.table.header;
  const reached: Reached[] = [{ node: root, called: (name) => name }];
  for (let at = 0; at < reached.length && joins.length < MOST_JOINS; at++) {
    const { node, called } = reached[at];
    const links = free.flatMap((to) => (visited.has(to.id) ? [] : (linkOf(node, to) ?? [])));
    const wanted = links.filter((link) => isWanted(link, node === root)).sort((a, b) => headship(b) - headship(a));
    for (const link of wanted) {
      visited.add(link.to.id);
      const shape = { ...link.shape, column: called(link.shape.column) };
      const brings = broughtHeaders({ ...root.table, header }, link.to.table, shape);
      const others = link.to.table.header.filter((name) => name !== shape.withColumn);
      const names = new Map(others.map((name, i) => [name, brings[i]]));
      header = [...header, ...brings];
      reached.push({ node: link.to, called: (name) => names.get(name) ?? shape.column });
      joins.push(suggestionOf(root, link, shape, brings));
    }
  }
  return joins;
}

/** Two lists of the same orders, row for row, are two exports of one thing, unless one lacks what the other has. */
function isWanted(link: Link, isDirect: boolean): boolean {
  if (isDirect) return !(link.isOneToOne && isSales(link.to) && supplies(link).length === 0);
  return link.to.roles.every((role) => !BESIDE.includes(role)) || supplies(link).length > 0;
}

function suggestionOf(root: NamedTable, link: Link, shape: Link['shape'], brings: readonly string[]): JoinSuggestion {
  const bringsPrice = !hasMoney(root) && MONEY.some((field) => has(link.to, field));
  const isFound = link.rowsFound >= DONE_UNASKED * link.from.table.rows;
  return {
    table: root.id,
    shape,
    needed: isHead(link) || bringsPrice || (!link.to.roles.some((role) => BESIDE.includes(role)) && isFound),
    brings,
    rowsFound: link.rowsFound,
    rows: link.from.table.rows,
    keysNamed: link.keysNamed,
    keys: link.keys,
    spellings: link.spellings,
  };
}

import { pairOf, type JoinSuggestion, type LeftOut } from '../../domain/shape';
import { linkBetween, type Link, type NamedTable } from './find-links';
import { headerScore } from '../words/header-score';
import { isCalledBy } from './key-names';
import { broughtHeaders } from './join-tables';
import { countedElsewhere, type LinkOf } from './counted-elsewhere';
import {
  DONE_UNASKED,
  has,
  hasMoney,
  isLacking,
  isSales,
  isSure,
  marksSales,
  supplies,
  type JoinDecisions,
} from './sure-joins';

export type { NamedTable } from './find-links';

/** Which tables stand beside the rows of which, and which are in no figure because their money stands in another. */
export interface JoinPlan {
  /** Those of one table in the order in which they are to be done: a later one may need a column that an earlier one brings. */
  readonly joins: readonly JoinSuggestion[];
  readonly leftOut: readonly LeftOut[];
  /** Joins that the values speak for too little: each is done or not as `isDone` says, until somebody answers. */
  readonly asked: readonly AskedJoin[];
}

export interface AskedJoin {
  readonly join: JoinSuggestion;
  readonly isDone: boolean;
}

const MOST_JOINS = 20;
/** Tables whose roles are all among these may stand beside lines; a list of customers is joined by its role. */
const BESIDE = ['transactions', 'interactions', 'deals'];

/**
 * Joins that the values and headings of tables speak for, over as many tables as it takes: order lines, the heads of their
 * orders, products, the categories of these. Every table of lines takes a list of products for itself.
 */
export const planJoins = (tables: readonly NamedTable[], decided: JoinDecisions = new Map()): JoinPlan =>
  joinPlanner(tables)(decided);

/** Plans the joins of tables under one decision after the other; what their values say is worked out once. */
export function joinPlanner(tables: readonly NamedTable[]): (decided: JoinDecisions) => JoinPlan {
  const found: KnownLinks = new Map();
  return (decided) => planOf(tables, decided, linksAmong(tables, decided, found));
}

function planOf(tables: readonly NamedTable[], decided: JoinDecisions, linkOf: LinkOf): JoinPlan {
  const lines = tables.filter(
    (one) => isSales(one) || (one.roles.length === 0 && (hasMoney(one) || has(one, 'quantity'))),
  );
  const allHeads = lines.flatMap((from) => tables.flatMap((to) => linkOf(from, to) ?? []).filter(isHead));
  const heads = oneWay(allHeads.filter((link) => isSure(link, decided) || isLacking(link)));
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
  const joins = roots.flatMap((root) => joinsOf(root, free, linkOf, decided));
  const joined = new Set(joins.map(({ join }) => join.shape.with));
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
  return {
    joins: joins.map(({ join }) => join),
    leftOut: [...leftOut, ...logs.map(({ id }) => ({ table: id, countedIn: null }))],
    asked: askedOf(allHeads, joins, decided),
  };
}

/**
 * Where every order has one line, the number is a key on both sides, and each table could be the other's head: it is the one that
 * brings the customer and the day which the other lacks.
 */
const oneWay = (heads: readonly Link[]): readonly Link[] =>
  heads.filter(
    (link) =>
      !heads.some(
        (back) => back.from === link.to && back.to === link.from && supplies(back).length > supplies(link).length,
      ),
  );

interface PlannedJoin {
  readonly link: Link;
  readonly join: JoinSuggestion;
}

/** Heads of orders of which too few are named, whether they are used or not, and what else was planned on as little. */
function askedOf(heads: readonly Link[], joins: readonly PlannedJoin[], decided: JoinDecisions): AskedJoin[] {
  const found = new Map<string, AskedJoin>();
  for (const { link, join } of joins.filter((planned) => planned.join.isUnsure))
    found.set(pairOf(link.from.id, link.to.id), { join, isDone: join.needed });
  for (const link of heads) {
    const pair = pairOf(link.from.id, link.to.id);
    if (isSure(link, decided) || found.has(pair) || !isWanted(link, true)) continue;
    const brings = broughtHeaders(link.from.table, link.to.table, link.shape);
    const isDone = isLacking(link);
    found.set(pair, { join: suggestionOf(link.from, link, link.shape, brings, isDone, true), isDone });
  }
  return [...found.values()];
}

export const suggestJoins = (tables: readonly NamedTable[]): readonly JoinSuggestion[] => planJoins(tables).joins;

/** By pair; null for none. */
type KnownLinks = Map<string, Link | null>;

function linksAmong(tables: readonly NamedTable[], decided: JoinDecisions, found: KnownLinks): LinkOf {
  const mayBeJoined = new Set(
    tables.filter(({ roles }) => roles.every((role) => BESIDE.includes(role)) || isOnlyAList(roles)),
  );
  const linkOf = (from: NamedTable, to: NamedTable): Link | null => {
    if (from === to || !mayBeJoined.has(to)) return null;
    const pair = pairOf(from.id, to.id);
    if (decided.get(pair) === 'apart') return null;
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

/** Heads of orders come first, so that the lines take their day from them and not from the day on which a product was made. */
const headship = (link: Link): number => 2 * supplies(link).length + (isSales(link.to) ? 1 : 0);

/** A table that stands beside the root, and what its columns are called there. */
interface Reached {
  readonly node: NamedTable;
  readonly called: (header: string) => string;
}

function joinsOf(root: NamedTable, free: readonly NamedTable[], linkOf: LinkOf, decided: JoinDecisions): PlannedJoin[] {
  const joins: PlannedJoin[] = [];
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
      const isUnsure = !isSure(link, decided);
      const isNeeded = isUnsure ? isLacking(link, root) : isDoneUnasked(root, link, decided);
      joins.push({ link, join: suggestionOf(root, link, shape, brings, isNeeded, isUnsure) });
    }
  }
  return joins;
}

/** Two lists of the same orders, row for row, are two exports of one thing, unless one lacks what the other has. */
function isWanted(link: Link, isDirect: boolean): boolean {
  if (isDirect) return !(link.isOneToOne && isSales(link.to) && supplies(link).length === 0);
  return link.to.roles.every((role) => !BESIDE.includes(role)) || supplies(link).length > 0;
}

function isDoneUnasked(root: NamedTable, link: Link, decided: JoinDecisions): boolean {
  if (decided.get(pairOf(link.from.id, link.to.id)) === 'joined') return true;
  const bringsPrice = !hasMoney(root) && hasMoney(link.to);
  const isFound = link.rowsFound >= DONE_UNASKED * link.from.table.rows;
  return isHead(link) || bringsPrice || (!link.to.roles.some((role) => BESIDE.includes(role)) && isFound);
}

const suggestionOf = (
  root: NamedTable,
  link: Link,
  shape: Link['shape'],
  brings: readonly string[],
  needed: boolean,
  isUnsure: boolean,
): JoinSuggestion => ({
  table: root.id,
  from: link.from.id,
  shape,
  needed,
  isUnsure,
  marksSales: marksSales(link),
  brings,
  rowsFound: link.rowsFound,
  rows: link.from.table.rows,
  keysNamed: link.keysNamed,
  keys: link.keys,
  spellings: link.spellings,
});

import { pairOf, type JoinAnswer } from '../../domain/shape';
import type { Link, NamedTable } from './find-links';
import { fieldsOf } from './key-columns';

/** From this share of rows on a join is done unasked (METRICS.md rule 17). */
export const DONE_UNASKED = 0.9;

const MONEY = ['amount', 'unit_price'] as const;

export const has = (table: NamedTable, field: string): boolean => fieldsOf(table.table)[field] !== undefined;
export const hasMoney = (table: NamedTable): boolean => MONEY.some((field) => has(table, field));

export const isSales = ({ roles }: NamedTable): boolean => roles.includes('transactions');

/** Fields of every sale that the rows lack and the other table has. */
export const supplies = ({ from, to }: Link): readonly string[] =>
  ['customer', 'date'].filter((field) => !has(from, field) && has(to, field));

/** Whether the rows cannot be read as sales without the other table: they lack a customer, a day or a price. */
export const isLacking = (link: Link, root: NamedTable = link.from): boolean =>
  supplies(link).length > 0 || (!hasMoney(root) && hasMoney(link.to));

/** What somebody has said of pairs of tables, by `pairOf`. */
export type JoinDecisions = ReadonlyMap<string, JoinAnswer>;

const OUTCOMES = ['cancelled', 'status'] as const;

/** Whether a table that sales can do without says what became of them: a list of returned orders. */
export const marksSales = (link: Link): boolean =>
  !isLacking(link) && !isSales(link.to) && OUTCOMES.some((field) => has(link.to, field) && !has(link.from, field));

/**
 * Whether a join needs no question: nine in ten of the rows that name anything are found, somebody has said so, or the other
 * table only marks some of the rows (those that came back), and nearly all of it is found.
 */
export function isSure(link: Link, decided: JoinDecisions): boolean {
  if (link.share >= DONE_UNASKED || decided.get(pairOf(link.from.id, link.to.id)) === 'joined') return true;
  return link.keysNamed >= DONE_UNASKED * link.keys && !isLacking(link) && !has(link.to, 'product');
}

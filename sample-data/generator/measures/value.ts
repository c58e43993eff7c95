import { compareTexts } from '../foundations/ordering';
import { groupBy, profitOf, total, type LedgerLine } from './ledger';

export interface CustomerValue {
  customer: string;
  profit: number;
}

/** Every customer with a line, the most profitable first; ties by key. */
export function rankByProfit(lines: Iterable<LedgerLine>): CustomerValue[] {
  const known = [...lines].filter((line) => line.customer !== '');
  return [...groupBy(known, (line) => line.customer)]
    .map(([customer, own]) => ({ customer, profit: total(own, profitOf) }))
    .sort((one, other) => other.profit - one.profit || compareTexts(one.customer, other.customer));
}

/** The share of all profit that the top ceil(0.2 n) customers bring. */
export function topFifthShare(ranked: readonly CustomerValue[]): number {
  const sum = (values: readonly CustomerValue[]): number => values.reduce((profit, value) => profit + value.profit, 0);
  return sum(ranked.slice(0, Math.ceil(ranked.length / 5))) / sum(ranked);
}

/** NTILE(5): the first n mod 5 fifths are one customer larger. */
export function quintiles(ranked: readonly CustomerValue[]): Map<string, number> {
  const size = Math.floor(ranked.length / 5);
  const larger = ranked.length % 5;
  const quintileOf = new Map<string, number>();
  let start = 0;
  for (let quintile = 1; quintile <= 5; quintile++) {
    const end = start + size + (quintile <= larger ? 1 : 0);
    for (const { customer } of ranked.slice(start, end)) quintileOf.set(customer, quintile);
    start = end;
  }
  return quintileOf;
}

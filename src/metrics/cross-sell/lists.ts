import type { MetricTable, TableRow } from '../metric';
import { KINDS, type crossSellPairs } from './definition';

type Kind = (typeof KINDS)[number];

/** Two items that chance does not explain. */
export interface ListedPair {
  readonly from: string;
  readonly to: string;
  readonly both: number;
  readonly expected: number;
  readonly lift: number;
  readonly q: number;
  readonly onlyFrom: number;
  readonly onlyTo: number;
  readonly row: TableRow;
}
export interface PairList {
  readonly kind: Kind;
  /** Pairs of the kind in all; `pairs` are the first of them. */
  readonly found: number;
  readonly pairs: readonly ListedPair[];
}

/** The two lists; one that nobody is in is left out. */
export function readLists(table: MetricTable<typeof crossSellPairs>): PairList[] {
  return KINDS.flatMap((kind) => {
    const rows = Array.from(table.kind.keys()).filter((row) => table.kind[row] === kind);
    if (rows.length === 0) return [];
    const pairs = rows.map((row) => ({
      from: table.from[row],
      to: table.to[row],
      both: table.n_both[row],
      expected: table.expected[row],
      lift: table.lift[row],
      q: table.q_value[row],
      onlyFrom: table.only_from[row],
      onlyTo: table.only_to[row],
      row: Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column[row]])),
    }));
    return [{ kind, found: table.found[rows[0]], pairs }];
  });
}

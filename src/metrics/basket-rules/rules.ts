import type { MetricTable, TableRow } from '../metric';
import type { basketRules } from './definition';

export interface Rule {
  readonly key: string;
  readonly antecedent: readonly string[];
  readonly consequent: string;
  readonly count: number;
  readonly from: number;
  readonly n: number;
  readonly confidence: number;
  /** Share of all baskets with the consequent. */
  readonly usual: number;
  readonly lift: number;
  readonly q: number;
  readonly redundant: boolean;
  readonly row: TableRow;
}
/** Rules with a larger q may be chance. */
export const BEYOND_CHANCE = 0.05;

const ruleAt = (table: MetricTable<typeof basketRules>, at: number): Rule => {
  const items = JSON.parse(table.items[at]) as string[];
  return {
    key: table.items[at],
    antecedent: items.slice(0, -1),
    consequent: items[items.length - 1],
    count: table.count[at],
    from: table.n_antecedent[at],
    n: table.n[at],
    confidence: table.confidence[at],
    usual: table.n_consequent[at] / table.n[at],
    lift: table.lift[at],
    q: table.q_value[at],
    redundant: table.redundant[at] === 1,
    row: Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column[at]])),
  };
};

interface Wanted {
  readonly order: 'lift' | 'confidence' | 'count';
  readonly sides: 'all' | 'one' | 'many';
  readonly kept: 'useful' | 'all';
}

/** The first rules by a measure, ties by their table's order. Useful ones are not redundant, above chance, with q to 0.05. */
export function firstRules(table: MetricTable<typeof basketRules>, wanted: Wanted, most: number): Rule[] {
  const isWanted = (at: number) => {
    if (wanted.kept === 'useful' && !(table.redundant[at] === 0 && table.lift[at] > 1 && isBeyondChance(table, at)))
      return false;
    if (wanted.sides === 'all') return true;
    const many = (JSON.parse(table.items[at]) as string[]).length > 2;
    return many === (wanted.sides === 'many');
  };
  const by = table[wanted.order];
  return Array.from(table.count.keys())
    .filter(isWanted)
    .sort((a, b) => by[b] - by[a] || a - b)
    .slice(0, most)
    .map((at) => ruleAt(table, at));
}

const isBeyondChance = (table: MetricTable<typeof basketRules>, at: number) => table.q_value[at] <= BEYOND_CHANCE;

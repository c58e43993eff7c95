import type { MetricTable, TableRow } from '../metric';
import type { fragmentation } from './definition';

/** One source as the chart and the sentence read it. */
export interface SourceRow {
  readonly source: string;
  readonly records: number;
  readonly customers: number;
  readonly shared: number;
  readonly changed: number;
  readonly netAlone: number;
  readonly netWhole: number;
  /** What the source alone sees of its customers' net; NaN where there is none. */
  readonly seen: number;
  readonly row: TableRow;
}

/** The one with most customers first; ties by name. */
export function readSources(table: MetricTable<typeof fragmentation>): SourceRow[] {
  return table.source
    .map((source, at) => {
      const [netAlone, netWhole] = [table.net_alone[at], table.net_whole[at]];
      return {
        source,
        records: table.records[at],
        customers: table.customers[at],
        shared: table.shared_with_other_sources[at],
        changed: table.profit_rank_changed[at],
        netAlone,
        netWhole,
        seen: netWhole > 0 ? netAlone / netWhole : NaN,
        row: { source },
      };
    })
    .sort((a, b) => b.customers - a.customers);
}

import type { Formatter } from '../domain/format';
import type { Filter, FilterClause } from '../domain/filter';
import type { Choices } from './choices';
import type { AnyMetric, DeriveContext, MetricOptions, MetricTable, Picture, TableRow } from './metric';

/** A mark that stands for customers (or orders): who they are, and the filter that keeps them. */
export interface Pick {
  /** The row of the table, by column, as `members` takes it. */
  readonly row: TableRow;
  /** A column of `definition.lists`. */
  readonly column: string;
  /** What the list is called: `40 customers of December 2010, month 11`. */
  readonly label: string;
  /** What a click sets; empty where the mark does not filter. */
  readonly clauses: readonly FilterClause[];
  /** The row is of the table compared with. */
  readonly against?: boolean;
}

/** What a period is called: beside a mark (`2022`, `to Jun 2025`), and in a sentence after "in" (`the year to Jun 2025`). */
interface PeriodNames {
  readonly short: string;
  readonly said: string;
}
/** The same metric in another period, to stand beside the one in view. */
export interface Against<M extends AnyMetric> {
  readonly table: MetricTable<M>;
  readonly words: PeriodNames;
  /** The period in view. */
  readonly ownWords: PeriodNames;
}

export interface ChartProps<M extends AnyMetric> {
  readonly table: MetricTable<M>;
  /** Of metrics that draw what is no table. */
  readonly picture?: Picture | undefined;
  /** Null or left out where nothing is compared. */
  readonly against?: Against<M> | null;
  readonly options: MetricOptions<M>;
  /** How to show it, by name of the view's choices; see `chosen`. */
  readonly choices: Choices;
  readonly context: Omit<DeriveContext, 'names'>;
  /** What is in view, for a chart that shows its own brush. */
  readonly filter: Filter;
  /** Real width in CSS pixels; text never scales. */
  readonly width: number;
  readonly format: Formatter;
  /** Opens the list behind a mark. */
  readonly onopen: (pick: Pick) => void;
  /** Filters the page by a mark. */
  readonly onfilter: (pick: Pick) => void;
}

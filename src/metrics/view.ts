import type { Component } from 'svelte';
import type { Formatter } from '../domain/format';
import type { Against, ChartProps } from './chart-props';
import type { Choices, ChoiceSpecs } from './choices';
import type { AnyMetric, AnyOptions, Finding, InView, MetricOptions, MetricTable, Table } from './metric';

/** One picture of a metric's table, with the sentence over it. */
export interface ChartView<M extends AnyMetric> {
  /** In a manager's words; the definition's title where it is left out. */
  readonly title?: string;
  readonly chart: Component<ChartProps<M>>;
  /** What the reader may choose about the picture. */
  readonly choices?: ChoiceSpecs;
  /** There are rows, but none that the chart could draw. */
  readonly isEmpty?: (table: MetricTable<M>, options: MetricOptions<M>) => boolean;
  /** Pure. Null where the data do not carry a sentence. */
  readonly finding: (
    table: MetricTable<M>,
    context: ChartProps<M>['context'],
    format: Formatter,
    options: MetricOptions<M>,
    choices: Choices,
    against?: Against<M> | null,
  ) => Finding | null;
  /** Its chart and sentence can set another period beside the one in view. */
  readonly compares?: boolean;
  readonly alternatives?: Alternatives<M>;
  /** Said in place of an empty chart, where that is an answer and not a lack of data. */
  readonly nothing?: string;
}

/** The page's half of a metric. */
export interface View<M extends AnyMetric> extends ChartView<M> {
  /** The same rows as a list to act on, beside the table in the export. */
  readonly list?: ExportedList<M>;
  /** HTML of about.md, rendered when the page was built. */
  readonly about: () => Promise<{ readonly default: string }>;
  /** Other pictures of the same table, by the name under which a panel shows them. */
  readonly variants?: Readonly<Record<string, ChartView<M>>>;
  /** What a page may ask of the metric besides its pictures, so that no page reaches into its folder. */
  readonly tells?: Readonly<Record<string, unknown>>;
}

/** The same number by another definition, to stand beside it. */
interface Alternatives<M extends AnyMetric> {
  /** What to ask in place of the options in view; null where there is no alternative. Left out, the table in view tells. */
  readonly options?: (
    table: MetricTable<M>,
    options: MetricOptions<M>,
    available: ReadonlySet<string>,
  ) => Partial<MetricOptions<M>> | null;
  /** A sentence from the alternative's table, and what is in view; '' where the data do not carry one. */
  readonly words: (
    table: MetricTable<M>,
    format: Formatter,
    options: MetricOptions<M>,
    choices: Choices,
    inView: InView<MetricTable<M>>,
  ) => string;
  /** A sentence from the table in view, where there is nothing else to ask. */
  readonly otherwise?: (table: MetricTable<M>, format: Formatter, options: MetricOptions<M>) => string;
}

/** Some rows and columns of a table, in an order of their own. */
interface ExportedList<M extends AnyMetric> {
  /** `List by offer` */
  readonly label: string;
  readonly columns: readonly (keyof M['table'] & string)[];
  readonly rows: (table: MetricTable<M>) => readonly number[];
}

/** Keeps a view to its definition's columns and options, and the names of its variants and of what it tells. */
export const defineView = <M extends AnyMetric, const V extends View<M>>(_definition: M, view: V): V => view;

/** A picture of any metric. Each is checked against its own metric where it is written. */
export interface AnyChartView {
  readonly title?: string;
  readonly chart: Component<never>;
  readonly choices?: ChoiceSpecs;
  readonly isEmpty?: (table: Table, options: AnyOptions) => boolean;
  readonly finding: (
    table: Table,
    context: ChartProps<AnyMetric>['context'],
    format: Formatter,
    options: AnyOptions,
    choices: Choices,
    against?: Against<AnyMetric> | null,
  ) => Finding | null;
  readonly compares?: boolean;
  readonly alternatives?: AnyAlternatives;
  readonly nothing?: string;
}
export interface AnyAlternatives {
  readonly options?: (table: Table, options: AnyOptions, available: ReadonlySet<string>) => AnyOptions | null;
  readonly words: (table: Table, format: Formatter, options: AnyOptions, choices: Choices, inView: InView) => string;
  readonly otherwise?: (table: Table, format: Formatter, options: AnyOptions) => string;
}
export interface AnyList {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: (table: Table) => readonly number[];
}
/** The page's half of any metric. */
export interface AnyView extends AnyChartView {
  readonly list?: AnyList;
  readonly about: () => Promise<{ readonly default: string }>;
  readonly variants?: Readonly<Record<string, AnyChartView>>;
}

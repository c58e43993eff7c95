import type { Component } from 'svelte';
import type { Formatter } from '../../domain/format';
import type { AnyMetric, AnyOptions, Finding, Table } from '../../metrics/metric';
import type { Against, ChartProps, Choices, ChoiceSpecs, LooseRival } from '../../metrics/views';

/** Some rows and columns of a table, in an order of their own. */
export interface AnyList {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: (table: Table) => readonly number[];
}

/** The page's half of any metric. Each is checked against its own metric where it is written, in views.ts. */
export interface AnyView {
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
  readonly rival?: LooseRival;
  readonly list?: AnyList;
  readonly nothing?: string;
  readonly about: () => Promise<{ readonly default: string }>;
}

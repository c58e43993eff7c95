import type { Formatter } from '../../domain/format';
import * as catalog from '../../metrics/catalog';
import type { Against, Pick } from '../../metrics/chart-props';
import { chosen } from '../../metrics/choices';
import {
  defaultOptions,
  FEW,
  type AnyMetric,
  type AnyOptions,
  type Finding,
  type Table,
  type TableSpec,
} from '../../metrics/metric';
import type { MetricId } from '../../metrics/metric-id';
import type { AnyChartView, AnyView } from '../../metrics/view';
import type { AppState } from '../../session/app.svelte';
import { MetricQuery } from '../../session/metric-query.svelte';
import type { PageContext } from '../context';
import { hasCounts, largestCount } from './cells';
import { Comparison } from './comparison.svelte';
import { LazyView } from './lazy-view.svelte';
import type { Variant } from './load-view';
import {
  askedOptions,
  canOpen,
  choiceLists,
  isEmpty,
  offeredOptions,
  optionLists,
  ownerOfOption,
  phaseOf,
  shownColumns,
  type CarriedValues,
  type Part,
  type Phase,
  type WordList,
} from './panel-state';

/** What the page asks a panel to show; it may change while the panel is there. */
interface Request {
  readonly metric: MetricId;
  readonly variant: Variant | undefined;
  readonly fixed: AnyOptions;
  readonly shown: readonly string[] | undefined;
  readonly carried: CarriedValues;
}
/** A list of words with what a click on one of them does. */
export interface ChosenList extends WordList {
  readonly onchoose: (name: string, value: string) => void;
}

/** What one panel asks, what came of it, and what its controls do. Make it in a component. */
export class PanelModel {
  readonly fetched: LazyView<MetricId>;
  readonly query: MetricQuery;
  readonly comparison: Comparison;
  /** Width of the figure in pixels; 0 until it is on the page. */
  figureWidth = $state(0);
  #pressed = $state<Part | null>(null);
  readonly #app: AppState;
  readonly #format: Formatter;

  constructor(
    private readonly context: PageContext,
    /** Tells the filters and choices of this panel from those of another panel of the same metric. */
    readonly id: string,
    private readonly request: () => Request,
    isUnfiltered: boolean,
  ) {
    this.#app = context.app;
    this.#format = context.format;
    this.fetched = new LazyView(() => this.request().metric);
    const observed = () => (this.view?.compares && !isUnfiltered ? (this.answer?.context.observed ?? null) : null);
    this.comparison = new Comparison(this.#app, id, observed, this.#format);
    this.query = new MetricQuery(
      this.#app,
      () => this.request().metric,
      () => this.options,
      id,
      isUnfiltered ? () => [] : undefined,
    );
  }

  readonly definition: AnyMetric = $derived.by(() => catalog[this.request().metric]);
  /** The metric's view with all its pictures; null until it has been fetched. */
  readonly wholeView: AnyView | null = $derived.by(() => this.fetched.view as unknown as AnyView | null);
  /** The picture that this panel shows. */
  readonly view: AnyChartView | null = $derived.by(() => {
    const { variant } = this.request();
    return variant === undefined ? this.wholeView : (this.wholeView?.variants?.[variant] ?? null);
  });
  readonly options: AnyOptions = $derived.by(() => {
    const { carried, fixed } = this.request();
    return askedOptions(this.definition, this.#app.options, carried, fixed);
  });
  readonly picked = $derived.by(() => chosen(this.view?.choices ?? {}, this.#app.choices[this.id]));

  readonly lists: readonly ChosenList[] = $derived.by(() => {
    const { shown, fixed, carried } = this.request();
    const names = shown ?? offeredOptions(this.definition, fixed);
    // Of an earlier metric too, so that the choices stay where they are while another metric is counted.
    const lastTable = this.query.answer?.table ?? null;
    const { offered, chosen: period } = this.comparison;
    return [
      ...optionLists(this.definition, names, this.options, carried).map((one) => ({
        ...one,
        onchoose: this.#setOption,
      })),
      ...choiceLists(this.view, this.picked, lastTable, this.figureWidth).map((one) => ({
        ...one,
        onchoose: this.#setChoice,
      })),
      ...(offered.length > 0
        ? [
            {
              name: 'against',
              label: 'compare with',
              value: period.value,
              values: offered,
              onchoose: (_: string, value: string) => this.comparison.choose(value),
            },
          ]
        : []),
    ];
  });

  /** Null while the metric that is asked for has no answer, though a metric that was here before has one. */
  readonly answer = $derived.by(() =>
    this.query.answered?.metric === this.request().metric ? this.query.answer : null,
  );
  readonly table: Table | null = $derived.by(() => this.answer?.table ?? null);
  readonly columns: TableSpec = $derived.by(() => shownColumns(this.definition, this.table));
  /** The options by which the figures in view were counted, defaults included. */
  readonly answeredOptions: AnyOptions = $derived.by(() => ({
    ...defaultOptions(this.definition.options),
    ...(this.answer && this.query.answered?.options),
  }));
  readonly phase: Phase = $derived.by(() =>
    phaseOf({
      error: this.query.error,
      answer: this.answer,
      view: this.view,
      viewError: this.fetched.error,
      isEmpty: this.table !== null && isEmpty(this.definition, this.view, this.table, this.answeredOptions),
    }),
  );
  /** The other period's table, for the chart and the finding. */
  readonly compared: Against<AnyMetric> | null = $derived.by(() => this.comparison.against);
  readonly finding: Finding | null = $derived.by(() =>
    this.phase === 'chart' && this.answer && this.view
      ? this.view.finding(
          this.table!,
          this.answer.context,
          this.#format,
          this.answeredOptions,
          this.picked,
          this.compared,
        )
      : null,
  );
  /** The largest count of a chart that has no finding because it counts too few; null elsewhere. */
  readonly tooFew: number | null = $derived.by(() => {
    if (this.phase !== 'chart' || this.finding || !hasCounts(this.definition.table)) return null;
    const most = largestCount(this.definition.table, this.table!);
    return most < FEW ? most : null;
  });
  readonly open: Part | null = $derived.by(() =>
    this.#pressed !== null && canOpen(this.#pressed, this.phase) ? this.#pressed : null,
  );

  press(part: Part): void {
    if (part === 'Customers') this.context.address.showCustomers(null);
    else this.#pressed = this.#pressed === part ? null : part;
  }

  readonly openList = ({ row, column, label, against }: Pick): void => {
    const filter = (against && this.comparison.found?.filter) || this.query.asked.filter;
    const { options } = this.query.asked;
    this.context.address.showCustomers({ metric: this.request().metric, options, filter, row, column, label });
  };

  readonly filterBy = (pick: Pick): void => {
    if (pick.clauses.length === 0) this.openList(pick);
    else this.#app.filters.toggle(pick.clauses.map((clause) => ({ ...clause, source: this.id })));
  };

  readonly #setOption = (name: string, value: string): void => {
    const { metric } = this.request();
    const owner = ownerOfOption(this.definition, name, catalog) as MetricId;
    this.#app.setOption(owner, name, value, value === defaultOptions(this.definition.options)[name]);
    // The metric's own value would hide that of the metric which it follows.
    if (owner !== metric) this.#app.setOption(metric, name, value, true);
  };

  readonly #setChoice = (name: string, value: string): void =>
    this.#app.setChoice(this.id, name, value, value === this.view?.choices?.[name].initial);
}

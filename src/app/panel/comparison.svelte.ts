import type { Formatter } from '../../domain/format';
import type { Filter } from '../../domain/filter';
import { inWords, periodWords, shortWords } from '../../domain/period-words';
import type { AnyMetric, Table } from '../../metrics/metric';
import type { Against } from '../../metrics/chart-props';
import type { AppState } from '../../session/app.svelte';
import {
  chosenPeriod,
  daysAgainst,
  daysInView,
  latestPeriod,
  offeredAgainst,
  suggestedPeriod,
  type Days,
} from './against';

/** The table of the period of comparison, and the filter by which it was counted. */
export interface Found {
  readonly table: Table;
  readonly days: Days;
  readonly filter: Filter;
}
const NOTHING = { value: 'nothing', days: null } as const;

/** The period that a panel compares the one in view with: which are offered, which is chosen, and its table. */
export class Comparison {
  found = $state.raw<Found | null>(null);

  constructor(
    private readonly app: AppState,
    private readonly panel: string,
    /** The first and last day of the data; null where the panel cannot compare. */
    private readonly data: () => Days | null,
    private readonly format: Formatter,
  ) {}

  get observed(): Days | null {
    return this.data();
  }
  get #inView(): Days | null {
    const data = this.data();
    return data && daysInView(this.app.filters.window, data);
  }

  /** The chosen period. One of which the data hold nothing any more counts as `nothing`. */
  readonly chosen: { readonly value: string; readonly days: Days | null } = $derived.by(() => {
    const data = this.data();
    const value = String(this.app.choices[this.panel]?.['against'] ?? '');
    if (!data) return NOTHING;
    const named = value === 'before' || value === 'year_before';
    if (named && !offeredAgainst(this.app.filters.window, data).includes(value)) return NOTHING;
    const days = daysAgainst(value, this.#inView!);
    return days === null ? NOTHING : { value: named ? value : 'chosen', days };
  });

  readonly offered: readonly { readonly value: string; readonly words: string }[] = $derived.by(() => {
    const data = this.data();
    if (!data) return [];
    const { window } = this.app.filters;
    const latest = window ? null : latestPeriod(data);
    const months = latest && (latest.months === 1 ? 'month' : `${latest.months} months`);
    const wordsOf = (value: string) => periodWords(daysAgainst(value, this.#inView!)!, this.format);
    return [
      { value: 'nothing', words: 'nothing' },
      ...offeredAgainst(window, data).map((value) => ({ value, words: wordsOf(value) })),
      ...(latest ? [{ value: 'latest', words: `the last ${months} with the ${months} before` }] : []),
      { value: 'chosen', words: 'days of your choice' },
    ];
  });

  /** For the chart and the finding; null until the table has come. */
  readonly against: Against<AnyMetric> | null = $derived.by(() => {
    const [inView, found] = [this.#inView, this.found];
    if (!this.chosen.days || !found || !inView) return null;
    const words = (days: Days) => ({ short: shortWords(days, this.format), said: inWords(days, this.format) });
    return { table: found.table as never, words: words(found.days), ownWords: words(inView) };
  });

  choose(value: string): void {
    const data = this.data()!;
    const { filters } = this.app;
    const latest = value === 'latest' ? latestPeriod(data) : null;
    if (latest) filters.setWindow(latest.from, latest.until);
    const suggested = value === 'chosen' ? chosenPeriod(suggestedPeriod(filters.window, data)) : value;
    this.app.setChoice(this.panel, 'against', latest ? 'before' : suggested, value === 'nothing');
  }
}

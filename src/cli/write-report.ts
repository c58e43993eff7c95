import { formatDay, type Day } from '../domain/calendar';
import type { Dataset } from '../domain/columns';
import type { Role } from '../domain/roles';
import * as catalog from '../metrics/catalog';
import type { MetricId } from '../metrics/metric-id';
import { givenOptions, rowsOf, type MetricDefinition } from '../metrics/metric';
import { AS_WRITTEN } from '../domain/time-zone';
import { buildFacts } from '../facts/build';
import type { Facts } from '../facts/facts';
import type { ReportOptions } from './report-options';
import { MetricRunner } from '../engine/run-metric';
import { summarise } from '../facts/summary';
import type { ToldQuality } from './told-quality';
import { writtenQuestions, type Understood } from '../intake/load/understood';
import { csvOf, tableCsv } from './write-table';

/** The files of a report by name, each as pieces of text, made when they are asked for (METRICS.md section 3). */
export type ReportFiles = Readonly<Record<string, Iterable<string>>>;

/** Rows of a role that equal an earlier one of it in every cell, whether kept or merged (METRICS.md rule 11). */
export type ExactDuplicates = { readonly [R in Role]?: number };

/** What a report says beside its figures. */
export interface ReportNotes {
  readonly duplicates?: ExactDuplicates;
  readonly quality?: readonly ToldQuality[];
  readonly understood?: Understood;
}

/** The metrics that are written, in their order. */
const REPORTED: readonly MetricDefinition<MetricId>[] = Object.values(catalog)
  .flatMap((metric) => (metric.report === null ? [] : [{ metric, place: metric.report }]))
  .sort((a, b) => a.place - b.place)
  .map(({ metric }) => metric);

/** Writes every metric of the catalogue that the data can carry. Pure: the same dataset and options give the same text. */
export function writeReport(
  dataset: Dataset,
  options: ReportOptions,
  until: Day | null,
  { duplicates = {}, quality = [], understood = NOTHING_GUESSED }: ReportNotes = {},
): ReportFiles {
  const facts = buildFacts(dataset, {
    ...(until === null ? {} : { until }),
    ...(options.rules ? { rules: options.rules } : {}),
  });
  const runner = new MetricRunner(facts);
  const files: Record<string, Iterable<string>> = {};
  const notWritten: Record<string, readonly string[]> = {};
  for (const definition of REPORTED) {
    const missing = runner.missing(definition.id);
    if (missing.length > 0) {
      notWritten[definition.id] = missing;
      continue;
    }
    files[`${definition.id}.csv`] = { [Symbol.iterator]: () => metricCsv(runner, definition, options) };
  }
  const summary = () =>
    JSON.stringify(
      {
        ...reportSummary(dataset, facts, runner, options, notWritten),
        exact_duplicates: duplicates,
        quality,
        recipe: understood.recipe,
        confidence: understood.confidence,
        questions: writtenQuestions(understood.questions),
      },
      null,
      1,
    ) + '\n';
  files['summary.json'] = { [Symbol.iterator]: () => [summary()][Symbol.iterator]() };
  const rejected = dataset.rejections.map(({ file, line, column, value, reason }) => [
    file,
    String(line),
    column,
    value,
    reason,
  ]);
  files['rejected-rows.csv'] = [csvOf(['file', 'line', 'column', 'value', 'reason'], rejected)];
  return files;
}

function metricCsv(runner: MetricRunner, definition: MetricDefinition<MetricId>, { metrics, filter }: ReportOptions) {
  const options = givenOptions(definition, metrics);
  const table = runner.table(definition.id, options, filter);
  return tableCsv(definition.table, definition.hidden ?? [], table, runner.resolved(definition.id, options));
}

const NOTHING_GUESSED: Understood = { recipe: null, confidence: {}, questions: [] };

const currencyUnits = (money: number) => money / 10_000;

function reportSummary(
  dataset: Dataset,
  facts: Facts,
  runner: MetricRunner,
  options: ReportOptions,
  notWritten: Readonly<Record<string, readonly string[]>>,
) {
  const summary = summarise(facts, runner.scope(options.filter));
  return {
    observed_from: summary.observed_from === null ? null : formatDay(summary.observed_from),
    observed_until: summary.observed_until === null ? null : formatDay(summary.observed_until),
    currency: summary.currency,
    time_zone: options.timeZone ?? AS_WRITTEN,
    customers: summary.customers,
    customers_with_purchases: summary.customers_with_purchases,
    purchases: summary.purchases,
    transaction_lines: summary.transaction_lines,
    return_lines: summary.return_lines,
    gross: currencyUnits(summary.gross),
    returned: currencyUnits(summary.returned),
    net: currencyUnits(summary.net),
    profit: summary.profit === null ? null : currencyUnits(summary.profit),
    unknown_customer: { lines: summary.unknown_customer.lines, net: currencyUnits(summary.unknown_customer.net) },
    // As METRICS.md section 3 has them: a sheet is told on the page.
    files: dataset.files.map(({ sheet: _, ...balance }) => balance),
    ...concentration(runner, options),
    survival_unit: survivalUnit(dataset, facts),
    not_written: notWritten,
    remarks: remarks(runner, options, notWritten),
  };
}

/** What there is to say of a table beside its figures: why a model gives none, what was left out. */
function remarks(runner: MetricRunner, { metrics, filter }: ReportOptions, notWritten: object): Record<string, string> {
  const said: Record<string, string> = {};
  for (const definition of REPORTED) {
    if (definition.id in notWritten || !runner.hasRemark(definition.id)) continue;
    const remark = runner.remark(definition.id, runner.table(definition.id, givenOptions(definition, metrics), filter));
    if (remark !== null) said[definition.id] = remark;
  }
  return said;
}

/** Share of the best fifth and Gini, as the value curve gives them; null over nobody. */
function concentration(runner: MetricRunner, options: ReportOptions) {
  if (runner.missing('value_curve').length > 0) return { top20_share: null, gini: null };
  const table = runner.table('value_curve', givenOptions(catalog.value_curve, options.metrics), options.filter);
  const first = (column: string) => {
    const value = rowsOf(table) > 0 ? table[column][0] : NaN;
    return typeof value === 'number' && !Number.isNaN(value) ? value : null;
  };
  return { top20_share: first('top20_share'), gini: first('gini') };
}

function survivalUnit(dataset: Dataset, facts: Facts): string | null {
  if (dataset.records.contracts) return dataset.records.contracts.tenureUnit ?? 'days';
  return facts.available.has('transactions.customer') && facts.available.has('transactions.date') ? 'days' : null;
}

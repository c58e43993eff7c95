import type { Stage } from '../domain/lifecycle';
import type { Target } from '../domain/targets';
import type { DictionaryName } from '../facts/attributes';
import type { Facts, Observed } from '../facts/facts';
import type { Scope } from '../facts/scope';

/** Base columns hold integers only: counts, days, money (1/10,000), calendar indices, codes of dictionaries. */
export type BaseColumn = 'count' | 'int' | 'day' | 'month' | 'unit' | 'money' | 'code';
/**
 * What a table's column holds, and so how it is written: `unit` is a calendar index in the unit of the option `unit`;
 * `share`, `number` are doubles; `money` is an integer of 1/10,000; `flag` is 0 or 1. NaN is empty (METRICS rule 5).
 */
export type TableColumn =
  'count' | 'int' | 'share' | 'number' | 'money' | 'money_number' | 'day' | 'week' | 'month' | 'unit' | 'flag' | 'text';

export type BaseSpec = Readonly<Record<string, BaseColumn>>;
export type TableSpec = Readonly<Record<string, TableColumn>>;

export type BaseOf<Spec extends BaseSpec> = { readonly [Name in keyof Spec]: Float64Array };
export type TableOf<Spec extends TableSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends 'text' ? readonly string[] : Float64Array;
};
export type Base = Readonly<Record<string, Float64Array>>;
export type Table = Readonly<Record<string, Float64Array | readonly string[]>>;

export type OptionSpec =
  | { readonly type: 'one_of'; readonly values: readonly string[] }
  /** A whole number; null stands for "as the metric finds best". */
  | { readonly type: 'whole'; readonly default: number | null; readonly min: number; readonly max: number }
  /** Text, `;` between several; '' for none. */
  | { readonly type: 'text'; readonly default: string }
  /** A decimal number as it is written, so that it can be read exactly: domain/decimal.ts. */
  | { readonly type: 'decimal'; readonly default: string; readonly min: number; readonly max: number }
  /** A day; null stands for "as the metric finds best". */
  | { readonly type: 'day'; readonly default: null };
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type OptionValue<Spec extends OptionSpec> = Spec extends { type: 'one_of'; values: readonly (infer V)[] }
  ? V
  : Spec extends { type: 'whole'; default: infer D }
    ? null extends D
      ? number | null
      : number
    : Spec extends { type: 'day' }
      ? number | null
      : string;
export type OptionsOf<Specs extends OptionSpecs> = { readonly [Name in keyof Specs]: OptionValue<Specs[Name]> };
export type AnyOptions = Readonly<Record<string, string | number | null>>;

export const oneOf = <const V extends readonly string[]>(...values: V) => ({ type: 'one_of', values }) as const;
export const whole = <const D extends number | null>(fallback: D, min: number, max: number) =>
  ({ type: 'whole', default: fallback, min, max }) as const;
export const text = (fallback = '') => ({ type: 'text', default: fallback }) as const;
export const decimal = (fallback: string, min: number, max: number) =>
  ({ type: 'decimal', default: fallback, min, max }) as const;
export const onDay = () => ({ type: 'day', default: null }) as const;

/** What a metric is called, with what can be chosen and read in it: one object a language. */
export interface MetricWords<O extends OptionSpecs = OptionSpecs, T extends TableSpec = TableSpec> {
  /** In a manager's words. */
  readonly title: string;
  readonly options: { readonly [Name in keyof O]: OptionWords<O[Name]> };
  /** Headers of the table's columns. */
  readonly columns: { readonly [Name in keyof T]: string };
}
/** The label of an option, with a word for each value where it has a few. */
type OptionWords<Spec extends OptionSpec> = Spec extends { type: 'one_of'; values: readonly (infer V extends string)[] }
  ? { readonly label: string; readonly values: Readonly<Record<V, string>> }
  : { readonly label: string };

export interface MetricDefinition<
  Id extends string = string,
  O extends OptionSpecs = OptionSpecs,
  B extends BaseSpec = BaseSpec,
  T extends TableSpec = TableSpec,
> {
  readonly id: Id;
  readonly stage: Stage | null;
  /** Fields without which there is nothing to count: `transactions.customer`. */
  readonly needs: readonly string[];
  /** Besides these, at least one of these fields, or of these lists all of one. */
  readonly needsOneOf?: readonly (string | readonly string[])[];
  /** The first value is the default. */
  readonly options: O;
  /** What kernel and query.sql both return, rows in the order of their leading columns. */
  readonly base: B;
  /** What is written and drawn, in the order of the CSV's columns. */
  readonly table: T;
  /**
   * Count columns of the table that stand for a list, and of whom. `level`: of orders in rows whose column `level` is
   * `basket`, of customers in the others. See `listOf`.
   */
  readonly lists: { readonly [Name in keyof T]?: ListKind | 'level' };
  /** Columns of the table for charts and findings only: the report leaves them out. */
  readonly hidden?: readonly (keyof T & string)[];
  /** The metric whose options of the same names this one takes over where it is given none of its own. */
  readonly follows?: string;
  /** Its place among the tables of the headless report, which are written under their ids; null where it is none of them. */
  readonly report: number | null;
  /** Why no page shows it, where none does. */
  readonly withoutPanel?: string;
  readonly words: MetricWords<NoInfer<O>, NoInfer<T>>;
}
/** Who is listed: indices of customers, or of orders. */
export type ListKind = 'customers' | 'orders';

/** Keeps the literal types that charts, kernels and derivations are checked against. */
export function defineMetric<
  const Id extends string,
  const O extends OptionSpecs,
  const B extends BaseSpec,
  const T extends TableSpec,
>(definition: MetricDefinition<Id, O, B, T>): MetricDefinition<Id, O, B, T> {
  return definition;
}

/** The parts of a definition, for typing a metric's other files by `typeof itsDefinition`. */
export type AnyMetric = MetricDefinition;
export type MetricOptions<M extends AnyMetric> = OptionsOf<M['options']>;
export type MetricBase<M extends AnyMetric> = BaseOf<M['base']>;
export type MetricTable<M extends AnyMetric> = TableOf<M['table']>;

export type { DictionaryName };

/** What a derivation may know besides its base columns. */
export interface DeriveContext {
  readonly observed: Observed | null;
  /** The window of the filter; open ends are the observed ones. */
  readonly window: Observed | null;
  readonly windowed: boolean;
  readonly hasProfit: boolean;
  readonly customers: number;
  /** What tenures of the contracts are counted in; null where there are none. */
  readonly tenureUnit?: string | null;
  names(dictionary: DictionaryName): readonly string[];
  /** Texts that the codes of a customer attribute point into: `attributeTexts` of facts/attributes.ts. For breakdowns. */
  attribute?(name: string): readonly string[];
  /** The same of a breakdown of survey answers: `answerBreakdown` of facts/answers.ts. */
  answerAttribute?(name: string): { readonly texts: readonly string[]; readonly ofCustomers: boolean };
  /** What somebody answers for; none where no file says so. */
  readonly targets?: readonly Target[];
  /** Fields that the files bring; all, where it is left out. */
  readonly available?: ReadonlySet<string>;
}

export type Kernel<M extends AnyMetric> = (facts: Facts, scope: Scope, options: MetricOptions<M>) => MetricBase<M>;
export type Derive<M extends AnyMetric> = (
  base: MetricBase<M>,
  context: DeriveContext,
  options: MetricOptions<M>,
) => MetricTable<M>;

/** What a panel shows: a table, and what it was counted from. */
export interface InView<T = Table> {
  readonly table: T;
  readonly context: Omit<DeriveContext, 'names'>;
}

/** One row of a table, by column. */
export type TableRow = Readonly<Record<string, number | string>>;
/** Who stands behind a mark: indices of customers, or of orders where `lists` says so, ascending. */
export type Members<M extends AnyMetric> = (
  facts: Facts,
  scope: Scope,
  options: MetricOptions<M>,
  row: TableRow,
  column: keyof M['lists'] & string,
) => Int32Array;

/**
 * The long part of a derivation, in steps: it keeps what it works out for the derivation of the same base that follows.
 * Yields the evaluations so far, so that the worker can show them, and hear a cancel and other calls in between.
 */
export type Prepare<M extends AnyMetric> = (
  base: MetricBase<M>,
  context: DeriveContext,
  options: MetricOptions<M>,
) => Generator<number, unknown>;
/** What the report's summary says of a table in a sentence: why it holds less than was asked for. Null where it says nothing. */
export type Remark<M extends AnyMetric> = (table: MetricTable<M>) => string | null;

/** The worker's half of a metric. */
export interface Computation<M extends AnyMetric> {
  readonly kernel: Kernel<M>;
  readonly derive: Derive<M>;
  readonly members: Members<M>;
  readonly sql: string;
  /** Fills in options that the metric works out from the whole file, such as the lapse in days. */
  readonly resolve?: (facts: Facts, options: MetricOptions<M>) => MetricOptions<M>;
  /**
   * Tables of integers that the query reads besides `options`, written beside it before each run: a calendar of its own,
   * the steps of a funnel. By name, then column; NaN is NULL. Every column of a table has as many entries; a table may be empty.
   * `options` are resolved ones.
   */
  readonly tables?: (facts: Facts, scope: Scope, options: MetricOptions<M>) => QueryTables;
  readonly prepare?: Prepare<M>;
  /** What a chart draws that is no table: thousands of cells each way. Made anew each time, since it is handed over. */
  readonly picture?: (base: MetricBase<M>, context: DeriveContext, options: MetricOptions<M>) => Picture;
  readonly remark?: Remark<M>;
}
/** Keeps a computation to its definition's columns and options. */
export const defineComputation = <M extends AnyMetric>(_definition: M, computation: Computation<M>): Computation<M> =>
  computation;

/** Typed arrays of any length, by name. */
export type Picture = Readonly<Record<string, Int8Array | Uint32Array | Int32Array | Float64Array>>;
export type QueryTables = Readonly<Record<string, Readonly<Record<string, ArrayLike<number>>>>>;

/** Of fewer than this nothing is claimed. */
export const FEW = 5;

/** A finding: plain and strong runs of words, and its n. Null where the data do not carry a sentence. */
export interface Finding {
  readonly words: readonly (string | { readonly strong: string })[];
  readonly n: string;
}

/** A finding as one text. */
export const plainWords = ({ words }: Finding): string =>
  words.map((word) => (typeof word === 'string' ? word : word.strong)).join('');
/** A sentence as it goes on behind a colon. */
export const within = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** The defaults of a metric's options. */
export function defaultOptions<O extends OptionSpecs>(specs: O): OptionsOf<O> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, spec.type === 'one_of' ? spec.values[0] : spec.default]),
  ) as OptionsOf<O>;
}

/** What is set for a metric: its own options, else those of the same name of the metric that it follows. */
export function givenOptions(metric: AnyMetric, given: Readonly<Partial<Record<string, AnyOptions>>>): AnyOptions {
  const led = Object.entries(given[metric.follows ?? ''] ?? {}).filter(([name]) => name in metric.options);
  return { ...Object.fromEntries(led), ...given[metric.id] };
}

/** What an option is called, and one value of it; a value that is no choice of words stands for itself. */
export function optionWords(metric: AnyMetric, name: string): { label: string; of: (value: string) => string } {
  const words: { label: string; values?: Readonly<Record<string, string>> } = metric.words.options[name];
  return { label: words.label, of: (value) => words.values?.[value] ?? value };
}

/** Fields that a metric lacks: those that it needs, and all of those of which one would do. */
export function missingFields(
  metric: Pick<AnyMetric, 'needs' | 'needsOneOf'>,
  available: ReadonlySet<string>,
): string[] {
  const missing = metric.needs.filter((field) => !available.has(field));
  const oneOf = metric.needsOneOf ?? [];
  const isThere = (fields: string | readonly string[]) => [fields].flat().every((field) => available.has(field));
  return oneOf.length === 0 || oneOf.some(isThere) ? missing : [...missing, ...oneOf.flat()];
}

/** Whom a count of a row lists; null where the column is no list. */
export function listOf(metric: Pick<AnyMetric, 'lists'>, row: TableRow, column: string): ListKind | null {
  const kind = metric.lists[column];
  if (kind !== 'level') return kind ?? null;
  return row['level'] === 'basket' ? 'orders' : 'customers';
}

/** Number of rows of a table or of base columns. */
export const rowsOf = (table: Table): number => Object.values(table)[0]?.length ?? 0;

import type { Rejection } from '../domain/columns';
import type { CustomerPage, CustomerSort, CustomerStory } from '../domain/customer-list';
import type { DatabaseTable } from '../domain/database-table';
import type { ErrorWire } from '../domain/errors';
import type { Filter } from '../domain/filter';
import type { BroughtFile, LoadReport, Progress, RoleReading, TableChoice } from '../domain/import';
import type { Brought, LoadAnswers } from '../domain/load-answers';
import type { Role } from '../domain/roles';
import type { SaidOfTables } from '../domain/shape';
import type { TableQuestion } from '../domain/questions';
import type { Receipt } from '../domain/receipt';
import type { QualityFinding, RowTable } from '../domain/quality';
import type { TimeZone } from '../domain/time-zone';
import type { ReviewPage, ReviewRequest, UnifyChoices } from '../domain/unification';
import type { AnyOptions, DeriveContext, Picture, QueryTables, Table, TableRow } from '../metrics/metric';
import type { MetricId } from '../metrics/metric-id';
import type { PackedTable } from './packed-table';
import type { WorkspaceApi } from './workspace-protocol';

/** A derivation's context as data. */
export type MetricContext = Omit<DeriveContext, 'names'>;

export interface MetricRequest {
  readonly metric: MetricId;
  readonly options: AnyOptions;
  readonly filter: Filter;
}
/** The one-row table `options`, and tables of the metric's own, to be written before its query runs. */
export interface QueryInputs {
  readonly options: AnyOptions;
  readonly tables: QueryTables;
}
export interface MetricAnswer {
  readonly metric: MetricId;
  readonly generation: number;
  /** Null where columns are missing. */
  readonly table: Table | null;
  /** Fields without which there is nothing to count: `transactions.customer`. */
  readonly missing: readonly string[];
  readonly context: MetricContext;
  /** What the metric draws besides its table. */
  readonly picture?: Picture;
}
/** The same as it crosses from the worker. */
export type MetricReply = Omit<MetricAnswer, 'table'> & { readonly table: PackedTable | null };
/** Who stands behind one mark. */
export interface MarkRequest extends MetricRequest {
  readonly row: TableRow;
  readonly column: string;
}
export interface CustomerListRequest {
  readonly filter: Filter;
  /** Narrows the list to the customers behind a mark. */
  readonly mark: MarkRequest | null;
  /** Matches ids, names and e-mail addresses. */
  readonly search: string;
  readonly sort: CustomerSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}
export interface BringRequest {
  /** To be read; those of the tables that were read before are held. */
  readonly files: readonly BroughtFile[];
  readonly answers: LoadAnswers;
  /** False only brings the tables into form: nothing is counted, what was counted stands. */
  readonly count: boolean;
}
/** All the page can ask of the engine worker. Every call carries its whole context. */
export interface EngineApi extends WorkspaceApi {
  /** Reads files, brings tables into form and counts them, or says what must be answered first; the answer is another call. */
  bring(request: BringRequest): Brought;
  /** How a table is read in roles that somebody has chosen for it, as a report would. */
  guessAs(request: { table: string; roles: readonly Role[] }): readonly RoleReading[];
  /** Gives a file that was read another name, before its tables are in view. */
  rename(request: { from: string; to: string }): null;
  /** Lets go of all tables but those in view, and those that were read and wait for a word. */
  hold(request: { tables: readonly string[]; waiting: readonly string[] }): null;
  /** Brings the loaded records together under other decisions. */
  unify(request: { choices: UnifyChoices }): LoadReport;
  /** Pairs of records to look at. */
  review(request: ReviewRequest): ReviewPage;
  clear(request: null): null;
  metric(request: MetricRequest): MetricReply;
  /** The SQL that defines a metric, as it runs. */
  queryText(request: { metric: MetricId }): string;
  /** What a metric's query reads besides the filter. */
  queryInputs(request: MetricRequest): QueryInputs;
  customers(request: CustomerListRequest): CustomerPage;
  story(request: { id: string }): CustomerStory;
  rejections(request: null): readonly Rejection[];
  /** All of them, with the cells of their rows behind the reason. */
  rejectedWithCells(request: null): { header: readonly string[]; rows: readonly (readonly string[])[] };
  /** The first whole rows behind one reason. */
  rowsByReason(request: { list: 'rejections' | 'leftEmpty'; column: string; reason: string }): readonly RowTable[];
  /** What was loaded, to be held against the user's own system. `tables` are all that are in view, used or not. */
  receipt(request: { tables: readonly string[] }): Receipt;
  /** Questions about a table with what it comes to under each reading, those on which nothing depends left out; the most money first. */
  countReadings(request: { table: string; asks: readonly TableQuestion[]; timeZone?: TimeZone }): TableQuestion[];
  /** Questions of whether tables belong together (`choices` name all that are in view), with all sales under each answer; those on which nothing depends are left out. */
  countJoins(request: {
    said: SaidOfTables;
    choices: readonly TableChoice[];
    asks: readonly TableQuestion[];
    timeZone?: TimeZone;
  }): TableQuestion[];
  quality(request: null): readonly QualityFinding[];
  /** The first whole rows that a finding speaks of, by its place in `quality`. */
  qualityRows(request: { index: number }): readonly RowTable[];
  databaseTables(request: null): { generation: number; tables: DatabaseTable[] };
}

export interface SqlResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** True where the limit on rows cut the answer. */
  readonly cut: boolean;
  readonly milliseconds: number;
}
/** All the page can ask of the database worker. */
export interface DatabaseApi {
  fill(request: { tables: readonly DatabaseTable[] }): null;
  /** Runs one reading statement; refuses anything else with a sentence. */
  query(request: { sql: string; filter: Filter; metric: QueryInputs | null }): SqlResult;
  schema(request: null): readonly { table: string; columns: readonly string[] }[];
}

type Api = EngineApi | DatabaseApi | WorkspaceApi;
export type MethodOf<A> = keyof A & string;
export type ArgumentOf<A, M extends MethodOf<A>> = A[M] extends (request: infer R) => unknown ? R : never;
export type ResultOf<A, M extends MethodOf<A>> = A[M] extends (request: never) => infer R ? R : never;

export interface Request {
  readonly call: number;
  readonly method: string;
  readonly argument: unknown;
}
export interface CancelRequest {
  readonly cancel: number;
}
export type Reply =
  | { readonly call: number; readonly progress: Progress }
  | { readonly call: number; readonly ok: true; readonly value: unknown }
  | { readonly call: number; readonly ok: false; readonly error: ErrorWire };

/** What a handler may do besides answering. */
export interface CallControl {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}
export type Handlers<A extends Api> = {
  readonly [M in MethodOf<A>]: (
    argument: ArgumentOf<A, M>,
    control: CallControl,
  ) => Promise<ResultOf<A, M>> | ResultOf<A, M>;
};

import { DEFAULT_RULES, type WorkspaceRules } from '../domain/rhythm';
import type { Day } from '../domain/calendar';
import type { AppError } from '../domain/errors';
import type { Filter } from '../domain/filter';
import type { LoadReport } from '../domain/import';
import type { ReadingTotals } from '../domain/questions';
import type { SampleCompany } from '../domain/sample-company';
import { NO_CHOICES, type UnifyChoices } from '../domain/unification';
import type { MetricId } from '../metrics/metric-id';
import type { AnyOptions } from '../metrics/metric';
import type { Ask } from './answers';
import { suggestionsOf } from './readings';
import type { NamedBlob } from './samples';
import type { Arrival } from './sort-arrivals';
import { NO_TABLES, type Tables } from './tables';

export type WorkspaceStatus = 'empty' | 'reading' | 'asking' | 'loading' | 'ready' | 'failed';

/** An answer that was counted, with what all files came to before it and after. */
export interface Change {
  /** What was said, as a sentence. */
  readonly said: string;
  readonly before: ReadingTotals;
  readonly after: ReadingTotals;
  /** As they were before it. */
  readonly tables: Tables;
  /** As they are after it. */
  readonly inspected: Tables['inspected'];
}

export interface Questions {
  /** Open questions with what each reading comes to, the most money first. */
  readonly open: readonly Ask[];
  /** Asked for by hand, whether it was answered or not. */
  readonly wanted: Ask | null;
  readonly changes: readonly Change[];
  /** What the open questions were counted for: the same is not counted twice. */
  readonly counted: string | null;
}

/** Where a piece of work that is under way goes back to. */
export interface UnderWay {
  /** What a cancel gives back. */
  readonly before: Session;
  /** What a failure gives back, where that is not the same. */
  readonly checkpoint: Session | null;
}

/** The one workspace of this tab: what was brought, what came of it, what is in view. */
export interface Session {
  readonly status: WorkspaceStatus;
  readonly error: AppError | null;
  readonly work: UnderWay | null;
  /** Stays while newer files are read: the charts stand until there are others. */
  readonly report: LoadReport | null;
  /** Grows with every successful load; engine generations begin anew with a new worker. */
  readonly revision: number;
  /** The company whose figures are in view; null where they are the user's own. */
  readonly sample: SampleCompany | null;
  /** The report in view was made when the site was built; the files behind it are still being read. */
  readonly isPrerendered: boolean;
  /** The tables are of the user's own files, whatever is in view while they are read. */
  readonly isOwn: boolean;
  readonly tables: Tables;
  /** The files that the tables come from. */
  readonly files: readonly NamedBlob[];
  /** Files that are being read. */
  readonly coming: readonly NamedBlob[];
  /** Files that came with the same columns as others that are here, and wait for a word. */
  readonly arrivals: readonly Arrival[];
  readonly questions: Questions;
  /** The end of observation as the user sets it; null is the last recorded day. */
  readonly until: Day | null;
  /** How periods and leaving are told, whatever is looked at. */
  readonly rules: WorkspaceRules;
  /** What was decided about records of one customer. */
  readonly unify: UnifyChoices;
  /** Options of metrics that differ from their defaults. */
  readonly options: { readonly [Id in MetricId]?: AnyOptions };
  /** How a panel's chart shows what it has, where that differs from its first look. */
  readonly choices: Readonly<Record<string, AnyOptions>>;
  readonly filter: Filter;
}

export const NO_QUESTIONS: Questions = { open: [], wanted: null, changes: [], counted: null };

export const EMPTY_SESSION: Session = {
  status: 'empty',
  error: null,
  work: null,
  report: null,
  revision: 0,
  sample: null,
  isPrerendered: false,
  isOwn: true,
  tables: NO_TABLES,
  files: [],
  coming: [],
  arrivals: [],
  questions: NO_QUESTIONS,
  until: null,
  rules: DEFAULT_RULES,
  unify: NO_CHOICES,
  options: {},
  choices: {},
  filter: [],
};

export const isBusy = ({ status, work }: Session): boolean =>
  (status === 'reading' || status === 'loading') && work !== null;

/** Counted, with nothing left that somebody might want to say about the files first. */
export function isSettled({ status, error, report, arrivals, tables }: Session): boolean {
  const isMixed = (report?.currencies.length ?? 0) > 1 && !tables.treatments.transactions?.rates;
  const asks = arrivals.length > 0 || suggestionsOf(tables).length > 0 || isMixed;
  return status === 'ready' && error === null && !asks;
}

/** The last answer, while the tables that it was about are here. */
export function lastChange({ questions, tables }: Session): Change | null {
  const last = questions.changes.at(-1) ?? null;
  return last?.inspected === tables.inspected ? last : null;
}

/** What is open for one reason is asked in one question. */
export const alikeArrivals = (arrivals: readonly Arrival[]): readonly Arrival[] =>
  arrivals.filter(({ same }) => same === null);
export const sameArrivals = (arrivals: readonly Arrival[]): readonly Arrival[] =>
  arrivals.filter(({ same }) => same !== null);

import { DEFAULT_RULES, type WorkspaceRules } from './rhythm';
import type { Day } from './calendar';
import { NO_ANSWERS, type Answers } from './column-answers';
import { AppError, fromWire, type ErrorWire } from './errors';
import type { InspectedTable, LoadReport } from './import';
import type { TableAdvice } from './questions';
import { NOTHING_SAID, type SaidOfTables, type Shape } from './shape';
import type { TablesInView } from './tables-in-view';
import { AS_WRITTEN, type TimeZone } from './time-zone';
import type { Treatments } from './treatment';
import { NO_CHOICES, type UnifyChoices } from './unification';

/** All that was said of tables that are to be counted, by somebody or by the rule that was followed before. */
export interface LoadAnswers {
  readonly name: string;
  /** All that are in view, in the form in which they are in view, and their roles where those are not left to the guess. */
  readonly tables: TablesInView;
  /**
   * By table, another form than the one in view. `suggested`: the forms that their values ask for, and the tables are counted only
   * where nothing must be asked first.
   */
  readonly forms: Readonly<Record<string, readonly Shape[]>> | 'suggested';
  /** Forms that are not suggested to somebody who has taken them back. */
  readonly declined: readonly { readonly table: string; readonly kind: Shape['kind'] }[];
  readonly said: SaidOfTables;
  readonly columns: Answers;
  readonly treatments: Treatments;
  /** Where stamps that name an instant are moved to. */
  readonly timeZone: TimeZone;
  readonly unify: UnifyChoices;
  /** The end of observation; null is the last recorded day. */
  readonly until: Day | null;
  /** How periods and leaving are told. */
  readonly rules: WorkspaceRules;
}

/** Nothing was said yet. */
export const NO_LOAD_ANSWERS: LoadAnswers = {
  name: '',
  tables: { inspected: [], roles: {}, leftOut: {} },
  forms: {},
  declined: [],
  said: NOTHING_SAID,
  columns: NO_ANSWERS,
  treatments: {},
  timeZone: AS_WRITTEN,
  unify: NO_CHOICES,
  until: null,
  rules: DEFAULT_RULES,
};

/** What came of files and answers. */
export type Brought = {
  /** Those that were read, or are in another form than in the answers; in the order in which they were brought into it. */
  readonly tables: readonly InspectedTable[];
  /** What the tables say of each other; null where no forms are to be suggested. */
  readonly advice: TableAdvice | null;
} & (
  | { readonly kind: 'asks' }
  | { readonly kind: 'loaded'; readonly report: LoadReport }
  /** The tables are as they are told here, but cannot be counted so. */
  | { readonly kind: 'refused'; readonly error: ErrorWire }
);

/** The report of tables that somebody has settled: nothing is asked of them any more. */
export function reportOf(brought: Brought): LoadReport {
  if (brought.kind === 'refused') throw fromWire(brought.error);
  if (brought.kind === 'asks') throw new AppError('nothing-loaded', {});
  return brought.report;
}

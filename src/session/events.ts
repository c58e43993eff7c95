import type { WorkspaceRules } from '../domain/rhythm';
import type { Day } from '../domain/calendar';
import type { AppError } from '../domain/errors';
import type { Filter } from '../domain/filter';
import type { InspectedTable, LoadReport, RoleReading } from '../domain/import';
import type { KeptView } from '../domain/kept';
import type { QuestionReading, TableAdvice } from '../domain/questions';
import type { DecimalMark, Role } from '../domain/roles';
import type { SampleCompany } from '../domain/sample-company';
import type { JoinAnswer, JoinSuggestion, ShapeSuggestion } from '../domain/shape';
import type { TimeZone } from '../domain/time-zone';
import type { UnifyChoices } from '../domain/unification';
import type { MetricId } from '../metrics/metric-id';
import type { AnyOptions } from '../metrics/metric';
import type { Ask } from './answers';
import type { ChosenReading } from './readings';
import type { NamedBlob } from './samples';
import type { Change } from './session';
import type { Arrival } from './sort-arrivals';
import type { Recalled, Tables, TreatmentChange } from './tables';

/** What happens to the tables alone. */
export type TableEvent =
  /** Tables were read, or read once more: each takes the place of an earlier one of its id. */
  | { readonly type: 'tables-read'; readonly tables: readonly InspectedTable[]; readonly recalled: Recalled }
  | { readonly type: 'table-reshaped'; readonly table: InspectedTable }
  | { readonly type: 'tables-advised'; readonly advice: TableAdvice }
  | { readonly type: 'suggestion-declined'; readonly suggestion: ShapeSuggestion }
  /** A mapping file has given the whole form of tables. */
  | { readonly type: 'forms-given'; readonly tables: readonly string[] }
  | { readonly type: 'roles-chosen'; readonly table: InspectedTable; readonly roles: readonly RoleReading[] }
  /** What was chosen or remembered for a table is dropped. */
  | { readonly type: 'reading-reset'; readonly table: InspectedTable }
  | { readonly type: 'treated'; readonly role: Role; readonly change: TreatmentChange }
  | { readonly type: 'keys-spelled'; readonly areOne: boolean }
  | { readonly type: 'time-zone-chosen'; readonly zone: TimeZone }
  | {
      readonly type: 'date-answered';
      readonly table: InspectedTable;
      readonly column: string;
      readonly format: string;
    }
  | {
      readonly type: 'mark-answered';
      readonly table: InspectedTable;
      readonly column: string;
      readonly mark: DecimalMark;
    }
  | { readonly type: 'question-answered'; readonly ask: Ask; readonly reading: QuestionReading }
  | { readonly type: 'join-answered'; readonly join: JoinSuggestion; readonly answer: JoinAnswer }
  | { readonly type: 'join-taken-apart'; readonly table: string; readonly other: string }
  | {
      readonly type: 'join-spelled';
      readonly join: JoinSuggestion;
      readonly same: Readonly<Record<string, string>>;
    }
  | { readonly type: 'tables-restored'; readonly tables: Tables };

/** A piece of work that reads or loads: while it runs, the value before it is kept. */
export type WorkEvent =
  | { readonly type: 'work-begun'; readonly status: 'reading' | 'loading' }
  /** A failure goes back to here from now on; a cancel still goes back to the beginning. */
  | { readonly type: 'checkpoint' }
  | { readonly type: 'load-begun' }
  /** Nothing can be counted before somebody has said how the files are read. */
  | { readonly type: 'asking-begun' }
  | { readonly type: 'load-failed'; readonly error: AppError }
  | { readonly type: 'cancelled' }
  | { readonly type: 'work-ended' }
  /** Something went wrong, and nothing else has changed. */
  | { readonly type: 'error-shown'; readonly error: AppError }
  | { readonly type: 'error-dismissed' }
  /** The worker has died and what it held could not be loaded again. */
  | { readonly type: 'data-lost'; readonly error: AppError };

/** Files come, wait for a word, and go. */
export type FileEvent =
  /** Being read: files that come before they are in take them along. */
  | { readonly type: 'files-coming'; readonly files: readonly NamedBlob[] }
  /** A sample company makes room for them. */
  | {
      readonly type: 'files-brought';
      readonly files: readonly NamedBlob[];
      readonly tables: readonly InspectedTable[];
      readonly recalled: Recalled;
    }
  | { readonly type: 'files-waiting'; readonly arrivals: readonly Arrival[] }
  | { readonly type: 'arrivals-answered'; readonly arrivals: readonly Arrival[] }
  /** A file that waited is taken in, and read as others of its columns were where somebody chose how. */
  | {
      readonly type: 'file-accepted';
      readonly file: NamedBlob;
      readonly tables: readonly InspectedTable[];
      readonly recalled: Recalled;
      readonly models: readonly ChosenReading[];
    }
  | { readonly type: 'file-recoded'; readonly file: NamedBlob }
  /** @property files those of which no table is left */
  | { readonly type: 'tables-forgotten'; readonly tables: readonly string[]; readonly files: readonly string[] };

/** Figures come, of these tables or of others. */
export type LoadEvent =
  | { readonly type: 'until-chosen'; readonly until: Day | null }
  | { readonly type: 'rules-chosen'; readonly rules: Partial<WorkspaceRules> }
  | { readonly type: 'loaded'; readonly report: LoadReport }
  | { readonly type: 'unified'; readonly choices: UnifyChoices; readonly report: LoadReport }
  /** The report of a sample that was made when the site was built, before its files are read. */
  | { readonly type: 'prerendered'; readonly sample: SampleCompany; readonly report: LoadReport }
  | {
      readonly type: 'sample-opened';
      readonly sample: SampleCompany;
      readonly files: readonly NamedBlob[];
      readonly tables: Tables;
      readonly report: LoadReport;
    }
  | {
      readonly type: 'workspace-opened';
      readonly tables: Tables;
      readonly until: Day | null;
      readonly unify: UnifyChoices;
      readonly rules: WorkspaceRules;
      readonly view: KeptView;
      readonly report: LoadReport;
    }
  | { readonly type: 'renamed'; readonly name: string }
  | { readonly type: 'cleared' };

/** Questions about what was loaded. */
export type QuestionEvent =
  /** @property what the open questions as they are read now; null where counting them failed */
  | { readonly type: 'questions-counting'; readonly what: string | null }
  | { readonly type: 'questions-counted'; readonly open: readonly Ask[] }
  | { readonly type: 'question-wanted'; readonly ask: Ask | null }
  | { readonly type: 'answer-counted'; readonly change: Change }
  | { readonly type: 'answer-undone' };

/** What the reader looks at. A cancel leaves it as it is. */
export type ViewEvent =
  | {
      readonly type: 'option-set';
      readonly metric: MetricId;
      readonly name: string;
      readonly value: string | number | null;
      readonly isDefault: boolean;
    }
  | {
      readonly type: 'choice-set';
      readonly panel: string;
      readonly name: string;
      readonly value: string;
      readonly isInitial: boolean;
    }
  | { readonly type: 'filter-changed'; readonly filter: Filter }
  | {
      readonly type: 'view-shown';
      readonly options: { readonly [Id in MetricId]?: AnyOptions };
      readonly choices: Readonly<Record<string, AnyOptions>>;
      readonly filter: Filter;
    };

export type SessionEvent = TableEvent | WorkEvent | FileEvent | LoadEvent | QuestionEvent | ViewEvent;

/** One function for each event of a union. */
export type Handlers<Value, Event extends { readonly type: string }> = {
  readonly [Type in Event['type']]: (value: Value, event: Extract<Event, { readonly type: Type }>) => Value;
};

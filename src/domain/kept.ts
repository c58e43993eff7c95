import type { WorkspaceRules } from './rhythm';
import type { Day } from './calendar';
import type { FileBalance, RecordTable, Rejection, TransactionColumns } from './columns';
import type { Filter } from './filter';
import type { InspectedTable, RoleReading } from './import';
import type { DecimalMark, Role } from './roles';
import type { TimeZone } from './time-zone';
import type { Treatments } from './treatment';
import type { UnifyChoices } from './unification';

/** Where a browser keeps workspaces: its private file system, or IndexedDB where it has none that can be written. */
export type KeepPlace = 'opfs' | 'indexeddb';

/** The letters with which an exported workspace begins. */
export const PARCEL_MARK = 'PERENNWS';
export const isParcel = async (file: Blob): Promise<boolean> =>
  (await file.slice(0, PARCEL_MARK.length).text()) === PARCEL_MARK;

/** A kept workspace as it is listed. */
export interface WorkspaceEntry {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970, when its data or its name were last kept. */
  readonly saved: number;
  /** On disk, columns and manifest together. */
  readonly bytes: number;
  /** Rows loaded, of all files. */
  readonly rows: number;
  readonly files: readonly string[];
  /** Grows with every change. A writer that knows an older revision must not write. */
  readonly revision: number;
}

/** A workspace of another format, which this version can only list and delete. */
export interface RefusedWorkspace {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly format: number;
}

export interface WorkspaceList {
  /** Null where this browser lets a page keep nothing. */
  readonly place: KeepPlace | null;
  /** The newest first. */
  readonly entries: readonly WorkspaceEntry[];
  readonly refused: readonly RefusedWorkspace[];
}

/** How the files were read, for the Data page. */
export interface KeptTables {
  readonly inspected: readonly InspectedTable[];
  readonly roles: Readonly<Record<string, readonly RoleReading[]>>;
  readonly answers: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<string, DecimalMark>>;
  readonly treatments: Treatments;
  /** The time zone to which time-stamps with an offset were moved; left out where they are as written. */
  readonly timeZone?: TimeZone;
}

export type KeptOptions = Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;

/** The view: the filter, options of metrics, and choices of panels that differ from the initial ones. */
export interface KeptView {
  readonly filter: Filter;
  readonly options: KeptOptions;
  readonly choices: KeptOptions;
}

/** A workspace without its columns. Plain JSON. */
export interface KeptSession {
  readonly tables: KeptTables;
  /** The end of observation as the user has set it; null is the last recorded day. */
  readonly until: Day | null;
  readonly view: KeptView;
  /** Decisions about the data that a mapping does not hold. */
  readonly decisions: { readonly unify?: UnifyChoices; readonly rules?: WorkspaceRules };
}

/** One table in one role, validated. Its rows have no index of a file yet; assembling the dataset sets it. */
export interface KeptPart {
  /** The id of the table that it was read from. */
  readonly table: string;
  readonly role: Role;
  readonly columns: TransactionColumns | RecordTable;
  readonly balance: FileBalance;
  readonly rejections: readonly Rejection[];
  readonly leftEmpty: readonly Rejection[];
  /** Two numbers for each loaded row. */
  readonly fingerprints: Uint32Array;
  /** Further properties of the part. Plain JSON. */
  readonly more: Readonly<Record<string, unknown>>;
}

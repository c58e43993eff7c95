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
  /** Grows with every change; a writer that has another one in mind has been overtaken. */
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

/** How the files were read, as the Data page tells it. */
export interface KeptTables {
  readonly inspected: readonly InspectedTable[];
  readonly roles: Readonly<Record<string, readonly RoleReading[]>>;
  readonly answers: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<string, DecimalMark>>;
  readonly treatments: Treatments;
  /** Where stamps that name an instant were moved to; left out where they are as they are written. */
  readonly timeZone?: TimeZone;
}

export type KeptOptions = Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;

/** What is in view: the filter, options of metrics and choices of panels that differ from their first look. */
export interface KeptView {
  readonly filter: Filter;
  readonly options: KeptOptions;
  readonly choices: KeptOptions;
}

/** All of a workspace but its columns. Plain JSON. */
export interface KeptSession {
  readonly tables: KeptTables;
  /** The end of observation as the user has set it; null is the last recorded day. */
  readonly until: Day | null;
  readonly view: KeptView;
  /** Decisions about the data that are more than a mapping. */
  readonly decisions: { readonly unify?: UnifyChoices };
}

/** One table in one role, validated. Rows know no file yet: that is settled when parts are joined. */
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
  /** What else is known of the part. Plain JSON. */
  readonly more: Readonly<Record<string, unknown>>;
}

import type { LoadReport } from '../domain/import';
import type { KeptSession, WorkspaceEntry, WorkspaceList } from '../domain/kept';
import type { TableForm } from '../domain/table-form';
import type { Mapping } from '../domain/roles';
import type { TimeZone } from '../domain/time-zone';
import type { Treatments } from '../domain/treatment';

export interface KeepRequest {
  /** The id of a workspace that is there, or that a new one is to have. */
  readonly id: string;
  /** Of the entry that this change follows; null for a new workspace. */
  readonly revision: number | null;
  /** Left out, the name stays. */
  readonly name?: string;
  readonly session: KeptSession;
  /** The load whose columns are to be kept, or null where only the session has changed. */
  readonly generation: number | null;
}
export interface OpenedWorkspace {
  readonly entry: WorkspaceEntry;
  readonly session: KeptSession;
  readonly report: LoadReport;
}

/** What the page can ask of what is kept. The store lives in the engine worker, where the columns are. */
export interface WorkspaceApi {
  workspaces(request: null): WorkspaceList;
  /** Null where a newer load has taken the place of the one that was meant. */
  keep(request: KeepRequest): WorkspaceEntry | null;
  openWorkspace(request: { id: string }): OpenedWorkspace;
  renameWorkspace(request: { id: string; name: string }): WorkspaceEntry;
  duplicateWorkspace(request: { id: string; name: string }): WorkspaceEntry;
  /** The workspace as one file. */
  exportWorkspace(request: { id: string }): Blob;
  importWorkspace(request: { name: string; blob: Blob }): WorkspaceEntry;
  deleteWorkspace(request: { id: string }): null;
  clearWorkspaces(request: null): null;
  /** A mapping file, checked. */
  readMapping(request: { name: string; text: string }): {
    mapping: Mapping;
    treatments: Treatments;
    forms: readonly TableForm[];
    /** Null where it says nothing of it. */
    timeZone: TimeZone | null;
  };
}

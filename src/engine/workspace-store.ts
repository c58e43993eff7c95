import { AppError } from '../domain/errors';
import type { KeptSession, WorkspaceEntry, WorkspaceList } from '../domain/kept';
import { browserLocks, forgetStore, openStore } from '../workspace/open-store';
import { packParcel, unpackParcel } from '../workspace/parcel';
import { cut } from '../workspace/sections';
import { Workspaces } from '../workspace/workspaces';
import { keptPart, loadedPart, type LoadedPart } from '../intake/load/kept-parts';

// Apart from the handlers, so that neither the store nor Arrow is fetched before something is to be kept or opened.

async function workspaces(): Promise<Workspaces> {
  const store = await openStore();
  if (!store) throw new AppError('keeping-unavailable', {});
  return new Workspaces(store, browserLocks());
}

let swept: Promise<number> | null = null;

/** What is kept in this browser. The first look sweeps what writes that were cut off have left. */
export async function listWorkspaces(): Promise<WorkspaceList> {
  if (!(await openStore())) return { place: null, entries: [], refused: [] };
  const all = await workspaces();
  await (swept ??= all.sweep().catch(() => 0));
  return all.list();
}

export interface Keeping {
  readonly id: string;
  readonly revision: number | null;
  readonly name?: string;
  readonly session: KeptSession;
  /** Null keeps the columns that are there. */
  readonly parts: readonly LoadedPart[] | null;
}

export async function keepWorkspace({ id, revision, name, session, parts }: Keeping): Promise<WorkspaceEntry> {
  const all = await workspaces();
  const columns = parts && (await newColumns(parts));
  if (revision === null) {
    if (!columns) throw new AppError('workspace-gone', {});
    return all.create(name ?? '', session, columns, id);
  }
  return all.update(id, revision, {
    session,
    ...(name === undefined ? {} : { name }),
    ...(columns ? { columns } : {}),
  });
}

async function newColumns(parts: readonly LoadedPart[]) {
  const { writeParts } = await import('../workspace/parts');
  return {
    rows: parts.reduce((sum, { part }) => sum + part.balance.rows_loaded, 0),
    files: [...new Set(parts.map(({ part }) => part.balance.name))],
    sections: writeParts(parts.map(keptPart)),
  };
}

export async function openParts(id: string) {
  const [all, { readParts }] = await Promise.all([workspaces(), import('../workspace/parts')]);
  const { entry, session, columns, sections } = await all.open(id);
  const parts = await readParts(cut(columns, sections, entry.name), entry.name);
  return { entry, session, parts: parts.map(loadedPart) };
}

export const renameWorkspace = async (id: string, name: string) => (await workspaces()).update(id, null, { name });
export const duplicateWorkspace = async (id: string, name: string) => (await workspaces()).duplicate(id, name);
export const deleteWorkspace = async (id: string) => (await workspaces()).remove(id);

export async function exportWorkspace(id: string): Promise<Blob> {
  const { entry, session, columns, sections } = await (await workspaces()).open(id);
  const { name, rows, files, saved } = entry;
  return packParcel({ name, rows, files, session, columns, sections }, saved);
}

/** Takes in an exported workspace, once all its columns have been read: what cannot be opened is not kept. */
export async function importWorkspace(blob: Blob, fileName: string): Promise<WorkspaceEntry> {
  const { name, rows, files, session, columns, sections } = await unpackParcel(blob, fileName);
  const { readParts } = await import('../workspace/parts');
  (await readParts(cut(columns, sections, fileName), fileName)).forEach(loadedPart);
  return (await workspaces()).create(name, session, { rows, files, sections: cut(columns, sections, fileName) });
}

export async function clearWorkspaces(): Promise<void> {
  const store = await openStore();
  await store?.clear();
  forgetStore();
}

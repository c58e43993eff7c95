import { AppError } from '../domain/errors';
import type { KeptSession, RefusedWorkspace, WorkspaceEntry, WorkspaceList } from '../domain/kept';
import type { FileStore, Locks, StoredFile } from './file-store';
import { FORMAT, readManifest, writeManifest, type ColumnsFile, type Manifest } from './manifest';
import { cut, layOut, totalOf, type Section } from './sections';

/** A workspace in the store. */
interface Found {
  readonly id: string;
  /** The newest whole manifest; null where there is none, or one of another format. */
  readonly manifest: Manifest | null;
  readonly revision: number;
  readonly refused: RefusedWorkspace | null;
  readonly bytes: number;
  readonly files: readonly string[];
}
export interface Kept {
  readonly entry: WorkspaceEntry;
  readonly session: KeptSession;
  readonly columns: Blob;
  readonly sections: readonly Section[];
}
export interface NewColumns {
  readonly rows: number;
  readonly files: readonly string[];
  /** In order; an iterable, so that not all are in memory at once. */
  readonly sections: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}
interface Change {
  readonly name?: string;
  readonly session?: KeptSession;
  readonly columns?: NewColumns;
}

const MANIFEST = /^([a-z0-9]+)[.](\d+)[.][a-z0-9]+[.]manifest$/;
const COLUMNS = /^([a-z0-9]+)[.][a-z0-9]+[.]columns$/;
const REVISION_DIGITS = 9;

/**
 * The workspaces in a store. A change writes new files beside the old ones and then one small manifest; only then are the old
 * ones removed. Wherever it is interrupted, the last complete workspace is valid, and `sweep` removes what is left over.
 */
export class Workspaces {
  constructor(
    private readonly store: FileStore,
    private readonly locks: Locks | null,
    private readonly now: () => number = Date.now,
  ) {}

  async list(): Promise<WorkspaceList> {
    const found = await this.#all();
    const entries = found.flatMap((one) => (one.manifest ? [entryOf(one, one.manifest)] : []));
    return {
      place: this.store.place,
      entries: entries.sort((a, b) => b.saved - a.saved || (a.id < b.id ? -1 : 1)),
      refused: found.flatMap(({ refused }) => refused ?? []),
    };
  }

  /** Writes a new workspace; under a given `id` it takes the place of the one there. */
  async create(name: string, session: KeptSession, columns: NewColumns, id = newId()): Promise<WorkspaceEntry> {
    return this.#alone(id, () => this.#change(id, null, { name, session, columns }));
  }

  /**
   * Saves a change; what it does not name stays as it was. Throws `workspace-overtaken` when another tab has kept since `revision`,
   * `workspace-gone` when it was deleted, `storage-full` when there is no room. In each case the last complete one stays.
   * @param revision null for a change of any revision
   */
  async update(id: string, revision: number | null, change: Change): Promise<WorkspaceEntry> {
    return this.#alone(id, async () => {
      const found = await this.#find(id);
      if (!found.manifest) throw found.refused ? refusal(found.refused) : new AppError('workspace-gone', {});
      if (revision !== null && found.revision !== revision) throw new AppError('workspace-overtaken', {});
      return this.#change(id, found, change);
    });
  }

  async open(id: string): Promise<Kept> {
    const found = await this.#find(id);
    if (!found.manifest) throw found.refused ? refusal(found.refused) : new AppError('workspace-gone', {});
    const { session, columns } = found.manifest;
    const blob = await this.store.read(columns.file);
    if (!blob || blob.size !== totalOf(columns.sections))
      throw new AppError('workspace-damaged', { name: found.manifest.name });
    return { entry: entryOf(found, found.manifest), session, columns: blob, sections: columns.sections };
  }

  async duplicate(id: string, name: string): Promise<WorkspaceEntry> {
    const { entry, session, columns, sections } = await this.open(id);
    const { rows, files } = entry;
    return this.create(name, session, { rows, files, sections: cut(columns, sections, name) });
  }

  /** Deletes a workspace, its newest manifest last, so that an interruption does not bring back an older one. */
  async remove(id: string): Promise<void> {
    await this.#alone(id, async () => {
      const { files } = await this.#find(id);
      const manifests = files.filter((name) => MANIFEST.test(name)).sort();
      for (const name of manifests) await this.store.remove(name);
      for (const name of files) if (!manifests.includes(name)) await this.store.remove(name);
    });
  }

  clear(): Promise<void> {
    return this.store.clear();
  }

  /** Removes what interrupted writes have left, but not what another tab is writing now. */
  async sweep(): Promise<number> {
    if (!this.locks) return 0;
    let removed = 0;
    const ids = new Set((await this.store.list()).flatMap(({ name }) => idOf(name) ?? []));
    for (const id of ids) {
      await this.locks.ifFree(id, async () => {
        const found = await this.#find(id);
        if (found.refused) return;
        removed += await this.#removeAllBut(found);
      });
    }
    return removed;
  }

  async #change(id: string, found: Found | null, change: Change): Promise<WorkspaceEntry> {
    const before = found?.manifest;
    const written: string[] = [];
    const write = async (name: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => {
      written.push(name);
      await this.store.write(name, pieces);
    };
    const revision = (found?.revision ?? 0) + 1;
    try {
      const columns = change.columns ? await writeColumns(id, change.columns, write) : before!.columns;
      const manifest: Manifest = {
        format: FORMAT,
        id,
        name: change.name ?? before!.name,
        saved: change.columns || change.name !== undefined ? this.now() : before!.saved,
        rows: change.columns?.rows ?? before!.rows,
        files: change.columns?.files ?? before!.files,
        columns,
        session: change.session ?? before!.session,
      };
      const name = `${id}.${String(revision).padStart(REVISION_DIGITS, '0')}.${newId()}.manifest`;
      const bytes = writeManifest(manifest);
      await write(name, [bytes]);
      const now = {
        id,
        manifest,
        revision,
        refused: null,
        bytes: totalOf(columns.sections) + bytes.byteLength,
        files: [...(found?.files ?? []), ...written],
      };
      // The change is complete: what cannot be removed now is swept later.
      await this.#removeAllBut({ ...now, current: name }).catch(() => undefined);
      return entryOf(now, manifest);
    } catch (error) {
      for (const name of written.reverse()) await this.store.remove(name).catch(() => undefined);
      throw error;
    }
  }

  async #removeAllBut({ manifest, files, revision, current }: Found & { current?: string }): Promise<number> {
    const newest = current ?? files.find((name) => manifest !== null && revisionOf(name) === revision);
    const stale = files.filter((name) => name !== newest && name !== manifest?.columns.file).sort();
    for (const name of stale) await this.store.remove(name);
    return stale.length;
  }

  async #all(): Promise<Found[]> {
    const byId = new Map<string, StoredFile[]>();
    for (const file of await this.store.list()) {
      const id = idOf(file.name);
      if (id !== null) byId.set(id, [...(byId.get(id) ?? []), file]);
    }
    return Promise.all([...byId].map(([id, files]) => this.#choose(id, files)));
  }

  async #find(id: string): Promise<Found> {
    const files = (await this.store.list()).filter(({ name }) => idOf(name) === id);
    return this.#choose(id, files);
  }

  /** The newest manifest that is complete and whose columns are complete. */
  async #choose(id: string, stored: readonly StoredFile[]): Promise<Found> {
    const files = stored.map(({ name }) => name);
    const sizes = new Map(stored.map(({ name, bytes }) => [name, bytes]));
    const total = stored.reduce((sum, { bytes }) => sum + bytes, 0);
    const manifests = files.filter((name) => MANIFEST.test(name)).sort((a, b) => (a < b ? 1 : -1));
    const revision = Math.max(0, ...manifests.map(revisionOf));
    for (const name of manifests) {
      try {
        const manifest = readManifest((await (await this.store.read(name))?.text()) ?? '');
        if (manifest?.id !== id || sizes.get(manifest.columns.file) !== totalOf(manifest.columns.sections)) continue;
        const bytes = totalOf(manifest.columns.sections) + sizes.get(name)!;
        return { id, manifest, revision: revisionOf(name), refused: null, bytes, files };
      } catch (error) {
        const details = otherFormat(error);
        if (!details) throw error;
        return { id, manifest: null, revision, refused: { id, bytes: total, ...details }, bytes: total, files };
      }
    }
    return { id, manifest: null, revision, refused: null, bytes: total, files };
  }

  #alone<T>(id: string, task: () => Promise<T>): Promise<T> {
    return this.locks ? this.locks.exclusive(id, task) : task();
  }
}

/** What an error tells of a manifest of another format; null for any other error. */
function otherFormat(error: unknown): { name: string; format: number } | null {
  if (!(error instanceof AppError)) return null;
  const { code, details } = error as AppError;
  return code === 'workspace-newer' || code === 'workspace-older'
    ? (details as { name: string; format: number })
    : null;
}

const newId = (): string => {
  const [a, b] = crypto.getRandomValues(new Uint32Array(2));
  return a.toString(36).padStart(7, '0') + b.toString(36).padStart(7, '0');
};
const idOf = (name: string): string | null => (MANIFEST.exec(name) ?? COLUMNS.exec(name))?.[1] ?? null;
const revisionOf = (name: string): number => Number(MANIFEST.exec(name)?.[2] ?? 0);
const refusal = ({ name, format }: RefusedWorkspace) =>
  new AppError(format > FORMAT ? 'workspace-newer' : 'workspace-older', { name, format });

const entryOf = ({ id, revision, bytes }: Found, { name, saved, rows, files }: Manifest): WorkspaceEntry => ({
  id,
  name,
  saved,
  bytes,
  rows,
  files,
  revision,
});

async function writeColumns(
  id: string,
  { sections: made }: NewColumns,
  write: (name: string, pieces: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<ColumnsFile> {
  const file = `${id}.${newId()}.columns`;
  const sections: Section[] = [];
  await write(file, layOut(made, sections));
  return { file, sections };
}

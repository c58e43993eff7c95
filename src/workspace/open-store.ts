import type { FileStore, Locks } from './file-store';
import { IndexedStore } from './indexed-store';
import { OpfsStore } from './opfs-store';

/** The folder of the private file system, or the database: one origin may hold other sites, whose files are not ours. */
export const STORE_NAME = 'perennial-workspaces';

let opened: Promise<FileStore | null> | null = null;

/** The browser's best place for files that stay; null where it has none, as in some private windows. */
export function openStore(): Promise<FileStore | null> {
  opened ??= choose();
  return opened;
}

/** After everything was cleared, the next file begins in a new place. */
export function forgetStore(): void {
  opened = null;
}

async function choose(): Promise<FileStore | null> {
  return (await opfs()) ?? (await indexed());
}

async function opfs(): Promise<FileStore | null> {
  try {
    const root = await navigator.storage.getDirectory();
    const prototype = (globalThis as { FileSystemFileHandle?: { prototype: object } }).FileSystemFileHandle?.prototype;
    if (!prototype || !('createSyncAccessHandle' in prototype || 'createWritable' in prototype)) return null;
    return new OpfsStore(root, STORE_NAME);
  } catch {
    return null;
  }
}

async function indexed(): Promise<FileStore | null> {
  try {
    return await IndexedStore.open(STORE_NAME);
  } catch {
    return null;
  }
}

const named = (name: string) => `${STORE_NAME} write ${name}`;

/** Web Locks; without them (no secure context) nobody can be waited for. */
export function browserLocks(): Locks | null {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  if (!locks) return null;
  return {
    exclusive: (name, task) => locks.request(named(name), task),
    ifFree: (name, task) =>
      locks.request(named(name), { ifAvailable: true }, (lock) => (lock ? task() : Promise.resolve(null))),
  };
}

import type { FileStore, Locks } from './file-store';
import { IndexedStore } from './indexed-store';
import { OpfsStore } from './opfs-store';

/** The folder of the private file system, or the database: an origin may have other sites with files of their own. */
export const STORE_NAME = 'perennial-workspaces';

let opened: Promise<FileStore | null> | null = null;

/** The best storage that the browser has; null where it has none, as in some private windows. */
export function openStore(): Promise<FileStore | null> {
  opened ??= choose();
  return opened;
}

/** After everything was deleted, the next file opens the storage anew. */
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

/** Web Locks; without them (outside a secure context) there is no waiting for other tabs. */
export function browserLocks(): Locks | null {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  if (!locks) return null;
  return {
    exclusive: (name, task) => locks.request(named(name), task),
    ifFree: (name, task) =>
      locks.request(named(name), { ifAvailable: true }, (lock) => (lock ? task() : Promise.resolve(null))),
  };
}

import type { FileStore } from './file-store';
import { asStorageError } from './file-store';

type Folder = FileSystemDirectoryHandle & {
  entries(): AsyncIterableIterator<[string, FileSystemHandle]>;
};
interface SyncAccessHandle {
  write(bytes: Uint8Array, options: { at: number }): number;
  flush(): void;
  close(): void;
}
type Writable = FileSystemFileHandle & { createSyncAccessHandle?: () => Promise<SyncAccessHandle> };

const isMissing = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';

/** Files in one folder of the browser's private file system. */
export class OpfsStore implements FileStore {
  readonly place = 'opfs';

  constructor(
    private readonly root: FileSystemDirectoryHandle,
    private readonly name: string,
  ) {}

  #folder = async () => (await this.root.getDirectoryHandle(this.name, { create: true })) as Folder;

  async list() {
    const found: { name: string; bytes: number }[] = [];
    for await (const [name, handle] of (await this.#folder()).entries()) {
      if (handle.kind !== 'file') continue;
      try {
        found.push({ name, bytes: (await handle.getFile()).size });
      } catch (error) {
        // Another tab has removed it since it was listed.
        if (!isMissing(error)) throw asStorageError(error);
      }
    }
    return found;
  }

  async read(name: string): Promise<Blob | null> {
    try {
      return await (await (await this.#folder()).getFileHandle(name)).getFile();
    } catch (error) {
      if (isMissing(error)) return null;
      throw asStorageError(error);
    }
  }

  async write(name: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    const folder = await this.#folder();
    try {
      const file = (await folder.getFileHandle(name, { create: true })) as Writable;
      if (file.createSyncAccessHandle) await writeAt(await file.createSyncAccessHandle(), pieces);
      else await stream(await file.createWritable(), pieces);
    } catch (error) {
      await folder.removeEntry(name).catch(() => undefined);
      throw asStorageError(error);
    }
  }

  async remove(name: string): Promise<void> {
    try {
      await (await this.#folder()).removeEntry(name);
    } catch (error) {
      if (!isMissing(error)) throw asStorageError(error);
    }
  }

  async clear(): Promise<void> {
    try {
      await this.root.removeEntry(this.name, { recursive: true });
    } catch (error) {
      if (!isMissing(error)) throw asStorageError(error);
    }
  }
}

async function writeAt(handle: SyncAccessHandle, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
  try {
    let at = 0;
    for await (const piece of pieces) {
      // On a full disk fewer bytes may be written than were given, without an error.
      if (handle.write(piece, { at }) < piece.byteLength) throw new DOMException('short write', 'QuotaExceededError');
      at += piece.byteLength;
    }
    handle.flush();
  } finally {
    handle.close();
  }
}

async function stream(
  writable: FileSystemWritableFileStream,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
) {
  try {
    for await (const piece of pieces) await writable.write(piece as Uint8Array<ArrayBuffer>);
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
  await writable.close();
}

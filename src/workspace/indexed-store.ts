import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import { asStorageError, type FileStore } from './file-store';

interface Files extends DBSchema {
  files: { key: string; value: readonly Uint8Array[] };
  /** Sizes are stored apart from the files, so that listing does not read the files into memory. */
  sizes: { key: string; value: number };
}
const BOTH: ('files' | 'sizes')[] = ['files', 'sizes'];
type Writable<Name extends 'files' | 'sizes'> = IDBPObjectStore<Files, ('files' | 'sizes')[], Name, 'readwrite'>;

/** Files as records of IndexedDB: where a browser has no private file system that can be written. */
export class IndexedStore implements FileStore {
  readonly place = 'indexeddb';

  private constructor(
    private readonly database: IDBPDatabase<Files>,
    private readonly name: string,
  ) {}

  static async open(name: string): Promise<IndexedStore> {
    const database = await openDB<Files>(name, 1, {
      upgrade: (made) => BOTH.forEach((store) => made.createObjectStore(store)),
      // Another tab deletes the database: closing this connection lets it go on.
      blocking: (_old, _new, event) => (event.target as IDBDatabase).close(),
    });
    return new IndexedStore(database, name);
  }

  async list() {
    const { store } = this.database.transaction('sizes');
    const [names, sizes] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return names.map((name, at) => ({ name, bytes: sizes[at] }));
  }

  async read(name: string): Promise<Blob | null> {
    const pieces = await this.database.get('files', name);
    return pieces ? new Blob(pieces as Uint8Array<ArrayBuffer>[]) : null;
  }

  async write(name: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    const whole: Uint8Array[] = [];
    try {
      // A view would be stored with its whole buffer.
      for await (const piece of pieces)
        whole.push(piece.byteLength === piece.buffer.byteLength ? piece : piece.slice());
    } catch (error) {
      throw asStorageError(error);
    }
    const bytes = whole.reduce((sum, { byteLength }) => sum + byteLength, 0);
    await this.#change(async (files, sizes) => {
      await Promise.all([files.put(whole, name), sizes.put(bytes, name)]);
    });
  }

  async remove(name: string): Promise<void> {
    await this.#change(async (files, sizes) => {
      await Promise.all([files.delete(name), sizes.delete(name)]);
    });
  }

  async clear(): Promise<void> {
    this.database.close();
    await deleteDB(this.name);
  }

  /** Resolves when a change is on disk; a failed change leaves nothing. */
  async #change(change: (files: Writable<'files'>, sizes: Writable<'sizes'>) => Promise<void>): Promise<void> {
    try {
      const transaction = this.database.transaction(BOTH, 'readwrite', { durability: 'strict' });
      const { done } = transaction;
      // A failing request rejects `done` too, whose error is awaited below: without this handler it would be reported as unhandled.
      done.catch(() => undefined);
      await change(transaction.objectStore('files'), transaction.objectStore('sizes'));
      await done;
    } catch (error) {
      throw asStorageError(error);
    }
  }
}

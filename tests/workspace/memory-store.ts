import { AppError } from '../../src/domain/errors';
import type { KeptSession } from '../../src/domain/kept';
import type { FileStore, Locks } from '../../src/workspace/file-store';

/** Files in memory. Can be told to fail, or to be cut off, at its k-th change. */
export class MemoryStore implements FileStore {
  readonly place = 'opfs';
  readonly files = new Map<string, Uint8Array>();
  /** Changes until one fails; each piece that is written is one. */
  #left = Infinity;
  /** After a tab was killed nothing more is done, not even tidying. */
  #dead = false;
  changes = 0;

  constructor(private readonly dies = false) {}

  failAfter(changes: number): void {
    this.#left = changes;
    this.#dead = false;
  }

  async list() {
    return [...this.files].map(([name, { byteLength }]) => ({ name, bytes: byteLength }));
  }
  async read(name: string): Promise<Blob | null> {
    const bytes = this.files.get(name);
    return bytes ? new Blob([bytes as Uint8Array<ArrayBuffer>]) : null;
  }
  async write(name: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    this.#step(() => this.#append(name, new Uint8Array(0)));
    for await (const piece of pieces) {
      // Half of it is on disk when the other half finds no room.
      this.#append(name, this.#left === 0 ? piece.subarray(0, piece.byteLength >> 1) : new Uint8Array(0));
      this.#step(() => this.#append(name, piece));
    }
  }
  async remove(name: string): Promise<void> {
    this.#step(() => this.files.delete(name));
  }
  async clear(): Promise<void> {
    this.files.clear();
  }

  #append(name: string, piece: Uint8Array): void {
    if (this.#dead) return;
    const before = this.files.get(name) ?? new Uint8Array(0);
    const after = new Uint8Array(before.byteLength + piece.byteLength);
    after.set(before);
    after.set(piece, before.byteLength);
    this.files.set(name, after);
  }
  #step(change: () => unknown): void {
    if (this.#dead) throw new Error('the tab is gone');
    if (this.#left-- === 0) {
      this.#dead = this.dies;
      throw new AppError('storage-full', {});
    }
    this.changes++;
    change();
  }
}

/** Locks of one tab among others: names in `taken` are another tab's. */
export const locksOf = (taken: ReadonlySet<string> = new Set()): Locks => ({
  exclusive: (_, task) => task(),
  ifFree: (name, task) => (taken.has(name) ? Promise.resolve(null) : task()),
});

export const emptySession: KeptSession = {
  tables: { inspected: [], roles: {}, answers: {}, marks: {}, treatments: {} },
  until: null,
  view: { filter: [], options: {}, choices: {} },
  decisions: {},
};

/** Sections of any content. */
export const columnsOf = (...texts: readonly string[]) => ({
  rows: texts.length,
  files: ['till.csv'],
  sections: texts.map((text) => new TextEncoder().encode(text)),
});

import { AppError } from '../domain/errors';
import type { KeepPlace } from '../domain/kept';

export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
}

/**
 * A flat folder of whole files. A write may be cut off half-way, so readers must check what they read. A file is never
 * written twice under the same name.
 */
export interface FileStore {
  readonly place: KeepPlace;
  list(): Promise<readonly StoredFile[]>;
  /** Null where there is no such file. */
  read(name: string): Promise<Blob | null>;
  /** Throws `storage-full` where the browser grants no more room. */
  write(name: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>;
  remove(name: string): Promise<void>;
  /** Removes all files, and the folder. */
  clear(): Promise<void>;
}

/** One writer at a time for a name, in all tabs. */
export interface Locks {
  exclusive<T>(name: string, task: () => Promise<T>): Promise<T>;
  /** Gives null, without waiting, where another tab has the name. */
  ifFree<T>(name: string, task: () => Promise<T>): Promise<T | null>;
}

/** The browser's error as `storage-full` or as another error of storage. */
export function asStorageError(error: unknown): AppError {
  if (error instanceof AppError) return error as AppError;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  if (name === 'QuotaExceededError' || /quota|no.?space|DEVICE_SPACE/i.test(message))
    return new AppError('storage-full', {}, { cause: error });
  return new AppError('keeping-failed', { reason: `${name} ${message}`.trim() }, { cause: error });
}

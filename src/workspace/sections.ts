import { AppError } from '../domain/errors';
import { checksumOf } from './checksum';

/** One Arrow file within the file of columns. */
export interface Section {
  readonly bytes: number;
  readonly checksum: number;
}

/** Alignment in bytes: typed arrays are views of the file, so every section begins at a multiple of this. */
const ALIGN = 64;
const padded = (bytes: number): number => Math.ceil(bytes / ALIGN) * ALIGN;
const NOTHING = new Uint8Array(ALIGN);

export const totalOf = (sections: readonly Section[]): number =>
  sections.reduce((sum, { bytes }) => sum + padded(bytes), 0);

/** The bytes of sections one after another, padded; appends the size and checksum of each to `sections`. */
export async function* layOut(
  made: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  sections: Section[],
): AsyncGenerator<Uint8Array> {
  for await (const section of made) {
    const bytes = section.byteLength;
    sections.push({ bytes, checksum: checksumOf(section) });
    if (bytes > 0) yield section;
    if (padded(bytes) > bytes) yield NOTHING.slice(0, padded(bytes) - bytes);
  }
}

/** The sections of a file of columns, each read on demand. Throws `workspace-damaged` where one is not as it was written. */
export async function* cut(file: Blob, sections: readonly Section[], name: string): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const { bytes, checksum } of sections) {
    const section = new Uint8Array(await file.slice(at, at + bytes).arrayBuffer());
    if (section.byteLength !== bytes || checksumOf(section) !== checksum)
      throw new AppError('workspace-damaged', { name });
    yield section;
    at += padded(bytes);
  }
}

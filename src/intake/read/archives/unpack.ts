import { Cancelled } from '../../../domain/errors';
import { crc32 } from './crc32';
import { packedBytes, type ZipEntry } from './zip-directory';

/** What a tab can hold unpacked, and a ratio that exports do not reach: tables pack to a tenth, zeros to a thousandth. */
const MOST_UNPACKED = 1 << 30;
const SUSPECT_UNPACKED = 64 << 20;
const SUSPECT_RATIO = 100;

/** Whether so many bytes out of so few are a trap or more than can be held; the limit that they pass, or null. */
export function limitPassed(unpacked: number, packed: number): number | null {
  if (unpacked > SUSPECT_UNPACKED && unpacked > packed * SUSPECT_RATIO) return SUSPECT_UNPACKED;
  return unpacked > MOST_UNPACKED ? MOST_UNPACKED : null;
}

/** More came out than may: thrown as soon as it does. */
export class TooMuchUnpacked extends Error {
  constructor(
    readonly unpacked: number,
    readonly limit: number,
  ) {
    super('too much unpacked');
  }
}

/** The packed bytes are cut short or wrong. */
export class PackedBytesDamaged extends Error {}

interface Unpacking {
  /** Bytes beyond which it throws TooMuchUnpacked, besides the limits for all archives. */
  readonly most?: number;
  /** Takes the bytes as they come; they are then not kept. */
  readonly onbytes?: (bytes: Uint8Array) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Unpacks a blob. What an archive says of its sizes may be a lie, so bytes are counted as they come.
 * @throws PackedBytesDamaged where they cannot be unpacked
 */
export async function unpack(
  packed: Blob,
  format: CompressionFormat,
  { most = Infinity, onbytes, signal }: Unpacking = {},
): Promise<Blob> {
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = packed.stream().pipeThrough(new DecompressionStream(format)).getReader();
  try {
    for (;;) {
      if (signal?.aborted) throw new Cancelled();
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new PackedBytesDamaged('damaged', { cause });
      });
      if (done) break;
      bytes += value.length;
      const limit = bytes > most ? most : limitPassed(bytes, packed.size);
      if (limit !== null) throw new TooMuchUnpacked(bytes, limit);
      if (onbytes) onbytes(value);
      else parts.push(value);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
  return new Blob(parts);
}

/** The bytes of an archive's entry; null where it is damaged, encrypted, or packed in a way that browsers cannot undo. */
export async function unpackEntry(blob: Blob, entry: ZipEntry, signal?: AbortSignal): Promise<Blob | null> {
  const packed = entry.encrypted ? null : await packedBytes(blob, entry);
  if (packed === null || entry.method === 0) return packed;
  if (entry.method !== 8) return null;
  try {
    return await unpack(packed, 'deflate-raw', { most: entry.uncompressed, signal });
  } catch (error) {
    if (error instanceof PackedBytesDamaged) return null;
    throw error;
  }
}

/**
 * Reads through an archive's entries before a library does, which would trust the directory for their sizes, and might
 * follow a broken length for hours. Whoever wants to look at the bytes on the way may.
 * @throws TooMuchUnpacked where an entry holds more than the directory says, PackedBytesDamaged where it is not whole
 */
export async function checkEntries(
  blob: Blob,
  entries: readonly ZipEntry[],
  onbytes: (entry: ZipEntry, bytes: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (const entry of entries) {
    const packed = await packedBytes(blob, entry);
    if (packed === null) throw new PackedBytesDamaged(`${entry.name} is not where the directory says`);
    let crc = 0;
    const look = (bytes: Uint8Array): void => {
      crc = crc32(bytes, crc);
      onbytes(entry, bytes);
    };
    if (entry.method === 8) await unpack(packed, 'deflate-raw', { most: entry.uncompressed, onbytes: look, signal });
    else look(new Uint8Array(await packed.arrayBuffer()));
    if (entry.crc !== 0 && entry.crc !== crc) throw new PackedBytesDamaged(`${entry.name} has another checksum`);
  }
}

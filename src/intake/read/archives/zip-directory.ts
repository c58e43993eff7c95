export interface ZipEntry {
  readonly name: string;
  readonly compressed: number;
  readonly uncompressed: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Checksum of the unpacked bytes; 0 where none was written. */
  readonly crc: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
/** The end record stands within its own 22 bytes and a comment of at most 64 KB. */
const MAX_TAIL = 22 + 0xffff;

/**
 * Lists a ZIP's entries from its central directory, without unpacking anything. Null where there is none (a file
 * cut short), or where the directory needs ZIP64, as only an archive of 4 GB or 65,535 entries does.
 */
export async function readZipDirectory(blob: Blob): Promise<ZipEntry[] | null> {
  const tail = await view(blob, Math.max(0, blob.size - MAX_TAIL), blob.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) return null;
  const size = tail.getUint32(end + 12, true);
  const offset = tail.getUint32(end + 16, true);
  if (offset + size > blob.size) return null;
  return listEntries(await view(blob, offset, offset + size));
}

function listEntries(directory: DataView): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  const names = new TextDecoder();
  for (let at = 0; at + 46 <= directory.byteLength;) {
    if (directory.getUint32(at, true) !== ENTRY) return null;
    const nameLength = directory.getUint16(at + 28, true);
    if (at + 46 + nameLength > directory.byteLength) return null;
    entries.push({
      name: names.decode(new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength)),
      compressed: directory.getUint32(at + 20, true),
      uncompressed: directory.getUint32(at + 24, true),
      method: directory.getUint16(at + 10, true),
      encrypted: (directory.getUint16(at + 8, true) & 1) === 1,
      crc: directory.getUint32(at + 16, true),
      offset: directory.getUint32(at + 42, true),
    });
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return entries;
}

/** The packed bytes of an entry; null where its local header is not where the directory says. */
export async function packedBytes(blob: Blob, entry: ZipEntry): Promise<Blob | null> {
  if (entry.offset + 30 > blob.size) return null;
  const local = await view(blob, entry.offset, entry.offset + 30);
  if (local.getUint32(0, true) !== LOCAL) return null;
  const start = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  return start + entry.compressed > blob.size ? null : blob.slice(start, start + entry.compressed);
}

const view = async (blob: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await blob.slice(from, to).arrayBuffer());

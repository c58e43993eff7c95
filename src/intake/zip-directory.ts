export interface ZipEntry {
  readonly name: string;
  readonly compressed: number;
  readonly uncompressed: number;
}

const END = 0x06054b50;
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
    });
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return entries;
}

const view = async (blob: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await blob.slice(from, to).arrayBuffer());

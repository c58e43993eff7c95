import { deflate } from './deflate';

export interface ZipEntry {
  path: string;
  text: string;
}

/** 2025-07-01 08:00:00 in DOS form: a fixed time, so that the archive does not depend on when it was made. */
const DOS_DATE = ((2025 - 1980) << 9) | (7 << 5) | 1;
const DOS_TIME = 8 << 11;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Little-endian fields, given as [value, width in bytes]. */
function fields(...pairs: [value: number, width: number][]): Uint8Array {
  return Uint8Array.from(
    pairs.flatMap(([value, width]) => Array.from({ length: width }, (_, byte) => (value >>> (8 * byte)) & 255)),
  );
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export function writeZip(entries: ZipEntry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, text } of entries) {
    const name = new TextEncoder().encode(path);
    const plain = new TextEncoder().encode(text);
    const packed = deflate(plain);
    const common = fields(
      [20, 2],
      [0, 2],
      [8, 2],
      [DOS_TIME, 2],
      [DOS_DATE, 2],
      [crc32(plain), 4],
      [packed.length, 4],
      [plain.length, 4],
      [name.length, 2],
      [0, 2],
    );
    const local = joined([fields([0x04034b50, 4]), common, name, packed]);
    directory.push(
      joined([fields([0x02014b50, 4], [20, 2]), common, fields([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = joined(directory);
  const end = fields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [central.length, 4],
    [offset, 4],
    [0, 2],
  );
  return joined([...locals, central, end]);
}

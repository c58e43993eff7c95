export interface Dialect {
  delimiter: ',' | ';';
  newline: '\n' | '\r\n';
  encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252';
}

export function writeDelimited(
  dialect: Dialect,
  header: readonly string[],
  rows: Iterable<readonly string[]>,
): Uint8Array {
  const lines = [header, ...rows].map((cells) =>
    cells.map((cell) => quoted(cell, dialect.delimiter)).join(dialect.delimiter),
  );
  return encode(lines.join(dialect.newline) + dialect.newline, dialect.encoding);
}

function quoted(cell: string, delimiter: string): string {
  const needsQuotes = cell.includes(delimiter) || cell.includes('"') || cell.includes('\n');
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encode(text: string, encoding: Dialect['encoding']): Uint8Array {
  if (encoding === 'windows-1252') return encodeWindows1252(text);
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text);
}

/** Latin-1 and the euro sign are all that the companies use; any other character is a mistake in the generator. */
function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const encodable = code < 0x80 || (code >= 0xa0 && code <= 0xff);
    if (!encodable && code !== 0x20ac) throw new Error(`not in windows-1252: ${text.charAt(index)}`);
    bytes[index] = code === 0x20ac ? 0x80 : code;
  }
  return bytes;
}

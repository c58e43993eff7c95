/** What a file's first bytes are, whatever its name says. Office files are told apart further on. */
type Format = { kind: 'text' } | { kind: 'zip' } | { kind: 'other'; found: string };

const latin1 = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

const MAGIC: readonly (readonly [found: string, bytes: readonly number[], at?: number])[] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', latin1('GIF8')],
  ['a WebP picture', latin1('WEBP'), 8],
  ['a TIFF picture', [0x49, 0x49, 0x2a, 0x00]],
  ['a PDF document', latin1('%PDF')],
  ['a gzip archive', [0x1f, 0x8b, 0x08]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['a RAR archive', latin1('Rar!\x1a\x07')],
  ['an XZ archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a Parquet file', latin1('PAR1')],
  ['an Arrow file', latin1('ARROW1')],
  ['an SQLite database', latin1('SQLite format 3\0')],
  ['an RTF document', latin1('{\\rtf')],
  ['a video', latin1('ftyp'), 4],
];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
/** Text formats that are no table; read as one they would only puzzle. */
const MARKUP: readonly (readonly [found: string, pattern: RegExp])[] = [
  ['a web page (HTML)', /^\s*<(!doctype\s+html|html|head|body|table)\b/i],
  ['an XML document', /^\s*<\?xml\b/i],
  ['a JSON document', /^\s*(\{\s*"[^"]*"\s*:|\[\s*[{[])/],
];

export function sniffFormat(head: Uint8Array, utf16: boolean): Format {
  const has = (bytes: readonly number[], at = 0): boolean => bytes.every((byte, index) => head[at + index] === byte);
  if (ZIP.some((bytes) => has(bytes))) return { kind: 'zip' };
  if (has(OLE2)) return { kind: 'other', found: nameOle2(head) };
  const magic = MAGIC.find(([, bytes, at]) => has(bytes, at));
  if (magic) return { kind: 'other', found: magic[0] };
  if (!utf16 && isBinary(head)) return { kind: 'other', found: 'binary data' };
  const start = String.fromCharCode(...head.subarray(0, 1024).filter((byte) => byte !== 0)).replace(
    /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/,
    '',
  );
  const markup = MARKUP.find(([, pattern]) => pattern.test(start));
  return markup ? { kind: 'other', found: markup[0] } : { kind: 'text' };
}

/** An OLE2 container names its streams in UTF-16; encrypted workbooks of any age come in one too. */
function nameOle2(head: Uint8Array): string {
  const text = new TextDecoder('utf-16le').decode(head.subarray(0, head.length & ~1));
  if (text.includes('EncryptedPackage')) return 'a workbook locked with a password';
  if (text.includes('WordDocument')) return 'an old Word document (.doc)';
  return 'an old Excel file (.xls)';
}

/** Text has no NUL and next to no control characters; one in 500 is forgiven, exports do contain strays. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte < 9 || (byte > 13 && byte < 26)) controls++;
  }
  return controls * 500 > head.length;
}

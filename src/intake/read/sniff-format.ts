/** Kinds of files that hold tables. ZIP archives, which most workbooks are, are told apart by what is in them. */
export type FileKind = 'text' | 'zip' | 'gzip' | 'workbook' | 'parquet' | 'arrow' | 'sqlite' | 'json';

/** What a file's first bytes are, whatever its name says. */
type Format = { kind: FileKind } | { kind: 'other'; found: string };

const latin1 = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

const MAGIC: readonly (readonly [found: string, bytes: readonly number[], at?: number])[] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', latin1('GIF8')],
  ['a WebP picture', latin1('WEBP'), 8],
  ['a TIFF picture', [0x49, 0x49, 0x2a, 0x00]],
  ['a PDF document', latin1('%PDF')],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['a RAR archive', latin1('Rar!\x1a\x07')],
  ['an XZ archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['an RTF document', latin1('{\\rtf')],
  ['a video', latin1('ftyp'), 4],
];
const TABLES: readonly (readonly [kind: FileKind, bytes: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['parquet', latin1('PAR1')],
  ['arrow', latin1('ARROW1')],
  // A stream of Arrow messages begins with the mark of a message, and a length below 16 MB.
  ['arrow', [0xff, 0xff, 0xff, 0xff]],
  // Excel's oldest kinds, 2 to 8, as a bare stream without its container.
  ['workbook', [0x09, 0x08, 0x10, 0x00]],
  ['workbook', [0x09, 0x08, 0x08, 0x00]],
  ['workbook', [0x09, 0x04, 0x06, 0x00]],
  ['workbook', [0x09, 0x02, 0x06, 0x00]],
  ['workbook', [0x09, 0x00, 0x04, 0x00]],
  ['sqlite', latin1('SQLite format 3\0')],
];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
/** Markup that holds worksheets: Excel's XML of 2003, flat OpenDocument, and the web pages that many programs call .xls. */
const WORKBOOK_MARKUP = [
  /urn:schemas-microsoft-com:office:spreadsheet/i,
  /^\s*(<\?xml[^>]*>\s*)?<office:document\b/i,
  /<table[\s>]/i,
];
const MARKUP: readonly (readonly [found: string, pattern: RegExp])[] = [
  ['a web page (HTML)', /^\s*(<!--[\s\S]*?-->\s*)?<(!doctype\s+html|html|head|body|table|meta|div|style)\b/i],
  ['an XML document', /^\s*<\?xml\b/i],
  ['an XML document', /^\s*<office:document\b/i],
];
/** Objects, or a list of objects or lists; a CSV may hold such text within a cell, but does not begin with it. */
const JSON_START = /^\s*(\{\s*("[^"]*"\s*:|\})|\[\s*[{[])/;

export function sniffFormat(head: Uint8Array, utf16: boolean): Format {
  const has = (bytes: readonly number[], at = 0): boolean => bytes.every((byte, index) => head[at + index] === byte);
  if (ZIP.some((bytes) => has(bytes))) return { kind: 'zip' };
  if (has(OLE2)) return sniffOle2(head);
  const table = TABLES.find(([, bytes]) => has(bytes));
  if (table) return { kind: table[0] };
  const magic = MAGIC.find(([, bytes, at]) => has(bytes, at));
  if (magic) return { kind: 'other', found: magic[0] };
  if (!utf16 && isBinary(head)) return { kind: 'other', found: 'binary data' };
  return sniffText(String.fromCharCode(...head.subarray(0, 8192).filter((byte) => byte !== 0)), head);
}

function sniffText(latin: string, head: Uint8Array): Format {
  const start = latin.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  const markup = MARKUP.find(([, pattern]) => pattern.test(start));
  if (markup) {
    const more = new TextDecoder('latin1').decode(head).replaceAll('\0', '');
    const isWorkbook = WORKBOOK_MARKUP.some((pattern) => pattern.test(more));
    return isWorkbook ? { kind: 'workbook' } : { kind: 'other', found: markup[0] };
  }
  return { kind: JSON_START.test(start) ? 'json' : 'text' };
}

/** An OLE2 container names its streams in UTF-16; encrypted workbooks of any age come in one too. */
function sniffOle2(head: Uint8Array): Format {
  const text = new TextDecoder('utf-16le').decode(head.subarray(0, head.length & ~1));
  if (text.includes('EncryptedPackage')) return { kind: 'other', found: 'a workbook locked with a password' };
  if (text.includes('WordDocument')) return { kind: 'other', found: 'an old Word document (.doc)' };
  return { kind: 'workbook' };
}

/** Text has no NUL and next to no control characters; one in 500 is forgiven, exports do contain strays. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte < 9 || (byte > 13 && byte < 26)) controls++;
  }
  return controls * 500 > head.length;
}

import type { Encoding } from '../../../domain/encodings';
import { codeUnitsOf, decodeCodePage, isCodePage } from './code-pages';

export interface Decoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark, left out of the text. */
  readonly bom: 0 | 2 | 3;
  /** A byte that breaks the encoding becomes U+FFFD, and all else stays readable. */
  readonly lenient: boolean;
}

export interface DecodedChunk {
  readonly text: string;
  /** Bytes of the file read so far. */
  readonly bytes: number;
  /** The same text as it stands in the file, where it is whole lines of one byte a line feed; null otherwise. */
  readonly raw: Uint8Array | null;
  /** True where every character is one byte, which may be known without the text. */
  readonly narrow: boolean;
}

/** UTF-8 was promised by nothing but the bytes so far, and now one breaks it: begin again as something else. */
export class NotUtf8 extends Error {}

const LINE_FEED = 0x0a;
/** Chromium takes some milliseconds for each chunk, however small. */
const CHUNK_BYTES = 2 << 20;
/** Enough to see what the file is like. */
const FIRST_BYTES = 1 << 19;

/**
 * No export means control characters of this range: they are windows-1252 that was taken for Latin-1 on its way into
 * Unicode, and `\u0096` is a dash.
 */
const C1 = /[\x80-\x9f]/;
const C1_ALL = /[\x80-\x9f]/g;
const meantCharacter = (control: string): string =>
  String.fromCharCode(codeUnitsOf('windows-1252')[control.charCodeAt(0)]);

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

/**
 * Says what the first bytes promise. Without a mark it is UTF-8 until a byte breaks it; a file marked as UTF-8 with one broken
 * byte is still UTF-8.
 */
export function sniffEncoding(head: Uint8Array): Decoding {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', bom: 3, lenient: true };
  if (startsWith(head, 0xff, 0xfe)) return { encoding: 'utf-16le', bom: 2, lenient: true };
  if (startsWith(head, 0xfe, 0xff)) return { encoding: 'utf-16be', bom: 2, lenient: true };
  const utf16 = sniffUtf16(head);
  return { encoding: utf16 ?? 'utf-8', bom: 0, lenient: utf16 !== null };
}

/** UTF-16 of mostly Latin text has a NUL in every other byte: delimiters, digits and line ends if nothing else. */
function sniffUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(head.length, 4096) >> 1;
  let first = 0;
  let second = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) first++;
    if (head[at + 1] === 0) second++;
  }
  if (second > pairs * 0.25 && first < pairs * 0.02) return 'utf-16le';
  if (first > pairs * 0.25 && second < pairs * 0.02) return 'utf-16be';
  return null;
}

/** Decodes a file in chunks, of whole lines where that can be seen; no character is cut in two. Throws NotUtf8. */
export async function* decodeBlob(
  blob: Blob,
  decoding: Decoding,
  chunkBytes = CHUNK_BYTES,
): AsyncGenerator<DecodedChunk, void, undefined> {
  const { encoding, bom } = decoding;
  const decode = decoderOf(decoding);
  const isUnicode = encoding.startsWith('utf-');
  const byteLines = !encoding.startsWith('utf-16');
  const bytewise = isBytewise(encoding);
  let afterLine = true;
  const read = (from: number, size: number) => blob.slice(from, from + size).arrayBuffer();
  let next = read(bom, Math.min(chunkBytes, FIRST_BYTES));
  for (let from: number = bom; from < blob.size;) {
    const chunk = new Uint8Array(await next);
    const lineEnd = byteLines ? chunk.lastIndexOf(LINE_FEED) + 1 : 0;
    const last = from + chunk.length >= blob.size;
    const bytes = last || lineEnd === 0 ? chunk : chunk.subarray(0, lineEnd);
    from += bytes.length;
    const wholeLines = afterLine && lineEnd === bytes.length;
    afterLine = lineEnd === bytes.length;
    if (from < blob.size) {
      // The next chunk is read while this one is worked on.
      next = read(from, chunkBytes);
      next.catch(() => undefined);
    }
    if (wholeLines && isAscii(bytes)) yield new AsciiChunk(bytes, from);
    else {
      const decoded = decode(bytes, from < blob.size);
      const text = isUnicode && C1.test(decoded) ? decoded.replaceAll(C1_ALL, meantCharacter) : decoded;
      const raw = bytewise && wholeLines && text === decoded ? bytes : null;
      yield { text, bytes: from, raw, narrow: text.length === bytes.length };
    }
  }
}

const ascii = new TextDecoder();

/** Most files are ASCII for the most part, and of most chunks nobody wants the text. */
class AsciiChunk implements DecodedChunk {
  #text: string | null = null;

  readonly narrow = true;

  constructor(
    readonly raw: Uint8Array,
    readonly bytes: number,
  ) {}

  get text(): string {
    return (this.#text ??= ascii.decode(this.raw));
  }
}

/** Four bytes at a time; the bytes begin where their buffer does. */
function isAscii(bytes: Uint8Array): boolean {
  const words = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
  let all = 0;
  for (let at = 0; at < words.length; at++) all |= words[at];
  for (let at = words.length * 4; at < bytes.length; at++) all |= bytes[at];
  return (all & 0x80808080) === 0;
}

type Decode = (bytes: Uint8Array<ArrayBuffer>, more: boolean) => string;

function decoderOf({ encoding, lenient }: Decoding): Decode {
  if (isCodePage(encoding)) return (bytes) => decodeCodePage(bytes, encoding);
  const decoder = new TextDecoder(encoding, { fatal: !lenient, ignoreBOM: true });
  return (bytes, more) => {
    try {
      return decoder.decode(bytes, { stream: more });
    } catch (cause) {
      throw new NotUtf8('not UTF-8', { cause });
    }
  };
}

/**
 * Whether cells can be told by their bytes: delimiters and quotes are never part of another character, as they may be in
 * East Asian encodings, and blanks are those that `cell-coder.ts` knows.
 */
const isBytewise = (encoding: Encoding): boolean =>
  encoding === 'utf-8' || (isCodePage(encoding) && codeUnitsOf(encoding)[0xa0] === 0xa0);

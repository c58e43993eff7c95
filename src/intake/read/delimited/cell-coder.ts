import type { TextColumnBuilder } from './dictionary';

/** A block of whole lines, as bytes and as the same text. */
export interface Block {
  readonly raw: Uint8Array;
  readonly text: string;
  /** Every character is one byte. */
  readonly narrow: boolean;
}

const QUOTE = 0x22;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

export const textOf = (block: Block, start: number, end: number): string =>
  block.narrow ? block.text.slice(start, end) : decoder.decode(block.raw.subarray(start, end));

/** The blanks of ASCII that cells are trimmed of. */
export const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** Whether a key's text may be shorter than its bytes say: quotes are doubled, or blanks beyond ASCII stand around it. */
export const mayHideMore = (raw: Uint8Array, start: number, end: number): boolean =>
  raw[start] === QUOTE ||
  isBlank(raw[start]) ||
  mayBeginBlank(raw[start], raw[start + 1]) ||
  mayEndBlank(raw[end - 2], raw[end - 1]);

/** U+00A0, U+1680, U+2000 to U+205F, U+3000 and U+FEFF in UTF-8, and U+00A0 in windows-1252. */
const mayBeginBlank = (first: number, second: number): boolean =>
  (first === 0xc2 && second === 0xa0) ||
  (first === 0xe1 && second === 0x9a) ||
  (first === 0xe2 && (second === 0x80 || second === 0x81)) ||
  (first === 0xe3 && second === 0x80) ||
  (first === 0xef && second === 0xbb) ||
  first === 0xa0;
/** Any two bytes that could be the last of one of these. */
const mayEndBlank = (before: number, last: number): boolean =>
  last === 0xa0 || (last >= 0x80 && (before === 0x80 || before === 0x81 || before === 0x9a || before === 0xbb));

/** Longer cells are prose, which seldom repeats. */
const MAX_KEY = 128;
const BLANK_CELL = -1;
const UNKNOWN = -2;
/** FNV-1a, whose low bits are then mixed with its high ones since the table uses only the low. */
export const HASH_START = 0x811c9dc5 | 0;
export const HASH_FACTOR = 0x01000193;
export const mixHash = (hash: number): number => hash ^ (hash >>> 15);

export function hashOf(raw: Uint8Array, start: number, end: number): number {
  let hash = HASH_START;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ raw[at], HASH_FACTOR);
  return mixHash(hash);
}

/** Of an entry: its hash, where its bytes begin, how many they are (0 where the entry is free), and the code. */
const FIELDS = 4;
const FIRST_SIZE = 1 << 10;

/** Knows which code a cell's bytes, as they stand in the file, have in a column's dictionary. */
export class CellCoder {
  #entries = new Int32Array(FIRST_SIZE * FIELDS);
  #count = 0;
  /** Keys, each from a word of its own on, filled up with 0. */
  #words = new Int32Array(1 << 10);
  #bytes = new Uint8Array(this.#words.buffer);
  #wordsUsed = 0;
  /** Of the values that came to the column as text, so many have been entered here. */
  #known = 0;

  constructor(private readonly column: TextColumnBuilder) {}

  /**
   * Sets the codes of rows from `first` on.
   * @param from where the column's cells begin in the arrays
   */
  code(
    block: Block,
    starts: Int32Array,
    ends: Int32Array,
    hashes: Int32Array,
    from: number,
    rows: number,
    first: number,
  ): void {
    const { raw } = block;
    this.#enterTexts();
    const codes = this.column.reserve(first + rows);
    const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    const safe = raw.byteLength - 3;
    let entries = this.#entries;
    let words = this.#words;
    let mask = entries.length - 1;
    for (let row = 0; row < rows; row++) {
      const start = starts[from + row];
      const end = ends[from + row];
      const length = end - start;
      if (length === 0) continue;
      const hash = hashes[from + row];
      let entry = (hash << 2) & mask;
      let code = UNKNOWN;
      if (end >= safe) code = this.#find(raw, start, end, hash);
      else {
        for (; entries[entry + 2] !== 0; entry = (entry + FIELDS) & mask) {
          if (entries[entry] !== hash || entries[entry + 2] !== length) continue;
          let word = entries[entry + 1];
          let at = start;
          while (at + 4 <= end && words[word] === view.getInt32(at, true)) {
            at += 4;
            word++;
          }
          const left = end - at;
          if (left >= 4) continue;
          if (left === 0 || words[word] === (view.getInt32(at, true) & ((1 << (left << 3)) - 1))) {
            code = entries[entry + 3];
            break;
          }
        }
      }
      if (code === UNKNOWN) {
        code = this.#codeUnseen(block, start, end, hash);
        entries = this.#entries;
        words = this.#words;
        mask = entries.length - 1;
      }
      codes[first + row] = code;
    }
  }

  /** The code of a cell whose bytes are not here yet. */
  #codeUnseen(block: Block, start: number, end: number, hash: number): number {
    const { raw } = block;
    if (this.#known < this.column.fromText.length) {
      this.#enterTexts();
      const known = this.#find(raw, start, end, hash);
      if (known !== UNKNOWN) return known;
    }
    const code = isPlain(raw, start, end)
      ? this.column.addPlain(raw, start, end)
      : this.#codeText(textOf(block, start, end));
    if (end - start <= MAX_KEY) this.#enter(raw, start, end, hash, code);
    return code;
  }

  /** Of a key that is not plain; one that begins with a quote has doubled quotes within. */
  #codeText(key: string): number {
    const text = (key.startsWith('"') ? key.slice(1, -1).replaceAll('""', '"') : key).trim();
    if (text === '') return BLANK_CELL;
    const bytes = encoder.encode(text);
    const isKnown = isPlain(bytes, 0, bytes.length)
      ? this.#find(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length))
      : UNKNOWN;
    return isKnown === UNKNOWN ? this.column.codeOfOther(text) : isKnown;
  }

  /** Enters values that came to the column as text: records that others read, and those from before the first block. */
  #enterTexts(): void {
    const { fromText } = this.column;
    for (; this.#known < fromText.length; this.#known++) {
      const code = fromText[this.#known];
      const bytes = encoder.encode(this.column.textOf(code));
      if (isPlain(bytes, 0, bytes.length)) this.#enter(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length), code);
    }
  }

  #find(raw: Uint8Array, start: number, end: number, hash: number): number {
    const entries = this.#entries;
    const mask = entries.length - 1;
    for (let entry = (hash << 2) & mask; entries[entry + 2] !== 0; entry = (entry + FIELDS) & mask) {
      if (entries[entry] !== hash || entries[entry + 2] !== end - start) continue;
      const offset = entries[entry + 1] * 4 - start;
      let at = start;
      while (at < end && this.#bytes[offset + at] === raw[at]) at++;
      if (at === end) return entries[entry + 3];
    }
    return UNKNOWN;
  }

  #enter(raw: Uint8Array, start: number, end: number, hash: number, code: number): void {
    if (this.#count * FIELDS * 3 > this.#entries.length * 2) this.#growEntries();
    const size = (end - start + 3) >> 2;
    while (this.#wordsUsed + size > this.#words.length) this.#growWords();
    this.#count++;
    this.#write(hash, this.#wordsUsed, end - start, code);
    const offset = this.#wordsUsed * 4 - start;
    for (let at = start; at < end; at++) this.#bytes[offset + at] = raw[at];
    this.#wordsUsed += size;
  }

  #write(hash: number, word: number, length: number, code: number): void {
    const entries = this.#entries;
    const mask = entries.length - 1;
    let entry = (hash << 2) & mask;
    while (entries[entry + 2] !== 0) entry = (entry + FIELDS) & mask;
    entries[entry] = hash;
    entries[entry + 1] = word;
    entries[entry + 2] = length;
    entries[entry + 3] = code;
  }

  #growEntries(): void {
    const before = this.#entries;
    this.#entries = new Int32Array(before.length * 2);
    for (let entry = 0; entry < before.length; entry += FIELDS) {
      if (before[entry + 2] !== 0) this.#write(before[entry], before[entry + 1], before[entry + 2], before[entry + 3]);
    }
  }

  #growWords(): void {
    const words = new Int32Array(this.#words.length * 2);
    words.set(this.#words);
    this.#words = words;
    this.#bytes = new Uint8Array(words.buffer);
  }
}

/** Whether bytes are their own text: ASCII, of no great length, without quotes around them. */
function isPlain(raw: Uint8Array, start: number, end: number): boolean {
  if (end - start > MAX_KEY || raw[start] === QUOTE || isBlank(raw[start])) return false;
  for (let at = start; at < end; at++) if (raw[at] >= 0x80) return false;
  return true;
}

import {
  CellCoder,
  HASH_FACTOR,
  HASH_START,
  hashOf,
  isBlank,
  mayHideMore,
  mixHash,
  textOf,
  type Block,
} from './cell-coder';
import type { TableBuilder } from '../table-builder';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BLANK = 0x20;
/** Rows whose cells are found before they are coded, column by column: a column's dictionary then stays in the processor's cache. */
const BATCH = 4096;

/**
 * Reads well-formed records from bytes straight into dictionary codes, without making a string of a cell that
 * was seen before. What it does not read (quotes out of place, a record that ends in a later block) is left to
 * papaparse, with which it agrees cell by cell; a property test holds them equal.
 */
export class FastReader {
  readonly #delimiter: number;
  readonly #coders: CellCoder[];
  /** Of the rows not yet coded, column after column: where a cell begins and ends, and its hash. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #hashes: Int32Array;
  readonly #lines = new Int32Array(BATCH);
  #rows = 0;
  /** Of the record last scanned. */
  #cells = 0;
  #breaks = 0;
  #filled = false;
  /** The column by whose own heading a repeated header is suspected; -1 without a header. */
  readonly #headed: number;
  /** Cells that a record should have. */
  readonly #width: number;
  /** Cells that most records have. Without a header no record has too few. */
  readonly #usual: number;
  readonly #heading: string;
  /** Null where the heading is beyond ASCII: its bytes are those of the file's encoding. */
  readonly #headingBytes: Uint8Array | null;

  constructor(
    delimiter: string,
    private readonly builder: TableBuilder,
  ) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#coders = builder.columns.map((column) => new CellCoder(column));
    const size = this.#coders.length * BATCH;
    this.#starts = new Int32Array(size);
    this.#ends = new Int32Array(size);
    this.#hashes = new Int32Array(size);
    const header = builder.headerCells ?? [];
    const plain = header.findIndex((cell) => /^[!-~][ -~]*$/.test(cell));
    this.#width = builder.headerCells?.length ?? this.#coders.length;
    this.#usual = builder.usualWidth;
    this.#headed = plain >= 0 ? plain : header.findIndex((cell) => cell !== '');
    this.#heading = header[this.#headed] ?? '';
    this.#headingBytes = plain >= 0 ? new TextEncoder().encode(this.#heading) : null;
  }

  /** Reads from a block that begins with a record on this line. Returns the bytes read and the next line. */
  read(block: Block, line: number): { consumed: number; line: number } {
    const { raw } = block;
    let consumed = 0;
    while (consumed < raw.length) {
      const next = this.#scan(raw, consumed);
      if (next < 0) break;
      const lines = 1 + this.#breaks;
      if (this.#isPlainRow(block)) {
        if (this.#cells < this.#width && this.#cells !== this.#usual && this.#headed >= 0)
          this.builder.noteRagged(line);
        this.#lines[this.#rows++] = line;
        if (this.#rows === BATCH) this.#codeRows(block);
      } else {
        this.#codeRows(block);
        this.builder.push(this.#cellTexts(block, consumed), line);
      }
      line += lines;
      consumed = next;
    }
    this.#codeRows(block);
    return { consumed, line };
  }

  /** Codes the rows found so far. */
  #codeRows(block: Block): void {
    const rows = this.#rows;
    if (rows === 0) return;
    const first = this.builder.addRows(this.#lines, rows);
    this.#coders.forEach((coder, column) => {
      const from = column * BATCH;
      coder.code(block, this.#starts, this.#ends, this.#hashes, from, rows, first);
    });
    this.#rows = 0;
  }

  /**
   * Finds the cells of one record and notes them as the next row; returns where the next record begins, or -1 for a record
   * that it does not understand.
   */
  #scan(raw: Uint8Array, at: number): number {
    const delimiter = this.#delimiter;
    const columns = this.#coders.length;
    let place = this.#rows;
    let cells = 0;
    this.#breaks = 0;
    this.#filled = false;
    for (;;) {
      const start = at;
      let byte = raw[at];
      if (byte === QUOTE) {
        at = this.#scanQuoted(raw, at, cells < columns ? place : -1);
        if (at < 0) return -1;
        byte = raw[at];
      } else {
        let hash = HASH_START;
        // A block ends with a line feed, so this does not run over its end.
        while (byte !== delimiter && byte !== LINE_FEED) {
          hash = Math.imul(hash ^ byte, HASH_FACTOR);
          byte = raw[++at];
        }
        if (cells < columns) this.#note(raw, place, start, at, hash);
      }
      cells++;
      place += BATCH;
      at++;
      if (byte === LINE_FEED) break;
    }
    this.#cells = cells;
    for (; cells < columns; cells++, place += BATCH) this.#starts[place] = this.#ends[place] = 0;
    return at;
  }

  /** Returns where the cell's delimiter is. The key is what stands between the quotes, or all where some are doubled. */
  #scanQuoted(raw: Uint8Array, opening: number, place: number): number {
    const end = raw.length;
    let hash = HASH_START;
    let doubled = false;
    let at = opening + 1;
    for (; ; at++) {
      if (at >= end) return -1;
      const byte = raw[at];
      if (byte === QUOTE) {
        if (raw[at + 1] !== QUOTE) break;
        doubled = true;
        at++;
      } else if (byte === LINE_FEED) this.#breaks++;
      hash = Math.imul(hash ^ byte, HASH_FACTOR);
    }
    if (place >= 0 && doubled) this.#note(raw, place, opening, at + 1, hash);
    else if (place >= 0) this.#note(raw, place, opening + 1, at, hash);
    at++;
    if (raw[at] === CARRIAGE_RETURN && raw[at + 1] === LINE_FEED) at++;
    return raw[at] === this.#delimiter || raw[at] === LINE_FEED ? at : -1;
  }

  #note(raw: Uint8Array, place: number, start: number, end: number, hash: number): void {
    this.#hashes[place] = mixHash(hash);
    if (start < end) {
      if (raw[start] <= BLANK || raw[end - 1] <= BLANK) {
        while (start < end && isBlank(raw[start])) start++;
        while (start < end && isBlank(raw[end - 1])) end--;
        // A key that begins with a quote would be one with doubled quotes.
        if (raw[start] === QUOTE && start < end) start--;
        this.#hashes[place] = hashOf(raw, start, end);
      }
      if (raw[start] > BLANK && raw[start] < 0x7f && start < end) this.#filled = true;
    }
    this.#starts[place] = start;
    this.#ends[place] = end;
  }

  /** False for a record that takes a look at its texts: too long or short, perhaps blank, perhaps the header again. */
  #isPlainRow(block: Block): boolean {
    if (this.#cells > this.#width || !this.#filled) return false;
    if (this.#headed < 0) return true;
    if (this.#cells < this.#width && this.builder.mendsShort) return false;
    const { raw } = block;
    const heading = this.#headingBytes;
    const place = this.#headed * BATCH + this.#rows;
    const start = this.#starts[place];
    const end = this.#ends[place];
    if (start === end) return true;
    if (heading === null) return textOf(block, start, end).trim() !== this.#heading;
    if (mayHideMore(raw, start, end)) return false;
    if (end - start !== heading.length) return true;
    for (let at = 0; at < heading.length; at++) if (raw[start + at] !== heading[at]) return true;
    return false;
  }

  /** The texts of all cells of the record that begins here. */
  #cellTexts(block: Block, start: number): string[] {
    const { raw } = block;
    const texts: string[] = [];
    for (let at = start, cell = 0; cell < this.#cells; cell++, at++) {
      const quoted = raw[at] === QUOTE;
      const from = at;
      if (quoted) at = this.#scanQuoted(raw, at, -1);
      else while (raw[at] !== this.#delimiter && raw[at] !== LINE_FEED) at++;
      const text = textOf(block, from, at);
      texts.push(quoted ? text.slice(1, text.lastIndexOf('"')).replaceAll('""', '"') : text);
    }
    return texts;
  }
}

import { CellCache, MISSING } from './cell-cache';
import type { TableBuilder } from './table-builder';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** FNV-1a, whose low bits are then mixed with its high ones since the table uses only the low. */
const HASH_START = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;

/** A block of whole lines, as bytes and as the same text. */
interface Block {
  readonly raw: Uint8Array;
  readonly text: string;
}

/**
 * Reads well-formed records from bytes straight into dictionary codes, without making a string of a cell that
 * was seen before. What it does not read (quotes out of place, a record that ends in a later block) is left to
 * papaparse, with which it agrees cell by cell; a property test holds them equal.
 */
export class FastReader {
  readonly #delimiter: number;
  readonly #caches: CellCache[];
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** Of the record last scanned: where its cells begin and end, and their hashes. */
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #hashes = new Int32Array(64);
  #cells = 0;
  #breaks = 0;

  constructor(
    delimiter: string,
    private readonly builder: TableBuilder,
  ) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#caches = builder.columns.map((column, index) => new CellCache(column, builder.headerCells?.[index] ?? ''));
  }

  /** Reads from a block that begins with a record on this line. Returns the bytes read and the next line. */
  read(block: Block, line: number): { consumed: number; line: number } {
    let consumed = 0;
    while (consumed < block.raw.length) {
      const next = this.#scan(block.raw, consumed);
      if (next < 0) break;
      if (!this.#add(block, line)) this.builder.push(this.#cellTexts(block), line);
      line += 1 + this.#breaks;
      consumed = next;
    }
    return { consumed, line };
  }

  /** Finds the cells of one record; returns where the next begins, or -1 for a record it does not understand. */
  #scan(raw: Uint8Array, at: number): number {
    const delimiter = this.#delimiter;
    this.#cells = 0;
    this.#breaks = 0;
    for (;;) {
      if (this.#cells === this.#starts.length) this.#makeRoom();
      let byte = raw[at];
      if (byte === QUOTE) {
        at = this.#scanQuoted(raw, at);
        if (at < 0) return -1;
        byte = raw[at];
      } else {
        const start = at;
        let hash = HASH_START;
        // A block ends with a line feed, so this does not run over its end.
        while (byte !== delimiter && byte !== LINE_FEED) {
          hash = Math.imul(hash ^ byte, HASH_FACTOR);
          byte = raw[++at];
        }
        this.#keep(start, at, hash);
      }
      at++;
      if (byte === LINE_FEED) return at;
    }
  }

  /** Returns where the cell's delimiter is. The key is what stands between the quotes, or all where some are doubled. */
  #scanQuoted(raw: Uint8Array, opening: number): number {
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
    if (doubled) this.#keep(opening, at + 1, hash);
    else this.#keep(opening + 1, at, hash);
    at++;
    if (raw[at] === CARRIAGE_RETURN && raw[at + 1] === LINE_FEED) at++;
    return raw[at] === this.#delimiter || raw[at] === LINE_FEED ? at : -1;
  }

  #keep(start: number, end: number, hash: number): void {
    const cell = this.#cells++;
    this.#starts[cell] = start;
    this.#ends[cell] = end;
    this.#hashes[cell] = hash ^ (hash >>> 15);
  }

  /** Adds the scanned record as a row; false where that takes a look at its texts. */
  #add(block: Block, line: number): boolean {
    const row = this.builder.rows;
    const caches = this.#caches;
    const cells = this.#cells;
    if (cells > caches.length) return false;
    let filled = false;
    for (let column = 0; column < cells; column++) {
      const start = this.#starts[column];
      const end = this.#ends[column];
      if (start === end) continue;
      const cache = caches[column];
      let code = cache.find(block.raw, start, end, this.#hashes[column]);
      if (code === MISSING) {
        const cell = this.#cellText(block, start, end);
        // The header's own word: perhaps the header comes again, and then none of it is a value.
        if (cell.trim() === cache.heading) return false;
        code = cache.add(cell, block.raw, start, end, this.#hashes[column]);
      }
      if (code < 0) continue;
      filled = true;
      cache.column.setCode(row, code);
    }
    if (filled) this.builder.addCoded(line);
    else this.builder.push([], line);
    return true;
  }

  #cellTexts(block: Block): string[] {
    return Array.from({ length: this.#cells }, (_, column) =>
      this.#cellText(block, this.#starts[column], this.#ends[column]),
    );
  }

  /** The text of a key; one that begins with a quote has doubled quotes within. */
  #cellText({ raw, text }: Block, start: number, end: number): string {
    // As many characters as bytes: each stands where its byte does.
    const cell = text.length === raw.length ? text.slice(start, end) : this.#decoder.decode(raw.subarray(start, end));
    return raw[start] === QUOTE ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  }

  #makeRoom(): void {
    const grow = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(array.length * 2);
      larger.set(array);
      return larger;
    };
    this.#starts = grow(this.#starts);
    this.#ends = grow(this.#ends);
    this.#hashes = grow(this.#hashes);
  }
}

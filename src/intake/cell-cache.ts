import type { TextColumnBuilder } from './dictionary';

const QUOTE = 0x22;
/** Longer cells are prose, which seldom repeats. */
const MAX_KEY = 128;
/** Told from the code -1, which is a cell of blanks. */
export const MISSING = -2;
/** Of an entry: its hash, where its bytes begin, how many they are, and the code. */
const FIELDS = 4;
/** From so many entries on, a column with hardly a value twice is no longer remembered. */
const LARGE = 1 << 16;

/** Remembers which code a cell's bytes, as they stand in the file, have in a column's dictionary. */
export class CellCache {
  #slots = new Int32Array(2048).fill(-1);
  #entries = new Int32Array(1024 * FIELDS);
  #count = 0;
  #bytes = new Uint8Array(1 << 14);
  #bytesUsed = 0;
  #misses = 0;
  #asked = 0;
  #last = 0;

  constructor(
    readonly column: TextColumnBuilder,
    readonly heading: string,
  ) {}

  find(raw: Uint8Array, start: number, end: number, hash: number): number {
    this.#asked++;
    if (this.#isEntry(this.#last, raw, start, end, hash)) return this.#entries[this.#last + 3];
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot];
      if (entry < 0) return MISSING;
      if (!this.#isEntry(entry, raw, start, end, hash)) continue;
      this.#last = entry;
      return this.#entries[entry + 3];
    }
  }

  #isEntry(entry: number, raw: Uint8Array, start: number, end: number, hash: number): boolean {
    const entries = this.#entries;
    if (entries[entry] !== hash || entries[entry + 2] !== end - start) return false;
    const bytes = this.#bytes;
    const offset = entries[entry + 1] - start;
    for (let at = start; at < end; at++) if (bytes[offset + at] !== raw[at]) return false;
    return true;
  }

  /** Takes the untrimmed text of bytes just not found. */
  add(cell: string, raw: Uint8Array, start: number, end: number, hash: number): number {
    this.#misses++;
    const text = cell.trim();
    const length = end - start;
    const forget = length > MAX_KEY || (this.#count >= LARGE && this.#misses > this.#asked * 0.8);
    if (text === '') return this.#remember(-1, raw, start, end, hash);
    if (forget) return this.column.codeOf(text);
    // Two keys can be one text only where blanks, doubled quotes or broken characters make the difference.
    const own = text.length === cell.length && raw[start] !== QUOTE && !text.includes('\ufffd');
    return this.#remember(own ? this.column.codeOfUnseen(text) : this.column.codeOf(text), raw, start, end, hash);
  }

  #remember(code: number, raw: Uint8Array, start: number, end: number, hash: number): number {
    if (this.#count * FIELDS === this.#entries.length) this.#growEntries();
    while (this.#bytesUsed + end - start > this.#bytes.length) this.#growBytes();
    const entry = this.#count++ * FIELDS;
    this.#entries[entry] = hash;
    this.#entries[entry + 1] = this.#bytesUsed;
    this.#entries[entry + 2] = end - start;
    this.#entries[entry + 3] = code;
    for (let at = start; at < end; at++) this.#bytes[this.#bytesUsed++] = raw[at];
    this.#place(entry);
    this.#last = entry;
    return code;
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#entries[entry] & mask;
    while (this.#slots[slot] >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry;
  }

  #growEntries(): void {
    const entries = new Int32Array(this.#entries.length * 2);
    entries.set(this.#entries);
    this.#entries = entries;
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let entry = 0; entry < this.#count * FIELDS; entry += FIELDS) this.#place(entry);
  }

  #growBytes(): void {
    const bytes = new Uint8Array(this.#bytes.length * 2);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}

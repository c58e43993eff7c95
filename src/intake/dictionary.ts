import type { TextColumn } from '../domain/columns';

/** From this length on V8 makes a substring a view that keeps its whole parent alive, here a chunk of a megabyte. */
const VIEW_LENGTH = 13;

/** A copy that stands alone: appending and cutting makes the engine flatten it into memory of its own. */
const detach = (text: string): string => (text.length < VIEW_LENGTH ? text : (' ' + text).slice(1));

/** Int32Array that grows; entries not yet set read as `empty`. */
export class Int32Builder {
  #entries: Int32Array;

  constructor(
    private readonly empty: number,
    capacity = 1024,
  ) {
    this.#entries = new Int32Array(capacity).fill(empty);
  }

  set(index: number, value: number): void {
    if (index >= this.#entries.length) this.#grow(index + 1);
    this.#entries[index] = value;
  }

  at(index: number): number {
    return index < this.#entries.length ? this.#entries[index] : this.empty;
  }

  /** Forgets the entries from `length` on. */
  truncate(length: number): void {
    this.#entries.fill(this.empty, Math.min(length, this.#entries.length));
  }

  finish(length: number): Int32Array {
    if (length > this.#entries.length) this.#grow(length);
    return this.#entries.slice(0, length);
  }

  #grow(needed: number): void {
    const before = this.#entries;
    this.#entries = new Int32Array(Math.max(needed, before.length * 2));
    this.#entries.set(before);
    this.#entries.fill(this.empty, before.length);
  }
}

/** Builds a TextColumn row by row. A row never set is empty, so a column may begin late in a file. */
export class TextColumnBuilder {
  readonly #codes = new Int32Builder(-1);
  readonly #values: string[] = [];
  /** Codes by value, for the first `#indexed` values: most of a large column is added without ever asking. */
  readonly #index = new Map<string, number>();
  #indexed = 0;
  #previous = '';
  #previousCode = -1;

  /** Takes text already trimmed; rows may come in any order. */
  set(row: number, text: string): void {
    if (text !== '') this.#codes.set(row, this.codeOf(text));
  }

  setCode(row: number, code: number): void {
    this.#codes.set(row, code);
  }

  /** The code of a text that is not empty, new if need be. Files are often sorted, so it asks first for the last. */
  codeOf(text: string): number {
    if (text === this.#previous) return this.#previousCode;
    this.#indexAll();
    const code = this.codeOfUnseen(text);
    this.#indexAll();
    this.#previous = this.#values[code];
    this.#previousCode = code;
    return code;
  }

  /** The same for a caller who knows that it has not brought this text this way before. */
  codeOfUnseen(text: string): number {
    return this.#index.get(text) ?? this.#values.push(detach(text)) - 1;
  }

  #indexAll(): void {
    for (; this.#indexed < this.#values.length; this.#indexed++) {
      this.#index.set(this.#values[this.#indexed], this.#indexed);
    }
  }

  at(row: number): string {
    const code = this.#codes.at(row);
    return code < 0 ? '' : this.#values[code];
  }

  /** Forgets the rows from `rows` on, and the values that only they had. Nothing is added after. */
  truncate(rows: number): void {
    this.#codes.truncate(rows);
    this.#values.length = this.#codes.finish(rows).reduce((most, code) => Math.max(most, code), -1) + 1;
  }

  finish(rows: number): TextColumn {
    return { codes: this.#codes.finish(rows), values: this.#values };
  }
}

import type { TextColumn } from '../../../domain/columns';

/** From this length on V8 makes a substring a view that keeps its whole parent alive, here a whole chunk of the file. */
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

  reserve(length: number): Int32Array {
    if (length > this.#entries.length) this.#grow(length);
    return this.#entries;
  }

  at(index: number): number {
    return index < this.#entries.length ? this.#entries[index] : this.empty;
  }

  /** Forgets the entries from `length` on. */
  truncate(length: number): void {
    this.#entries.fill(this.empty, Math.min(length, this.#entries.length));
  }

  /** Takes out entries of the first `length`, given in rising order; those after them move up. */
  remove(removed: readonly number[], length: number): void {
    const entries = this.reserve(length);
    removed.forEach((index, at) => entries.copyWithin(index - at, index + 1, removed[at + 1] ?? length));
    entries.fill(this.empty, length - removed.length);
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

/** So many bytes of new values become text at a time. */
const PENDING_BYTES = 1 << 16;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Builds a TextColumn row by row. A row never set is empty, so a column may begin late in a file. */
export class TextColumnBuilder {
  readonly #codes = new Int32Builder(-1);
  readonly #values: string[] = [];
  /** Codes by value: of those that came as text, and of the first `#indexed`. Plain ones are mostly never asked for. */
  readonly #index = new Map<string, number>();
  #indexed = 0;
  /** Codes of the values that came as text, not as plain bytes. */
  readonly fromText: number[] = [];
  #previous = '';
  #previousCode = -1;
  /** The newest values as bytes, and where each ends: one by one they would take ten times as long to become text. */
  #pending = new Uint8Array(0);
  #pendingEnds: number[] = [];
  #pendingBytes = 0;

  /** Takes text already trimmed; rows may come in any order. */
  set(row: number, text: string): void {
    if (text !== '') this.#codes.set(row, this.codeOf(text));
  }

  /** The codes with room for so many rows, to be set by the caller; -1 where they are not. Good until the next call. */
  reserve(rows: number): Int32Array {
    return this.#codes.reserve(rows);
  }

  /** The code of a text that is not empty, new if need be. Files are often sorted, so it asks first for the last. */
  codeOf(text: string): number {
    if (text === this.#previous) return this.#previousCode;
    this.#decodePending();
    for (; this.#indexed < this.#values.length; this.#indexed++)
      this.#index.set(this.#values[this.#indexed], this.#indexed);
    const code = this.codeOfOther(text);
    this.#previous = this.#values[code];
    this.#previousCode = code;
    return code;
  }

  /** The same for a text that `addPlain` has not brought. */
  codeOfOther(text: string): number {
    const known = this.#index.get(text);
    if (known !== undefined) return known;
    this.#decodePending();
    const own = detach(text);
    const code = this.#values.push(own) - 1;
    this.#index.set(own, code);
    this.fromText.push(code);
    return code;
  }

  /** Adds a value, given as ASCII, that the column certainly does not have. */
  addPlain(raw: Uint8Array, start: number, end: number): number {
    if (this.#pendingBytes + end - start > this.#pending.length) this.#makeRoom(end - start);
    for (let at = start; at < end; at++) this.#pending[this.#pendingBytes++] = raw[at];
    return this.#values.length + this.#pendingEnds.push(this.#pendingBytes) - 1;
  }

  #makeRoom(needed: number): void {
    if (this.#pending.length === PENDING_BYTES) return this.#decodePending();
    const before = this.#pending;
    this.#pending = new Uint8Array(Math.min(PENDING_BYTES, Math.max(needed, before.length * 4, 256)));
    this.#pending.set(before);
  }

  #decodePending(): void {
    if (this.#pendingBytes === 0) return;
    const text = decoder.decode(this.#pending.subarray(0, this.#pendingBytes));
    let start = 0;
    for (const end of this.#pendingEnds) {
      this.#values.push(text.slice(start, end));
      start = end;
    }
    this.#pendingEnds = [];
    this.#pendingBytes = 0;
  }

  textOf(code: number): string {
    if (code >= this.#values.length) this.#decodePending();
    return this.#values[code];
  }

  at(row: number): string {
    const code = this.#codes.at(row);
    return code < 0 ? '' : this.textOf(code);
  }

  codeAt(row: number): number {
    return this.#codes.at(row);
  }

  /** The codes of the values that pass. */
  codesWhere(test: (value: string) => boolean): Set<number> {
    this.#decodePending();
    const codes = new Set<number>();
    for (let code = 0; code < this.#values.length; code++) if (test(this.#values[code])) codes.add(code);
    return codes;
  }

  /** Takes out rows, given in rising order; those after them move up. The values stay. Nothing is added after. */
  remove(removed: readonly number[], rows: number): void {
    this.#codes.remove(removed, rows);
  }

  /** Forgets the rows from `rows` on, and the values that only they had. Nothing is added after. */
  truncate(rows: number): void {
    this.#decodePending();
    this.#codes.truncate(rows);
    this.#values.length = this.#codes.finish(rows).reduce((most, code) => Math.max(most, code), -1) + 1;
  }

  finish(rows: number): TextColumn {
    this.#decodePending();
    return { codes: this.#codes.finish(rows), values: this.#values };
  }
}

import Papa from 'papaparse';
import { AppError, Cancelled } from '../../../domain/errors';
import type { EncodingChoice } from '../../../domain/encodings';
import { decodeBlob, NotUtf8, sniffEncoding, type DecodedChunk, type Decoding } from '../encodings/decode';
import { detectDialect, type TextDialect } from './dialect';
import { textOf, type Block } from './cell-coder';
import { FastReader } from './fast-delimited';
import type { RawTable, ReadOptions } from '../raw-table';
import { divideStrictly, RecordMender } from './mend-record';
import { rankEncodings } from '../encodings/rank-encodings';
import { sampleLegacy } from '../encodings/sample-legacy';
import { TableBuilder } from '../table-builder';

/** So many records with quotes out of place are looked at twice: each costs another reading of its chunk. */
const MOST_MISQUOTED = 20;
/** So many quotes are looked for to the end of what has been read. */
const MOST_UNCLOSED = 8;
/** A record longer than this is no record: a delimiter or a quote was misread, or the file is no table. */
const MAX_RECORD = 16 << 20;

export interface Source {
  readonly name: string;
  readonly blob: Blob;
}

/** Other encodings that a note names. */
const MOST_NAMED = 3;

/** How a file is cut up and read. The result is the same; tests hold it so. */
export interface Pace {
  readonly chunkBytes?: number;
  /** False reads every record with papaparse. */
  readonly bytewise?: boolean;
}

/**
 * Reads delimited text. The encoding is UTF-8 only if the whole file is; one broken byte, and the bytes beyond ASCII are
 * weighed. Which encoding they were taken for, and what else they could be, is told with the table.
 */
export async function readDelimited(
  source: Source,
  head: Uint8Array,
  options: ReadOptions,
  pace: Pace = {},
): Promise<RawTable> {
  const sniffed = sniffEncoding(head);
  const chosen = options.encoding ?? null;
  if (chosen === null || chosen === sniffed.encoding) {
    try {
      return await readDecoded(source, sniffed, options, pace);
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
    }
  }
  const sample = await sampleLegacy(source.blob, options.signal);
  if (sample.pieces.length === 0) return readDecoded(source, sniffed, options, pace);
  const encodings = rankEncodings(sample, chosen);
  const table = await readDecoded(source, { encoding: encodings.read.encoding, bom: 0, lenient: true }, options, pace);
  return { ...table, encodings, notes: [...table.notes, ...notesOf(encodings)] };
}

function notesOf({ sure, read, others, plausible }: EncodingChoice): RawTable['notes'] {
  if (sure) return [];
  const near = others.slice(0, Math.min(plausible, MOST_NAMED)).map(({ encoding }) => encoding);
  return [{ kind: 'encoding-guessed', encoding: read.encoding, others: near }];
}

async function readDecoded(
  { name, blob }: Source,
  decoding: Decoding,
  options: ReadOptions,
  { chunkBytes, bytewise = true }: Pace,
): Promise<RawTable> {
  let records: RecordReader | null = null;
  for await (const chunk of decodeBlob(blob, decoding, chunkBytes)) {
    if (options.signal?.aborted) throw new Cancelled();
    const last = chunk.bytes === blob.size;
    records ??= new RecordReader(name, detectDialect(chunk.text, last), bytewise);
    records.readChunk(chunk, last);
    options.onprogress?.({ bytes: chunk.bytes, totalBytes: blob.size, rows: records.builder.rows });
  }
  const dialect = {
    encoding: decoding.encoding,
    delimiter: records?.dialect.delimiter ?? null,
    quote: records?.dialect.quote ?? null,
  };
  const table = records?.builder.finish({ ...dialect, format: 'csv' }) ?? null;
  if (table === null) throw new AppError('file-empty', { file: name });
  if (table.rows === 0) throw new AppError('file-header-only', { file: name, header: table.header });
  return table;
}

/** Cuts text into records and counts the physical lines that they take. */
class RecordReader {
  #rest = '';
  #line = 1;
  #fast: FastReader | null = null;
  #toMend = MOST_MISQUOTED;
  #toReadLiterally = MOST_UNCLOSED;

  readonly builder: TableBuilder;

  constructor(
    private readonly file: string,
    readonly dialect: TextDialect,
    private readonly bytewise: boolean,
  ) {
    const mender = new RecordMender(dialect.delimiter ?? '\x1f', dialect.width);
    this.builder = new TableBuilder(file, null, mender);
  }

  /** Byte by byte where that is possible, and from there on with papaparse. */
  readChunk(chunk: DecodedChunk, last: boolean): void {
    const { raw } = chunk;
    const plain = this.bytewise && raw !== null && this.#rest === '' && this.builder.settled && isPlain(this.dialect);
    if (!plain) return this.#read(chunk.text, last);
    this.#fast ??= new FastReader(this.dialect.delimiter ?? '', this.builder);
    const block: Block = chunk as DecodedChunk & { raw: Uint8Array };
    const { consumed, line } = this.#fast.read(block, this.#line);
    this.#line = line;
    this.#read(consumed === raw.length ? '' : textOf(block, consumed, raw.length), last);
  }

  #read(text: string, last: boolean): void {
    let rest = this.#rest + text;
    const { newline } = this.dialect;
    // No record ends here: a line of many pieces is not parsed again with each of them.
    const isMiddle = !last && this.#rest !== '' && !text.includes(newline);
    for (;;) {
      if (isMiddle && rest.length <= MAX_RECORD) break;
      if (this.#toReadLiterally === 0) {
        rest = this.#readLines(rest, last);
        break;
      }
      rest = this.#readComplete(rest);
      if (rest === '' || (!last && rest.length <= MAX_RECORD)) break;
      // What is left is one record without a line end, or one whose quote is never closed.
      const lineEnd = rest.indexOf(newline);
      if (lineEnd < 0 && rest.length > MAX_RECORD)
        throw new AppError('line-too-long', { file: this.file, line: this.#line, limit: MAX_RECORD });
      if (last && this.#readLast(rest)) return;
      rest = this.#readLiterally(rest, lineEnd);
      this.#toReadLiterally--;
    }
    this.#rest = rest;
  }

  /** Reads all records that certainly end within the text; returns what is left. */
  #readComplete(text: string): string {
    const parsed = this.#parse(text, true);
    const rest = this.#mendMisquoted(text, parsed);
    if (rest !== null) return this.#readComplete(rest);
    const { data, meta } = parsed;
    const breaks = countOf(text, this.dialect.newline, meta.cursor);
    for (const cells of data) this.#push(cells, breaks > data.length);
    return text.slice(meta.cursor);
  }

  /**
   * A quote that is closed in the middle of a cell may have swallowed delimiters, and lines. Where the line alone, read
   * strictly, has the cells that it should have, it is read so. Returns what comes after it, or null where nothing was read.
   */
  #mendMisquoted(text: string, { data, errors }: Papa.ParseResult<string[]>): string | null {
    const { delimiter, quote, newline, width } = this.dialect;
    if (errors.length === 0 || this.#toMend === 0 || delimiter === null) return null;
    let looked = -1;
    for (const { code, row } of errors) {
      if (this.#toMend === 0) return null;
      if (code !== 'InvalidQuotes' || row === undefined || row === looked || data[row]?.length === width) continue;
      looked = row;
      this.#toMend--;
      const before = row === 0 ? { data: [], cursor: 0 } : this.#parseFirst(text, row);
      const end = text.indexOf(newline, before.cursor);
      if (end < 0) continue;
      const cells = divideStrictly(text.slice(before.cursor, end).replace(/\r$/, ''), delimiter, quote);
      if (cells.length !== width) continue;
      for (const earlier of before.data) this.#push(earlier, true);
      this.#push(cells, false);
      return text.slice(end + 1);
    }
    return null;
  }

  #parseFirst(text: string, records: number): { data: string[][]; cursor: number } {
    const { data, meta } = this.#parse(text, true, records);
    return { data, cursor: meta.cursor };
  }

  #readLast(text: string): boolean {
    const { data, errors } = this.#parse(text, false);
    if (errors.some((error) => error.code === 'MissingQuotes')) return false;
    for (const cells of data) this.#push(cells, true);
    return true;
  }

  /** A quote opened and never closed is taken as a character: better one odd cell than half a file in it. */
  #readLiterally(text: string, lineEnd: number): string {
    const { delimiter } = this.dialect;
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(0, end);
    this.#push(delimiter === null ? [line] : line.split(delimiter), false);
    return text.slice(end + 1);
  }

  /**
   * Where quotes are opened and never closed all over the file, each would be looked for to its end: then a quoted cell ends
   * with its line. Returns what is left.
   */
  #readLines(text: string, last: boolean): string {
    const { delimiter, quote, newline } = this.dialect;
    const lines = text.split(newline);
    const rest = last ? '' : (lines.pop() ?? '');
    if (last && lines.at(-1) === '') lines.pop();
    if (rest.length > MAX_RECORD)
      throw new AppError('line-too-long', { file: this.file, line: this.#line + lines.length, limit: MAX_RECORD });
    for (const line of lines) {
      const record = line.endsWith('\r') ? line.slice(0, -1) : line;
      this.#push(delimiter === null ? [record] : divideStrictly(record, delimiter, quote), false);
    }
    return rest;
  }

  #parse(text: string, ignoreLast: boolean, preview = 0): Papa.ParseResult<string[]> {
    const { delimiter, newline, quote, escape } = this.dialect;
    // Papaparse always wants a delimiter; a unit separator stands in where the file has one column.
    const config = { delimiter: delimiter ?? '\x1f', newline, quoteChar: quote, escapeChar: escape, preview };
    return new Papa.Parser(config).parse(text, 0, ignoreLast) as Papa.ParseResult<string[]>;
  }

  #push(cells: string[], mayBreak: boolean): void {
    const line = this.#line++;
    if (mayBreak) for (const cell of cells) this.#line += countOf(cell, this.dialect.newline, cell.length);
    const { delimiter, doubled } = this.dialect;
    if (doubled) cells.forEach((cell, at) => (cells[at] = cell.replaceAll('""', '"')));
    this.builder.push(
      delimiter?.trim() === '' && delimiter !== '\t' ? cells.filter((cell) => cell.trim() !== '') : cells,
      line,
    );
  }
}

function isPlain({ delimiter, quote, escape, newline }: TextDialect): boolean {
  return delimiter?.length === 1 && delimiter !== ' ' && quote === '"' && escape === '"' && newline === '\n';
}

function countOf(text: string, wanted: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0 && at < end; at = text.indexOf(wanted, at + 1)) count++;
  return count;
}

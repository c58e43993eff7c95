import { AppError } from '../../domain/errors';
import type { TableNote } from '../../domain/table-notes';
import { findClosingRows } from './layout/closing-rows';
import { Int32Builder, TextColumnBuilder } from './delimited/dictionary';
import { filledWidth, findHeader, sameCells } from './layout/find-header';
import { joinHeader, type TableRecord } from './layout/header-rows';
import { groupByHeadings } from './layout/group-headings';
import type { RecordMender } from './delimited/mend-record';
import { doubledHeadings, nameColumns } from './name-columns';
import type { Dialect, RawTable, SetAside } from './raw-table';

/** Excel's own limit; a wider "table" is a file read with the wrong delimiter, or no table. */
const MAX_COLUMNS = 16_384;
/** So many records are looked at before the header is settled. */
const HEAD = 200;
const LINES_NAMED = 5;

/**
 * Turns records, as they come, into a RawTable. Every record ends up as the header, a row, or set aside:
 * title lines above the header, blank lines, the header repeated, totals, and notes at the end.
 */
export class TableBuilder {
  rows = 0;
  readonly columns: TextColumnBuilder[] = [];
  #head: TableRecord[] | null = [];
  /** The header's records; where there are several, the fullest is the first here. */
  #header: TableRecord[] = [];
  #names: readonly string[] = [];
  #isGiven = false;
  readonly #lines = new Int32Builder(0);
  #setAside: SetAside[] = [];
  readonly #notes: TableNote[] = [];
  #ragged = { rows: 0, lines: [] as number[] };

  /** @param mender of delimited text, whose records should all be as wide as the header */
  constructor(
    private readonly file: string,
    private readonly sheet: string | null,
    private readonly mender?: RecordMender,
  ) {}

  /** The file carries its header, as databases do: nothing is guessed, and no row is a total. */
  begin(names: readonly string[]): void {
    this.#head = null;
    this.#isGiven = true;
    this.#names = names;
    this.#widen(names.length);
  }

  /** Takes over the array: its cells are trimmed in place. */
  push(given: string[], line: number): void {
    const mended = this.mender?.mend(given) ?? null;
    if (mended) this.note({ kind: 'divided-otherwise', line, delimiter: mended.delimiter });
    const cells = mended?.cells ?? given;
    if (cells.length > MAX_COLUMNS) this.#checkWidth(filledWidth(cells));
    for (let column = 0; column < cells.length; column++) cells[column] = trimCell(cells[column]);
    if (this.#head === null) return this.#add(cells, line);
    if (this.#head.push({ cells, line }) === HEAD) this.#settle();
  }

  /** The header and its columns are known, and it is one record: rows may be added column by column. */
  get settled(): boolean {
    return this.#head === null && this.#header.length < 2;
  }

  get headerCells(): readonly string[] | null {
    return this.#header[0]?.cells ?? null;
  }

  /** Short records are still looked at one by one. */
  get mendsShort(): boolean {
    return (this.mender?.left ?? 0) > 0;
  }

  /** Cells that most records have. */
  get usualWidth(): number {
    return this.mender?.width ?? this.#names.length;
  }

  /** A record with another number of cells than the header. */
  noteRagged(line: number): void {
    if (this.#ragged.rows++ < LINES_NAMED) this.#ragged.lines.push(line);
  }

  note(note: TableNote): void {
    this.#notes.push(note);
  }

  /** Adds rows whose codes the caller sets in `columns`, none blank nor the header again; returns the first of them. */
  addRows(lines: Int32Array, rows: number): number {
    const first = this.rows;
    this.#lines.reserve(first + rows).set(lines.subarray(0, rows), first);
    this.rows += rows;
    return first;
  }

  /** Null where no record has any text. */
  finish(dialect: Dialect): RawTable | null {
    this.#settle();
    if (!this.#isGiven) this.#setClosingRowsAside();
    if (this.#names.length === 0 && this.rows === 0) return null;
    const doubled = doubledHeadings(this.#names, this.file);
    const table: RawTable = {
      file: this.file,
      sheet: this.sheet,
      header: nameColumns(this.#names, Math.max(this.#names.length, this.columns.length)),
      headerLine: this.#header.reduce((least, { line }) => Math.min(least, line), this.#header[0]?.line ?? 0),
      rows: this.rows,
      line: this.#lines.finish(this.rows),
      columns: this.columns.map((column) => column.finish(this.rows)),
      setAside: this.#setAside,
      notes: this.#allNotes(),
      ...(doubled.length > 0 ? { notices: doubled } : {}),
      dialect,
    };
    return this.#isGiven ? table : groupByHeadings(table);
  }

  #settle(): void {
    const head = this.#head;
    if (head === null) return;
    this.#head = null;
    const { header, first } = findHeader(head);
    this.#header = header.map((index) => head[index]);
    this.#names = this.#header.length > 0 ? joinHeader(this.#header.map(({ cells }) => cells)) : [];
    this.#header.sort((a, b) => countFilled(b.cells) - countFilled(a.cells));
    for (const [index, record] of head.slice(0, first).entries()) {
      if (header.includes(index)) continue;
      const isBlank = record.cells.every((cell) => cell === '');
      this.#setRecordAside(record, isBlank ? 'blank' : 'preamble');
    }
    this.#widen(this.#names.length);
    for (const { cells, line } of head.slice(first)) this.#add(cells, line);
  }

  #add(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell === '')) return this.#setRecordAside({ cells, line }, 'blank');
    if (this.#isHeaderAgain(cells)) return this.#setRecordAside({ cells, line }, 'repeated_header');
    this.#countRagged(cells, line);
    if (cells.length > this.columns.length) this.#widen(filledWidth(cells));
    const width = Math.min(cells.length, this.columns.length);
    for (let column = 0; column < width; column++) this.columns[column].set(this.rows, cells[column]);
    this.#lines.set(this.rows++, line);
  }

  /** The header's record again, or as much of it as a narrower table beneath has. */
  #isHeaderAgain(cells: readonly string[]): boolean {
    const header = this.headerCells;
    if (header === null) return false;
    if (cells[0] === header[0] && sameCells(cells, header)) return true;
    if (this.#header.some((record) => sameCells(cells, record.cells))) return true;
    const width = filledWidth(cells);
    if (width < 3 || width * 2 < header.length || cells[0] !== header[0]) return false;
    return header.slice(0, width).every((name, column) => name !== '' && name === cells[column]);
  }

  #countRagged(cells: readonly string[], line: number): void {
    if (this.mender === undefined || this.#header.length === 0) return;
    const width = this.#names.length;
    // Where most records end in a blank cell more, or lack the last ones, that is how the file is.
    const isUsual = cells.length === width || cells.length === this.mender.width;
    if (!isUsual || filledWidth(cells) > width) this.noteRagged(line);
  }

  #checkWidth(width: number): void {
    if (width > MAX_COLUMNS)
      throw new AppError('file-too-wide', { file: this.file, columns: width, limit: MAX_COLUMNS });
  }

  #widen(width: number): void {
    this.#checkWidth(width);
    while (this.columns.length < width) this.columns.push(new TextColumnBuilder());
  }

  #setClosingRowsAside(): void {
    const blankLines = new Set(this.#setAside.flatMap(({ line, reason }) => (reason === 'blank' ? [line] : [])));
    const { columns, rows } = this;
    const found = findClosingRows({ columns, rows, lineOf: (row) => this.#lines.at(row), blankLines });
    if (found.length === 0) return;
    for (const { row, reason } of found) {
      this.#setRecordAside({ cells: columns.map((column) => column.at(row)), line: this.#lines.at(row) }, reason);
    }
    const removed = found.map(({ row }) => row);
    this.#lines.remove(removed, rows);
    this.rows -= removed.length;
    for (const column of columns) {
      column.remove(removed, rows);
      column.truncate(this.rows);
    }
    this.#setAside.sort((a, b) => a.line - b.line);
  }

  #allNotes(): TableNote[] {
    const again = this.#setAside.flatMap(({ line, reason }) => (reason === 'repeated_header' ? [line] : []));
    return [
      ...this.#notes,
      ...(this.#ragged.rows > 0 ? [{ kind: 'ragged' as const, ...this.#ragged }] : []),
      ...(again.length > 0 ? [{ kind: 'header-again' as const, lines: again.slice(0, LINES_NAMED) }] : []),
    ];
  }

  #setRecordAside({ cells, line }: TableRecord, reason: SetAside['reason']): void {
    const text = cells.filter(Boolean).join(' | ').slice(0, 300);
    this.#setAside.push({ line, reason, text });
  }
}

const countFilled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

/** Unicode's spaces, the no-break space and a stray byte order mark included; most cells need no look inside. */
function trimCell(cell: string): string {
  if (cell === '') return cell;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first > 32 && first < 127 && last > 32 && last < 127 ? cell : cell.trim();
}

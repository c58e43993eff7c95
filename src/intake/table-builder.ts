import { AppError } from '../domain/errors';
import { kindOf } from './cell-kind';
import { Int32Builder, TextColumnBuilder } from './dictionary';
import { findHeader, sameCells, type TableRecord } from './find-header';
import type { Dialect, RawTable, SetAside } from './raw-table';

/** Excel's own limit; a wider "table" is a file read with the wrong delimiter, or no table. */
const MAX_COLUMNS = 16_384;
/** So many records are looked at before the header is settled. */
const HEAD = 200;
const TOTALS =
  /^((grand|sub|running)?[\s-]*totals?|sum|summe|(zwischen|gesamt)?summe|gesamt|insgesamt|total g[ée]n[ée]ral|somme|totale|totaal|suma?|razem|celkem|합계|合計|总计|итого)\s*:?$/iu;

/**
 * Turns records, as they come, into a RawTable. Every record ends up as the header, a row, or set aside:
 * title lines above the header, blank lines, the header repeated, and totals at the end.
 */
export class TableBuilder {
  rows = 0;
  readonly columns: TextColumnBuilder[] = [];
  #head: TableRecord[] | null = [];
  #headerCells: readonly string[] | null = null;
  #headerLine = 0;
  readonly #lines = new Int32Builder(0);
  readonly #setAside: SetAside[] = [];

  constructor(
    private readonly file: string,
    private readonly sheet: string | null,
  ) {}

  /** Takes over the array: its cells are trimmed in place. */
  push(cells: string[], line: number): void {
    for (let column = 0; column < cells.length; column++) cells[column] = trimCell(cells[column]);
    if (this.#head === null) return this.#add(cells, line);
    if (this.#head.push({ cells, line }) === HEAD) this.#settle();
  }

  /** The header and its columns are known: rows may be added column by column. */
  get settled(): boolean {
    return this.#head === null;
  }

  get headerCells(): readonly string[] | null {
    return this.#headerCells;
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
    this.#setTotalsAside();
    if (this.#headerCells === null && this.rows === 0) return null;
    return {
      file: this.file,
      sheet: this.sheet,
      header: nameColumns(this.#headerCells ?? [], Math.max(this.#headerCells?.length ?? 0, this.columns.length)),
      headerLine: this.#headerLine,
      rows: this.rows,
      line: this.#lines.finish(this.rows),
      columns: this.columns.map((column) => column.finish(this.rows)),
      setAside: this.#setAside,
      dialect,
    };
  }

  #settle(): void {
    const head = this.#head;
    if (head === null) return;
    this.#head = null;
    const { header, first } = findHeader(head);
    for (const record of head.slice(0, header < 0 ? first : header)) {
      this.#setRecordAside(record, record.cells.every((cell) => cell === '') ? 'blank' : 'preamble');
    }
    if (header >= 0) {
      this.#headerCells = head[header].cells;
      this.#headerLine = head[header].line;
      this.#widen(this.#headerCells.length);
    }
    for (const { cells, line } of head.slice(first)) this.#add(cells, line);
  }

  #add(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell === '')) return this.#setRecordAside({ cells, line }, 'blank');
    const header = this.#headerCells;
    if (header !== null && cells[0] === header[0] && sameCells(cells, header)) {
      return this.#setRecordAside({ cells, line }, 'repeated_header');
    }
    if (cells.length > this.columns.length) this.#widen(filledWidth(cells));
    const width = Math.min(cells.length, this.columns.length);
    for (let column = 0; column < width; column++) this.columns[column].set(this.rows, cells[column]);
    this.#lines.set(this.rows++, line);
  }

  #widen(width: number): void {
    if (width > MAX_COLUMNS)
      throw new AppError('file-too-wide', { file: this.file, columns: width, limit: MAX_COLUMNS });
    while (this.columns.length < width) this.columns.push(new TextColumnBuilder());
  }

  /** Totals can be told only from the end, once it is known that no row follows. */
  #setTotalsAside(): void {
    let first = this.rows;
    while (first > 1 && namesTotal(this.#rowCells(first - 1))) first--;
    if (first === this.rows) return;
    const usual = this.#usuallyFilled(first);
    // Without a blank where other rows have a name or date, it may be a customer called Total.
    while (first < this.rows && !usual.some((filled, column) => filled && this.columns[column].at(first) === ''))
      first++;
    for (let row = first; row < this.rows; row++) {
      this.#setRecordAside({ cells: this.#rowCells(row), line: this.#lines.at(row) }, 'totals');
    }
    this.rows = first;
    for (const column of this.columns) column.truncate(first);
    this.#setAside.sort((a, b) => a.line - b.line);
  }

  #usuallyFilled(rows: number): boolean[] {
    const sample = Math.min(rows, 100);
    return this.columns.map((column) => {
      let filled = 0;
      for (let row = 0; row < sample; row++) if (column.at(row) !== '') filled++;
      return filled >= sample * 0.8;
    });
  }

  #rowCells(row: number): string[] {
    return this.columns.map((column) => column.at(row));
  }

  #setRecordAside({ cells, line }: TableRecord, reason: SetAside['reason']): void {
    this.#setAside.push({
      line,
      reason,
      text: cells
        .filter((cell) => cell !== '')
        .join(' | ')
        .slice(0, 300),
    });
  }
}

/** One word for total, and else numbers only. */
function namesTotal(cells: readonly string[]): boolean {
  const texts = cells.filter((cell) => kindOf(cell) === 'text');
  return texts.length === 1 && TOTALS.test(texts[0]);
}

/** Unicode's spaces, the no-break space and a stray byte order mark included; most cells need no look inside. */
function trimCell(cell: string): string {
  if (cell === '') return cell;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first > 32 && first < 127 && last > 32 && last < 127 ? cell : cell.trim();
}

function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1] === '') width--;
  return width;
}

/** `column 3` where a heading is blank, `Name (2)` where it repeats; never the same twice. */
function nameColumns(header: readonly string[], width: number): string[] {
  const taken = new Set(header);
  const used = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const wanted = header[column] || `column ${column + 1}`;
    let name = wanted;
    for (let count = 2; used.has(name) || (name !== header[column] && taken.has(name)); count++)
      name = `${wanted} (${count})`;
    used.add(name);
    return name;
  });
}

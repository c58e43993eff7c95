import { kindOf } from '../cell-kind';

const OTHERS = ['\t', ';', ',', '|', ' '];

/**
 * Divides a record by its delimiter, and believes a quote only if it opens a cell and its partner closes it: else it is a
 * character like any other, and no delimiter is swallowed.
 */
export function divideStrictly(record: string, delimiter: string, quote: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= record.length;) {
    const quoted = record[at] === quote ? quotedEnd(record, at, delimiter, quote) : -1;
    if (quoted >= 0) {
      cells.push(record.slice(at + 1, quoted).replaceAll(quote + quote, quote));
      at = quoted + 1 + delimiter.length;
    } else {
      const next = record.indexOf(delimiter, at);
      const end = next < 0 ? record.length : next;
      cells.push(record.slice(at, end));
      at = end + delimiter.length;
    }
  }
  return cells;
}

/** Where the quote is that closes the cell opened at `at`; -1 where what follows it is no delimiter. */
function quotedEnd(record: string, at: number, delimiter: string, quote: string): number {
  for (let end = at + 1; end < record.length; end++) {
    if (record[end] !== quote) continue;
    if (record[end + 1] === quote) end++;
    else return end + 1 === record.length || record.startsWith(delimiter, end + 1) ? end : -1;
  }
  return -1;
}

/** So many short records are tried: where most are short, that is how the file is. */
const MOST_TRIED = 100;
/** Fewer numbers and dates than this could be a sentence that happens to have as many words as the table has columns. */
const LEAST_TYPED = 3;

/** Mends single records that came from elsewhere, one file at a time. */
export class RecordMender {
  left = MOST_TRIED;

  /** @param width cells that most records have */
  constructor(
    private readonly delimiter: string,
    readonly width: number,
  ) {}

  /**
   * Reads a record that is too short, cells untrimmed, by the delimiter that divides it into as many cells as the table has
   * columns. Null where none does.
   */
  mend(cells: readonly string[]): { cells: string[]; delimiter: string } | null {
    if (this.width < 4 || cells.length >= this.width || this.left === 0) return null;
    this.left--;
    const record = cells.join(this.delimiter).trim();
    for (const other of OTHERS) {
      if (other === this.delimiter || !record.includes(other)) continue;
      const divided = divideStrictly(record, other, '"').map((cell) => cell.trim());
      // The last column may be blank: the space before it is gone with the spaces at the record's end.
      const fits = divided.length === this.width || (other === ' ' && divided.length === this.width - 1);
      const typed = divided.filter((cell) => cell !== '' && kindOf(cell) !== 'text').length;
      if (fits && typed >= LEAST_TYPED) return { cells: divided, delimiter: other };
    }
    return null;
  }
}

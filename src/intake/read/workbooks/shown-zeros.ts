import type { CellObject } from '@e965/xlsx';
import type { Notice } from '../../../domain/notices';
import type { RawTable } from '../raw-table';
import { shownWithZeros } from './number-format';

const EXAMPLES = 3;

/** Reads the numbers of a sheet whose format shows zeros that they lack, and tells in which columns they were. */
export class ShownZeros {
  readonly #columns = new Map<number, { count: number; readonly examples: string[] }>();

  /** The number as shown; null where it is read as any other cell. */
  textOf(cell: CellObject | undefined, column: number): string | null {
    if (cell?.t !== 'n' || typeof cell.v !== 'number' || cell.z === undefined) return null;
    const text = shownWithZeros(cell.v, String(cell.z));
    if (text === null || text === String(cell.v)) return text;
    const found = this.#columns.get(column) ?? { count: 0, examples: [] };
    found.count++;
    if (found.examples.length < EXAMPLES && !found.examples.includes(text)) found.examples.push(text);
    this.#columns.set(column, found);
    return text;
  }

  noticed(table: RawTable): RawTable {
    const notices = [...this.#columns].map(([column, { count, examples }]): Notice => ({
      code: 'zeros_shown',
      file: table.file,
      count,
      column: table.header[column] ?? '',
      values: examples,
    }));
    return notices.length === 0 ? table : { ...table, notices: [...(table.notices ?? []), ...notices] };
  }
}

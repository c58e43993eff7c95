import type { Notice } from '../../domain/notices';
import type { FillShape } from '../../domain/shape';
import type { RawTable } from '../read/raw-table';

/** Fills blank cells of the columns named with the last filled one above; rows before the first stay blank. */
export function fillDown(table: RawTable, shape: FillShape): RawTable {
  const columns = [...table.columns];
  const notices: Notice[] = [];
  for (const name of shape.columns) {
    const place = table.header.indexOf(name);
    if (place < 0) continue;
    const codes = table.columns[place].codes.slice();
    let count = 0;
    for (let row = 1; row < table.rows; row++) {
      if (codes[row] >= 0 || codes[row - 1] < 0) continue;
      codes[row] = codes[row - 1];
      count++;
    }
    columns[place] = { codes, values: table.columns[place].values };
    if (count > 0) notices.push({ code: 'filled_down', file: table.file, count, column: name });
  }
  return { ...table, columns, notices: [...(table.notices ?? []), ...notices] };
}

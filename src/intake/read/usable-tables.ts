import { AppError } from '../../domain/errors';
import type { RawTable } from './raw-table';

/** The tables with rows. One with headings only is passed over, as an empty one is, unless nothing else is there. */
export function usable(file: string, tables: readonly (RawTable | null)[]): RawTable[] {
  const present = tables.filter((table) => table !== null);
  const filled = present.filter((table) => table.rows > 0);
  if (filled.length > 0) return filled;
  if (present.length > 0) throw new AppError('file-header-only', { file, header: present[0].header });
  throw new AppError('file-empty', { file });
}

/** The one asked for, or all. Throws where it is not there. */
export function chooseSheets(file: string, found: readonly string[], sheet: string | undefined): readonly string[] {
  if (sheet === undefined) return found;
  if (!found.includes(sheet)) throw new AppError('sheet-missing', { file, sheet, found });
  return [sheet];
}

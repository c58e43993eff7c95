import type { Rejection } from '../domain/columns';
import type { Progress, RoleReading } from '../domain/import';
import { assembleDataset, type AssembledDataset } from '../intake/assemble';
import type { RawTable } from '../intake/raw-table';
import { validateRecords, validateTransactions } from '../intake/validate';
import type { LoadedPart } from './kept-parts';

export interface LoadedData {
  readonly dataset: AssembledDataset;
  readonly leftEmpty: readonly Rejection[];
  /** Lines that equal an earlier one in every cell. They are kept. */
  readonly exactDuplicates: number;
  /** What the dataset was joined of: for each table one in each of its roles. */
  readonly parts: readonly LoadedPart[];
}
export interface ChosenTable {
  readonly table: RawTable;
  readonly roles: readonly RoleReading[];
}
/** A table of an opened workspace: it was validated when it was kept. */
export interface ValidatedTable {
  readonly validated: readonly LoadedPart[];
}

/**
 * Checks every chosen table in every role it is to fill, and joins them into one dataset. Lets waiting messages in between the steps, so that a cancel is heard: `onstep` may throw.
 */
export async function validateChoices(
  tables: readonly (ChosenTable | ValidatedTable)[],
  onstep?: (progress: Progress) => void,
): Promise<LoadedData> {
  const parts: LoadedPart[] = [];
  const total = tables.reduce((sum, one) => sum + ('table' in one ? one.table.rows : 0), 0);
  let done = 0;
  for (const one of tables) {
    if ('validated' in one) {
      parts.push(...one.validated);
      continue;
    }
    const { table, roles } = one;
    for (const { role, mapping } of roles) {
      await breathe();
      onstep?.({ step: 'checking', file: table.file, done, total, rows: done });
      const at = parts.length;
      const part =
        role === 'transactions' ? validateTransactions(table, mapping, at) : validateRecords(table, role, mapping, at);
      parts.push({ table: idOf(table), part });
    }
    done += table.rows;
  }
  await breathe();
  onstep?.({ step: 'loading', file: null, done: total, total, rows: total });
  return joinParts(parts);
}

/** One dataset of parts in their order. */
export function joinParts(parts: readonly LoadedPart[]): LoadedData {
  const dataset = assembleDataset(parts.map(({ part }) => part));
  return { dataset, leftEmpty: dataset.leftEmpty, exactDuplicates: dataset.duplicates.transactions ?? 0, parts };
}

/** `file` or `file#sheet`. */
export const idOf = ({ file, sheet }: Pick<RawTable, 'file' | 'sheet'>): string =>
  sheet === null ? file : `${file}#${sheet}`;

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

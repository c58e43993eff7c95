import type { FileBalance, Rejection } from '../../domain/columns';
import type { RawTable } from './raw-table';

/** What became of the rows of a table whose columns stand beside another's. */
export interface JoinedAccount {
  /** The joined table's id; parts that were kept by earlier versions lack it. */
  readonly source?: string;
  readonly balance: FileBalance;
  readonly rejections: readonly Rejection[];
}

/** @param asides rows of the table that are set aside, beside those that reading set aside */
export function balanceOf(
  table: RawTable,
  role: FileBalance['role'],
  rejections: readonly Rejection[],
  asides: ReadonlyMap<string, number> = new Map(),
): FileBalance {
  const reasons: Record<string, number> = {};
  for (const { reason } of [...rejections, ...table.setAside]) reasons[reason] = (reasons[reason] ?? 0) + 1;
  let aside = 0;
  for (const [reason, rows] of asides) {
    reasons[reason] = (reasons[reason] ?? 0) + rows;
    aside += rows;
  }
  return {
    name: table.file,
    ...(table.sheet === null ? {} : { sheet: table.sheet }),
    role,
    rows_read: table.rows + table.setAside.length,
    rows_loaded: table.rows - rejections.length - aside,
    rows_rejected: rejections.length,
    rows_merged: 0,
    rows_set_aside: table.setAside.length + aside,
    reasons,
  };
}

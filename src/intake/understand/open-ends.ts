import type { TextColumn } from '../../domain/columns';
import { meantDays } from '../values/days-not-meant';
import type { ColumnProfile } from './column-profile';
import { readDays } from '../values/read-columns';

/**
 * How far a column of ends is believed to say what was agreed, rather than when a contract was over: 1, less where some rows have
 * no end, least where they hold a placeholder for it (9999-12-31, 0000-00-00). Agreed terms are known of every contract.
 */
export function agreedEndWorth({ dates, blank }: ColumnProfile, column: TextColumn): number {
  if (dates.length === 0) return 1;
  const placeholders = meantDays(column, readDays(column, dates[0].format)!).none.rows;
  if (placeholders > 0) return 0.7;
  return blank > 0 ? 0.95 : 1;
}

import type { Day } from '../../domain/calendar';
import type { Dataset } from '../../domain/columns';
import type { QualityFinding } from '../../domain/quality';
import { ROLES, type Role } from '../../domain/roles';
import { SHOWN_ROWS, type Place } from '../../intake/load/whole-rows';
import { findFarDays, findGaps, findLateDays } from './days';
import {
  findCancelled,
  findCancelledWords,
  findMissingCustomers,
  findOutliers,
  findSharedOrders,
  findTests,
  type Found,
} from './lines';

/** A finding with the first lines that it speaks of; none where it speaks of no lines. */
export interface PlacedFinding {
  readonly finding: QualityFinding;
  readonly places: readonly Place[];
}
export interface Duplicates {
  readonly role: Role;
  readonly rows: number;
  readonly merged: boolean;
  readonly places: readonly Place[];
}

/**
 * What should be known of the data before their figures are believed; empty where all is well. Pure: no clock is asked.
 * @param savedOn the day on which each file of the dataset was saved; null where that is not known
 */
export function findQuality(
  dataset: Dataset,
  savedOn: readonly (Day | null)[],
  duplicates: readonly Duplicates[],
): PlacedFinding[] {
  const { transactions, files } = dataset;
  const names = files.map(({ name }) => name);
  const far = transactions && findFarDays(transactions);
  const found = transactions
    ? [
        findMissingCustomers(transactions),
        findSharedOrders(transactions),
        findLateDays(transactions, savedOn, names),
        far,
        findGaps(transactions, far),
        findOutliers(transactions),
        findTests(transactions),
        findCancelled(transactions),
        ...findCancelledWords(transactions),
      ].filter((one): one is Found => one !== null)
    : [];
  const placed = found.map(({ finding, rows }) => ({
    finding,
    places: rows.slice(0, SHOWN_ROWS).map((row) => ({ file: transactions!.file[row], line: transactions!.line[row] })),
  }));
  return [...placed, ...ROLES.flatMap((role) => duplicatesOf(role, dataset, duplicates))];
}

function duplicatesOf(role: Role, { files }: Dataset, duplicates: readonly Duplicates[]): PlacedFinding[] {
  const found = duplicates.find((one) => one.role === role);
  if (!found || found.rows === 0) return [];
  const of = files
    .filter((file) => file.role === role)
    .reduce((sum, { rows_loaded, rows_merged }) => sum + rows_loaded + rows_merged, 0);
  const { rows: lines, merged, places } = found;
  return [{ finding: { id: 'duplicates', role, merged, lines, of }, places: places.slice(0, SHOWN_ROWS) }];
}

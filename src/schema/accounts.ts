import { array, exactOptional, picklist, string } from 'valibot';
import type { FileBalance, Rejection } from '../domain/columns';
import type { Notice } from '../domain/notices';
import { ROLES } from '../domain/roles';
import { count, finiteNumber } from './numbers';
import { dictionary, openObject, type EntriesOf } from './objects';

/** The balance of a file: how many rows were loaded, rejected, merged and set aside. */
export const fileBalance = openObject({
  name: string(),
  sheet: exactOptional(string()),
  role: picklist([...ROLES, 'joined']),
  rows_read: count,
  rows_loaded: count,
  rows_rejected: count,
  rows_merged: count,
  rows_set_aside: count,
  reasons: dictionary(count),
} satisfies EntriesOf<FileBalance>);

export const rejection = openObject({
  file: string(),
  line: finiteNumber,
  column: string(),
  value: string(),
  reason: string(),
} satisfies EntriesOf<Rejection>);

/** A notice with any code: one that only another version knows is not shown. */
export const noticeOfAnyCode = openObject({
  code: string(),
  file: string(),
  count: finiteNumber,
  column: exactOptional(string()),
  values: exactOptional(array(string())),
  of: exactOptional(finiteNumber),
  lines: exactOptional(array(finiteNumber)),
} satisfies EntriesOf<Omit<Notice, 'code'>> & { code: unknown });

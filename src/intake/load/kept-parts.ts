import { array, boolean, exactOptional, nullable, picklist, pipe, safeParse, string, transform } from 'valibot';
import { AppError } from '../../domain/errors';
import type { KeptPart } from '../../domain/kept';
import { isNoticeCode } from '../../domain/notices';
import { STATUS_MEANINGS } from '../../domain/statuses';
import type { ValidatedPart } from '../check/validate';
import { fileBalance, noticeOfAnyCode, rejection } from '../../schema/accounts';
import { count, finiteNumber } from '../../schema/numbers';
import { openObject } from '../../schema/objects';
import { role as knownRole } from '../../schema/roles';
import type { Origin } from './whole-rows';

/** A validated part, and the table that it was read from. */
export interface LoadedPart {
  readonly table: string;
  readonly part: ValidatedPart;
  /** As the table stood in its file; left out of what is kept. */
  readonly origin?: Origin;
}

export function keptPart({ table, part }: LoadedPart): KeptPart {
  if (part.role === 'transactions') {
    const { role, columns, balance, rejections, leftEmpty, fingerprints, ...more } = part;
    return { table, role, columns, balance, rejections, leftEmpty, fingerprints, more };
  }
  const { role, records, balance, rejections, leftEmpty, fingerprints, ...more } = part;
  return { table, role, columns: records, balance, rejections, leftEmpty, fingerprints, more };
}

/** What a part may say of itself besides columns and rejections. A key that another version has stays as it is. */
const moreOfPart = openObject({
  source: exactOptional(string()),
  currency: exactOptional(nullable(string())),
  suspicious: exactOptional(
    array(
      openObject({
        file: string(),
        role: knownRole,
        field: string(),
        column: string(),
        reason: string(),
        rows: count,
        of: count,
      }),
    ),
  ),
  notices: exactOptional(
    pipe(
      array(noticeOfAnyCode),
      transform((notices) => notices.filter(({ code }) => isNoticeCode(code))),
    ),
  ),
  statuses: exactOptional(
    array(
      openObject({
        column: string(),
        word: string(),
        meaning: picklist(STATUS_MEANINGS),
        known: boolean(),
        rows: count,
        amount: finiteNumber,
      }),
    ),
  ),
  addedLines: exactOptional(count),
  joined: exactOptional(
    array(openObject({ source: exactOptional(string()), balance: fileBalance, rejections: array(rejection) })),
  ),
});

/** The part as it was validated. Throws `workspace-damaged` where what it says of itself is not what a part says. */
export function loadedPart({ table, role, columns, more, ...rest }: KeptPart): LoadedPart {
  const told = safeParse(moreOfPart, more);
  if (!told.success) throw new AppError('workspace-damaged', { name: table });
  const own = role === 'transactions' ? { columns } : { records: columns };
  const defaults = { suspicious: [], source: table, ...(role === 'transactions' ? { currency: null } : {}) };
  return { table, part: { ...defaults, ...told.output, role, ...own, ...rest } as ValidatedPart };
}

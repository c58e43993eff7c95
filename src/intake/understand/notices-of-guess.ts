import { tableId } from '../../domain/import';
import type { Notice } from '../../domain/notices';
import type { Candidate } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import type { RawTable } from '../read/raw-table';

/** What whoever brought a table should know of how its columns were understood. */
export function noticesOf(table: RawTable, candidates: readonly Candidate[], guesses: readonly RoleGuess[]): Notice[] {
  const file = tableId(table);
  const notices: Notice[] = [];
  const lines = guesses.find(({ role }) => role === 'transactions');
  if (lines && !lines.fields['customer']) notices.push({ code: 'no_customer_column', file, count: table.rows });
  const discount = lines?.fields['discount'];
  if (discount?.details?.as) {
    const { name, first } = candidates[discount.index].profile;
    const code = discount.details.as === 'share' ? 'discount_as_share' : 'discount_as_money';
    notices.push({ code, file, count: table.rows, column: name, values: first });
  }
  const cents = lines && Object.values(lines.fields).find(({ details }) => details?.per !== undefined);
  if (cents) {
    const { name, first } = candidates[cents.index].profile;
    notices.push({ code: 'minor_units', file, count: table.rows, column: name, values: first });
  }
  return notices;
}

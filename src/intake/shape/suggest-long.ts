import type { TextColumn } from '../../domain/columns';
import type { LongShape, LongSuggestion } from '../../domain/shape';
import { profileColumn } from '../understand/column-profile';
import { mappingAs } from '../understand/guess-mapping';
import { monthInHeader } from '../values/month-in-header';
import { isNothing, longRows } from './turn-long';
import type { NamedTable } from './suggest-joins';

/** Fewer months could be any columns that happen to be named so. */
const LEAST_MONTHS = 3;

/** Tables with a column of numbers for each month: a row for each month would make sales of them. */
export function suggestLong(tables: readonly NamedTable[]): LongSuggestion[] {
  return tables.flatMap(({ id, table }) => {
    const months = table.header.filter(
      (name, c) => monthInHeader(name) !== null && holdsNumbers(table.columns[c], name),
    );
    if (months.length < LEAST_MONTHS) return [];
    const shape: LongShape = { kind: 'long', columns: months, nameHeader: 'date', valueHeader: 'amount' };
    const own = mappingAs(table, 'transactions');
    // An amount without a day is the total of the months beside it, unless an order says what it is of.
    const needed = !own['date'] && !(own['amount'] && own['order']);
    return [{ table: id, shape, needed, rowsAfter: longRows(table, shape) }];
  });
}

function holdsNumbers({ codes, values }: TextColumn, name: string): boolean {
  const filled = codes.map((code) => (code < 0 || isNothing(values[code]) ? -1 : code));
  return ['integer', 'decimal', 'flag', 'empty'].includes(profileColumn({ codes: filled, values }, name).type);
}

import { tableId } from '../domain/import';
import type { QuestionReading, ReadingTotals, TableQuestion } from '../domain/questions';
import type { AskedJoin } from '../intake/shape/suggest-joins';
import { pairOf, type JoinDecisions } from '../intake/shape/sure-joins';
import type { BroughtTable } from './choose-roles';
import { totalsOfSales } from './count-readings';

/**
 * Whether two tables belong together, where too few rows of the one are found in the other to be sure and too many to say no
 * (METRICS.md rule 17). The first reading is the one that is used; totals are of all sales that were brought.
 * @param read the tables under the readings that are used
 * @param readUnder the tables when it is decided otherwise
 */
export function joinQuestions(
  asked: readonly AskedJoin[],
  read: readonly BroughtTable[],
  readUnder: (decided: JoinDecisions) => readonly BroughtTable[],
): TableQuestion[] {
  if (asked.length === 0) return [];
  const used = totalsOf(read);
  return asked.map(({ join, isDone }): TableQuestion => {
    const { shape, rows, rowsFound, table } = join;
    const other = isDone ? 'apart' : 'joined';
    const flipped = readUnder(new Map([[pairOf(join.from, shape.with), other]]));
    const reading = (answer: 'joined' | 'apart', tables: readonly BroughtTable[], totals: ReadingTotals | null) => ({
      answer,
      label: LABELS[answer],
      roles: tables.find((one) => tableId(one.table) === named(table))?.roles ?? [],
      shapes: tables.find((one) => tableId(one.table) === named(table))?.shapes ?? [],
      totals,
    });
    const readings: QuestionReading[] = [
      reading(isDone ? 'joined' : 'apart', read, used),
      reading(other, flipped, totalsOf(flipped)),
    ];
    const [own, theirs] = [named(join.from), named(shape.with)];
    return {
      code: 'join',
      table: named(table),
      column: shape.column,
      sentence:
        `${rowsFound.toLocaleString('en-US')} of ${rows.toLocaleString('en-US')} rows of ${own} name a row of ${theirs} by ` +
        `“${shape.column}”. Do the two belong together? Until you say so they are read ${isDone ? 'together' : 'each on its own'}.`,
      example: '',
      readings,
    };
  });
}

const LABELS = { joined: 'They belong together', apart: 'Each stands on its own' } as const;

/** Tables of one name are told apart by what follows a separator, which nobody is to read. */
const named = (id: string): string => id.split('\u001f')[0];

const totalsOf = (tables: readonly BroughtTable[]): ReadingTotals | null =>
  totalsOfSales(
    tables.flatMap(({ table, roles }) =>
      roles.flatMap(({ role, mapping }) => (role === 'transactions' ? [{ table, mapping }] : [])),
    ),
  ) ?? null;

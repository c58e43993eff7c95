import { pairOf, type JoinSuggestion, type LeftOut } from '../../domain/shape';
import type { NamedTable } from './find-links';
import { joinPlanner, type AskedJoin } from './suggest-joins';
import type { JoinDecisions } from './sure-joins';

/** A table as it stands among those that were brought, and what has been said of it. */
export interface PlannedTable extends NamedTable {
  /** Nobody has said in which form it is read. */
  readonly isOpen: boolean;
  /** Nobody has said what it holds: it may stand beside another. */
  readonly isGuessed: boolean;
}

/** What becomes of each join that the values speak for (METRICS.md rule 17). */
export interface DecidedJoins {
  /** Those of one table in the order in which they are done. */
  readonly done: readonly JoinSuggestion[];
  /** Done or not as `isDone` says, until somebody answers. */
  readonly asked: readonly AskedJoin[];
  /** Never done unasked, since both tables stand on their own, and no figure depends on it. */
  readonly offered: readonly JoinSuggestion[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The one rule by which tables are joined, on the page as in a report. A join is done where the rows cannot be read without it,
 * or where the other table is surely named and holds nothing by itself. It is asked where too few rows are found to be sure, and
 * where what it brings takes sales back. All else is offered to whoever wants it.
 * @returns for what somebody has said of pairs of tables, the joins under it
 */
export function joinDecider(tables: readonly PlannedTable[]): (decided: JoinDecisions) => DecidedJoins {
  const plan = joinPlanner(tables);
  const known = new Map(tables.map((one) => [one.id, one]));
  const mayBe = ({ table, shape }: JoinSuggestion) => {
    const [one, other] = [known.get(table)!, known.get(shape.with)!];
    return one.isOpen && other.isOpen && other.isGuessed;
  };
  const isDone = (join: JoinSuggestion) =>
    join.needed || (!join.isUnsure && known.get(join.shape.with)!.roles.length === 0);
  return (decided) => {
    const { joins, asked: unsure, leftOut } = plan(decided);
    const possible = joins.filter(mayBe);
    const done = withTheirColumns(possible.filter(isDone), (id) => known.get(id)!.table.header);
    const marking = done.filter((join) => join.marksSales && !join.isUnsure && !isAnswered(join, decided));
    const asked = [...unsure.filter(({ join }) => mayBe(join)), ...marking.map((join) => ({ join, isDone: true }))];
    return {
      done,
      asked,
      offered: possible.filter((join) => !isDone(join) && asked.every((one) => one.join !== join)),
      leftOut: leftOut.filter(({ table }) => known.get(table)!.isGuessed && known.get(table)!.isOpen),
    };
  };
}

const isAnswered = ({ from, shape }: JoinSuggestion, decided: JoinDecisions): boolean =>
  decided.has(pairOf(from, shape.with));

/** Without the joins by a column that another join was to bring, which is not done. */
function withTheirColumns(
  joins: readonly JoinSuggestion[],
  headerOf: (table: string) => readonly string[],
): JoinSuggestion[] {
  const headers = new Map<string, readonly string[]>();
  return joins.filter(({ table, shape, brings }) => {
    const header = headers.get(table) ?? headerOf(table);
    if (!header.includes(shape.column)) return false;
    headers.set(table, [...header, ...brings]);
    return true;
  });
}

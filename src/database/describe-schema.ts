import type { Database } from './open';

export interface TableDescription {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Tables and columns that the console completes: readable views first, then the filtered ones, then the tables. */
export function describeSchema(database: Database): TableDescription[] {
  const columns = new Map<string, string[]>();
  const rows =
    database
      .exec(
        `SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'
ORDER BY m.name LIKE '%transactions' DESC, m.name LIKE 'scoped!_%' ESCAPE '!' DESC, m.rowid, c.cid`,
      )
      .at(0)?.values ?? [];
  for (const [table, column] of rows as [string, string][]) {
    const known = columns.get(table);
    if (known) known.push(column);
    else columns.set(table, [column]);
  }
  return [...columns].map(([table, names]) => ({ table, columns: names }));
}

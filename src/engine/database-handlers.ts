import type { DatabaseApi, Handlers, QueryInputs } from '../bridge/protocol';
import { runStatement } from '../database/console';
import { fillDatabase, filterFields } from '../database/fill';
import { openDatabase, type Database } from '../database/open';
import { optionsStatements, queryTableStatements } from '../database/query-tables';
import { describeSchema } from '../database/describe-schema';
import { scopeStatements } from '../database/scope';
import type { FilterField } from '../domain/database-table';
import { AppError } from '../domain/errors';

interface Filled {
  readonly database: Database;
  readonly fields: readonly FilterField[];
  /** The scope tables as they stand, as text. */
  scope: string;
}

/** Answers the page's calls to the database. */
export function databaseHandlers(wasmUrl?: string): Handlers<DatabaseApi> {
  let filled: Filled | null = null;
  const current = (): Filled => {
    if (!filled) throw new AppError('nothing-loaded', {});
    return filled;
  };
  return {
    fill: async ({ tables }) => {
      filled?.database.close();
      filled = null;
      const database = await openDatabase(wasmUrl);
      fillDatabase(database, tables);
      filled = { database, fields: filterFields(database), scope: '' };
      return null;
    },
    query: ({ sql, filter, metric }) => {
      const { database, fields } = current();
      writeScope(current(), scopeStatements(filter, fields));
      if (metric) writeInputs(database, metric);
      const begun = performance.now();
      const answer = runStatement(database, sql);
      return { ...answer, milliseconds: performance.now() - begun };
    },
    schema: () => describeSchema(current().database),
  };
}

/** The filter rarely changes between two statements. */
function writeScope(filled: Filled, statements: readonly string[]): void {
  const scope = statements.join(';\n');
  if (scope === filled.scope) return;
  filled.scope = '';
  filled.database.run(scope);
  filled.scope = scope;
}

function writeInputs(database: Database, { options, tables }: QueryInputs): void {
  database.run([...optionsStatements(options), ...queryTableStatements(tables)].join(';\n'));
}

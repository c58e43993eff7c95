import type { Rejection } from '../domain/columns';
import type { Progress, RoleReading } from '../domain/import';
import { assembleDataset, type AssembledDataset } from '../intake/assemble';
import type { ShapedTable } from '../intake/shape/shape-table';
import type { Treatments } from '../domain/treatment';
import type { RawTable } from '../intake/raw-table';
import {
  countCurrencies,
  planCurrencies,
  validateRecords,
  validateTransactions,
  type FoundCurrencies,
  type ValidatedPart,
} from '../intake/validate';

export interface LoadedData {
  readonly dataset: AssembledDataset;
  readonly leftEmpty: readonly Rejection[];
  readonly duplicates: AssembledDataset['duplicates'];
  readonly currencies: FoundCurrencies;
}
export interface ChosenTable {
  readonly table: RawTable;
  readonly roles: readonly RoleReading[];
  /** Tables whose columns stand beside its rows. */
  readonly joined?: ShapedTable['joined'];
}

/**
 * Checks every chosen table in every role it is to fill, and joins them into one dataset. Lets waiting messages in between the steps, so that a cancel is heard: `onstep` may throw.
 */
export async function validateChoices(
  tables: readonly ChosenTable[],
  treatments: Treatments = {},
  onstep?: (progress: Progress) => void,
): Promise<LoadedData> {
  const currencies = countCurrencies(transactionsOf(tables));
  const plan = planCurrencies(currencies, treatments.transactions);
  const parts: ValidatedPart[] = [];
  const total = tables.reduce((sum, { table }) => sum + table.rows, 0);
  let done = 0;
  for (const { table, roles } of tables) {
    for (const { role, mapping } of roles) {
      await breathe();
      onstep?.({ step: 'checking', file: table.file, done, total, rows: done });
      const at = parts.length;
      parts.push(
        role === 'transactions'
          ? validateTransactions(table, mapping, at, plan)
          : validateRecords(table, role, mapping, at),
      );
    }
    done += table.rows;
  }
  await breathe();
  onstep?.({ step: 'loading', file: null, done: total, total, rows: total });
  const dataset = withJoined(assembleDataset(parts, [], treatments), tables);
  return { dataset, leftEmpty: dataset.leftEmpty, duplicates: dataset.duplicates, currencies };
}

/** The rows of joined tables are accounted for like any others. */
function withJoined(dataset: AssembledDataset, tables: readonly ChosenTable[]): AssembledDataset {
  const joined = tables.flatMap((table) => table.joined ?? []);
  if (joined.length === 0) return dataset;
  return {
    ...dataset,
    files: [...dataset.files, ...joined.map(({ balance }) => balance)],
    rejections: [...dataset.rejections, ...joined.flatMap(({ rejections }) => rejections)],
  };
}

const transactionsOf = (tables: readonly ChosenTable[]) =>
  tables.flatMap(({ table, roles }) =>
    roles.flatMap(({ role, mapping }) => (role === 'transactions' ? [{ table, mapping }] : [])),
  );

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

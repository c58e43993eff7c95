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
} from '../intake/validate';
import { tableId } from './inspect';
import type { LoadedPart } from './kept-parts';

export interface LoadedData {
  readonly dataset: AssembledDataset;
  readonly leftEmpty: readonly Rejection[];
  readonly duplicates: AssembledDataset['duplicates'];
  readonly currencies: FoundCurrencies;
  /** What the dataset was joined of: for each table one in each of its roles. */
  readonly parts: readonly LoadedPart[];
}
export interface ChosenTable {
  readonly table: RawTable;
  readonly roles: readonly RoleReading[];
  /** Tables whose columns stand beside its rows. */
  readonly joined?: ShapedTable['joined'];
}
/** A table of an opened workspace: it was validated when it was kept. */
export interface ValidatedTable {
  readonly validated: readonly LoadedPart[];
}

/**
 * Checks every chosen table in every role it is to fill, and joins them into one dataset. Lets waiting messages in between the steps, so that a cancel is heard: `onstep` may throw.
 */
export async function validateChoices(
  tables: readonly (ChosenTable | ValidatedTable)[],
  treatments: Treatments = {},
  onstep?: (progress: Progress) => void,
): Promise<LoadedData> {
  const currencies = countCurrencies(transactionsOf(tables));
  const plan = planCurrencies(currencies, treatments.transactions);
  const parts: LoadedPart[] = [];
  const total = tables.reduce((sum, one) => sum + ('table' in one ? one.table.rows : 0), 0);
  let done = 0;
  for (const one of tables) {
    if ('validated' in one) {
      parts.push(...one.validated);
      continue;
    }
    const { table, roles } = one;
    for (const { role, mapping } of roles) {
      await breathe();
      onstep?.({ step: 'checking', file: table.file, done, total, rows: done });
      const at = parts.length;
      const part =
        role === 'transactions'
          ? validateTransactions(table, mapping, at, plan)
          : validateRecords(table, role, mapping, at);
      // What was joined to a table is accounted for once, whatever its roles.
      const joined = one.roles[0]?.role === role ? (one.joined ?? []) : [];
      parts.push({ table: tableId(table), part: joined.length > 0 ? { ...part, joined } : part });
    }
    done += table.rows;
  }
  await breathe();
  onstep?.({ step: 'loading', file: null, done: total, total, rows: total });
  return joinParts(parts, treatments, currencies);
}

/** One dataset of parts in their order. */
export function joinParts(
  parts: readonly LoadedPart[],
  treatments: Treatments = {},
  currencies: FoundCurrencies = countCurrencies([]),
): LoadedData {
  const dataset = assembleDataset(
    parts.map(({ part }) => part),
    [],
    treatments,
  );
  return { dataset, leftEmpty: dataset.leftEmpty, duplicates: dataset.duplicates, currencies, parts };
}

const transactionsOf = (tables: readonly (ChosenTable | ValidatedTable)[]) =>
  tables.flatMap((one) =>
    'validated' in one
      ? []
      : one.roles.flatMap(({ role, mapping }) => (role === 'transactions' ? [{ table: one.table, mapping }] : [])),
  );

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

import type { Dataset, Rejection } from '../domain/columns';
import type { Progress, RoleReading } from '../domain/import';
import { assembleDataset, type AssembledDataset, type ValidatedPart } from '../intake/assemble';
import { NO_CHOICES, type UnifyChoices } from '../domain/unification';
import type { Clusters } from '../intake/unify/cluster';
import { compareCustomers, unifyCustomers, type ComparedRecords } from '../intake/unify/unify';
import type { RawTable } from '../intake/raw-table';
import { validateRecords, validateTransactions } from '../intake/validate';

export interface LoadedData {
  /** With the customers of all files brought together. */
  readonly dataset: Dataset;
  /** As the files have it: what decisions about customers are applied to. */
  readonly brought: AssembledDataset;
  readonly compared: ComparedRecords | null;
  readonly clusters: Clusters | null;
  readonly leftEmpty: readonly Rejection[];
  /** Lines that equal an earlier one in every cell. They are kept. */
  readonly exactDuplicates: number;
}
export interface ChosenTable {
  readonly table: RawTable;
  readonly roles: readonly RoleReading[];
}

/**
 * Checks every chosen table in every role it is to fill, and joins them into one dataset. Lets waiting messages in between the steps, so that a cancel is heard: `onstep` may throw.
 */
export async function validateChoices(
  tables: readonly ChosenTable[],
  onstep?: (progress: Progress) => void,
  choices: UnifyChoices = NO_CHOICES,
): Promise<LoadedData> {
  const parts: ValidatedPart[] = [];
  const total = tables.reduce((sum, { table }) => sum + table.rows, 0);
  let done = 0;
  for (const { table, roles } of tables) {
    for (const { role, mapping } of roles) {
      await breathe();
      onstep?.({ step: 'checking', file: table.file, done, total, rows: done });
      const at = parts.length;
      parts.push(
        role === 'transactions' ? validateTransactions(table, mapping, at) : validateRecords(table, role, mapping, at),
      );
    }
    done += table.rows;
  }
  const brought = assembleDataset(parts);
  let breathed = performance.now();
  const compared = await compareCustomers(brought, async (share) => {
    // A browser makes every timeout in a row wait for 4 ms.
    if (performance.now() - breathed > BREATH_MILLISECONDS) {
      await breathe();
      breathed = performance.now();
    }
    onstep?.({ step: 'matching', file: null, done: Math.round(share * 1_000), total: 1_000, rows: 0 });
  });
  await breathe();
  onstep?.({ step: 'loading', file: null, done: total, total, rows: total });
  return {
    ...unifyCustomers(brought, compared, choices),
    brought,
    compared,
    leftEmpty: brought.leftEmpty,
    exactDuplicates: brought.duplicates.transactions ?? 0,
  };
}

/** Longest that waiting messages wait while records are compared. */
const BREATH_MILLISECONDS = 50;

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

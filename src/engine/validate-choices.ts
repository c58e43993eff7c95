import type { Rejection } from '../domain/columns';
import type { Progress, RoleReading } from '../domain/import';
import { assembleDataset, type AssembledDataset } from '../intake/assemble';
import type { Treatments } from '../domain/treatment';
import type { RawTable } from '../intake/raw-table';
import type { Source } from './whole-rows';
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
  readonly duplicatePlaces: AssembledDataset['duplicatePlaces'];
  readonly currencies: FoundCurrencies;
  /** One for each of the dataset's files. */
  readonly sources: readonly Source[];
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
  treatments: Treatments = {},
  onstep?: (progress: Progress) => void,
): Promise<LoadedData> {
  const currencies = countCurrencies(transactionsOf(tables));
  const plan = planCurrencies(currencies, treatments.transactions);
  const parts: ValidatedPart[] = [];
  const read: Pick<Source, 'table' | 'mapping'>[] = [];
  const total = tables.reduce((sum, { table }) => sum + table.rows, 0);
  let done = 0;
  for (const { table, roles } of tables) {
    for (const { role, mapping } of roles) {
      await breathe();
      onstep?.({ step: 'checking', file: table.file, done, total, rows: done });
      const at = read.push({ table, mapping }) - 1;
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
  const dataset = assembleDataset(parts, [], treatments);
  const { leftEmpty, duplicates, duplicatePlaces } = dataset;
  const sources = read.map((one, at) => {
    const { rejections, leftEmpty: emptied } = parts[at];
    return { ...one, rejections, leftEmpty: emptied };
  });
  return { dataset, leftEmpty, duplicates, duplicatePlaces, currencies, sources };
}

const transactionsOf = (tables: readonly ChosenTable[]) =>
  tables.flatMap(({ table, roles }) =>
    roles.flatMap(({ role, mapping }) => (role === 'transactions' ? [{ table, mapping }] : [])),
  );

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

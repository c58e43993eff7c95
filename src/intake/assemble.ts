import type { Dataset, FileBalance, RecordTable, Rejection, TransactionColumns } from '../domain/columns';
import { AppError } from '../domain/errors';
import { ROLES, type Role } from '../domain/roles';
import { assembleRecords } from './assemble-records';
import { assembleTransactions } from './assemble-transactions';
import { countDuplicates } from './concat-columns';
import type { Suspicion } from './validate-fields';
import type { ValidatedRecords } from './validate-records';
import type { ValidatedTransactions } from './validate-transactions';

export type ValidatedPart = ValidatedTransactions | ValidatedRecords;

export interface AssembledDataset extends Dataset {
  /** Rows that equal an earlier row of the same role in every cell. They are kept. */
  readonly duplicates: { readonly [R in Role]?: number };
  readonly leftEmpty: readonly Rejection[];
  readonly suspicious: readonly Suspicion[];
}

/**
 * Joins validated files into one dataset. `files[i]` is the balance of `parts[i]`, and rows point to it by `file`, whatever
 * index they were validated under. `idle` are balances of files that play no role; they stand at the end.
 */
export function assembleDataset(parts: readonly ValidatedPart[], idle: readonly FileBalance[] = []): AssembledDataset {
  const transactions = parts.flatMap((part, index) => (part.role === 'transactions' ? [{ part, index }] : []));
  const records: { -readonly [R in Exclude<Role, 'transactions'>]?: RecordTable } = {};
  const duplicates: { -readonly [R in Role]?: number } = {};
  for (const role of ROLES) {
    const played = parts.flatMap((part, index) => (part.role === role ? [{ part, index }] : []));
    if (played.length === 0) continue;
    duplicates[role] = countDuplicates(played.map(({ part }) => part.fingerprints));
    if (role === 'transactions') continue;
    records[role] = assembleRecords(
      role,
      played.map(({ part, index }) => ({
        records: (part as ValidatedRecords).records,
        index,
        name: part.balance.name,
      })),
    );
  }
  const files = transactions.map(({ part, index }) => ({ columns: part.columns, index, name: part.balance.name }));
  return {
    transactions:
      files.length === 0
        ? null
        : checkedSum(
            assembleTransactions(files),
            transactions.map(({ part }) => part.balance.name),
          ),
    records,
    files: [...parts.map(({ balance }) => balance), ...idle],
    sources: [...parts.map(({ source }) => source), ...idle.map(({ name }) => name)],
    rejections: parts.flatMap(({ rejections }) => rejections),
    currency: oneCurrency(transactions.map(({ part }) => part)),
    duplicates,
    leftEmpty: parts.flatMap(({ leftEmpty }) => leftEmpty),
    suspicious: parts.flatMap(({ suspicious }) => suspicious),
  };
}

function oneCurrency(parts: readonly ValidatedTransactions[]): string | null {
  const found = [...new Set(parts.flatMap(({ currency }) => (currency === null ? [] : [currency])))];
  if (found.length < 2) return found[0] ?? null;
  const odd = parts.find(({ currency }) => currency !== null && currency !== found[0])!;
  throw new AppError('several-currencies', { file: odd.balance.name, found });
}

/** Each file's sum is within 2^53; together they may not be. */
function checkedSum(columns: TransactionColumns, names: readonly string[]): TransactionColumns {
  const size = (values: Float64Array) => values.reduce((sum, value) => sum + Math.abs(value), 0);
  if (Math.max(size(columns.amount), columns.profit ? size(columns.profit) : 0) > Number.MAX_SAFE_INTEGER) {
    throw new AppError('sum-too-large', { file: names.join(', ') });
  }
  return columns;
}

import type { Dataset, FileBalance, RecordTable, Rejection, TransactionColumns } from '../../domain/columns';
import type { Notice } from '../../domain/notices';
import type { KeySpellings } from '../../domain/receipt';
import type { StatusTotal } from '../../domain/statuses';
import { AppError } from '../../domain/errors';
import { ROLES, type Role } from '../../domain/roles';
import type { Treatments } from '../../domain/treatment';
import { assembleRecords } from '../check/assemble-records';
import { assembleTransactions } from '../check/assemble-transactions';
import { noticeSpellings } from '../check/spellings';
import { keepOneScale } from '../check/score-scales';
import { countMarked, markDuplicates } from '../check/exact-duplicates';
import { mergeMarked, rowsOfFile } from '../check/merge-duplicates';
import { meetKeys } from '../unify/meet-keys';
import type { Suspicion } from '../check/validate-fields';
import type { ValidatedPart, ValidatedRecords, ValidatedTransactions } from '../check/validate';

export interface AssembledDataset extends Dataset {
  /** Rows that equal an earlier row of the same role in every cell: kept, or merged where that was asked for. */
  readonly duplicates: { readonly [R in Role]?: number };
  /** The first of them, by the index of their file and their line in it. */
  readonly duplicatePlaces: { readonly [R in Role]?: readonly { readonly file: number; readonly line: number }[] };
  readonly leftEmpty: readonly Rejection[];
  readonly suspicious: readonly Suspicion[];
  /** What the words of status columns were taken to say, by file. */
  readonly statuses: readonly (StatusTotal & { readonly file: string })[];
  /** What was noticed while the parts were checked. */
  readonly notices: readonly Notice[];
  /** Customers whose keys are written in more than one way. */
  readonly spellings: KeySpellings | null;
}

/**
 * Joins validated files into one dataset. `files[i]` is the balance of `parts[i]`, and rows point to it by `file`, whatever
 * index they were validated under. `idle` are balances of files that play no role; they stand at the end.
 */
export function assembleDataset(
  validated: readonly ValidatedPart[],
  idle: readonly FileBalance[] = [],
  treatments: Treatments = {},
): AssembledDataset {
  const { parts, duplicates, duplicatePlaces } = withoutDuplicates(validated, treatments);
  const joined = parts.flatMap((part) => part.joined ?? []);
  const transactions = parts.flatMap((part, index) => (part.role === 'transactions' ? [{ part, index }] : []));
  const notices = parts.flatMap((part) => part.notices ?? []);
  const records: { -readonly [R in Exclude<Role, 'transactions'>]?: RecordTable } = {};
  for (const role of ROLES) {
    const played = parts.flatMap((part, index) => (part.role === role ? [{ part, index }] : []));
    if (played.length === 0 || role === 'transactions') continue;
    const brought = played.map(({ part, index }) => ({
      records: (part as ValidatedRecords).records,
      index,
      name: part.balance.name,
      source: part.source,
    }));
    if (role !== 'surveys') {
      records[role] = assembleRecords(role, brought);
      continue;
    }
    const answers = keepOneScale(brought);
    records[role] = assembleRecords(role, answers.files, answers.scale);
    notices.push(...answers.notices);
  }
  const files = transactions.map(({ part, index }) => ({ columns: part.columns, index, name: part.balance.name }));
  const assembled = {
    transactions:
      files.length === 0
        ? null
        : checkedSum(
            assembleTransactions(files),
            transactions.map(({ part }) => part.balance.name),
          ),
    records,
    files: [...parts.map(({ balance }) => balance), ...joined.map(({ balance }) => balance), ...idle],
    sources: [
      ...parts.map(({ source }) => source),
      ...joined.map(({ balance }) => balance.name),
      ...idle.map(({ name }) => name),
    ],
    rejections: [...parts, ...joined].flatMap(({ rejections }) => rejections),
    currency: oneCurrency(transactions.map(({ part }) => part)),
    duplicates,
    duplicatePlaces,
    leftEmpty: parts.flatMap(({ leftEmpty }) => leftEmpty),
    suspicious: parts.flatMap(({ suspicious }) => suspicious),
    statuses: transactions.flatMap(({ part }) =>
      (part.statuses ?? []).map((one) => ({ ...one, file: part.balance.name })),
    ),
  };
  const { dataset, notices: met, spellings } = meetKeys(assembled, treatments);
  const spelled = transactions.flatMap(({ part }) => noticeSpellings(part.columns, part.source));
  return { ...dataset, notices: [...notices, ...spelled, ...met], spellings };
}

/** Finds the exact duplicates of every role, and merges them where that was asked for. */
function withoutDuplicates(validated: readonly ValidatedPart[], treatments: Treatments) {
  const parts = [...validated];
  const duplicates: { -readonly [R in Role]?: number } = {};
  const duplicatePlaces: { -readonly [R in Role]?: { file: number; line: number }[] } = {};
  for (const role of ROLES) {
    const played = validated.flatMap((part, index) => (part.role === role ? [index] : []));
    if (played.length === 0) continue;
    const marks = markDuplicates(played.map((index) => validated[index].fingerprints));
    const own = marks.map((ofFile, i) => rowsOfFile(validated[played[i]], ofFile));
    duplicates[role] = countMarked(own);
    duplicatePlaces[role] = own.flatMap((ofFile, i) => firstMarked(validated[played[i]], ofFile, played[i]));
    if (treatments[role]?.duplicates !== 'merge') continue;
    for (const [i, index] of played.entries()) parts[index] = mergeMarked(validated[index], marks[i]);
  }
  return { parts, duplicates, duplicatePlaces };
}

const FIRST_DUPLICATES = 20;

function firstMarked(part: ValidatedPart, marks: Uint8Array, file: number) {
  const { line } = part.role === 'transactions' ? part.columns : part.records;
  const found: { file: number; line: number }[] = [];
  for (let row = marks.indexOf(1); row >= 0 && found.length < FIRST_DUPLICATES; row = marks.indexOf(1, row + 1))
    found.push({ file, line: line[row] });
  return found;
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

import type { FileBalance, Rejection } from '../../domain/columns';
import type { LeftOut } from '../../domain/receipt';
import type { ValidatedPart } from '../../intake/check/validate';
import type { JoinedAccount } from '../../intake/read/balance';

/** A table in one of its roles: what was checked, and its balance after exact duplicates were merged. */
export interface RolePart {
  readonly part: ValidatedPart;
  readonly balance: FileBalance;
}

export interface Account {
  readonly read: number;
  readonly loaded: number;
  readonly rejected: number;
  readonly merged: number;
  readonly setAside: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * What became of a table's rows, each counted once whatever roles the table plays: a row that is left out of one role and used in
 * another is told as left out.
 */
export function accountOf(parts: readonly RolePart[]): Account {
  const [main] = parts;
  const asides = asidesOf(parts);
  const rejections = parts.length === 1 ? main.part.rejections : onceEach(parts);
  const merged = Math.max(...parts.map(({ balance }) => balance.rows_merged));
  const leftOut: LeftOut[] = [
    ...[...asides].map(([reason, rows]) => ({ kind: 'set_aside', reason, field: '', rows }) as const),
    ...byReason(rejections),
    ...(merged > 0 ? [{ kind: 'merged', reason: 'duplicate', field: '', rows: merged } as const] : []),
  ];
  const setAside = [...asides.values()].reduce((sum, rows) => sum + rows, 0);
  const read = main.balance.rows_read;
  return {
    read,
    loaded: read - rejections.length - merged - setAside,
    rejected: rejections.length,
    merged,
    setAside,
    leftOut: leftOut.sort((a, b) => b.rows - a.rows),
  };
}

/** Of a table whose columns stand beside another's rows. */
export function accountOfJoined({ balance, rejections }: JoinedAccount): Account {
  return {
    read: balance.rows_read,
    loaded: balance.rows_loaded,
    rejected: balance.rows_rejected,
    merged: balance.rows_merged,
    setAside: balance.rows_set_aside,
    leftOut: byReason(rejections).sort((a, b) => b.rows - a.rows),
  };
}

/** Rows set aside by reason: the same in every role as they were read, with those that a role itself has set aside. */
function asidesOf(parts: readonly RolePart[]): Map<string, number> {
  const asides = new Map<string, number>();
  for (const { part, balance } of parts) {
    const rejected = new Map<string, number>();
    for (const { reason } of part.rejections) rejected.set(reason, (rejected.get(reason) ?? 0) + 1);
    for (const [reason, rows] of Object.entries(balance.reasons)) {
      const aside = rows - (rejected.get(reason) ?? 0);
      if (aside > 0) asides.set(reason, Math.max(asides.get(reason) ?? 0, aside));
    }
  }
  return asides;
}

/** Of rows that several roles reject the first rejection; none of rows that the table's sales have set aside. */
function onceEach(parts: readonly RolePart[]): Rejection[] {
  const sales = parts.find(({ part }) => part.role === 'transactions')?.part;
  const isAside = sales ? notIn(sales) : () => false;
  const seen = new Set<number>();
  return parts.flatMap(({ part }) =>
    part.rejections.filter(({ line }) => {
      if (seen.has(line) || (part !== sales && isAside(line))) return false;
      seen.add(line);
      return true;
    }),
  );
}

/** Whether a line was neither loaded nor rejected. */
function notIn(part: ValidatedPart): (line: number) => boolean {
  const lines = part.role === 'transactions' ? part.columns.line : part.records.line;
  const known = new Set<number>([...lines, ...part.rejections.map(({ line }) => line)]);
  return (line) => !known.has(line);
}

function byReason(rejections: readonly Rejection[]): LeftOut[] {
  const rows = new Map<string, { field: string; reason: string; rows: number }>();
  for (const { column: field, reason } of rejections) {
    const key = `${field}\u001f${reason}`;
    const one = rows.get(key) ?? { field, reason, rows: 0 };
    one.rows++;
    rows.set(key, one);
  }
  return [...rows.values()].map((one) => ({ kind: 'rejected', ...one }));
}

import type { Rejection } from '../domain/columns';
import type { ReasonCount } from '../domain/import';

/** Told by column and reason, the most frequent first. */
export function byReason(rejections: readonly Rejection[]): ReasonCount[] {
  const found = new Map<string, { -readonly [Name in keyof ReasonCount]: ReasonCount[Name] }>();
  for (const first of rejections) {
    const { column, reason } = first;
    const key = `${column}\u001f${reason}`;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { column, reason, count: 1, first });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

import { pairOf, type Decision, type RecordName } from '../../domain/unification';
import type { Settled } from './cluster';
import type { SourceRecords } from './records';

/** Decisions about records that are there; those about files not brought wait. The latest word about a pair counts. */
export function settle(log: readonly Decision[], records: SourceRecords): Settled[] {
  const indices = new Map(records.keys.map((key, record) => [`${records.source[record]}\u001f${key}`, record]));
  const indexOf = ({ source, key }: RecordName) => indices.get(`${records.sources.indexOf(source)}\u001f${key}`);
  const settled = new Map<string, Settled>();
  for (const decision of log) {
    const [a, b] = [indexOf(decision.one), indexOf(decision.other)];
    if (a === undefined || b === undefined || a === b) continue;
    settled.delete(pairOf(decision));
    settled.set(pairOf(decision), { a: Math.min(a, b), b: Math.max(a, b), says: decision.says });
  }
  return [...settled.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

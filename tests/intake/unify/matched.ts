import type { RecordTable } from '../../../src/domain/columns';
import { clusterRecords } from '../../../src/intake/unify/cluster';
import { evidenceOf } from '../../../src/intake/unify/evidence';
import { judgeOf } from '../../../src/intake/unify/judge';
import { matchRecords } from '../../../src/intake/unify/match';
import { sourceRecords } from '../../../src/intake/unify/records';

/** Records of customers files, what their comparison found, and how they fall into customers. */
export async function matched(table: RecordTable, names: readonly string[]) {
  const records = sourceRecords(table, names);
  const matching = await matchRecords(evidenceOf(table, records.recordOf, records.count));
  const { group } = clusterRecords(records.count, [], matching.links, judgeOf(matching), []);
  return { records, matching, group };
}

/** Every two records that are one customer, as `key key`, the lesser first. */
export function pairsOf(group: Int32Array, keys: readonly string[]): Set<string> {
  const members = new Map<number, number[]>();
  group.forEach((of, record) => members.set(of, [...(members.get(of) ?? []), record]));
  const pairs = new Set<string>();
  for (const own of members.values())
    for (const a of own) for (const b of own) if (a < b) pairs.add([keys[a], keys[b]].sort().join(' '));
  return pairs;
}

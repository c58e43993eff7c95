import { fieldAt, isOther, levelOf, compareRecords } from './compare';
import type { Evidence } from './evidence';
import type { SourceRecords } from './records';

/**
 * Which files number their customers together. Two departments may share one numbering, and then a key is a customer wherever
 * it stands; two shops number by themselves, and then their number 17 is two people. Keys alone do not say which, so the
 * records that share a key are compared: where most of those that can be compared disagree, the numberings are two.
 */
export interface Numberings {
  /** By source: its numbering; numbered by the first file that was brought. */
  readonly of: Int32Array;
  readonly count: number;
  /** By record: key and numbering as one number. Records of one unit have one key in one numbering. */
  readonly unit: Int32Array;
  readonly units: number;
  /** The unit of a key in a numbering. */
  unitOf(numbering: number, key: string): number | undefined;
  /** Pairs of records that are one unit. */
  readonly sameKey: readonly (readonly [number, number])[];
}

export function findNumberings(records: SourceRecords, evidence: Evidence): Numberings {
  const of = groupSources(records, evidence);
  const units = Array.from({ length: Math.max(0, ...of) + 1 }, () => new Map<string, number>());
  const first: number[] = [];
  const sameKey: [number, number][] = [];
  const unit = Int32Array.from(records.source, (source, record) => {
    const known = units[of[source]];
    const key = records.keys[record];
    const found = known.get(key);
    if (found !== undefined) {
      sameKey.push([first[found], record]);
      return found;
    }
    known.set(key, first.push(record) - 1);
    return first.length - 1;
  });
  return {
    of,
    count: units.length,
    unit,
    units: first.length,
    sameKey,
    unitOf: (numbering, key) => units[numbering].get(key),
  };
}

function groupSources(records: SourceRecords, evidence: Evidence): Int32Array {
  const byKey = records.sources.map(() => new Map<string, number>());
  records.source.forEach((source, record) => byKey[source].set(records.keys[record], record));
  const order = records.sources.map((_, source) => source).sort((a, b) => records.brought[a] - records.brought[b]);
  const of = new Int32Array(records.sources.length).fill(-1);
  let count = 0;
  for (const source of order) {
    const partner = order.find((other) => of[other] >= 0 && numberTogether(byKey[other], byKey[source], evidence));
    of[source] = partner === undefined ? count++ : of[partner];
  }
  return of;
}

/** Sources without a key in common are of one numbering: no key of theirs is in doubt. */
function numberTogether(mine: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>, evidence: Evidence) {
  let balance = 0;
  for (const [key, record] of mine) {
    const other = theirs.get(key);
    if (other !== undefined) balance += verdict(compareRecords(evidence, record, other));
  }
  return balance >= 0;
}

/** 1 where the records seem one customer, -1 where they seem two, 0 where nothing can be compared. */
function verdict(pattern: number): -1 | 0 | 1 {
  if (pattern === 0) return 0;
  const level = (field: Parameters<typeof fieldAt>[0]) => levelOf(pattern, fieldAt(field));
  if (level('email') === 1 || level('phone') === 1 || level('tax_id') === 1 || level('birth') === 1) return 1;
  if (level('given') === 0 && level('surname') === 0) {
    const others = (['company', 'place', 'street', 'email', 'phone', 'birth'] as const).filter((field) =>
      isOther(pattern, field),
    );
    return others.length > 0 ? -1 : 1;
  }
  return isOther(pattern, 'given') || isOther(pattern, 'surname') ? -1 : 1;
}

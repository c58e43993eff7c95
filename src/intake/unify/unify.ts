import type { Dataset, RecordTable, TextColumn } from '../../domain/columns';
import { RECORD_RULES, type RecordRule, type Unification, type UnifyChoices } from '../../domain/unification';
import { clusterRecords, type Clusters, type Link } from './cluster';
import { settle } from './decisions';
import { evidenceOf } from './evidence';
import { judgeOf } from './judge';
import { matchRecords, type Matching, type MatchStep } from './match';
import { findNumberings, type Numberings } from './numbering';
import { inOrderOfPreference } from './preference';
import { sourceRecords, type SourceRecords } from './records';
import { KeyReader, rekeyed } from './rekey';

/** What stands while decisions change: the records, and how they compare. */
export interface ComparedRecords {
  readonly records: SourceRecords;
  readonly numberings: Numberings;
  readonly matching: Matching;
  /** Names of the files by their index, a workbook's sheet included. */
  readonly names: readonly string[];
}

/** A dataset in which every file speaks of the same customers. */
export interface UnifiedDataset {
  readonly dataset: Dataset;
  readonly clusters: Clusters | null;
}

/** Compares the records of all customers files; null where no file lists customers, or only one. */
export async function compareCustomers(dataset: Dataset, step?: MatchStep): Promise<ComparedRecords | null> {
  const table = dataset.records.customers;
  if (!table || table.rows < 2) return null;
  const names = dataset.sources ?? dataset.files.map(({ name }) => name);
  const records = sourceRecords(table, names);
  const evidence = evidenceOf(table, records.recordOf, records.count);
  const numberings = findNumberings(records, evidence);
  return { records, numberings, matching: await matchRecords(evidence, step), names };
}

/**
 * Brings the files together under a person's decisions: a new dataset, nothing is changed in the given one. With one customers
 * file in which nobody is twice the dataset comes back as it is.
 */
export function unifyCustomers(
  dataset: Dataset,
  compared: ComparedRecords | null,
  choices: UnifyChoices,
): UnifiedDataset {
  if (!compared) return { dataset, clusters: null };
  const { records, numberings, matching, names } = compared;
  const settled = settle(choices.decisions, records);
  const clusters = clusterRecords(records.count, numberings.sameKey, matching.links, judgeOf(matching), settled);
  const merged = clusters.group.some((group, record) => group !== record);
  if (records.sources.length < 2 && !merged && choices.preference === 'source') return { dataset, clusters };
  const customer = idsOf(records, numberings, clusters);
  const idOfUnit: string[] = [];
  numberings.unit.forEach((unit, record) => (idOfUnit[unit] = customer[record]));
  const table = withIds(dataset.records.customers!, records.recordOf, customer);
  const reader = new KeyReader(numberings, records, names);
  const rekeyedSet = rekeyed(dataset, reader, idOfUnit, inOrderOfPreference(table, choices, names));
  const unification: Unification = {
    sources: records.sources,
    source: records.source,
    keys: records.keys,
    customer,
    ...rulesOf(records, numberings, clusters, matching.links),
    unit: numberings.unit,
    units: numberings.units,
  };
  return { dataset: { ...rekeyedSet, unification }, clusters };
}

/**
 * The id of each record's customer: the key of its record in the file that was brought first, the least of several. Where
 * another numbering uses the same key for somebody else, the name of the file tells them apart.
 */
function idsOf(records: SourceRecords, numberings: Numberings, { group }: Clusters): string[] {
  const lead = new Int32Array(records.count).fill(-1);
  const rank = (record: number) => records.brought[records.source[record]];
  group.forEach((of, record) => {
    if (lead[of] < 0 || rank(record) < rank(lead[of])) lead[of] = record;
  });
  const ids = new Map<number, string>();
  const taken = new Map<string, number>();
  const leads = [...new Set(group)].map((of) => lead[of]);
  leads.sort((a, b) => numberings.of[records.source[a]] - numberings.of[records.source[b]] || a - b);
  for (const record of leads) {
    const key = records.keys[record];
    const id = taken.has(key) ? `${key} (${records.sources[records.source[record]]})` : key;
    taken.set(id, record);
    ids.set(group[record], id);
  }
  return Array.from(group, (of) => ids.get(of)!);
}

/** The customers table with its customers named by id. */
function withIds(table: RecordTable, recordOf: Int32Array, customer: readonly string[]): RecordTable {
  const values = [...new Set(customer)];
  const index = new Map(values.map((id, code) => [id, code]));
  const codes = recordOf.map((record) => (record < 0 ? -1 : index.get(customer[record])!));
  const named: TextColumn = { codes, values };
  return { ...table, text: { ...table.text, customer: named } };
}

/** Why each record belongs to its customer, and how surely: the best of the links to its other records. */
function rulesOf(
  { count }: SourceRecords,
  { sameKey }: Numberings,
  { group, decided }: Clusters,
  links: readonly Link[],
): Pick<Unification, 'rule' | 'score'> {
  const code = (name: RecordRule) => RECORD_RULES.indexOf(name);
  const rule = new Uint8Array(count).fill(code('alone'));
  const score = new Float64Array(count).fill(NaN);
  const set = (record: number, name: RecordRule, chance: number) => {
    const better = score[record] < chance || (score[record] === chance && code(name) < rule[record]);
    if (!Number.isNaN(score[record]) && !better) return;
    rule[record] = code(name);
    score[record] = chance;
  };
  for (const { a, b, rule: name, score: chance } of links) {
    if (group[a] !== group[b]) continue;
    set(a, name, chance);
    set(b, name, chance);
  }
  for (const [a, b] of sameKey) {
    set(a, 'same_key', 1);
    set(b, 'same_key', 1);
  }
  for (const record of decided) {
    if (rule[record] !== code('alone') && rule[record] !== code('likeness')) continue;
    rule[record] = code('decision');
    score[record] = 1;
  }
  return { rule, score };
}

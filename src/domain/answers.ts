import type { RoleReading } from './import';
import type { QuestionReading, TableQuestion } from './questions';
import { columnOf, type ColumnMapping, type FieldMapping, type Role, type RoleMapping } from './roles';

/**
 * A question's readings are whole mappings, made independently of other answers. An answer decides only where its readings
 * differ: in the role, in a field, or in how the same column is read. So the answers to several questions about one table can
 * be combined with each other, and with what was chosen by hand.
 */

/** The roles of a table after one answer. */
export function withAnswer(
  roles: readonly RoleReading[],
  { readings }: Pick<TableQuestion, 'readings'>,
  chosen: QuestionReading,
): RoleReading[] {
  if (new Set(readings.map((reading) => playedIn(reading.roles))).size > 1) return [...chosen.roles];
  return roles.map(({ role, mapping }) => {
    const fields = contested(readings, role);
    if (fields.length === 0) return { role, mapping };
    const wanted = mappingIn(chosen, role);
    const next: Record<string, FieldMapping> = { ...mapping };
    for (const field of fields) {
      const filled = wanted[field];
      if (filled === undefined) delete next[field];
      else next[field] = withDetails(next[field], filled, readings, role, field);
    }
    return { role, mapping: next };
  });
}

/** The reading that agrees with the present roles of a table wherever the readings differ; null where none does. */
export function readingNow(
  roles: readonly RoleReading[],
  question: Pick<TableQuestion, 'readings'>,
): QuestionReading | null {
  const now = written(roles);
  return question.readings.find((reading) => written(withAnswer(roles, question, reading)) === now) ?? null;
}

/** How far apart the readings' sums are, in 1/10,000; 0 where they were not counted. */
export function moneyAtStake({ readings }: Pick<TableQuestion, 'readings'>): number {
  const sums = readings.flatMap(({ totals }) => (totals ? [totals.net] : []));
  return sums.length === 0 ? 0 : Math.max(...sums) - Math.min(...sums);
}

/** Whether the readings differ in their roles; then the answer is the whole reading. */
const playedIn = (roles: readonly RoleReading[]): string => roles.map(({ role }) => role).join();

const mappingIn = ({ roles }: QuestionReading, role: Role): RoleMapping =>
  roles.find((one) => one.role === role)?.mapping ?? {};

/** Fields of a role that the readings do not all fill alike. */
function contested(readings: readonly QuestionReading[], role: Role): string[] {
  const mappings = readings.map((reading) => mappingIn(reading, role));
  const fields = new Set(mappings.flatMap((mapping) => Object.keys(mapping)));
  return [...fields].filter((field) => new Set(mappings.map((mapping) => plain(mapping[field]))).size > 1);
}

/** Where all readings and the table fill a field with the same column, the answer decides only the details that differ. */
function withDetails(
  now: FieldMapping | undefined,
  wanted: FieldMapping,
  readings: readonly QuestionReading[],
  role: Role,
  field: string,
): FieldMapping {
  const filled = readings.map((reading) => columnOf(mappingIn(reading, role)[field]));
  const [held, chosen] = [columnOf(now), columnOf(wanted)];
  if (!held || !chosen || filled.some((one) => one?.column !== held.column)) return wanted;
  const details = new Set(filled.flatMap((one) => Object.keys(one!)));
  const next: Record<string, unknown> = { ...held };
  for (const detail of details as Set<keyof ColumnMapping>) {
    if (new Set(filled.map((one) => plain(one![detail]))).size === 1) continue;
    const value = detail === 'words' ? wordsOf(held, chosen, filled as ColumnMapping[]) : chosen[detail];
    if (value === undefined) delete next[detail];
    else next[detail] = value;
  }
  return Object.keys(next).length === 1 ? held.column : (next as unknown as ColumnMapping);
}

/** Words of a status column: the meanings in which the readings differ are taken from the answer. */
function wordsOf(held: ColumnMapping, chosen: ColumnMapping, filled: readonly ColumnMapping[]): ColumnMapping['words'] {
  const words = new Set(filled.flatMap((one) => Object.keys(one.words ?? {})));
  const differing = [...words].filter((word) => new Set(filled.map((one) => one.words?.[word])).size > 1);
  const decided = differing.flatMap((word) => {
    const meaning = chosen.words?.[word];
    return meaning ? [[word, meaning] as const] : [];
  });
  const kept = Object.entries(held.words ?? {}).filter(([word]) => !differing.includes(word));
  return Object.fromEntries([...kept, ...decided]);
}

const plain = (value: unknown): string => JSON.stringify(sorted(value)) ?? '';

/** Whether two columns are the same with the same details, in the same order of keys; a bare name is a column without details. */
function sorted(value: unknown): unknown {
  if (typeof value === 'string' || value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 1 && entries[0][0] === 'column') return entries[0][1];
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}

const written = (roles: readonly RoleReading[]): string =>
  JSON.stringify(
    roles.map(({ role, mapping }) => [
      role,
      Object.entries(mapping)
        .map(([field, one]) => [field, plain(one)])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );

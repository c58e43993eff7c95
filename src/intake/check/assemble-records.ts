import { NO_DAY } from '../../domain/calendar';
import type { RecordTable } from '../../domain/columns';
import { AppError } from '../../domain/errors';
import type { Role } from '../../domain/roles';
import { concatAttributes, concatNumbers, concatText } from './concat-columns';

export interface RecordFile {
  readonly records: RecordTable;
  /** The file's index in the dataset. */
  readonly index: number;
  readonly name: string;
}

/**
 * A field that one file maps and another does not is empty in the other.
 * @param scoreScale the one scale that all scores are on, where it is stated
 */
export function assembleRecords(role: Role, files: readonly RecordFile[], scoreScale?: string): RecordTable {
  const tables = files.map(({ records }) => records);
  const names = (pick: (table: RecordTable) => object) => [
    ...new Set(tables.flatMap((table) => Object.keys(pick(table)))),
  ];
  const join = <C, J>(
    pick: (table: RecordTable) => Readonly<Record<string, C>>,
    joined: (stretches: { rows: number; column: C | null }[]) => J,
  ) =>
    Object.fromEntries(
      names(pick).map((name) => [
        name,
        joined(tables.map((table) => ({ rows: table.rows, column: pick(table)[name] ?? null }))),
      ]),
    );
  const unit = oneUnit(files);
  return {
    role,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    file: concatNumbers(
      files.map(({ records, index }) => ({ rows: records.rows, column: new Int32Array(records.rows).fill(index) })),
      (n) => new Int32Array(n),
      -1,
    )!,
    line: concatNumbers(
      tables.map(({ rows, line }) => ({ rows, column: line })),
      (n) => new Int32Array(n),
      0,
    )!,
    text: join(({ text }) => text, concatText),
    day: join(
      ({ day }) => day,
      (stretches) => concatNumbers(stretches, (n) => new Int32Array(n), NO_DAY)!,
    ),
    number: join(
      ({ number }) => number,
      (stretches) => concatNumbers(stretches, (n) => new Float64Array(n), NaN)!,
    ),
    attributes: concatAttributes(tables),
    ...(unit ? { tenureUnit: unit } : {}),
    ...(scoreScale ? { scoreScale } : {}),
  };
}

/** Months have no fixed number of days, so tenures in two units cannot stand in one column. */
function oneUnit(files: readonly RecordFile[]): RecordTable['tenureUnit'] {
  const units = [...new Set(files.flatMap(({ records }) => (records.tenureUnit ? [records.tenureUnit] : [])))];
  if (units.length > 1) {
    throw new AppError('several-tenure-units', {
      file: files.find(({ records }) => records.tenureUnit === units[1])!.name,
      found: units,
    });
  }
  return units[0];
}

import type { JoinedAccount } from '../read/balance';
import type { Attribute, Rejection, TextColumn, FileBalance } from '../../domain/columns';
import type { Notice } from '../../domain/notices';
import { AppError } from '../../domain/errors';
import { columnOf, isEachRow, FIELDS, type ColumnMapping, type Role, type RoleMapping } from '../../domain/roles';
import type { WrittenTimes } from '../../domain/time-zone';
import { mappedTexts } from './mapped-texts';
import type { RawTable } from '../read/raw-table';
import type { NumberReadings } from '../values/read-columns';

/** A field and the column that fills it. */
export interface MappedField {
  readonly field: string;
  readonly mapping: ColumnMapping;
  readonly index: number;
  readonly column: TextColumn;
  /** The column's numbers where they are not those that its text says: money of another currency. */
  readonly readings?: NumberReadings;
}
export type MappedFields = ReadonlyMap<string, MappedField>;

/** Most rows failed for one reason: likelier a wrong mapping than bad data. */
export interface Suspicion {
  readonly file: string;
  readonly role: Role;
  readonly field: string;
  readonly column: string;
  readonly reason: string;
  readonly rows: number;
  readonly of: number;
}

/** What every validated file says of itself, whatever its role. */
export interface ValidatedFile {
  readonly balance: FileBalance;
  /** The file, with its sheet where it is a workbook. */
  readonly source: string;
  readonly rejections: readonly Rejection[];
  /** Values that were unreadable and left empty; their rows are loaded. */
  readonly leftEmpty: readonly Rejection[];
  readonly suspicious: readonly Suspicion[];
  /** Left out where no stamp names an instant. */
  readonly times?: WrittenTimes;
  /** What was noticed while its rows were checked. */
  readonly notices?: readonly Notice[];
  /** Two numbers for each loaded row, equal for equal rows of any files: see `fingerprintRows`. */
  readonly fingerprints: Uint32Array;
  /** What became of the rows of tables whose columns stand beside this one's. */
  readonly joined?: readonly JoinedAccount[];
}

/** Finds the mapped columns; refuses a mapping that names a field or a column that is not there. */
export function locateFields(table: RawTable, role: Role, mapping: RoleMapping): MappedFields {
  const found = new Map<string, MappedField>();
  const columnNamed = (name: string) => table.columns[placeOf(table, name)];
  const amount = mapping['amount'] === undefined ? null : columnOf(mapping['amount']);
  for (const [field, entry] of Object.entries(mapping)) {
    if (!Object.hasOwn(FIELDS[role], field)) throw new AppError('mapping-invalid', { where: `${role}.${field}` });
    if (isEachRow(entry)) continue;
    const column = columnOf(entry)!;
    const index = placeOf(table, column.column);
    const texts = mappedTexts(column, columnNamed, amount === null ? null : columnNamed(amount.column));
    found.set(field, { field, mapping: column, index, column: texts });
  }
  return found;
}

function placeOf({ file, header }: RawTable, column: string): number {
  const index = header.indexOf(column);
  if (index < 0) throw new AppError('mapping-column-missing', { file, column, found: header });
  return index;
}

/** Refuses a file that lacks what its role needs: of each inner list, one field must be mapped. */
export function requireFields(
  table: RawTable,
  role: Role,
  fields: ReadonlySet<string>,
  needed: readonly (readonly string[])[],
): void {
  const missing = needed.filter((any) => !any.some((field) => fields.has(field))).map((any) => any[0]);
  if (missing.length > 0)
    throw new AppError('columns-missing', { file: table.file, role, missing, found: table.header });
}

/** Why a row that is no line of a sale is set aside: a payment that failed, a deal that is open; the shipping of an order. */
export type AsideReason = 'no_sale' | 'no_line';

interface Fault {
  readonly field: string;
  /** Null where the row is at no fault: it is set aside. */
  readonly column: TextColumn | null;
  readonly header: string;
  readonly reason: string;
}

/** Notes at most one fault for each row: the first that is found rejects it, or sets it aside. */
export class FaultLog {
  readonly #faults: Fault[] = [];
  /** 1 + the index of the fault; 0 for good rows. */
  readonly #of: Uint8Array;
  #bad = 0;

  constructor(
    readonly table: RawTable,
    readonly role: Role,
  ) {
    this.#of = new Uint8Array(table.rows);
  }

  /** Registers a kind of fault and returns the number to mark rows with. */
  kind({ field, column, mapping }: MappedField, reason: string): number {
    return this.#faults.push({ field, column, header: mapping.column, reason });
  }
  /** Registers a reason to set rows aside: they are no line of a sale, and nothing is wrong with them. */
  kindSetAside(reason: AsideReason): number {
    return this.#faults.push({ field: '', column: null, header: '', reason });
  }
  isMarked(row: number): boolean {
    return this.#of[row] !== 0;
  }
  mark(row: number, kind: number): void {
    if (this.#of[row] !== 0) return;
    this.#of[row] = kind;
    this.#bad++;
  }
  /** Marks every row whose value is in one of the states; `kinds[state]` of 0 lets it pass. A blank cell has state 1. */
  markStates({ column }: MappedField, states: Uint8Array, kinds: readonly number[]): void {
    const { codes } = column;
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row];
      const kind = kinds[code < 0 ? 1 : states[code]];
      if (kind) this.mark(row, kind);
    }
  }

  /** The rows that stay, or null when all do. */
  kept(): Int32Array | null {
    if (this.#bad === 0) return null;
    const kept = new Int32Array(this.table.rows - this.#bad);
    const of = this.#of;
    let at = 0;
    for (let row = 0; row < of.length; row++) if (of[row] === 0) kept[at++] = row;
    return kept;
  }

  rejections(): Rejection[] {
    const { table } = this;
    const list: Rejection[] = [];
    for (let row = 0; row < this.#of.length && list.length < this.#bad; row++) {
      const fault = this.#faults[this.#of[row] - 1];
      if (!fault?.column) continue;
      const value = fault.column.values[fault.column.codes[row]] ?? '';
      list.push({ file: table.file, line: table.line[row], column: fault.field, value, reason: fault.reason });
    }
    return list;
  }

  /** Rows that are set aside, by reason. */
  asides(): ReadonlyMap<AsideReason, number> {
    const rows = new Map<AsideReason, number>();
    if (this.#faults.every(({ column }) => column !== null)) return rows;
    for (const kind of this.#of) {
      const fault = kind > 0 ? this.#faults[kind - 1] : null;
      if (fault && !fault.column)
        rows.set(fault.reason as AsideReason, (rows.get(fault.reason as AsideReason) ?? 0) + 1);
    }
    return rows;
  }

  suspicious(): Suspicion[] {
    if (this.#bad === 0) return [];
    const rows = new Array<number>(this.#faults.length).fill(0);
    for (const kind of this.#of) if (kind > 0) rows[kind - 1]++;
    const of = this.table.rows;
    return this.#faults.flatMap(({ field, column: at, header: column, reason }, i) =>
      at && rows[i] * 2 > of
        ? [{ file: this.table.file, role: this.role, field, column, reason, rows: rows[i], of }]
        : [],
    );
  }
}

/** The rows of a table that were read but not used for a field, listed for the Data page. */
export function listLeftEmpty(
  table: RawTable,
  { field, column }: MappedField,
  states: Uint8Array,
  kept: Int32Array | null,
  reasons: readonly string[],
): Rejection[] {
  if (!states.some((state) => reasons[state])) return [];
  const list: Rejection[] = [];
  const rows = kept?.length ?? table.rows;
  for (let i = 0; i < rows; i++) {
    const row = kept ? kept[i] : i;
    const code = column.codes[row];
    const reason = code < 0 ? '' : reasons[states[code]];
    if (reason)
      list.push({ file: table.file, line: table.line[row], column: field, value: column.values[code], reason });
  }
  return list;
}

/** Columns that no field uses, for filters and breakdowns. */
export function attributesOf(
  table: RawTable,
  fields: MappedFields,
  take: (column: TextColumn) => TextColumn,
): Attribute[] {
  const used = new Set([...fields.values()].map(({ index }) => index));
  return table.columns.flatMap((column, i) => (used.has(i) ? [] : [{ name: table.header[i], column: take(column) }]));
}

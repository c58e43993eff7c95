import type { TextColumn } from '../../domain/columns';
import type { RawTable } from '../read/raw-table';
import { blanksOf } from '../values/read-columns';
import type { FaultLog, MappedField, MappedFields } from './validate-fields';
import { isGuestWord, isNoKey } from '../words/nobody';
import { personHeader } from '../words/person-headers';

/** What names the customer of a row, the surest first. */
const NAMING = ['customer', 'email', 'phone', 'name'] as const;

/**
 * The key of each row of a list of customers: the first of key, e-mail, phone and name that the file maps and fills. A row in
 * which it is blank is named by the others in turn, by given name and surname, and by the birth date beside a name; a row that
 * nothing names is marked as a fault. Null where no such field is mapped.
 */
export function nameCustomers(table: RawTable, fields: MappedFields, faults: FaultLog): TextColumn | null {
  const naming = NAMING.flatMap((field) => fields.get(field) ?? []);
  const main = naming.find(({ column }) => isFilled(column));
  if (!main) return null;
  const unnamed = unnamedCodes(main.column);
  const isUnnamed = (row: number) => main.column.codes[row] < 0 || unnamed[main.column.codes[row]] === 1;
  if (!unnamed.includes(1) && !main.column.codes.includes(-1)) return main.column;
  const others = naming.filter((field) => field !== main);
  const nameBy = otherNaming(table, others, fields.get('birth_date'));
  const fault = faults.kind(main, 'nothing names the customer');
  const values = [...main.column.values];
  const index = new Map(values.map((value, code) => [value, code]));
  const codes = Int32Array.from(main.column.codes);
  for (let row = 0; row < table.rows; row++) {
    if (!isUnnamed(row)) continue;
    const name = nameBy(row);
    if (name === '') faults.mark(row, fault);
    codes[row] = name === '' ? -1 : (index.get(name) ?? values.length);
    if (codes[row] === values.length) index.set(name, values.push(name) - 1);
  }
  return { codes, values };
}

/** 1 for each value that is no name: what stands for an empty cell, and words for nobody. */
const unnamedCodes = (column: TextColumn): Uint8Array =>
  blanksOf(column).map((blank, code) =>
    blank || isNoKey(column.values[code]) || isGuestWord(column.values[code]) ? 1 : 0,
  );

const isFilled = (column: TextColumn): boolean => {
  const unnamed = unnamedCodes(column);
  return column.codes.some((code) => code >= 0 && !unnamed[code]);
};

type Cells = (row: number) => string;

function cellsOf(column: TextColumn): Cells {
  const unnamed = unnamedCodes(column);
  return (row) => {
    const code = column.codes[row];
    return code < 0 || unnamed[code] ? '' : column.values[code];
  };
}

/** A row without the key, named by what else it has. Two of one name are told apart by their birth dates. */
function otherNaming(table: RawTable, others: readonly MappedField[], birth: MappedField | undefined): Cells {
  const sure = others.filter(({ field }) => field !== 'name').map(({ column }) => cellsOf(column));
  const whole = others.filter(({ field }) => field === 'name').map(({ column }) => cellsOf(column));
  const parts = (kind: 'given' | 'surname') =>
    table.columns.filter((_, c) => personHeader(table.header[c]) === kind).map(cellsOf);
  const [given, surname] = [parts('given'), parts('surname')];
  const born = birth ? cellsOf(birth.column) : () => '';
  const first = (cells: readonly Cells[], row: number) =>
    cells.map((cell) => cell(row)).find((text) => text !== '') ?? '';
  return (row) => {
    const key = first(sure, row);
    if (key !== '') return key;
    const name = first(whole, row) || [first(given, row), first(surname, row)].filter(Boolean).join(' ');
    return name === '' ? '' : [name, born(row)].filter(Boolean).join(' ');
  };
}

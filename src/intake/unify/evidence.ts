import { formatDay, NO_DAY } from '../../domain/calendar';
import type { RecordTable, TextColumn } from '../../domain/columns';
import { personHeader } from '../words/person-headers';
import { lettersOf } from './likeness';
import {
  normaliseCompany,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  normalisePostcode,
  normaliseStreet,
  normaliseTaxId,
  normaliseText,
} from './normalise';

/** What tells people apart, each in one spelling. */
export const KINDS = [
  'given', 'surname', 'birth', 'email', 'phone', 'tax_id', 'street', 'number', 'postcode', 'city', 'company',
] as const; // prettier-ignore
export type Kind = (typeof KINDS)[number];

/** One entry a record; code -1 where nothing is known. */
export type Evidence = Readonly<Record<Kind, EvidenceColumn>> & { readonly records: number };
export interface EvidenceColumn extends TextColumn {
  /** Which letters each value has: see `lettersOf`. */
  readonly letters: Int32Array;
}

/** Values of several columns into one: the first column that says something wins, and of several rows the least text. */
class Gathered {
  readonly #codes: Int32Array;
  /** The number of the column that filled a record, so that the order of rows does not matter. */
  readonly #filledBy: Uint8Array;
  #column = 0;
  readonly #values: string[] = [];
  readonly #index = new Map<string, number>();
  constructor(records: number) {
    this.#codes = new Int32Array(records).fill(-1);
    this.#filledBy = new Uint8Array(records);
  }
  add({ codes, values }: TextColumn, recordOf: Int32Array, spell: (text: string) => string): void {
    const spelled = new Int32Array(values.length).fill(-2);
    const column = ++this.#column;
    for (let row = 0; row < recordOf.length; row++) {
      const [record, code] = [recordOf[row], codes[row]];
      if (record < 0 || code < 0) continue;
      const before = this.#codes[record];
      if (before >= 0 && this.#filledBy[record] !== column) continue;
      if (spelled[code] === -2) spelled[code] = this.#codeOf(spell(values[code]));
      const found = spelled[code];
      if (found < 0 || (before >= 0 && this.#values[before] <= this.#values[found])) continue;
      this.#codes[record] = found;
      this.#filledBy[record] = column;
    }
  }
  #codeOf(value: string): number {
    if (value === '') return -1;
    let code = this.#index.get(value);
    if (code === undefined) this.#index.set(value, (code = this.#values.push(value) - 1));
    return code;
  }
  column(): EvidenceColumn {
    return { codes: this.#codes, values: this.#values, letters: Int32Array.from(this.#values, lettersOf) };
  }
}

/**
 * What a customers table says of each record: its mapped fields, and columns whose header says what they are though the
 * product has no field of that name (given name, street, tax number).
 * @param recordOf the record of each row, -1 for none; rows of one record complete each other
 */
export function evidenceOf(table: RecordTable, recordOf: Int32Array, records: number): Evidence {
  const gathered = Object.fromEntries(KINDS.map((kind) => [kind, new Gathered(records)])) as Record<Kind, Gathered>;
  const add = (kind: Kind, column: TextColumn | undefined, spell: (text: string) => string) =>
    column && gathered[kind].add(column, recordOf, spell);
  const { text } = table;
  for (const { name, column } of table.attributes) {
    const kind = personHeader(name);
    if (kind === 'given' || kind === 'surname') add(kind, column, normaliseText);
    else if (kind === 'tax_id') add(kind, column, normaliseTaxId);
    else if (kind === 'number') add(kind, column, normaliseText);
    else if (kind === 'street') {
      add('street', column, (value) => normaliseStreet(value).street);
      add('number', column, (value) => normaliseStreet(value).number);
    }
  }
  add('given', text['name'], (value) => normaliseName(value).given);
  add('surname', text['name'], (value) => normaliseName(value).surname);
  add('email', text['email'], normaliseEmail);
  add('phone', text['phone'], normalisePhone);
  add('postcode', text['postcode'], normalisePostcode);
  add('city', text['city'], normaliseText);
  add('company', text['company'], normaliseCompany);
  add('birth', daysAsText(table.day['birth_date']), (value) => value);
  const columns = Object.fromEntries(KINDS.map((kind) => [kind, gathered[kind].column()])) as Record<
    Kind,
    EvidenceColumn
  >;
  return { ...columns, records };
}

/** Eight digits, so that a slip of the pen is one letter. */
function daysAsText(days: Int32Array | undefined): TextColumn | undefined {
  if (!days) return undefined;
  const values: string[] = [];
  const index = new Map<number, number>();
  const codes = days.map((day) => {
    if (day === NO_DAY) return -1;
    let code = index.get(day);
    if (code === undefined) index.set(day, (code = values.push(formatDay(day).replaceAll('-', '')) - 1));
    return code;
  });
  return { codes, values };
}

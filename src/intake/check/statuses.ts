import type { Notice } from '../../domain/notices';
import { STATUS_MEANINGS, type StatusMeaning, type StatusTotal } from '../../domain/statuses';
import { likeliestFormat } from '../understand/profile-dates';
import { blanksOf, countsOf, readDays, READ } from '../values/read-columns';
import { readFlag } from '../values/flag';
import type { MappedField, MappedFields } from './validate-fields';
import { meaningsOf, strongerMeaning } from '../words/status-words';

/** Meanings as numbers: their places in `STATUS_MEANINGS`. */
export const MEANS_SALE = STATUS_MEANINGS.indexOf('sale');
export const MEANS_VOID = STATUS_MEANINGS.indexOf('void');
export const MEANS_NO_SALE = STATUS_MEANINGS.indexOf('no_sale');
export const MEANS_RETURN = STATUS_MEANINGS.indexOf('return');

/** What each distinct word of one column says; `known` is 0 for words that nobody explained. */
interface StatusReading {
  readonly field: MappedField;
  readonly meaning: readonly StatusMeaning[];
  readonly known: Uint8Array;
}
/** What the statuses of a table say of its rows. */
export interface RowStatuses {
  /** By row, the meaning of all its statuses together. */
  readonly meaning: Uint8Array;
  readonly readings: readonly StatusReading[];
}

const STATUS_FIELDS = ['status', 'document_type', 'cancelled'] as const;

/** Null where no status is mapped. Of several statuses of a row, what is no sale counts before a return, and that before void. */
export function readStatuses(rows: number, fields: MappedFields): RowStatuses | null {
  const readings = STATUS_FIELDS.flatMap((name) => {
    const field = fields.get(name);
    return field ? [readStatus(field)] : [];
  });
  if (readings.length === 0) return null;
  const stronger = STATUS_MEANINGS.map((a) =>
    STATUS_MEANINGS.map((b) => STATUS_MEANINGS.indexOf(strongerMeaning(a, b))),
  );
  const meaning = new Uint8Array(rows).fill(MEANS_SALE);
  for (const { field, meaning: byCode } of readings) {
    const numbers = byCode.map((one) => STATUS_MEANINGS.indexOf(one));
    const { codes } = field.column;
    for (let row = 0; row < rows; row++)
      if (codes[row] >= 0) meaning[row] = stronger[meaning[row]][numbers[codes[row]]];
  }
  return { meaning, readings };
}

/** By the mapping's words, else the one word that means yes, else what words usually mean. Blank cells are sales. */
function readStatus(field: MappedField): StatusReading {
  const { column, mapping } = field;
  const blank = blanksOf(column);
  const usual = usualMeanings(field);
  const known = new Uint8Array(column.values.length).fill(1);
  const meaning = column.values.map((value, code): StatusMeaning => {
    if (blank[code]) return 'sale';
    const said = mapping.words?.[value];
    if (said) return said;
    const found = usual[code];
    if (!found) known[code] = 0;
    return found ?? 'sale';
  });
  return { field, meaning, known };
}

function usualMeanings(status: MappedField): (StatusMeaning | null)[] {
  const { field, mapping } = status;
  const { values } = status.column;
  const yes: StatusMeaning = field === 'document_type' ? 'return' : 'void';
  if (mapping.yes !== undefined) return values.map((value) => (readFlag(value, mapping.yes) ? yes : 'sale'));
  const words = meaningsOf(values, field === 'document_type' ? 'document' : 'order');
  if (field !== 'cancelled') return words;
  const flags = values.map((value, code) => words[code] ?? flagMeaning(value));
  return flags.filter((one) => one === null).length * 2 > values.length ? (datesCalledOff(status) ?? flags) : flags;
}

function flagMeaning(value: string): StatusMeaning | null {
  const flag = readFlag(value);
  return flag === null ? null : flag ? 'void' : 'sale';
}

/** What systems write for "no day". */
const NO_DAY_WRITTEN = /^0{2,4}[-/.]0|[-/.]0{2,4}$|^(?:1899|1900|1970|9999)-|[-/.](?:1899|1900|1970|9999)$/;

/** A column of days says when each order was called off: a day means that it was. Null where it is none. */
function datesCalledOff({ column, mapping }: MappedField): StatusMeaning[] | null {
  const days = readDays(column, mapping.format ?? likeliestFormat(column));
  if (!days) return null;
  const counts = countsOf(column);
  let [read, filled] = [0, 0];
  counts.forEach((rows, code) => {
    if (days.state[code] === READ) read += rows;
    if (!blanksOf(column)[code]) filled += rows;
  });
  if (read === 0 || read < 0.8 * filled) return null;
  return column.values.map((value) => (NO_DAY_WRITTEN.test(value.slice(0, 10)) ? 'sale' : 'void'));
}

/** Each word with its rows and money, those of rows that are set aside too. */
export function totalStatuses({ readings }: RowStatuses, amounts: Float64Array | null): StatusTotal[] {
  return readings.flatMap(({ field, meaning, known }) => {
    const { codes, values } = field.column;
    const rows = new Float64Array(values.length);
    const money = new Float64Array(values.length);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row];
      if (code < 0) continue;
      rows[code]++;
      const amount = amounts ? amounts[row] : 0;
      if (!Number.isNaN(amount)) money[code] += meaning[code] === 'return' ? -Math.abs(amount) : amount;
    }
    const blank = blanksOf(field.column);
    return mergeFlags(
      values.flatMap((word, code): StatusTotal[] =>
        blank[code] || rows[code] === 0
          ? []
          : [
              {
                column: field.mapping.column,
                word,
                meaning: meaning[code],
                known: known[code] === 1,
                rows: rows[code],
                amount: money[code] + 0,
              },
            ],
      ),
    );
  });
}

/** A column of days has a word for each row; more words than these are told as one of each meaning. */
const MOST_WORDS = 40;

function mergeFlags(totals: readonly StatusTotal[]): StatusTotal[] {
  if (totals.length <= MOST_WORDS) return [...totals];
  const merged = new Map<string, StatusTotal>();
  for (const one of totals) {
    const key = `${one.meaning} ${one.known}`;
    const before = merged.get(key);
    merged.set(
      key,
      before ? { ...before, rows: before.rows + one.rows, amount: before.amount + one.amount } : { ...one, word: '…' },
    );
  }
  return [...merged.values()];
}

/** Words that count as sales only because nobody knows them, a notice for each column. */
export function noticeUnknownWords(file: string, { readings }: RowStatuses): Notice[] {
  return readings.flatMap(({ field, known }): Notice[] => {
    const counts = countsOf(field.column);
    const unknown = field.column.values.flatMap((word, code) =>
      known[code] === 0 && counts[code] > 0 ? [{ word, rows: counts[code] }] : [],
    );
    if (unknown.length === 0) return [];
    unknown.sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1));
    return [
      {
        code: 'unknown_status_words',
        file,
        count: unknown.reduce((sum, { rows }) => sum + rows, 0),
        column: field.mapping.column,
        values: unknown.slice(0, 10).map(({ word }) => word),
        of: unknown.length,
      },
    ];
  });
}

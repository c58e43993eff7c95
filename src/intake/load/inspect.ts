import { parseIsoDay, type Day } from '../../domain/calendar';
import { dayReader } from '../values/day';
import type { AskedTable } from '../../domain/column-answers';
import { encodingName } from '../../domain/encodings';
import { sentenceOfNote } from '../../domain/sentences';
import { understandTable, type Question, type Understanding } from '../understand/guess-mapping';
import { cellAt, type RawTable, type TableFormat } from '../read/raw-table';
import type { Shape } from '../../domain/shape';
import { shapeTable, understandShaped, type ShapedTable } from '../shape/shape-table';
import { sameCells } from './same-cells';
import {
  tableId,
  type ColumnReading,
  type DateQuestion,
  type DateReading,
  type InspectedTable,
} from '../../domain/import';

/** A file's table with what was understood of it; kept so that a changed mapping needs no second reading. */
export interface Inspected {
  readonly id: string;
  readonly bytes: number;
  /** The day on which the file was saved, in UTC; null where it does not say. */
  readonly savedOn: Day | null;
  /** As it stands in the file. */
  readonly original: RawTable;
  /** What was understood of it as it stands in the file. */
  readonly own: Understanding;
  /** In the form that is loaded. */
  readonly table: RawTable;
  readonly shapes: readonly Shape[];
  readonly joined: ShapedTable['joined'];
  readonly understanding: Understanding;
}

const PREVIEW_ROWS = 20;

export function inspect(table: RawTable, blob: Blob): Inspected {
  const own = understandTable(table);
  return {
    id: tableId(table),
    bytes: blob.size,
    savedOn: savedDay(blob),
    original: table,
    own,
    table,
    shapes: [],
    joined: [],
    understanding: own,
  };
}

const MILLISECONDS = 86_400_000;
/** Archives that forget when a file was saved give it a day at the beginning of their own calendar. */
const FIRST_BELIEVED = parseIsoDay('1990-01-01')!;

function savedDay(blob: Blob): Day | null {
  const day = 'lastModified' in blob ? Math.floor(Number(blob.lastModified) / MILLISECONDS) : NaN;
  return day >= FIRST_BELIEVED ? day : null;
}

/** The same table in another form; none is the form of the file. */
export function reshape(
  { original, ...rest }: Inspected,
  shapes: readonly Shape[],
  tableOf: (id: string) => RawTable | undefined,
): Inspected {
  const { table, joined } = shapeTable(original, shapes, tableOf);
  return { ...rest, original, table, shapes, joined, understanding: understandShaped(original, table, shapes) };
}

/** What can be asked of a table. */
export function askedOf({ id, understanding: { asks, questions } }: Inspected): AskedTable {
  const about = (kind: Question['kind']) =>
    questions.flatMap((question) =>
      question.kind === kind && 'column' in question ? [{ column: question.column }] : [],
    );
  return {
    id,
    asks: asks.map((ask) => ({ ...ask, table: id })),
    questions: about('date-order'),
    markQuestions: about('decimal-mark'),
  };
}

/** What the page is told of a table. `held` are all that the engine holds, this one among them. */
export function describeInspected(
  { id, bytes, original, table, shapes, understanding }: Inspected,
  held: readonly Inspected[],
): InspectedTable {
  return {
    id,
    shapes,
    file: table.file,
    sheet: table.sheet,
    bytes,
    rows: table.rows,
    setAside: table.setAside.length,
    notes: table.notes.map(sentenceOfNote),
    header: table.header,
    ...(shapes.length > 0 ? { fileHeader: original.header } : {}),
    headerLine: table.headerLine,
    dialect: describeDialect(table),
    ...(original.encodings ? { encodings: original.encodings } : {}),
    columns: understanding.columns.map(({ name, profile, confidence, evidence }): ColumnReading => {
      const { type, dates, blank, distinct, first } = profile;
      const format = type === 'day' ? (dates[0]?.format ?? null) : null;
      return { name, type, format, rows: table.rows, blank, distinct, first, confidence, evidence };
    }),
    roles: understanding.roles.map(({ role, mapping }) => ({ role, mapping })),
    questions: understanding.questions.flatMap((question) => dateQuestion(table, question)),
    markQuestions: understanding.questions.flatMap((question) =>
      question.kind === 'decimal-mark'
        ? [{ column: question.column, example: question.example, rows: table.rows, readings: question.readings }]
        : [],
    ),
    asks: understanding.asks.map((ask) => ({ ...ask, table: id })),
    sameAs: held.flatMap((other) => (other.id !== id && sameCells(table, other.table) ? [other.id] : [])),
    preview: Array.from({ length: Math.min(PREVIEW_ROWS, table.rows) }, (_, row) => cellsOf(table, row)),
  };
}

export const cellsOf = (table: RawTable, row: number): string[] =>
  table.columns.map((_, column) => cellAt(table, row, column));

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma-separated',
  ';': 'semicolon-separated',
  '\t': 'tab-separated',
  '|': 'separated by |',
};

const FORMATS: Readonly<Record<Exclude<TableFormat, 'csv'>, string>> = {
  xlsx: 'Excel workbook',
  xls: 'old Excel workbook',
  xlsb: 'binary Excel workbook',
  ods: 'OpenDocument workbook',
  fods: 'OpenDocument workbook',
  xml: 'Excel workbook of 2003',
  html: 'web page',
  parquet: 'Parquet file',
  arrow: 'Arrow file',
  json: 'JSON',
  sqlite: 'SQLite table',
};
/** Their columns have names of their own, in no line. */
const NAMED: readonly TableFormat[] = ['parquet', 'arrow', 'json', 'sqlite'];

function describeDialect({ dialect, headerLine }: RawTable): string {
  const parts =
    dialect.format !== 'csv'
      ? [FORMATS[dialect.format]]
      : [
          dialect.delimiter === null
            ? 'one column'
            : (DELIMITERS[dialect.delimiter] ?? `separated by ${dialect.delimiter}`),
          encodingName(dialect.encoding ?? ''),
        ];
  if (NAMED.includes(dialect.format)) return parts.join(', ');
  return [...parts, headerLine > 0 ? `header in line ${headerLine}` : 'no header'].join(', ');
}

function dateQuestion(table: RawTable, question: Question): DateQuestion[] {
  if (question.kind !== 'date-order') return [];
  const column = table.columns[table.header.indexOf(question.column)];
  const readings = question.readings.map((reading): DateReading => ({
    ...reading,
    histogram: histogramOf(column.codes, column.values, reading.format),
  }));
  return [{ code: question.code, column: question.column, example: question.example, rows: table.rows, readings }];
}

function histogramOf(codes: Int32Array, values: readonly string[], format: string): DateReading['histogram'] {
  const read = dayReader(format);
  const days = values.map((value) => read?.(value)?.day ?? null);
  const counts = new Map<number, number>();
  for (const code of codes) {
    const day = code < 0 ? null : days[code];
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => a[0] - b[0]).map(([day, rows]) => ({ day, rows }));
}

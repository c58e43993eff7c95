import type { RecordTable, TextColumn, TransactionColumns } from '../domain/columns';
import { FIELDS, type Role } from '../domain/roles';
import type { KeptArray, KeptColumn } from './arrow-columns';

/** Properties of a table besides its columns. */
export type ColumnsMeta = Pick<TransactionColumns, 'eachRow' | 'hasAmount'> &
  Pick<RecordTable, 'role' | 'tenureUnit' | 'scoreScale'>;

const TEXTS = ['customer', 'order', 'product', 'category', 'channel', 'department', 'currency'] as const;
/** The numbers that may be absent. */
const NUMBERS = ['day', 'second', 'quantity', 'profit'] as const;
const FIELD = 'field';
const ATTRIBUTE = 'attribute';

type Columns = TransactionColumns | RecordTable;
const isTransactions = (columns: Columns): columns is TransactionColumns => 'kind' in columns;

export function metaOf(role: Role, columns: Columns): Partial<ColumnsMeta> {
  if (isTransactions(columns)) return { role, eachRow: columns.eachRow, hasAmount: columns.hasAmount };
  const { tenureUnit, scoreScale } = columns;
  return { role, ...(tenureUnit ? { tenureUnit } : {}), ...(scoreScale ? { scoreScale } : {}) };
}

/** Columns under the names of their fields, without the index of the file, which is the same for all rows. */
export function columnsOf(columns: Columns): KeptColumn[] {
  const field = (name: string, values: KeptColumn['values'] | null): KeptColumn[] =>
    values ? [{ name, kind: FIELD, values }] : [];
  const own = isTransactions(columns)
    ? [
        ...TEXTS.flatMap((name) => field(name, columns[name])),
        ...NUMBERS.flatMap((name) => field(name, columns[name])),
        ...field('amount', columns.amount),
        ...field('kind', columns.kind),
      ]
    : Object.entries<KeptColumn['values']>({ ...columns.text, ...columns.day, ...columns.number }).flatMap(
        ([name, values]) => field(name, values),
      );
  return [
    ...field('line', columns.line),
    ...own,
    ...columns.attributes.map(({ name, column }): KeptColumn => ({ name, kind: ATTRIBUTE, values: column })),
  ];
}

/** The table from its columns. Throws a TypeError where they are not those of its role. */
export function columnsFrom(meta: ColumnsMeta, rows: number, kept: readonly KeptColumn[]): Columns {
  const fields = new Map(kept.filter(({ kind }) => kind === FIELD).map(({ name, values }) => [name, values]));
  const attributes = kept
    .filter(({ kind }) => kind === ATTRIBUTE)
    .map(({ name, values }) => ({ name, column: text(values, rows) }));
  const line = ints(fields.get('line'), rows);
  const file = new Int32Array(rows);
  if (meta.role === 'transactions') return { rows, file, line, attributes, ...transactions(meta, rows, fields) };
  fields.delete('line');
  return { role: meta.role, rows, file, line, attributes, ...records(meta, rows, fields) };
}

type Fields = ReadonlyMap<string, KeptColumn['values']>;

function transactions({ eachRow, hasAmount }: ColumnsMeta, rows: number, fields: Fields) {
  const optional = <C>(name: string, read: (values: KeptColumn['values'] | undefined, rows: number) => C) =>
    fields.has(name) ? read(fields.get(name), rows) : null;
  const texts = Object.fromEntries(TEXTS.map((name) => [name, optional(name, text)])) as Record<
    (typeof TEXTS)[number],
    TextColumn | null
  >;
  return {
    ...texts,
    eachRow,
    hasAmount,
    day: optional('day', ints),
    second: optional('second', ints),
    quantity: optional('quantity', doubles),
    profit: optional('profit', doubles),
    amount: doubles(fields.get('amount'), rows),
    kind: kinds(fields.get('kind'), rows),
  };
}

function records({ role, tenureUnit, scoreScale }: ColumnsMeta, rows: number, fields: Fields) {
  const known = FIELDS[role] as Readonly<Record<string, string>>;
  const pick = <C>(
    read: (values: KeptColumn['values'], rows: number) => C,
    is: (values: KeptColumn['values']) => boolean,
  ) =>
    Object.fromEntries(
      [...fields]
        .filter(([name, values]) => name in known && is(values))
        .map(([name, values]) => [name, read(values, rows)]),
    );
  return {
    text: pick(text, (values) => 'codes' in values),
    day: pick(ints, (values) => values instanceof Int32Array),
    number: pick(doubles, (values) => values instanceof Float64Array),
    ...(tenureUnit ? { tenureUnit } : {}),
    ...(scoreScale ? { scoreScale } : {}),
  };
}

type Values = KeptColumn['values'] | undefined;

function sized<A extends KeptArray>(values: A, rows: number): A {
  if (values.length !== rows) throw new TypeError('a column of another length');
  return values;
}
function ints(values: Values, rows: number): Int32Array {
  if (!(values instanceof Int32Array)) throw new TypeError('no whole numbers');
  return sized(values, rows);
}
function doubles(values: Values, rows: number): Float64Array {
  if (!(values instanceof Float64Array)) throw new TypeError('no numbers');
  return sized(values, rows);
}
function kinds(values: Values, rows: number): Uint8Array {
  if (!(values instanceof Uint8Array) || values.some((kind) => kind > 2)) throw new TypeError('no kinds of lines');
  return sized(values, rows);
}
/** Checked here, since a code beyond the dictionary would otherwise fail only when a chart is drawn. */
function text(values: Values, rows: number): TextColumn {
  if (!values || !('codes' in values)) throw new TypeError('no texts');
  const { codes, values: texts } = values;
  for (let row = 0; row < codes.length; row++)
    if (codes[row] < -1 || codes[row] >= texts.length) throw new TypeError('a code without a text');
  sized(codes, rows);
  return values;
}

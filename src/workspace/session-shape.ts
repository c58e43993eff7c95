import { MOST_GONE_DAYS, PERIODS, type WorkspaceRules } from '../domain/rhythm';
import {
  array,
  check,
  exactOptional,
  integer,
  literal,
  looseObject,
  maxValue,
  minValue,
  never,
  nullable,
  number,
  picklist,
  pipe,
  string,
  transform,
  union,
  variant,
  type GenericSchema,
} from 'valibot';
import type { Filter } from '../domain/filter';
import type { ColumnReading, DateQuestion, InspectedTable } from '../domain/import';
import type { KeptSession, KeptTables } from '../domain/kept';
import { ROLES } from '../domain/roles';
import type { Shape } from '../domain/shape';
import { isTimeZone } from '../domain/time-zone';
import type { Treatment, Treatments } from '../domain/treatment';
import { PREFERENCES } from '../domain/unification';
import { count, day, finiteNumber } from '../schema/numbers';
import { closedObject, dictionary, openObject, plainObject, type EntriesOf } from '../schema/objects';
import { decimalMark, roleReading } from '../schema/roles';

// An exported workspace may come from anywhere, so everything that a page relies on is checked. Keys that are not named here are
// kept, so that opening a workspace with an earlier version of the same format loses nothing.

const texts = array(string());

const shape: GenericSchema<unknown, Shape> = variant('kind', [
  looseObject({
    kind: literal('join'),
    with: string(),
    column: string(),
    withColumn: string(),
    same: dictionary(string()),
  }),
  looseObject({ kind: literal('long'), columns: texts, nameHeader: string(), valueHeader: string() }),
  looseObject({
    kind: literal('baskets'),
    columns: texts,
    items: picklist(['cells', 'headings']),
    orderHeader: nullable(string()),
    productHeader: string(),
  }),
  looseObject({ kind: literal('fill'), columns: texts }),
]);

const columnReading = openObject({
  name: string(),
  type: picklist(['integer', 'decimal', 'day', 'flag', 'text', 'empty']),
  format: nullable(string()),
  rows: count,
  blank: count,
  distinct: count,
  first: texts,
  confidence: picklist(['sure', 'look', 'unused']),
  evidence: string(),
} satisfies EntriesOf<ColumnReading>);
const dateReading = openObject({
  format: string(),
  firstDay: finiteNumber,
  lastDay: finiteNumber,
  days: count,
  longestRun: count,
  histogram: array(openObject({ day: finiteNumber, rows: count })),
});
const dateQuestion = openObject({
  code: exactOptional(picklist(['date_order', 'calendar', 'fiscal_start'])),
  column: string(),
  example: string(),
  rows: count,
  readings: array(dateReading),
} satisfies EntriesOf<DateQuestion>);
const markQuestion = openObject({ column: string(), example: string(), rows: count, readings: array(decimalMark) });

const table: GenericSchema<unknown, InspectedTable> = pipe(
  plainObject(),
  // Dropped: without its file no encoding can be chosen. Older workspaces still have it.
  transform(({ encodings: _, asks: __, ...kept }) => kept),
  looseObject({
    id: string(),
    shapes: array(shape),
    file: string(),
    sheet: nullable(string()),
    bytes: count,
    rows: count,
    setAside: count,
    notes: texts,
    header: texts,
    fileHeader: exactOptional(texts),
    headerLine: count,
    dialect: string(),
    encodings: exactOptional(never()),
    columns: array(columnReading),
    roles: array(roleReading),
    questions: array(dateQuestion),
    markQuestions: array(markQuestion),
    asks: exactOptional(never()),
    sameAs: texts,
    preview: array(texts),
  } satisfies EntriesOf<InspectedTable>),
);

const treatment: GenericSchema<unknown, Treatment> = openObject({
  duplicates: exactOptional(literal('merge')),
  keys: exactOptional(picklist(['as_written', 'spellings_apart'])),
  rates: exactOptional(dictionary(string())),
  only: exactOptional(texts),
} satisfies EntriesOf<Treatment>);
const treatments: GenericSchema<unknown, Treatments> = closedObject(
  Object.fromEntries(ROLES.map((role) => [role, exactOptional(treatment)])),
);

const clauseSource = { source: exactOptional(string()) };
const filter: GenericSchema<unknown, Filter> = array(
  variant('kind', [
    looseObject({ kind: literal('window'), from: nullable(day), until: nullable(day), ...clauseSource }),
    looseObject({ kind: literal('customer'), field: string(), values: texts, ...clauseSource }),
    looseObject({ kind: literal('line'), field: string(), values: texts, ...clauseSource }),
  ]),
);
const options = dictionary(dictionary(nullable(union([string(), finiteNumber]))));

const recordName = openObject({ source: string(), key: string() });
const unify = openObject({
  decisions: array(openObject({ says: picklist(['merge', 'apart']), one: recordName, other: recordName })),
  preference: picklist(PREFERENCES),
  preferred: nullable(string()),
});

const rules = openObject({
  period: picklist(['auto', ...PERIODS]),
  goneAfter: union([
    picklist(['auto', 'contract', 'pooled_gaps']),
    pipe(number(), integer(), minValue(1), maxValue(MOST_GONE_DAYS)),
  ]),
} satisfies EntriesOf<WorkspaceRules>);

/** The schema of a workspace without its columns. */
export const session: GenericSchema<unknown, KeptSession> = openObject({
  tables: openObject({
    inspected: array(table),
    roles: dictionary(array(roleReading)),
    answers: dictionary(string()),
    marks: dictionary(decimalMark),
    treatments,
    timeZone: exactOptional(pipe(string(), check(isTimeZone))),
  } satisfies EntriesOf<KeptTables>),
  until: nullable(day),
  view: openObject({ filter, options, choices: options }),
  decisions: openObject({ unify: exactOptional(unify), rules: exactOptional(rules) }),
});

import type { KeptSession } from '../domain/kept';
import { ROLES } from '../domain/roles';
import { isTimeZone } from '../domain/time-zone';
import { PREFERENCES } from '../domain/unification';

// An exported workspace may come from anywhere: before a page shows it, all that a page relies on is there.

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isDay: Check = (value) => Number.isInteger(value) && Math.abs(value as number) < 4_000_000;
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const recordOf =
  (check: Check): Check =>
  (value) =>
    isPlain(value) && Object.values(value).every(check);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isPlain(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

/** How a column is read: most details are words, what money is divided by is a number, and each word of a status has a meaning. */
const isDetail: Check = (value) => isText(value) || isNumber(value) || recordOf(isText)(value);
const isMapping = recordOf((field) => isText(field) || recordOf(isDetail)(field));
const isRoles = listOf(shape({ role: oneOf(...ROLES), mapping: isMapping }));
const isMark = oneOf('.', ',');

const isTreatment = (value: unknown): boolean =>
  isPlain(value) &&
  (value['duplicates'] === undefined || value['duplicates'] === 'merge') &&
  [undefined, 'as_written', 'spellings_apart'].some((keys) => keys === value['keys']) &&
  (value['rates'] === undefined || recordOf(isText)(value['rates']));
const isTreatments: Check = (value) =>
  recordOf(isTreatment)(value) && Object.keys(value as object).every(oneOf(...ROLES));

const isJoin = shape({ kind: oneOf('join'), with: isText, column: isText, withColumn: isText, same: recordOf(isText) });
const isLong = shape({ kind: oneOf('long'), columns: listOf(isText), nameHeader: isText, valueHeader: isText });

const isBaskets = shape({
  kind: oneOf('baskets'),
  columns: listOf(isText),
  items: oneOf('cells', 'headings'),
  orderHeader: orNull(isText),
  productHeader: isText,
});
const isFill = shape({ kind: oneOf('fill'), columns: listOf(isText) });

const isColumn = shape({
  name: isText,
  type: oneOf('integer', 'decimal', 'day', 'flag', 'text', 'empty'),
  format: orNull(isText),
  rows: isCount,
  blank: isCount,
  distinct: isCount,
  first: listOf(isText),
  confidence: oneOf('sure', 'look', 'unused'),
  evidence: isText,
});
const isDateReading = shape({
  format: isText,
  firstDay: isNumber,
  lastDay: isNumber,
  days: isCount,
  longestRun: isCount,
  histogram: listOf(shape({ day: isNumber, rows: isCount })),
});
const isTable = shape({
  id: isText,
  shapes: listOf((value) => isJoin(value) || isLong(value) || isBaskets(value) || isFill(value)),
  notes: listOf(isText),
  sameAs: listOf(isText),
  file: isText,
  sheet: orNull(isText),
  bytes: isCount,
  rows: isCount,
  setAside: isCount,
  header: listOf(isText),
  headerLine: isCount,
  dialect: isText,
  columns: listOf(isColumn),
  roles: isRoles,
  questions: listOf(shape({ column: isText, example: isText, rows: isCount, readings: listOf(isDateReading) })),
  markQuestions: listOf(shape({ column: isText, example: isText, rows: isCount, readings: listOf(isMark) })),
  preview: listOf(listOf(isText)),
});

const isOptions = recordOf(recordOf((value) => value === null || isText(value) || isNumber(value)));
const isWindow = shape({ kind: oneOf('window'), from: orNull(isDay), until: orNull(isDay) });
const isChoice = shape({ kind: oneOf('customer', 'line'), field: isText, values: listOf(isText) });

const isRecordName = shape({ source: isText, key: isText });
const isUnify = shape({
  decisions: listOf(shape({ says: oneOf('merge', 'apart'), one: isRecordName, other: isRecordName })),
  preference: oneOf(...PREFERENCES),
  preferred: orNull(isText),
});

const session = shape({
  tables: shape({
    inspected: listOf(isTable),
    roles: recordOf(isRoles),
    answers: recordOf(isText),
    marks: recordOf(isMark),
    treatments: isTreatments,
    timeZone: (zone) => zone === undefined || (typeof zone === 'string' && isTimeZone(zone)),
  }),
  until: orNull(isDay),
  view: shape({
    filter: listOf((clause) => isWindow(clause) || isChoice(clause)),
    options: isOptions,
    choices: isOptions,
  }),
  decisions: (value) => isPlain(value) && (value['unify'] === undefined || isUnify(value['unify'])),
});

/** True for what a page can show. */
export const isSession = (value: unknown): value is KeptSession => session(value);

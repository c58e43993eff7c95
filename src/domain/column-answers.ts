import { withAnswer } from './answers';
import type { QuestionReading, TableQuestion } from './questions';
import { columnOf, type DecimalMark, type RoleMapping, type RoleReading } from './roles';

/** What was answered about columns and tables that can be read in more than one way, each by table and column or topic. */
export interface Answers {
  /** The format of dates. */
  readonly dates: Readonly<Record<string, string>>;
  /** The mark before decimals. */
  readonly marks: Readonly<Record<string, DecimalMark>>;
  /** What else money or people depend on. */
  readonly readings: Readonly<Record<string, string>>;
}

export const NO_ANSWERS: Answers = { dates: {}, marks: {}, readings: {} };

/** What of a table can be asked. */
export interface AskedTable {
  readonly id: string;
  readonly asks?: readonly TableQuestion[];
  /** Columns of dates, and of numbers, that can be read in more than one way. */
  readonly questions: readonly { readonly column: string }[];
  readonly markQuestions: readonly { readonly column: string }[];
}

export const keyOfAnswer = ({ id }: Pick<AskedTable, 'id'>, topic: string): string => `${id}\u001f${topic}`;
export const topicOf = ({ code, column, join }: TableQuestion): string =>
  [code, column ?? '', ...(join ? [join.shape.with] : [])].join('\u001f');

/** These are asked before anything is counted, with a picture of each reading (`InspectedTable.questions`, `markQuestions`). */
const ASKED_FIRST: ReadonlySet<TableQuestion['code']> = new Set([
  'date_order',
  'calendar',
  'fiscal_start',
  'decimal_mark',
]);

/** What is asked about one table once it was counted, answered or not. */
export const askedLater = ({ asks = [] }: Pick<AskedTable, 'asks'>): readonly TableQuestion[] =>
  asks.filter(({ code }) => !ASKED_FIRST.has(code));

export const dateAnswer = ({ dates }: Answers, table: Pick<AskedTable, 'id'>, column: string): string | null =>
  dates[keyOfAnswer(table, column)] ?? null;
export const markAnswer = ({ marks }: Answers, table: Pick<AskedTable, 'id'>, column: string): DecimalMark | null =>
  marks[keyOfAnswer(table, column)] ?? null;
export const answeredReading = (
  { readings }: Answers,
  table: Pick<AskedTable, 'id'>,
  question: TableQuestion,
): QuestionReading | null =>
  question.readings.find(({ answer }) => answer === readings[keyOfAnswer(table, topicOf(question))]) ?? null;

/** The roles of a table with its answers in them. */
export function withAnswers(
  answers: Answers,
  table: AskedTable,
  roles: readonly RoleReading[],
): readonly RoleReading[] {
  const read = askedLater(table).reduce((before, question) => {
    const reading = answeredReading(answers, table, question);
    return reading ? withAnswer(before, question, reading) : before;
  }, roles);
  return read.map(({ role, mapping }) => ({ role, mapping: withFormats(answers, table, mapping) }));
}

function withFormats(answers: Answers, table: AskedTable, mapping: RoleMapping): RoleMapping {
  if (table.questions.length === 0 && table.markQuestions.length === 0) return mapping;
  return Object.fromEntries(
    Object.entries(mapping).map(([field, filled]) => {
      const column = columnOf(filled);
      const format = column && dateAnswer(answers, table, column.column);
      const decimal = column && markAnswer(answers, table, column.column);
      if (!column || (!format && !decimal)) return [field, filled];
      return [field, { ...column, ...(format ? { format } : {}), ...(decimal ? { decimal } : {}) }];
    }),
  );
}

/** Questions about dates in columns that are used and have no answer yet. */
export const openDatesOf = <Question extends { readonly column: string }>(
  answers: Answers,
  table: { readonly id: string; readonly questions: readonly Question[] },
  roles: readonly RoleReading[],
): Question[] =>
  table.questions.filter(({ column }) => dateAnswer(answers, table, column) === null && isUsed(roles, column));
/** The same about the mark before decimals. */
export const openMarksOf = <Question extends { readonly column: string }>(
  answers: Answers,
  table: { readonly id: string; readonly markQuestions: readonly Question[] },
  roles: readonly RoleReading[],
): Question[] =>
  table.markQuestions.filter(({ column }) => markAnswer(answers, table, column) === null && isUsed(roles, column));

const isUsed = (roles: readonly RoleReading[], column: string): boolean =>
  roles.some(({ mapping }) => Object.values(mapping).some((field) => columnOf(field)?.column === column));

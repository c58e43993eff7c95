import { readingNow, withAnswer } from '../domain/answers';
import type { InspectedTable } from '../domain/import';
import type { QuestionReading, TableQuestion } from '../domain/questions';
import { columnOf, type DecimalMark, type RoleMapping, type RoleReading } from '../domain/roles';
import { without } from './records';

/** A question about one table. */
export interface Ask {
  readonly table: InspectedTable;
  readonly question: TableQuestion;
}

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

export const keyOfAnswer = ({ id }: Pick<InspectedTable, 'id'>, topic: string): string => `${id}\u001f${topic}`;
export const keyOfAsk = ({ table, question }: Ask): string => keyOfAnswer(table, topicOf(question));
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
export const asksOf = (table: InspectedTable): Ask[] =>
  (table.asks ?? []).filter(({ code }) => !ASKED_FIRST.has(code)).map((question) => ({ table, question }));

export const dateAnswer = ({ dates }: Answers, table: InspectedTable, column: string): string | null =>
  dates[keyOfAnswer(table, column)] ?? null;
export const markAnswer = ({ marks }: Answers, table: InspectedTable, column: string): DecimalMark | null =>
  marks[keyOfAnswer(table, column)] ?? null;
export const readingAnswer = ({ readings }: Answers, ask: Ask): QuestionReading | null =>
  ask.question.readings.find(({ answer }) => answer === readings[keyOfAsk(ask)]) ?? null;

export const isAnswered = (answers: Answers, table: InspectedTable): boolean =>
  asksOf(table).some((ask) => readingAnswer(answers, ask) !== null);

/** Not answered, and read as it was guessed. */
export const isOpenAsk = (answers: Answers, ask: Ask, roles: readonly RoleReading[]): boolean =>
  roles.length > 0 &&
  readingAnswer(answers, ask) === null &&
  readingNow(roles, ask.question)?.answer === ask.question.readings[0].answer;

/** Tables that are read anew are asked again, but for what was answered the last time. */
export function askAnew(answers: Answers, tables: readonly InspectedTable[], recalled: Answers): Answers {
  const dates = tables.flatMap((table) => table.questions.map(({ column }) => keyOfAnswer(table, column)));
  const marks = tables.flatMap((table) => table.markQuestions.map(({ column }) => keyOfAnswer(table, column)));
  const readings = tables.flatMap((table) => asksOf(table).map(keyOfAsk));
  return {
    dates: { ...without(answers.dates, dates), ...recalled.dates },
    marks: { ...without(answers.marks, marks), ...recalled.marks },
    readings: { ...without(answers.readings, readings), ...recalled.readings },
  };
}

/** An answer that was overruled by hand is none any more. */
export function overrule(answers: Answers, table: InspectedTable, roles: readonly RoleReading[]): Answers {
  const stale = asksOf(table).filter((ask) => {
    const reading = readingAnswer(answers, ask);
    return reading && readingNow(roles, ask.question)?.answer !== reading.answer;
  });
  return stale.length === 0 ? answers : { ...answers, readings: without(answers.readings, stale.map(keyOfAsk)) };
}

/** The roles of a table with its answers in them. */
export function withAnswers(
  answers: Answers,
  table: InspectedTable,
  roles: readonly RoleReading[],
): readonly RoleReading[] {
  const read = asksOf(table).reduce((before, ask) => {
    const reading = readingAnswer(answers, ask);
    return reading ? withAnswer(before, ask.question, reading) : before;
  }, roles);
  return read.map(({ role, mapping }) => ({ role, mapping: withFormats(answers, table, mapping) }));
}

function withFormats(answers: Answers, table: InspectedTable, mapping: RoleMapping): RoleMapping {
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
